import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { modelOf } from "../../src/core/access/model.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { launchBrowser, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const SERIES = { profession: "gp", year: 2023, ages: "all" } as const;
const BRETAGNE = { kind: "region", code: "53" } as const;
const RUN = { signal: { aborted: false }, progress: () => undefined };
let browser: Browser;
let story: Visit;
let page: Page;
let engine: Engine;

beforeAll(async () => {
  browser = await launchBrowser();
  engine = createEngine(await openNodePack("data"));
  story = await visit(browser, `${url}?lens=recomputed`);
  page = story.page;
});
afterAll(() => browser.close());

const query = () => new URL(page.url()).searchParams;
const beside = () => page.locator("table", { hasText: "Recalcul" }).first();
const settled = () => page.locator("table[aria-busy=false]", { hasText: "Recalcul" }).first().waitFor();
const french = (value: number, digits: number) => value.toFixed(digits).replace(".", ",");

it("shows the official figures beside those computed here, the same as outside the browser", async () => {
  await settled();
  const text = await beside().innerText();
  expect(text).toMatch(/336\s200/);
  const { level } = await engine.recomputeAccess({ territory: BRETAGNE, series: SERIES, model: modelOf("gp") }, RUN);
  expect(text).toContain(french(level.summary.mean, 1));
  const under = Math.round(level.summary.below[50] / 100) * 100;
  expect(text.replaceAll(/\s/g, "")).toContain(String(under));
});

it("says how close it comes, and that it is no rival of the official figure", async () => {
  const question = { territory: BRETAGNE, series: SERIES, model: modelOf("gp") };
  const { territory } = await engine.scoreRecomputation(question, RUN);
  await page.getByText(`Corrélation avec l'officiel : ${french(territory.r, 2)}`.replace("'", "’")).waitFor();
  await page.getByText(/il ne remplace pas l.indicateur officiel/).waitFor();
});

it("follows an assumption, keeps it in the address, and goes back", async () => {
  const before = await beside().innerText();
  const slider = page.getByRole("slider", { name: /Jusqu/ }).first();
  await slider.focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => query().get("max")).toBe("30");
  await page.getByLabel("Poids selon le trajet").selectOption("exponential");
  await expect.poll(() => query().get("decay")).toBe("exp:0.12");
  await settled();
  await expect.poll(() => beside().innerText()).not.toBe(before);
  await page.reload();
  await settled();
  expect(query().get("decay")).toBe("exp:0.12");
  await page.getByRole("button", { name: /Revenir à la méthode officielle/ }).click();
  await expect.poll(() => query().get("decay")).toBeNull();
  await settled();
  await expect.poll(() => beside().innerText()).toBe(before);
});

it("maps and tabulates the difference, and hands it over as a file", async () => {
  await page.getByText("Écart à l’officiel", { exact: true }).click();
  await expect.poll(() => query().get("as")).toBe("difference");
  await page.getByText(/Plus bas que l.officiel en violet/).waitFor();
  await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
  await page.getByRole("columnheader", { name: /Écart/ }).waitFor();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: /Télécharger/ }).click();
  const text = await readFile(await (await waiting).path(), "utf8");
  const [header, ...lines] = text.trim().split("\n");
  expect(header).toBe("code,name,population,recomputed,official,recomputed_minus_official");
  expect(lines.length).toBeGreaterThan(1200);
  const vitre =
    lines
      .find((line) => line.startsWith("35360,"))
      ?.split(",")
      .slice(-3)
      .map(Number) ?? [];
  expect(vitre[1]).toBeCloseTo(3.488, 3);
  expect(vitre[2]).toBeCloseTo(vitre[0] - vitre[1], 9);
});

it("other professions and methods have their own words; nothing went wrong and nothing left the origin", async () => {
  await page.getByRole("radiogroup").getByText("Carte", { exact: true }).click();
  await page.getByLabel("Méthode", { exact: true }).selectOption("nearest");
  await page.getByText(/n.a pas l.unité de l.indicateur officiel/).waitFor();
  await page.getByText(/Recalcul · minutes/).waitFor();
  await page.getByLabel("Profession").selectOption("midwife");
  await expect.poll(() => query().get("method")).toBeNull();
  await settled();
  expect(story.errors).toEqual([]);
  expect(story.foreign).toEqual([]);
});
