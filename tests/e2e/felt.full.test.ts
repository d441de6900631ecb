import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { encodeBase64url } from "../../src/core/contributions/base64url.ts";
import { writeDmlog } from "../../src/core/contributions/dmlog.ts";
import { type SignedRecord, signRecord } from "../../src/core/contributions/record.ts";
import { gatherLog } from "../../src/core/contributions/record-log.ts";
import { type Receipt, signReceipt } from "../../src/core/contributions/statement.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { createKeyPair, signerOf } from "../../src/platform/crypto/key-pairs.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { expectAccessible } from "./accessible.ts";
import { launchBrowser, PHONE, visit } from "./open-page.ts";

const base = inject("baseUrl");
const RUN = { signal: { aborted: false }, progress: () => undefined };
const MONTHS = ["2026-08", "2026-09", "2026-10"];
/** Published counts by département of Bretagne, the same every month: the fourth is told nothing of. */
const COUNTS = [
  { area: "dep:22", kind: "no-new-patients", profession: "gp", count: 900 },
  { area: "dep:29", kind: "no-new-patients", profession: "gp", count: 1500 },
  { area: "dep:35", kind: "delay", profession: "gp", count: 60 },
] as const;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it("says what it takes before anything is told, and shows nothing that is not", async () => {
  const { page, context, errors } = await visit(browser, `${base}?page=participate&part=felt`, { viewport: PHONE });
  await page.getByText("Il faut au moins 11 personnes différentes").waitFor();
  expect(await page.locator("[data-quadrant]").count()).toBe(0);
  await expectAccessible(page);
  await page.goto(`${base}?page=participate&part=rights&lang=en`);
  await page.getByRole("heading", { name: "Your rights" }).waitFor();
  expect(
    await page
      .getByRole("link", { name: /official site/ })
      .evaluateAll((links) => links.every((link) => (link as HTMLAnchorElement).rel.includes("noopener"))),
  ).toBe(true);
  await expectAccessible(page);
  expect(errors).toEqual([]);
  await context.close();
});

it("sets published counts against the figures, as the engine does outside the browser", async () => {
  const story = await visit(browser, `${base}?page=participate&part=committee&territory=53`);
  const { page } = story;
  const file = { name: "public.dmlog", mimeType: "application/x-ndjson", buffer: Buffer.from(await writeRegister()) };
  await page.locator('input[accept*=".dmlog"]').first().setInputFiles(file);
  const preview = page.getByRole("region", { name: "Ce que le fichier apporte" });
  await preview.getByRole("button", { name: "Prendre" }).click();
  await preview.waitFor({ state: "detached" });
  await page.goto(`${base}?page=participate&part=felt&territory=53`);
  await page.locator("tr[data-quadrant]").first().waitFor();
  const engine = createEngine(await openNodePack("data"));
  const expected = await engine.describeFelt(
    {
      territory: { kind: "region", code: "53" },
      series: { profession: "gp", year: 2023, ages: "all" },
      threshold: 2.5,
      counts: MONTHS.flatMap((month) => COUNTS.map((one) => ({ ...one, month }))),
      months: MONTHS,
      rule: { fewest: 11, roundTo: 5 },
      kinds: null,
      professions: null,
      grid: "departement",
      cut: null,
      underCut: null,
    },
    RUN,
  );
  const rows = await page
    .locator("tr[data-quadrant]")
    .evaluateAll((all) => all.map((row) => [row.querySelector("th")?.textContent, row.getAttribute("data-quadrant")]));
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(expected.areas.map(({ quadrant }, k) => [expected.names[k], quadrant])),
  );
  expect(new Set(expected.areas.map(({ quadrant }) => quadrant)).size).toBeGreaterThanOrEqual(3);
  expect(await page.getByText("Parle qui veut").count()).toBe(1);
  await page.getByText("non publié").waitFor();
  await page.getByText("Qui n’a pas été entendu").first().waitFor();
  await expectAccessible(page);
  expect(story.errors).toEqual([]);
  expect(story.foreign).toEqual([]);
});

/** A public register: a founder, a moderator, and the counts the moderator published. */
async function writeRegister(): Promise<string> {
  const [founder, moderator] = [signerOf(await createKeyPair(true)), signerOf(await createKeyPair(true))];
  const [space, ts] = ["public", "2026-11-20T08:00:00Z"];
  const sign = (type: string, body: object, by: typeof founder): Promise<SignedRecord> => {
    const salt = encodeBase64url(crypto.getRandomValues(new Uint8Array(16)));
    return signRecord({ space, type, scope: "fr", ts, refs: [] }, { ...body, salt } as never, by);
  };
  const { key } = founder;
  const term = { notBefore: "2026-01-01", notAfter: "2027-06-01" };
  const records = [
    await sign("genesis", { name: "Signalements de Bretagne", roots: [key], threshold: 1, sequencer: key }, founder),
    await sign("grant", { subject: moderator.key, role: "moderator", ...term }, founder),
  ];
  for (const month of MONTHS) {
    const cells = COUNTS.map(({ area, ...one }) => ({ scope: area, ...one, month }));
    records.push(await sign("aggregate", { release: `reports-${month}`, cells }, moderator));
  }
  const receipts: Receipt[] = [];
  for (const [k, { id }] of records.entries()) {
    receipts.push(await signReceipt({ space, seq: k + 1, id, rts: ts }, founder));
  }
  return Array.from(writeDmlog(gatherLog(space, records, receipts), [])).join("");
}
