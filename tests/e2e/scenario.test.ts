import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { parseScenario } from "../../src/core/scenario/document.ts";
import type { ScenarioAnswer } from "../../src/engine/apply-scenario.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { getFormats } from "../../src/i18n/format.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { expectAccessible } from "./accessible.ts";
import { coloured, IS_FULL, launchBrowser, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const RUN = { signal: { aborted: false }, progress: () => undefined };
let browser: Browser;
let story: Visit;
let page: Page;
/** As exported once a centre is open, and what the engine says of it outside the browser. */
let file: string;
let expected: ScenarioAnswer;

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
  file = await readFile(await download.path(), "utf8");
  const scenario = parseScenario(file, "exported");
  expect(scenario.changes).toMatchObject([
    { kind: "open-centre", centre: "Maison de santé", commune: "22266", to: { staff: [{ fte: 4 }], days: 5 } },
  ]);
  const engine = createEngine(await openNodePack("data"));
  expected = await engine.applyScenario({ scenario, baseline: "official" }, RUN);
  for (const side of ["before", "after"] as const) {
    expect(await figure("under", side)).toBeCloseTo(expected.figures[side].peopleUnder, 6);
    expect(await figure("mean", side)).toBeCloseTo(expected.figures[side].mean, 9);
  }
});

