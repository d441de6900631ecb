import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { changedAccess, scenarioUnderRule } from "../../src/app/scenario-zoning.ts";
import { chosenRule } from "../../src/app/zoning.ts";
import { formatScenario, type Scenario } from "../../src/core/scenario/document.ts";
import type { ScenarioAnswer } from "../../src/engine/apply-scenario.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { countByClass, listChangedAreas } from "../../src/ui/zoning/zoning-changes.ts";
import { expectAccessible } from "./accessible.ts";
import { coloured, launchBrowser, PHONE, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const folder = mkdtempSync(join(tmpdir(), "oasis-effects-"));
const RUN = { signal: { aborted: false }, progress: () => undefined };
const RULE = chosenRule("gp", null);
const SCENARIO: Scenario = {
  title: "Rostrenen",
  territory: { kind: "departement", code: "22" },
  series: { profession: "gp", year: 2023, ages: "all" },
  threshold: 2.5,
  model: null,
  changes: [
    {
      kind: "open-centre",
      id: "c1",
      centre: "Maison",
      commune: "22266",
      to: { staff: [{ profession: "gp", fte: 4 }], days: 5 },
    },
  ],
  computed: null,
};

let browser: Browser;
let story: Visit;
let page: Page;
let engine: Engine;

beforeAll(async () => {
  engine = createEngine(await openNodePack("data"));
  browser = await launchBrowser();
  story = await visit(browser, `${url}?territory=dep:22&page=act&mode=scenario`);
  page = story.page;
  await coloured(page);
  const path = join(folder, "rostrenen.json");
  writeFileSync(path, formatScenario(SCENARIO));
  await page.locator('input[type=file][aria-label="Importer"]').setInputFiles(path);
  await page.locator("[data-updating=false]").waitFor();
});
afterAll(() => browser.close());

const query = () => new URL(page.url()).searchParams;
const plain = (text: string) => text.replaceAll(/\s/g, " ");
const figure = async (key: string, side: "before" | "after") =>
  Number(await page.locator(`[data-figure=${key}]`).getAttribute(`data-${side}`));
async function expectFigures({ figures }: ScenarioAnswer): Promise<void> {
  await expect.poll(() => figure("under", "after")).toBeCloseTo(figures.after.peopleUnder, 6);
  for (const side of ["before", "after"] as const) {
    expect(await figure("under", side)).toBeCloseTo(figures[side].peopleUnder, 6);
    expect(await figure("mean", side)).toBeCloseTo(figures[side].mean, 9);
  }
}

it("on the recomputation: figures of the engine, each said to be recomputed, in the address, and back", async () => {
  await expectFigures(await engine.applyScenario({ scenario: SCENARIO, baseline: "official" }, RUN));
  const names = () => page.locator("dt").filter({ hasText: "Habitants sous" }).first().innerText();
  expect(await names()).toContain("officiel");
  await page.getByRole("radiogroup", { name: "Valeurs de départ" }).getByText("Sur le recalcul").click();
  await expect.poll(() => query().get("basis")).toBe("recomputed");
  await expectFigures(await engine.applyScenario({ scenario: SCENARIO, baseline: "recomputed" }, RUN));
  expect(await names()).toContain("recalcul");
  await page.getByText(/après le scénario · recalcul/).waitFor();
  await expectAccessible(page);
  await page.reload();
  await page.locator("[data-updating=false]").waitFor();
  await expect.poll(names).toContain("recalcul");
  await page.getByRole("radiogroup", { name: "Valeurs de départ" }).getByText("Sur l’indicateur officiel").click();
  await expect.poll(() => query().get("basis")).toBeNull();
  await expect.poll(names).toContain("officiel");
});

const zoned = () => page.locator("[data-changed-areas]");

it("says which areas a zoning rule would class otherwise, as the engine does, and that it is a simulation", async () => {
  await page.getByRole("button", { name: "Simuler le zonage" }).click();
  await zoned().waitFor();
  const whole = scenarioUnderRule(SCENARIO, RULE);
  if (!whole) throw new Error("no such series");
  const effect = await engine.applyScenario({ scenario: whole, baseline: "official" }, RUN);
  const question = { territory: SCENARIO.territory, rule: RULE, year: 2023, decisions: [] };
  const answer = await engine.simulateZoning({ ...question, overrides: changedAccess(effect) }, RUN);
  const changed = listChangedAreas(answer);
  expect(changed.length).toBeGreaterThan(0);
  expect(await zoned().getAttribute("data-changed-areas")).toBe(String(changed.length));
  const keys = await zoned()
    .locator("[data-area]")
    .evaluateAll((items) => items.map((item) => item.getAttribute("data-area")));
  expect(keys).toEqual(changed.map(({ area }) => answer.areas.keys[area]));
  const rows = await zoned()
    .locator("tr[data-class]")
    .evaluateAll((items) => items.map((item) => [item.getAttribute("data-before"), item.getAttribute("data-after")]));
  expect(rows).toEqual(countByClass(answer).map(({ before, after }) => [String(before), String(after)]));
  expect(await zoned().innerText()).toContain("Simulation, pas une décision.");
  await expectAccessible(page);
});

it("says what it would take for the area of the commune one selects", async () => {
  await page.goto(`${url}?territory=dep:22&page=act&mode=scenario&selected=22136`);
  await page.locator("[data-updating=false]").waitFor();
  await page.getByRole("button", { name: "Simuler le zonage" }).click();
  const take = page.getByRole("region", { name: "Que faudrait-il ?" });
  await expect
    .poll(async () => plain(await take.innerText()))
    .toMatch(/Loudéac.+Vers « Vivier » \+ [\d ]+ consultations/);
});

it("the lens of zoning takes the scenario too: same areas, in its file beside the published class", async () => {
  await page.goto(`${url}?territory=dep:22&lens=zoning`);
  await page.getByLabel("Avec un scénario").selectOption({ label: "Rostrenen" });
  await zoned().waitFor();
  await page.getByText("Zonage simulé : Médecins 2021 : plafonds par région, avec « Rostrenen »").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Zones (CSV)" }).click(),
  ]);
  expect(download.suggestedFilename()).toContain("-scenario-");
  const [header, ...lines] = readFileSync(await download.path(), "utf8")
    .trim()
    .split("\n");
  const [at, before] = ["class", "class_published"].map((name) => header.split(",").indexOf(name));
  const moved = lines.map((line) => line.split(",")).filter((cells) => cells[at] !== cells[before]);
  expect(String(moved.length)).toBe(await zoned().getAttribute("data-changed-areas"));
  await expectAccessible(page);
  await page.getByLabel("Avec un scénario").selectOption({ label: "Aucun : valeurs publiées" });
  await expect.poll(() => zoned().count()).toBe(0);
});

