import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { modelOf } from "../../src/core/access/model.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { findPlan } from "../../src/engine/find-plan.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { createHighsSolver } from "../../src/platform/solver/highs.ts";
import { expectAccessible } from "./accessible.ts";
import { coloured, IS_FULL, launchBrowser, PHONE, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const RUN = { signal: { aborted: false }, progress: () => undefined };
let browser: Browser;
let story: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  story = await visit(browser, url);
  page = story.page;
  await coloured(page);
});
afterAll(() => browser.close());

const query = () => new URL(page.url()).searchParams;
const find = () => page.getByRole("button", { name: "Trouver les meilleurs sites" });
const proof = () => page.locator("[data-gap]");
const names = () => page.getByRole("region", { name: "Pourquoi ces sites" }).getByRole("heading", { level: 3 });
const plain = (text: string) => text.replaceAll(/\s/g, " ");

/** Asks the same of the engine outside the browser. */
async function askEngine() {
  const engine = createEngine(await openNodePack("data"));
  const question = {
    territory: { kind: "departement", code: "22" },
    series: { profession: "gp", year: 2023, ages: "all" },
    model: modelOf("gp"),
    objective: "shortfall",
    threshold: 2.5,
    count: 4,
    supply: 4 * 5400,
    priority: 1,
    minutes: 15,
    practices: false,
    candidates: {
      pharmacy: true,
      franceServices: false,
      people: 0,
      minutesToPractice: 0,
      margin: 0,
      mandatory: [],
      excluded: [],
    },
  } as const;
  const world = await engine.preparePlacement(question, RUN);
  const search = { run: RUN, seconds: () => 0, timeLimit: Number.POSITIVE_INFINITY, seed: 1 };
  const found = await findPlan(world, { ...search, solver: createHighsSolver() });
  return engine.describePlan({ question, found }, RUN);
}

it("opens from the rail by the keyboard, and goes back", async () => {
  const room = page.getByRole("navigation", { name: "Salles" }).getByRole("link", { name: "Agir" });
  await room.focus();
  await page.keyboard.press("Enter");
  await find().waitFor();
  expect(query().get("page")).toBe("act");
  await page.goBack();
  await page.getByRole("heading", { name: /Qui manque/ }).waitFor();
  await page.goForward();
  await find().waitFor();
});

it("finds, proven, the sites the engine finds outside the browser, with the exact solver from this origin", async () => {
  await page.goto(`${url}?territory=dep:22&page=act`);
  await page.getByLabel("Centres", { exact: true }).fill("4");
  await expect.poll(() => query().get("sites")).toBe("4");
  await find().click();
  await proof().waitFor();
  const expected = await askEngine();
  expect(Number(await proof().getAttribute("data-gap"))).toBeLessThanOrEqual(1e-9);
  expect(plain(await proof().innerText())).toMatch(/Optimal prouvé/);
  expect(expected.found.gap).toBeLessThanOrEqual(1e-9);
  expect((await names().allInnerTexts()).map(plain)).toEqual(expected.sites.map(({ name }) => name));
  await expect.poll(() => page.locator(".site-marker").count()).toBe(4);
  const under = plain(await page.locator("[data-figure=under]").innerText()).replaceAll(" ", "");
  expect(Number(under)).toBe(Math.round(expected.planned.peopleUnder / 100) * 100);
});

