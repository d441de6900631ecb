import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { runOasis } from "../cli/run-oasis.ts";
import { expectAccessible } from "./accessible.ts";
import { coloured, DESKTOP, IS_FULL, launchBrowser, PHONE, someOf, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const folder = mkdtempSync(join(tmpdir(), "oasis-spatial-"));
/** A territory alone is small enough for every permutation within seconds. */
const ALONE = ["--territory", "dep:35", "--reference", "territory"] as const;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Row = Readonly<Record<string, string>>;

/** Rows of a CSV by its first column; quoted cells hold nothing that is compared. */
function readRows(text: string): Map<string, Row> {
  const [header, ...lines] = text.trim().split("\n");
  const names = header.split(",");
  return new Map(
    lines.map((line) => {
      const cells = line.replaceAll(/"[^"]*"/g, "quoted").split(",");
      return [cells[0], Object.fromEntries(names.map((name, k) => [name, cells[k]]))];
    }),
  );
}

/** What the command line says: its summary, and its rows by INSEE code. */
function ask(command: string, ...args: readonly string[]) {
  const [out, summary] = [join(folder, `${command}.csv`), join(folder, `${command}.json`)];
  const ran = runOasis(command, ...args, "--out", out, "--summary", summary);
  expect(ran.status).toBe(0);
  return { summary: JSON.parse(readFileSync(summary, "utf8")), rows: readRows(readFileSync(out, "utf8")) };
}

const query = (page: Page) => new URL(page.url()).searchParams;

async function expectPeople(page: Page, people: number): Promise<void> {
  const shown = page.locator("p[data-exact]").first();
  await expect
    .poll(async () => Number(await shown.getAttribute("data-exact")), { timeout: 90_000 })
    .toBeCloseTo(people, 3);
}

async function download(page: Page, button: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return readFileSync(await (await waiting).path(), "utf8");
}

/** Rows of the table of groups: communes of each. */
const communesOf = (page: Page, group: string) =>
  page.locator(`tr[data-group="${group}"] td[data-exact]`).getAttribute("data-exact");

describe("from the command line to the screen", () => {
  let story: Visit;
  let page: Page;

  beforeAll(async () => {
    story = await visit(browser, `${url}?territory=dep:35`);
    page = story.page;
    await coloured(page);
  });
  afterAll(() => story.context.close());

  it("deserts: people together, each desert, its file", async () => {
    await page.getByText("Déserts", { exact: true }).click();
    await expect.poll(() => query(page).get("lens")).toBe("deserts");
    const deserts = join(folder, "deserts.csv");
    const { summary } = ask("clusters", ...ALONE, "--permutations", "99", "--deserts", deserts);
    await expectPeople(page, summary.people_in_deserts);
    const told = readRows(readFileSync(deserts, "utf8"));
    const shown = readRows(await download(page, "Télécharger la liste"));
    expect(shown.size).toBe(summary.deserts);
    for (const [rank, row] of told) {
      const { around: _, robustness: __, ...figures } = row;
      expect(shown.get(rank)).toMatchObject(figures);
    }
  });

  it("deserts: one is lit, zoomed to and linked to; the table holds its communes", async () => {
    await page
      .getByRole("button", { name: /^Autour de/ })
      .first()
      .click();
    await expect.poll(() => query(page).get("desert")).not.toBeNull();
    await expect.poll(() => query(page).get("at")).not.toBeNull();
    await page.reload();
    const chosen = page.locator("button[aria-pressed=true]");
    await chosen.waitFor();
    const communes = /(\d+) communes/.exec((await chosen.innerText()).replaceAll(/\s(?=\d{3})/g, ""))?.[1];
    await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
    await page.getByRole("columnheader", { name: "Désert" }).first().waitFor();
    await page.getByText(`${communes} lignes`).waitFor();
    await page.getByRole("radiogroup").getByText("Carte", { exact: true }).click();
  });

  it.runIf(IS_FULL)(
    "deserts: fewer communes asked of one, and beyond the border, as the command line counts",
    async () => {
      await page.goto(`${url}?territory=dep:35&lens=deserts&least=8&within=country&threshold=2`);
      const args = ["--territory", "dep:35", "--min-communes", "8", "--threshold", "2", "--permutations", "9"];
      await expectPeople(page, ask("clusters", ...args).summary.people_in_deserts);
    },
  );

  it("access by income: people of both lowest thirds, and every commune's thirds", async () => {
    await page.goto(`${url}?territory=dep:35&lens=crossed`);
    const { summary, rows } = ask("crossed", "--territory", "dep:35");
    await expectPeople(page, summary.people_by_class[0][0]);
    await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
    await page.getByRole("columnheader", { name: "Case" }).waitFor();
    const shown = readRows(await download(page, "Télécharger en CSV"));
    expect(shown.size).toBe(rows.size);
    for (const [code, row] of rows) {
      expect([code, shown.get(code)?.access_third, shown.get(code)?.income_third]).toEqual([
        code,
        row.access_third,
        row.income_third,
      ]);
    }
  });

  it("clusters: the seeded figures are the same in Node and in the browser", async () => {
    await page.goto(`${url}?territory=dep:35&lens=clusters&against=territory&deals=9999&seed=42`);
    const { summary, rows } = ask("clusters", ...ALONE, "--permutations", "9999", "--seed", "42");
    const moran = page.locator("p[data-p]");
    await moran.waitFor({ timeout: 90_000 });
    expect(Number(await moran.getAttribute("data-exact"))).toBe(summary.moran.i);
    expect(Number(await moran.getAttribute("data-p"))).toBe(summary.moran.p);
    for (const [group, count] of Object.entries(summary.communes_by_quadrant_fdr_5_percent)) {
      expect([group, Number(await communesOf(page, group))]).toEqual([group, count]);
    }
    await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
    await page.getByRole("columnheader", { name: "p corrigé" }).waitFor();
    const shown = readRows(await download(page, "Télécharger en CSV"));
    for (const [code, row] of rows) {
      expect([code, shown.get(code)?.local_i, shown.get(code)?.p_fdr]).toEqual([code, row.local_i, row.p_fdr]);
    }
    await page.getByRole("radiogroup").getByText("Carte", { exact: true }).click();
  });

  it.runIf(IS_FULL)("clusters: Gi* of the same deal, and other neighbours, are the command line's too", async () => {
    await page.goto(
      `${url}?territory=dep:35&lens=clusters&against=territory&deals=999&statistic=gi&near=nearest:8&view=table`,
    );
    await page.getByRole("columnheader", { name: "Gi* (z)" }).waitFor({ timeout: 90_000 });
    const shown = readRows(await download(page, "Télécharger en CSV"));
    const { rows } = ask("clusters", ...ALONE, "--permutations", "99", "--neighbour-kind", "nearest:8");
    for (const [code, row] of rows) expect([code, shown.get(code)?.gi_star_z]).toEqual([code, row.gi_star_z]);
  });

  it.runIf(IS_FULL)("clusters: another seed is in the link and deals anew", async () => {
    await page.goto(`${url}?territory=dep:35&lens=clusters&against=territory&deals=999`);
    await page.locator("p[data-p]").waitFor({ timeout: 90_000 });
    await page.getByRole("button", { name: "Changer de graine" }).click();
    await expect.poll(() => query(page).get("seed")).toBe("2");
  });

  it.runIf(IS_FULL)("natural breaks are a scale of the room, in the link", async () => {
    await page.goto(`${url}?territory=dep:35`);
    await coloured(page);
    await page.getByText("Ruptures naturelles", { exact: true }).click();
    await expect.poll(() => query(page).get("scale")).toBe("natural");
    await page.getByText("Fisher-Jenks", { exact: false }).waitFor();
  });

  it("asked nothing of any other origin and raised no error", () => {
    expect(story.foreign).toEqual([]);
    expect(story.errors).toEqual([]);
  });
});

describe("where there is nothing to compute, and when it is stopped", () => {
  it.runIf(IS_FULL)("clusters of the country stop on demand and resume", async () => {
    const { page, context } = await visit(browser, `${url}?lens=clusters`);
    await page.getByRole("button", { name: "Interrompre" }).click();
    await page.getByText("Calcul interrompu", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Reprendre" }).click();
    await page.locator("p[data-p]").waitFor({ timeout: 120_000 });
    await context.close();
  });

  it.runIf(IS_FULL)("one commune has no clusters of its own: the way out is the country", async () => {
    const { page, context } = await visit(browser, `${url}?territory=com:35360&lens=clusters&against=territory`);
    await page.getByRole("button", { name: "Comparer à la France entière" }).click();
    await expect.poll(() => query(page).get("against")).toBeNull();
    await context.close();
  });

  it.runIf(IS_FULL)("ages are known in Bretagne alone, and the lens says so", async () => {
    const link = `${url}?territory=dep:75&lens=clusters&beside=old&deals=999`;
    const { page, context } = await visit(browser, link);
    await page.getByText("connue qu’en Bretagne", { exact: false }).waitFor({ timeout: 90_000 });
    await page.getByRole("button", { name: "Ses bas revenus" }).waitFor();
    await context.close();
  });
});

describe.each(
  someOf<[string, { width: number; height: number }]>([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ]),
)("%s", (_, viewport) => {
  it.each(
    someOf<[string, string]>([
      ["deserts", "?lens=deserts&desert=35115"],
      ["crossed", "?lens=crossed"],
      ["clusters", "?lens=clusters&territory=dep:35&against=territory&deals=999"],
    ]),
  )("%s has no accessibility violation and does not scroll sideways", async (_name, link) => {
    const { page, context } = await visit(browser, `${url}${link}`, { viewport });
    await page.locator("p[data-exact]").first().waitFor();
    await expectAccessible(page);
    await context.close();
  });
});