it("a commune across the border is found by name, postcode or code, and said to be outside", async () => {
  await page.goto(`${url}?territory=dep:22&page=act&mode=scenario`);
  await page.locator("[data-updating=false]").waitFor();
  await page.getByRole("button", { name: "Ajouter un changement" }).click();
  await page.getByLabel("Changement", { exact: true }).selectOption("displaced-staff");
  await page.getByLabel("Commune quittée").fill("22110");
  const options = page.getByRole("listbox", { name: "Communes trouvées" }).getByRole("option");
  await options.first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByLabel("Commune rejointe").fill("29270");
  await options.filter({ hasText: "Carhaix-Plouguer" }).click();
  const joined = page.getByRole("list", { name: "Commune rejointe" });
  expect(plain(await joined.innerText())).toMatch(/Carhaix-Plouguer ?29270 · Finistère/);
  await page.getByLabel("ETP", { exact: true }).fill("1");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await page.locator("[data-changes='2']").waitFor();
  expect(await page.locator("[data-changes]").innerText()).toMatch(/1 ETP .+ à Carhaix-Plouguer/);
  await expect.poll(() => page.getByText(/hab\. perdent/).count()).toBe(1);
});

it("is accessible on a phone, in English too", async () => {
  const kept = await page.evaluate(() => localStorage.getItem("oasis-scenarios") ?? "");
  const phone = await visit(browser, `${page.url()}&lang=en`, {
    viewport: PHONE,
    before: (context) => context.addInitScript((text) => localStorage.setItem("oasis-scenarios", text), kept),
  });
  await phone.page.locator("[data-updating=false]").waitFor();
  await phone.page.getByRole("button", { name: "Simulate zoning" }).click();
  await phone.page.locator("[data-changed-areas]").waitFor();
  await expectAccessible(phone.page);
  await phone.context.close();
});

it("nothing went wrong and nothing left the origin", () => {
  expect(story.errors).toEqual([]);
  expect(story.foreign).toEqual([]);
});
