import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { parseQuestion } from "../../src/app/question.ts";
import { ROUNDS_EFFORT, roundsQuestion } from "../../src/app/rounds.ts";
import { planRounds } from "../../src/core/rounds/plan-rounds.ts";
import type { PlanRoundsAnswer } from "../../src/engine/describe-rounds.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { expectAccessible } from "./accessible.ts";
import { coloured, IS_FULL, launchBrowser, PHONE, someOf, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const RUN = { signal: { aborted: false }, progress: () => undefined };
/** 4,000 plans on a machine that draws its maps in software and does other things besides. */
const PATIENT = { timeout: 150_000 };
const MAYENNE = "?territory=dep:53&page=act&mode=rounds";
let browser: Browser;
let story: Visit;
let page: Page;
let expected: PlanRoundsAnswer;

beforeAll(async () => {
  browser = await launchBrowser();
  story = await visit(browser, `${url}?territory=dep:53&page=act`);
  page = story.page;
  await coloured(page);
  expected = await askEngine();
});
afterAll(() => browser.close());

const query = () => new URL(page.url()).searchParams;
const find = () => page.getByRole("button", { name: "Planifier les tournées" });
const proof = () => page.locator("[data-gap]");
const plain = (text: string) => text.replaceAll(/\s/g, " ");
const exact = async (figure: string) =>
  Number(await page.locator(`[data-figure=${figure}]`).first().getAttribute("data-exact"));
const visitsOf = (week: number) =>
  expected.found.routes.filter(({ day }) => Math.floor(day / 5) === week).flatMap(({ visits }) => visits);

/** Asks the same of the engine outside the browser. */
async function askEngine(): Promise<PlanRoundsAnswer> {
  const engine = createEngine(await openNodePack("data"));
  const question = roundsQuestion(parseQuestion(MAYENNE).question, 2.5);
  const world = await engine.prepareRounds(question, RUN);
  const limits = { seconds: () => 0, timeLimit: Number.POSITIVE_INFINITY };
  const found = await planRounds(world.problem, { run: RUN, ...limits, ...ROUNDS_EFFORT });
  return engine.describeRounds({ question, found }, RUN);
}

async function download(name: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  return readFile(await (await waiting).path(), "utf8");
}

it("one button plans the rounds the engine plans outside the browser, and draws a week of them", async () => {
  await page.getByText("Tournées", { exact: true }).click();
  await expect.poll(() => query().get("mode")).toBe("rounds");
  await find().click();
  await proof().waitFor(PATIENT);
  expect(query().get("planned")).toBe("1");
  expect(Number(await proof().getAttribute("data-reward"))).toBe(expected.found.reward);
  expect(Number(await proof().getAttribute("data-gap"))).toBe(expected.found.gap);
  expect(await exact("share")).toBe(expected.gain);
  expect(await exact("under")).toBe(expected.peopleUnderAfter);
  await expect.poll(() => page.locator(".site-marker").count()).toBe(1 + visitsOf(0).length);
  const names = await page.getByRole("region", { name: "Tournées de la semaine 1" }).locator("ol li").allInnerTexts();
  expect(names.map((text) => plain(text).replace(/^\S+ /, ""))).toEqual(
    visitsOf(0).map(({ place }) => expected.stops[place].name),
  );
});

it("the calendar and the table of stops say what the map says, week by week", async () => {
  await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
  const calendar = page.locator("[data-week]");
  const cells = calendar.locator("strong");
  expect(await cells.allInnerTexts()).toEqual(visitsOf(0).map(({ place }) => expected.stops[place].name));
  await page.getByRole("radiogroup", { name: "Semaine" }).getByText("3", { exact: true }).click();
  await expect.poll(() => query().get("week")).toBe("3");
  expect(await cells.allInnerTexts()).toEqual(visitsOf(2).map(({ place }) => expected.stops[place].name));
  expect(plain(await calendar.innerText())).toMatch(/08:30 départ de Mayenne/);
  await page.getByText("Arrêts", { exact: true }).click();
  await expect.poll(() => query().get("sheet")).toBe("stops");
  const rows = page.getByRole("region", { name: "Arrêts", exact: true }).locator("tbody tr");
  expect(await rows.count()).toBe(expected.stops.length);
  expect(await page.locator("tr[data-served]").count()).toBe(expected.stops.filter(({ rhythm }) => rhythm).length);
  await expectAccessible(page);
  await page.getByRole("radiogroup").getByText("Carte", { exact: true }).click();
});

it("files hold every visit; on paper there is a page per vehicle and week and nothing else", async () => {
  const visits = expected.found.routes.reduce((sum, route) => sum + route.visits.length, 0);
  await page.getByLabel("Premier lundi").fill("2027-01-06");
  await expect.poll(() => query().get("start")).toBe("2027-01-06");
  const lines = (await download("Visites (CSV)")).trim().split("\n");
  expect(lines).toHaveLength(1 + visits);
  expect(lines[1].split(",")[1]).toBe("2027-01-04");
  const calendar = await download("Agenda (iCalendar)");
  expect(calendar.match(/BEGIN:VEVENT\r\n/g)).toHaveLength(visits);
  expect(calendar).toMatch(/DTSTART:20270104T\d{6}\r\n/);
  const { features } = JSON.parse(await download("Carte (GeoJSON)"));
  expect(features).toHaveLength(
    1 + expected.stops.filter(({ rhythm }) => rhythm).length + expected.found.routes.length,
  );
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("[data-print] section:visible").count()).toBe(4);
  expect(await find().isVisible()).toBe(false);
  expect(await page.locator("header").first().isVisible()).toBe(false);
  await page.emulateMedia({ media: "screen" });
  expect(await page.locator("[data-print]").isVisible()).toBe(false);
});

