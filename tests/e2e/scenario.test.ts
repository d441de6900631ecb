import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { parseScenario } from "../../src/core/scenario/document.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { coloured, launchBrowser, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const RUN = { signal: { aborted: false }, progress: () => undefined };
let browser: Browser;
let story: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  story = await visit(browser, `${url}?territory=dep:22&page=act`);
  page = story.page;
  await coloured(page);
});
afterAll(() => browser.close());

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const query = () => new URL(page.url()).searchParams;
const figure = async (key: string, side: "before" | "after") =>
  Number(await page.locator(`[data-figure=${key}]`).getAttribute(`data-${side}`));
/** Once what is shown answers the changes in force. */
const settled = (changes: number) =>
  page
    .locator(`[data-changes="${changes}"]`)
    .waitFor({ state: "attached" })
    .then(() => page.locator("[data-updating=false]").waitFor());

it("switches to the scenario by the keyboard, in the address", async () => {
  await page.getByRole("radio", { name: "Trouver des sites" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => query().get("mode")).toBe("scenario");
  await button("Nouveau").click();
  await settled(0);
  expect(await figure("under", "after")).toBe(await figure("under", "before"));
});

it("says beside its field what a change lacks", async () => {
  await button("Ajouter un changement").click();
  await button("Ajouter").click();
  const alerts = page.getByRole("form").getByRole("alert");
  expect(await alerts.allInnerTexts()).toHaveLength(3);
  await page.getByLabel("Nom du centre").fill("Maison de santé");
  await page.getByLabel("ETP · Médecins généralistes").fill("beaucoup");
  expect(await page.getByLabel("ETP · Médecins généralistes").getAttribute("aria-invalid")).toBe("true");
});

it("a centre lowers the people under the threshold, as the engine says outside the browser", async () => {
  await page.getByLabel("ETP · Médecins généralistes").fill("4");
  await page.getByLabel("Commune", { exact: true }).fill("Rostrenen");
  await page.keyboard.press("Enter");
  await button("Ajouter").click();
  await settled(1);
  await expect.poll(() => figure("under", "after")).toBeLessThan(await figure("under", "before"));
  const [download] = await Promise.all([page.waitForEvent("download"), button("Exporter").click()]);
  const file = await readFile(await download.path(), "utf8");
  const scenario = parseScenario(file, "exported");
  expect(scenario.changes).toMatchObject([
    { kind: "open-centre", centre: "Maison de santé", commune: "22266", to: { staff: [{ fte: 4 }], days: 5 } },
  ]);
  const engine = createEngine(await openNodePack("data"));
  const expected = await engine.applyScenario({ scenario, baseline: "official" }, RUN);
  for (const side of ["before", "after"] as const) {
    expect(await figure("under", side)).toBeCloseTo(expected.figures[side].peopleUnder, 6);
    expect(await figure("mean", side)).toBeCloseTo(expected.figures[side].mean, 9);
  }
  expect(story.errors).toEqual([]);
  expect(story.foreign).toEqual([]);
});