it("says why, site by site, and hands the sites over", async () => {
  const why = page.getByRole("region", { name: "Pourquoi ces sites" });
  const text = plain(await why.innerText());
  expect(text).toMatch(/dauphin : .+ \(−\d/);
  expect(text).toMatch(/Limite : \d+,\d % de son offre va à des habitants sous 2,5/);
  const waiting = page.waitForEvent("download");
  await why.getByRole("button", { name: /Télécharger les sites/ }).click();
  const lines = (await readFile(await (await waiting).path(), "utf8")).trim().split("\n");
  expect(lines.length).toBe(5);
  expect(lines[0]).toMatch(/^rank,code,name,/);
});

it("the table says what the map shows, before or after", async () => {
  await page.getByRole("radiogroup", { name: "Carte" }).getByText("Avant", { exact: true }).click();
  await expect.poll(() => query().get("side")).toBe("before");
  await page.getByText(/habitant · avant/).waitFor();
  expect(await proof().count()).toBe(1);
  await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger", exact: false }).first().click();
  const [header, ...rows] = (await readFile(await (await waiting).path(), "utf8")).trim().split("\n");
  expect(header).toBe("code,name,population,access_after,access_official,gain");
  const gains = rows.map((row) => row.split(",").slice(-3).map(Number));
  for (const [after, official, gain] of gains) if (!Number.isNaN(gain)) expect(after - official).toBeCloseTo(gain, 9);
  expect(gains.some(([, , gain]) => gain > 0)).toBe(true);
  await page.getByRole("radiogroup").getByText("Carte", { exact: true }).click();
  await expect.poll(() => query().get("view")).toBeNull();
});

it.runIf(IS_FULL)("the link asks the same again, and answers by itself", async () => {
  const before = await names().allInnerTexts();
  expect(query().get("asked")).toBe("1");
  await page.reload();
  await proof().waitFor();
  expect(await names().allInnerTexts()).toEqual(before);
});

it("has no accessibility violation, on a phone neither", async () => {
  await expectAccessible(page);
  if (!IS_FULL) return;
  const phone = await visit(browser, page.url(), { viewport: PHONE });
  await phone.page.locator("[data-gap]").waitFor({ state: "attached" });
  await expectAccessible(phone.page);
  await phone.context.close();
});

it("another request leaves no answer of the one before; an impossible one is said in words", async () => {
  await page.getByLabel("Objectif").selectOption("lscp");
  await expect.poll(() => query().get("aim")).toBe("lscp");
  await expect.poll(() => proof().count()).toBe(0);
  expect(await page.locator(".site-marker").count()).toBe(0);
  await page.getByLabel("Minutes au plus").fill("2");
  await find().click();
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(plain(await alert.innerText())).toMatch(/Aucune commune candidate n.est à 2 min ou moins de .+/);
});

it("trade-offs: plans none of which beats another, chosen by the keyboard, in a table, a sentence each, on the map", async () => {
  await page.goto(`${url}?territory=dep:22&page=act`);
  await page.getByRole("checkbox", { name: "Temps moyen" }).check();
  await expect.poll(() => query().get("versus")).toBe("p-median");
  await find().click();
  await proof().waitFor();
  const rows = page.locator("tr:has(td[data-value])");
  const values = await rows.evaluateAll((all) =>
    all.map((row) =>
      Array.from(row.querySelectorAll("td[data-value]"), (cell) => Number(cell.getAttribute("data-value"))),
    ),
  );
  expect(values.length).toBeGreaterThan(3);
  for (const [gain, time] of values) {
    for (const [other, shorter] of values) {
      expect(other >= gain && shorter <= time && (other > gain || shorter < time)).toBe(false);
    }
  }
  const sentences = (await page.locator("[data-plan]").allInnerTexts()).map(plain);
  expect(sentences.length).toBe(values.length);
  expect(sentences[0]).toMatch(
    /^Plan A : .+ de manque comblé en plus, mais .+ min de plus en moyenne que le plan B\.$/,
  );
  const last = page.getByRole("radiogroup", { name: "Choisir un plan" }).getByRole("radio").last();
  const before = await names().allInnerTexts();
  await last.focus();
  await page.keyboard.press("Space");
  await expect.poll(() => names().allInnerTexts()).not.toEqual(before);
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => last.isChecked()).toBe(false);
  await expectAccessible(page);
});

it("stopped, it keeps the best plan found at once", async () => {
  await page.goto(`${url}?territory=reg:53&page=act&aim=lscp&minutes=20`);
  await find().click();
  const stop = page.getByRole("button", { name: "Arrêter et garder ce plan" });
  await stop.waitFor();
  await stop.click();
  await page.getByText(/Recherche arrêtée par vous/).waitFor();
  expect(Number(await proof().getAttribute("data-gap"))).toBeGreaterThan(0);
  expect(await names().count()).toBeGreaterThan(10);
});

it("nothing went wrong and nothing left the origin", () => {
  expect(story.errors).toEqual([]);
  expect(story.foreign).toEqual([]);
  expect(story.requests.some((request) => /highs.*\.wasm$/.test(request))).toBe(true);
});
