import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { getFormats } from "../../src/i18n/format.ts";
import { runOasis } from "../cli/run-oasis.ts";
import { expectAccessible } from "./accessible.ts";
import { coloured, launchBrowser, PHONE, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const folder = mkdtempSync(join(tmpdir(), "oasis-zoning-"));
const f = getFormats("fr");
let browser: Browser;
let story: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  story = await visit(browser, `${url}?territory=reg:53&lens=zoning&selected=35360`);
  page = story.page;
  await coloured(page);
});
afterAll(() => browser.close());

/** What the command line says of the same question. */
function ask(rule: string, ...args: readonly string[]) {
  const [out, summary] = [join(folder, "areas.csv"), join(folder, "summary.json")];
  const ran = runOasis("zoning", "--territory", "reg:53", "--rule", rule, "--out", out, "--summary", summary, ...args);
  expect(ran.status, ran.stderr).toBe(0);
  return { csv: readFileSync(out, "utf8"), summary: JSON.parse(readFileSync(summary, "utf8")) };
}

const query = () => new URL(page.url()).searchParams;
const plain = (text: string) => text.replaceAll(/\s/g, " ");
const headline = async () => Number(await page.locator("p[data-exact]").first().getAttribute("data-exact"));
const section = (name: string | RegExp) => page.getByRole("region", { name });
const areas = async (): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Zones (CSV)" }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
};

it("people by class, and the file of areas, are those of the command line; a simulation says so", async () => {
  const { csv, summary } = ask("2021");
  await expect.poll(headline, { timeout: 90_000 }).toBeCloseTo(summary.states[0].people, 3);
  await page.getByText("Simulation, pas une décision", { exact: true }).waitFor();
  expect(await areas()).toBe(csv);
  expect(
    csv
      .trim()
      .split("\n")
      .slice(1)
      .every((line) => line.endsWith('"simulation, pas une décision"')),
  ).toBe(true);
});

it("says of the area of a commune what it would take to change class", async () => {
  const { csv } = ask("2021");
  const [header, ...lines] = csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const vitre = lines.find(([key]) => key === "bv:35360") ?? [];
  const of = (name: string) => Number(vitre[header.indexOf(name)]);
  const text = plain(await section("Que faudrait-il ?").innerText());
  expect(text).toContain(plain(`APL ${f.decimal(of("apl"), 2)}`));
  expect(text).toContain(plain(`${f.integer(of("consultations_to_out"))} consultations par an`));
  expect(text).toContain(plain(`− ${f.integer(-of("consultations_to_zip"))} consultations par an`));
});

it("a decision tried moves its people on the gauge, is said to be an assumption, and is in the address", async () => {
  const before = plain(await section(/Marges de la règle/).innerText());
  expect(before).toContain("Plafond : ZIP");
  await page.getByLabel("Essayer une décision").selectOption("zac");
  await expect.poll(() => query().get("decided")).toBe("bv:35360=zac");
  await page.getByText("Votre hypothèse : « ZAC ».").waitFor();
  const decisions = join(folder, "decisions.csv");
  writeFileSync(decisions, "area,class\nbv:35360,zac\n");
  const { csv, summary } = ask("2021", "--decisions", decisions);
  const used = summary.gauges.find((gauge: { state?: string }) => gauge.state === "zac").used;
  expect(used).toBeGreaterThan(0);
  const after = plain(await section(/Marges de la règle/).innerText());
  expect(after).toContain(plain(`${f.people(used)} habitants · plafond non publié ici`));
  expect(await areas()).toBe(csv);
  await page.getByRole("button", { name: "Effacer les décisions essayées" }).click();
  await expect.poll(() => query().get("decided")).toBeNull();
});

it("another rule, then one without figures: nothing is made up", async () => {
  const rule = page.getByLabel("Règle datée");
  await rule.selectOption("gp-2017");
  await expect.poll(() => query().get("zoning")).toBe("gp-2017");
  await expect.poll(headline).toBeCloseTo(ask("2017").summary.states[0].people, 3);
  await rule.selectOption("gp-2025");
  await page.getByText(/Les chiffres de cette règle ne sont pas publiés/).waitFor();
  expect(await page.getByRole("button", { name: "Zones (CSV)" }).count()).toBe(0);
  await page.getByRole("button", { name: /^Simuler « / }).click();
  await expect.poll(() => query().get("zoning")).toBe("gp-2021");
  await page.getByRole("button", { name: "Zones (CSV)" }).waitFor();
});

it("the table gives each commune the class of its area", async () => {
  await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
  await page.getByRole("columnheader", { name: "Classe simulée" }).waitFor();
  const row = page.getByRole("row").filter({ hasText: "Vitré" }).first();
  expect(plain(await row.innerText())).toMatch(/Vivier/);
  await page.getByRole("radiogroup").getByText("Carte", { exact: true }).click();
});

it("has no accessibility violation, on a phone neither", async () => {
  await expectAccessible(page);
  const phone = await visit(browser, page.url(), { viewport: PHONE });
  await phone.page.getByRole("button", { name: "Zones (CSV)" }).waitFor();
  await expectAccessible(phone.page);
  await phone.context.close();
});

it("nothing went wrong and nothing left the origin", () => {
  expect(story.errors).toEqual([]);
  expect(story.foreign).toEqual([]);
});
