import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import type { Change } from "../../src/core/scenario/change.ts";
import { formatScenario, parseScenario, type Scenario } from "../../src/core/scenario/document.ts";
import { runOasis } from "../cli/run-oasis.ts";
import { expectAccessible } from "./accessible.ts";
import { coloured, launchBrowser, PHONE, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const folder = mkdtempSync(join(tmpdir(), "oasis-exchange-"));
const centre = (fte: number): Change => ({
  kind: "open-centre",
  id: "c1",
  centre: "Maison",
  commune: "22266",
  to: { staff: [{ profession: "gp", fte }], days: 5 },
});
const leaves: Change = { kind: "departure", id: "d1", commune: "22215", profession: "gp", fte: 1 };
const START: Scenario = {
  title: "Départ",
  territory: { kind: "departement", code: "22" },
  series: { profession: "gp", year: 2023, ages: "all" },
  threshold: 2.5,
  model: null,
  changes: [centre(4)],
  computed: null,
};

let browser: Browser;
let story: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  story = await visit(browser, `${url}?territory=dep:22&page=act&mode=scenario`);
  page = story.page;
  await coloured(page);
});
afterAll(() => browser.close());

const button = (name: string) => page.getByRole("button", { name, exact: true });
const title = () => page.getByLabel("Titre du scénario").inputValue();
const settled = async (changes: number) => {
  await page.locator(`[data-changes="${changes}"]`).waitFor({ state: "attached" });
  await page.locator("[data-updating=false]").waitFor();
};
function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const take = (label: string, path: string) =>
  page.locator(`input[type=file][aria-label="${label}"]`).setInputFiles(path);
async function exported(): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), button("Exporter").click()]);
  return readFileSync(await download.path(), "utf8");
}

it("hands over the data, the computation and the result, which the command line finds again", async () => {
  await take("Importer", write("start.json", formatScenario(START)));
  await settled(1);
  const file = await exported();
  const { computed, history } = parseScenario(file, "exported");
  expect(history).toHaveLength(1);
  const ran = runOasis("scenario", "apply", write("again.json", file), "--out", join(folder, "again.csv"));
  expect([ran.status, ran.stderr]).toEqual([0, expect.stringContaining("the result the file was kept with")]);
  expect(ran.stderr).not.toContain("NOT");
  expect(computed?.dataRelease).toBe(JSON.parse(readFileSync("data/catalogue.json", "utf8")).release);
});

it("says of a file received whether its figures are found again, and else what is not the same", async () => {
  const kept = parseScenario(await exported(), "exported");
  const receive = async (name: string, computed: Partial<NonNullable<Scenario["computed"]>>) => {
    const changed = { ...kept, title: name, computed: kept.computed && { ...kept.computed, ...computed } };
    await take("Importer", write(`${name}.json`, formatScenario(changed)));
    await expect.poll(title).toBe(name);
    return page.locator("[data-seal]");
  };
  const same = await receive("Même", {});
  await expect.poll(() => same.getAttribute("data-seal")).toBe("same");
  const older = await receive("Ancien", { dataRelease: "2019.1", resultHash: "0".repeat(64) });
  await expect.poll(() => older.getAttribute("data-seal")).toBe("different");
  expect(await older.innerText()).toContain("version 2019.1 dans le fichier");
  await expectAccessible(page);
  const altered = await receive("Altéré", { resultHash: "0".repeat(64) });
  await expect.poll(() => altered.innerText()).toContain("Ni les données ni le calcul n’ont changé");
});

it("merges the file of a colleague: what both changed is asked, nothing is written before, one undo takes it back", async () => {
  await page.getByLabel("Scénario ouvert").selectOption({ label: "Départ" });
  await settled(1);
  const handed = parseScenario(await exported(), "exported");
  // She makes the centre larger and adds a departure; here it is made smaller.
  const hers = { ...handed, title: "Le sien", changes: [centre(6), leaves], computed: null };
  await page.getByRole("button", { name: /^Modifier : Maison/ }).click();
  await page.getByLabel("ETP · Médecins généralistes").fill("3");
  await button("Enregistrer").click();
  await expect.poll(() => page.locator("[data-changes]").innerText()).toContain("3 ETP");
  await take("Réunir avec un fichier", write("hers.json", formatScenario(hers)));
  const panel = page.getByRole("region", { name: "Réunir avec « hers.json »" });
  await panel.waitFor();
  const said = (await panel.innerText()).replaceAll(/\s/g, " ");
  expect(said).toContain("Point de départ commun : 1 changement.");
  expect(said).toMatch(/Ajouté : .+ perd 1 ETP/);
  expect(said).toMatch(/Au départ : .+4 ETP/);
  const sides = panel.getByRole("radio");
  expect(await sides.count()).toBe(2);
  expect(await panel.getByRole("button", { name: "Réunir" }).isDisabled()).toBe(true);
  expect(await page.locator("[data-changes]").getAttribute("data-changes")).toBe("1");
  await expectAccessible(page);
  // By the keyboard: the second of the two.
  await sides.first().focus();
  await page.keyboard.press("ArrowRight");
  await panel.getByText("Tout est tranché.").waitFor();
  await panel.getByRole("button", { name: "Réunir" }).click();
  await settled(2);
  expect(await page.locator("[data-changes]").innerText()).toContain("6 ETP");
  await button("Défaire").click();
  await settled(1);
  expect(await page.locator("[data-changes]").innerText()).toContain("3 ETP");
  await button("Refaire").click();
  await page.reload();
  await settled(2);
  expect(await title()).toBe("Départ");
  // Taken in once, there is nothing more to take.
  await take("Réunir avec un fichier", write("hers.json", formatScenario(hers)));
  await page.getByText("Rien à réunir : les deux disent la même chose.").waitFor();
});

it("refuses to merge what is about something else", async () => {
  const elsewhere = { ...START, territory: { kind: "departement", code: "35" } as const };
  await take("Réunir avec un fichier", write("ailleurs.json", formatScenario(elsewhere)));
  const alert = page.getByRole("alert").filter({ hasText: "réuni" });
  await expect.poll(() => alert.innerText()).toContain("ailleurs.json");
  expect(await page.locator("[data-changes]").getAttribute("data-changes")).toBe("2");
});

it("is accessible on a phone too", async () => {
  const kept = await page.evaluate(() => localStorage.getItem("oasis-scenarios") ?? "");
  const phone = await visit(browser, page.url(), {
    viewport: PHONE,
    before: (context) => context.addInitScript((text) => localStorage.setItem("oasis-scenarios", text), kept),
  });
  await phone.page.locator("[data-updating=false]").waitFor();
  await phone.page
    .locator('input[type=file][aria-label="Réunir avec un fichier"]')
    .setInputFiles(write("hers2.json", formatScenario({ ...START, changes: [centre(9), leaves] })));
  await phone.page.getByRole("region", { name: /^Réunir avec/ }).waitFor();
  await expectAccessible(phone.page);
  await phone.context.close();
});

it("nothing went wrong and nothing left the origin", () => {
  expect(story.errors).toEqual([]);
  expect(story.foreign).toEqual([]);
});