it("become a change of a scenario with the same figures", async () => {
  await page.getByRole("button", { name: "En faire un scénario" }).click();
  await expect.poll(() => query().get("mode")).toBe("scenario");
  await page.locator("[data-updating=false]").waitFor();
  const after = Number(await page.locator("[data-figure=under]").getAttribute("data-after"));
  expect(after).toBeCloseTo(expected.peopleUnderAfter, 6);
  expect(plain(await page.locator("[data-changes='1']").innerText())).toMatch(/Unité mobile à .+ 4 500 consultations/);
  await page.goBack();
  await proof().waitFor();
});

it("the link plans again by itself on a phone, where nothing is cut, at twice the size of text neither", async () => {
  const phone = await visit(browser, page.url(), { viewport: PHONE });
  await phone.page.locator("[data-gap]").waitFor({ ...PATIENT, state: "attached" });
  expect(Number(await phone.page.locator("[data-gap]").getAttribute("data-reward"))).toBe(expected.found.reward);
  await expectAccessible(phone.page);
  await phone.page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
  await phone.page.getByText("Calendrier", { exact: true }).click();
  await phone.page.locator("[data-week]").waitFor();
  await expectAccessible(phone.page);
  await phone.page.addStyleTag({ content: "html { font-size: 200% !important; }" });
  const overflow = await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(phone.errors).toEqual([]);
  await phone.context.close();
});

it.runIf(IS_FULL)("an impossible request is said in words that name the constraint", async () => {
  const said = async (change: string) => {
    await page.goto(`${url}${MAYENNE}&planned=1&${change}`);
    const alert = page.getByRole("alert");
    await alert.waitFor(PATIENT);
    expect(await proof().count()).toBe(0);
    return plain(await alert.innerText());
  };
  for (const [change, words] of someOf([
    ["stop-must=53062&driving=30", /imposé : \d+ min aller-retour, plus que les 30 min/],
    ["vehicles=0", /Sans véhicule, pas de tournée/],
    ["depot=06088", /Depuis Nice, aucune des \d+ communes possibles ne tient dans une journée/],
  ] as const)) {
    expect(await said(change)).toMatch(words);
  }
});

it.runIf(IS_FULL)("stopped, it keeps the best plan found so far", async () => {
  await page.goto(`${url}?territory=reg:53&page=act&mode=rounds&vehicles=4&stops=100`);
  await find().click();
  await page.getByRole("button", { name: "Arrêter et garder ce plan" }).click();
  await page.getByText(/Recherche arrêtée par vous/).waitFor();
  expect(Number(await proof().getAttribute("data-reward"))).toBeGreaterThan(0);
  expect(await exact("stops")).toBeGreaterThan(0);
});

it("nothing went wrong and nothing left the origin", () => {
  expect(story.errors).toEqual([]);
  expect(story.foreign).toEqual([]);
});
