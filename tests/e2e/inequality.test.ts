import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { expectAccessible } from "./accessible.ts";
import { IS_FULL, launchBrowser, PHONE, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const ZOOMED = { width: 720, height: 450 };

interface Said {
  readonly territory: string;
  readonly gini: number;
  readonly gini_interval_95: { readonly low: number; readonly high: number };
  readonly d10_d1: number;
  readonly palma: number;
  readonly hoover: number;
  readonly theil_t: number;
  readonly mean: number;
  readonly held_by_worse_half: number;
  readonly fgt: { readonly headcount: number; readonly depth: number; readonly severity: number };
  readonly parents: readonly Said[];
  readonly trend: readonly (Said & { readonly year: number })[];
}

let browser: Browser;
let story: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  story = await visit(browser, `${url}?lens=inequality`);
  page = story.page;
});
afterAll(() => browser.close());

/** What `oasis inequality` says of the embedded pack. */
async function commandSays(...options: string[]): Promise<Said> {
  const args = ["--import", "./scripts/sql-loader.ts", "src/cli/main.ts", "inequality", ...options];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 });
  return JSON.parse(stdout);
}

const query = () => new URL(page.url()).searchParams;
const cells = (of: Page, measure: string): Locator => of.locator(`tr[data-measure="${measure}"] td`);
const french = (value: number, digits: number) => value.toFixed(digits).replace(".", ",");
const measured = (of: Page) => cells(of, "gini").first().waitFor();

async function download(from: Locator): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), from.click()]);
  return readFile(await file.path(), "utf8");
}

describe("the lens", () => {
  it("shows the figures the command gives, of the territory and of the country", async () => {
    await measured(page);
    const said = await commandSays("--territory", "reg:53");
    const [country] = said.parents;
    for (const [at, of] of [said, country].entries()) {
      const text = (measure: string) => cells(page, measure).nth(at).innerText();
      expect(await text("gini")).toContain(french(of.gini, 3));
      expect(await text("gini")).toContain(french(of.gini_interval_95.low, 3));
      expect(await text("tenthRatio")).toBe(`× ${french(of.d10_d1, 2)}`);
      expect(await text("palma")).toBe(`× ${french(of.palma, 2)}`);
      expect(await text("hoover")).toBe(french(of.hoover, 3));
      expect(await text("theil")).toBe(french(of.theil_t, 3));
      expect(await text("mean")).toBe(french(of.mean, 2));
      expect(await text("headcount")).toMatch(new RegExp(`^${french(100 * of.fgt.headcount, 1)}\\s%$`));
      expect(await text("worseHalf")).toMatch(new RegExp(`^${french(100 * of.held_by_worse_half, 1)}\\s%$`));
    }
    expect(await cells(page, "meanLogDeviation").first().innerText()).toBe("n. d.");
    await page.getByText(/n\. d\.\s\(une commune est à zéro, qui n’a pas de logarithme\)/).waitFor();
    const first = page.locator("strong[data-measure=tenthRatio]");
    expect(await first.innerText()).toBe(`× ${french(said.d10_d1, 1)}`);
  });

  it("exports every figure at full precision, with its definition, interval, weights and reason", async () => {
    const said = await commandSays("--territory", "reg:53");
    const all = JSON.parse(await download(page.getByRole("button", { name: "JSON", exact: true })));
    const of = (measure: string) =>
      all.figures.find(
        (one: { measure: string; territory: string }) => one.measure === measure && one.territory === "reg:53",
      );
    expect(of("gini").value).toBeCloseTo(said.gini, 12);
    expect(of("gini").low_95).toBeCloseTo(said.gini_interval_95.low, 12);
    expect(of("depth").value).toBeCloseTo(said.fgt.depth, 12);
    expect(of("meanLogDeviation")).toMatchObject({ value: null, undefined_because: "value-zero" });
    expect(all.definitions.every(({ definition }: { definition: string }) => definition.length > 20)).toBe(true);
    expect(
      all.trend.find((one: { measure: string; year: number }) => one.measure === "gini" && one.year === 2015).value,
    ).toBeCloseTo(said.trend.find(({ year }) => year === 2015)?.gini ?? 0, 12);
    const csv = await download(page.getByRole("button", { name: "CSV", exact: true }));
    expect(csv).toContain(`gini,Gini,reg:53,Bretagne,2023,${of("gini").value},,`);
  });

  it("draws the Lorenz curve, gives it as a table and as a file", async () => {
    const lorenz = page.getByRole("region", { name: "Qui a quelle part" });
    await lorenz.getByRole("img", { name: /Courbe de Lorenz.*Bretagne.*38,2/ }).waitFor();
    const svg = await download(lorenz.getByRole("button", { name: /Télécharger en SVG/ }));
    expect(svg).toContain("<title>");
    expect(svg).toContain("DREES (APL 2023)");
    await lorenz.getByRole("button", { name: "Voir en table" }).focus();
    await page.keyboard.press("Enter");
    expect(await lorenz.getByRole("row", { name: /^50,0/ }).innerText()).toMatch(/38,2\s%/);
    await lorenz.getByRole("button", { name: "Voir le graphique" }).click();
  });

  it("follows the threshold of the room, by keyboard", async () => {
    const handle = page.getByRole("region", { name: /Combien d.habitants/ }).getByRole("slider");
    await handle.focus();
    await page.keyboard.press("PageUp");
    await expect.poll(() => query().get("threshold")).toBe("3");
    const said = await commandSays("--territory", "reg:53", "--threshold", "3");
    const share = new RegExp(`^${french(100 * said.fgt.headcount, 1)}\\s%$`);
    await expect.poll(() => cells(page, "headcount").first().innerText()).toMatch(share);
    await page.keyboard.press("Escape");
    await expect.poll(() => query().get("threshold")).toBeNull();
  });

  it("maps what is missing, says how much in all, and opens the method of a figure", async () => {
    await page.getByRole("radiogroup", { name: "Sur la carte" }).getByText("Ce qui manque").click();
    await expect.poll(() => query().get("unequal")).toBe("missing");
    await page.getByText(/En tout\s: 160\s\d00 consultations par an/).waitFor();
    await page
      .locator("li", { has: page.locator("strong[data-measure=gini]") })
      .getByRole("button")
      .click();
    const drawer = page.getByRole("dialog");
    await drawer.getByText(/retire les communes au sort 999 fois/).waitFor();
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
  });

  it.runIf(IS_FULL)("a commune alone has nothing to compare inside, and says where to look", async () => {
    const { page: alone, context } = await visit(browser, `${url}?lens=inequality&territory=com:35360`);
    await alone.getByRole("heading", { name: "Une seule commune, une seule valeur" }).waitFor();
    expect(await alone.locator("tr[data-measure]").count()).toBe(0);
    await alone.getByRole("button", { name: /Voir les inégalités/ }).click();
    await measured(alone);
    await context.close();
  });
});