it("shows the difference on the map, and the table and its file say the same", async () => {
  await page.getByRole("radiogroup", { name: "Carte", exact: true }).getByText("Écart", { exact: true }).click();
  await expect.poll(() => query().get("effect")).toBe("difference");
  await expectAccessible(page);
  await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
  const header = page.getByRole("columnheader", { name: "Écart" });
  await header.getByRole("button").click();
  if ((await header.getAttribute("aria-sort")) !== "descending") await header.getByRole("button").click();
  const k = expected.names.indexOf("Rostrenen");
  const f = getFormats("fr");
  const text = await page.getByRole("row").filter({ hasText: "Rostrenen" }).innerText();
  for (const side of ["before", "after"] as const) expect(text).toContain(f.decimal(expected[side][k], 2));
  expect(text).toContain(f.signed(expected.after[k] - expected.before[k], 2));
  const [download] = await Promise.all([page.waitForEvent("download"), button("Télécharger en CSV").click()]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\n");
  expect(lines[0]).toBe("code,name,population,after,before,delta");
  const row = lines.find((line) => line.startsWith("22266,"))?.split(",") ?? [];
  expect(row.slice(-3).map(Number)).toEqual([
    expected.after[k],
    expected.before[k],
    expected.after[k] - expected.before[k],
  ]);
  await page.getByRole("radiogroup").getByText("Carte", { exact: true }).click();
});

it("undoes and redoes by the keyboard, and keeps both over a reload", async () => {
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await settled(0);
  await page.keyboard.press("Control+y");
  await settled(1);
  await button("Défaire").click();
  await settled(0);
  await page.reload();
  await settled(0);
  await button("Refaire").click();
  await settled(1);
  expect(await figure("under", "after")).toBeCloseTo(expected.figures.after.peopleUnder, 6);
});

/** The file of the story with other words in it, as somebody would hand it over. */
async function handOver(name: string, change: (text: string) => string): Promise<string> {
  const path = join(tmpdir(), `oasis-${process.pid}-${name}`);
  await writeFile(path, change(file));
  return path;
}
const doubled = (text: string) => text.replace('"fte": 4', '"fte": 8').replace(/"title": "[^"]*"/, '"title": "Double"');

it("refuses a file it cannot read, naming it, the change and the field; nothing changes", async () => {
  const bad = await handOver("faux.json", (text) => text.replace('"fte": 4', '"fte": -4'));
  const input = page.locator("input[type=file]").first();
  await input.setInputFiles(bad);
  const alert = page.getByRole("alert").filter({ hasText: "importé" });
  const said = (await alert.innerText()).replaceAll(/\s/g, " ");
  expect(said).toMatch(/faux\.json » · changement n° 1 · champ to\.staff\[0\]\.fte · Il faut un nombre au-dessus de 0/);
  await input.setInputFiles(await handOver("texte.json", () => "Bonjour"));
  await expect.poll(() => alert.innerText()).toContain("texte.json");
  expect(await page.getByLabel("Titre du scénario").inputValue()).toBe("Scénario 1");
  await expectAccessible(page);
});

it("imports what somebody exported", async () => {
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles(await handOver("double.json", doubled));
  await expect.poll(() => page.getByLabel("Titre du scénario").inputValue()).toBe("Double");
  await settled(1);
  await expect.poll(() => figure("under", "after")).toBeLessThan(expected.figures.after.peopleUnder);
});

const compared = () => page.getByRole("table", { name: /^Scénarios côte à côte/ });
/** People under the threshold today, then with each. */
const peopleUnder = async () =>
  (await compared().locator("tbody[data-figure-row=under] td").allInnerTexts()).map((text) =>
    Number(text.split("\n")[0].replaceAll(/\D/g, "")),
  );

it("compares two to four, a fifth is not to be chosen", async () => {
  for (let k = 0; k < 3; k++) await button("Dupliquer").click();
  await page.locator("summary").filter({ hasText: "Comparer" }).click();
  const boxes = page.getByRole("checkbox", { name: /^Comparer : / });
  expect(await boxes.count()).toBe(5);
  await page.getByRole("checkbox", { name: "Comparer : Scénario 1" }).check();
  await page.getByRole("checkbox", { name: "Comparer : Double", exact: true }).check();
  await compared().waitFor();
  const [today, one, two] = await peopleUnder();
  expect(one).toBeLessThan(today);
  expect(two).toBeLessThan(one);
  await boxes.nth(2).check();
  await boxes.nth(3).check();
  await expect.poll(async () => (await peopleUnder()).length).toBe(5);
  expect((await peopleUnder()).slice(2)).toEqual([two, two, two]);
  expect(await boxes.nth(4).isDisabled()).toBe(true);
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent("download"), button("Comparaison (CSV)").click()]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\n");
  const cells = (key: string) => (lines.find((line) => line.startsWith(`${key},`)) ?? "").split(",").slice(5);
  for (const side of ["before", "after"] as const) {
    const { peopleUnder: under, tenths, tenthRatio, gini } = expected.figures[side];
    const column = side === "before" ? 0 : 1;
    expect(Number(cells("under")[column])).toBeCloseTo(under, 6);
    expect(Number(cells("tenth-1")[column])).toBeCloseTo(tenths[0], 9);
    expect(Number(cells("tenth-ratio")[column])).toBeCloseTo(tenthRatio as number, 9);
    expect(Number(cells("gini")[column])).toBeCloseTo(gini as number, 9);
  }
});

it.runIf(IS_FULL)("shows on the map whichever of those compared one asks for", async () => {
  await button("Voir sur la carte : Scénario 1").click();
  await expect.poll(() => page.getByLabel("Titre du scénario").inputValue()).toBe("Scénario 1");
  await expect.poll(() => figure("under", "after")).toBeCloseTo(expected.figures.after.peopleUnder, 6);
  expect(await button("Voir sur la carte : Scénario 1").getAttribute("aria-pressed")).toBe("true");
});

it.runIf(IS_FULL)("deletes, and takes it back with what was done in it", async () => {
  const title = await page.getByLabel("Titre du scénario").inputValue();
  await button("Supprimer").click();
  await expect.poll(() => page.getByLabel("Titre du scénario").inputValue()).not.toBe(title);
  await button("Rétablir").click();
  await expect.poll(() => page.getByLabel("Titre du scénario").inputValue()).toBe(title);
  await settled(1);
  await button("Supprimer").click();
  await page.reload();
  await settled(1);
  expect(await page.getByLabel("Scénario ouvert").getByRole("option").allInnerTexts()).not.toContain(title);
});

it("nothing went wrong and nothing left the origin", () => {
  expect(story.errors).toEqual([]);
  expect(story.foreign).toEqual([]);
});