describe("the comparison", () => {
  it("is opened by keyboard from beside the name, and kept in the address", async () => {
    await page.getByRole("button", { name: "Comparer Bretagne à un autre territoire" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Comparer à…" }).pressSequentially("finistere");
    await page
      .getByRole("option", { name: /Finistère/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => query().get("with")).toBe("dep:29");
    await page.getByRole("heading", { name: "Bretagne et Finistère" }).waitFor();
  });

  it("shows the figures of both, and their difference", async () => {
    const [a, b] = await Promise.all([commandSays("--territory", "reg:53"), commandSays("--territory", "dep:29")]);
    await expect.poll(() => cells(page, "gini").nth(0).innerText()).toContain(french(a.gini, 3));
    await expect.poll(() => cells(page, "gini").nth(1).innerText()).toContain(french(b.gini, 3));
    const difference = await cells(page, "gini").nth(2).innerText();
    expect(difference).toBe(`+${french(a.gini - b.gini, 3)}`);
    expect(await cells(page, "headcount").nth(1).innerText()).toMatch(
      new RegExp(`^${french(100 * b.fgt.headcount, 1)}\\s%`),
    );
  });

  it("draws two maps whose cameras follow each other, and leaves none behind", async () => {
    await expect.poll(() => page.locator("[data-coloured]").count()).toBe(2);
    await expectAccessible(page);
    expect(await page.getByText("L’un contient l’autre", { exact: false }).count()).toBe(1);
    await page.getByRole("button", { name: "Quitter la comparaison" }).click();
    await expect.poll(() => query().get("with")).toBeNull();
    await expect.poll(() => page.locator("canvas.maplibregl-canvas").count()).toBe(1);
  });

  it("asked nothing of any other origin and raised no error", () => {
    expect(story.foreign).toEqual([]);
    expect(story.errors).toEqual([]);
  });
});

describe.runIf(IS_FULL).each<[string, { width: number; height: number }]>([
  ["desktop", { width: 1440, height: 900 }],
  ["phone", PHONE],
  ["200 % zoom", ZOOMED],
])("%s", (_, viewport) => {
  it.each<[string, string]>([
    ["the comparison", "?territory=dep:29&with=dep:35"],
    ["the lens", "?lens=inequality"],
  ])("%s has no accessibility violation and does not scroll sideways", async (_name, asked) => {
    const { page: own, context } = await visit(browser, `${url}${asked}`, { viewport });
    await measured(own);
    if (asked.includes("with")) await expect.poll(() => own.locator("[data-coloured]").count()).toBe(2);
    await expectAccessible(own);
    await context.close();
  });
});
