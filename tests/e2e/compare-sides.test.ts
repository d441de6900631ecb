import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { modelOf } from "../../src/core/access/model.ts";
import { SERVED, type Served } from "../../src/core/placement/assignment.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { findPlan } from "../../src/engine/find-plan.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { createHighsSolver } from "../../src/platform/solver/highs.ts";
import { expectAccessible } from "./accessible.ts";
import { coloured, IS_FULL, launchBrowser, PHONE, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const ASKED = "?territory=dep:22&page=act&aim=p-median&asked=1";
const RUN = { signal: { aborted: false }, progress: () => undefined };
let browser: Browser;
let story: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  story = await visit(browser, `${url}${ASKED}&lines=0`);
  page = story.page;
  await coloured(page);
  await page.locator("[data-gap]").waitFor();
  await page.getByRole("radiogroup", { name: "Carte" }).waitFor();
});
afterAll(() => browser.close());

const query = () => new URL(page.url()).searchParams;
const line = (of = page) => of.getByRole("slider", { name: "Ligne entre avant et après" });
const show = (side: string, of = page) =>
  of.getByRole("radiogroup", { name: "Carte" }).getByText(side, { exact: true }).click();
const at = async (of = page) => Number(await line(of).getAttribute("aria-valuenow"));

/** Pixels of the map between two distances from its left, where no card lies. */
async function pixels(from: number, to: number): Promise<string> {
  const box = await page.locator("canvas.maplibregl-canvas").boundingBox();
  if (!box) throw new Error("no map");
  const clip = { x: box.x + from, y: box.y + 110, width: to - from, height: 340 };
  return createHash("sha1")
    .update(await page.screenshot({ clip }))
    .digest("hex");
}

/** Both parts once they stand still. */
async function still(): Promise<readonly string[]> {
  let last = "";
  for (;;) {
    const now = [await pixels(...LEFT), await pixels(...RIGHT)];
    if (now.join() === last) return now;
    last = now.join();
    await page.waitForTimeout(250);
  }
}
const LEFT = [80, 250] as const;
const RIGHT = [360, 560] as const;

it("shows before left of the line and after right of it, pixel by pixel, in the one map there was", async () => {
  await show("Avant");
  await page.waitForTimeout(1500);
  const before = await still();
  const tiles = () => story.requests.filter((request) => request.includes(".pmtiles")).length;
  const asked = tiles();
  await show("Les deux");
  await expect.poll(() => query().get("side")).toBe("both");
  expect(await at()).toBe(50);
  await expect.poll(() => pixels(...RIGHT)).not.toBe(before[1]);
  await expect.poll(() => pixels(...LEFT)).toBe(before[0]);
  await line().focus();
  await page.keyboard.press("Home");
  expect(await at()).toBe(0);
  await expect.poll(() => pixels(...LEFT)).not.toBe(before[0]);
  const after = await still();
  await page.keyboard.press("End");
  await expect.poll(() => pixels(...RIGHT)).toBe(before[1]);
  expect(await pixels(...LEFT)).toBe(before[0]);
  await page.keyboard.press("ArrowLeft");
  expect(await at()).toBe(98);
  expect(await line().getAttribute("aria-valuetext")).toMatch(/^avant sur 98\s%/);
  await expect.poll(() => query().get("split")).toBe("98");
  expect(await page.locator("canvas.maplibregl-canvas").count()).toBe(1);
  expect(tiles()).toBe(asked);
  await show("Après");
  await expect.poll(() => pixels(...LEFT)).toBe(after[0]);
  await expect.poll(() => pixels(...RIGHT)).toBe(after[1]);
  await show("Les deux");
});

it("is dragged by the mouse, and the pointer is told before and after", async () => {
  await still();
  const box = await line().boundingBox();
  const map = await page.locator("canvas.maplibregl-canvas").boundingBox();
  if (!box || !map) throw new Error("no line");
  expect(box.width).toBeGreaterThanOrEqual(44);
  const middle = { x: box.x + box.width / 2, y: map.y + map.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(map.x + 300, middle.y, { steps: 5 });
  expect(query().get("split")).toBe("98");
  await page.mouse.up();
  await expect.poll(() => query().get("split")).not.toBe("98");
  const moved = await line().boundingBox();
  expect(Math.abs((moved?.x ?? 0) + 22 - map.x - 300)).toBeLessThan(8);
  await page.mouse.move(map.x + 150, map.y + 250);
  await page.mouse.move(map.x + 152, map.y + 252);
  await page.getByText(/^Avant\s:.+ · Après\s:.+consult/).waitFor();
  await expectAccessible(page);
});

it("draws the lines on the right alone, and none once they are off", async () => {
  await page.mouse.move(2, 2);
  const bare = await still();
  const toggle = page.getByRole("switch", { name: /Lignes vers le centre/ });
  await toggle.click();
  await expect.poll(() => query().get("lines")).toBeNull();
  await expect.poll(() => pixels(...RIGHT)).not.toBe(bare[1]);
  await expect.poll(() => pixels(...LEFT)).toBe(bare[0]);
  await toggle.click();
  await expect.poll(() => pixels(...RIGHT)).toBe(bare[1]);
});

it("the table says who serves each commune as the engine does outside the browser", async () => {
  const question = {
    territory: { kind: "departement", code: "22" },
    series: { profession: "gp", year: 2023, ages: "all" },
    model: modelOf("gp"),
    objective: "p-median",
    threshold: 2.5,
    count: 3,
    supply: 4 * 5400,
    priority: 0,
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
  const db = await openNodePack("data");
  const engine = createEngine(db);
  const world = await engine.preparePlacement(question, RUN);
  const search = { run: RUN, seconds: () => 0, timeLimit: Number.POSITIVE_INFINITY, seed: 1 };
  const found = await findPlan(world, { ...search, solver: createHighsSolver() });
  const { assignment, sites, units, minutes } = await engine.describePlan({ question, found }, RUN);
  if (!assignment || !minutes) throw new Error("nobody is assigned");
  const words = Object.keys(SERVED) as Served[];
  for (const [code, word] of words.entries()) {
    const communes = assignment.served.filter((own) => own === code).length;
    const said = page.locator(`[data-served=${word}]`);
    expect(communes > 0 ? Number(await said.getAttribute("data-communes")) : await said.count()).toBe(communes);
  }
  await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
  await page.getByRole("columnheader", { name: "Desservie par" }).waitFor();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger", exact: false }).first().click();
  const [header, ...rows] = (await readFile(await (await waiting).path(), "utf8")).trim().split("\n");
  expect(header).toBe("code,name,population,access_after,access_official,gain,served_by,minutes_after");
  const { codes } = (await (await fetch(`${url}pack/places.json`)).json()) as { codes: string[] };
  const said = new Map(rows.map((row) => [row.split(",")[0], row.split(",").slice(-2)]));
  let compared = 0;
  for (let r = 0; r < units.length; r++) {
    if (assignment.served[r] !== SERVED.site) continue;
    const [site, time] = said.get(codes[units[r]]) ?? [];
    expect(site).toBe(sites[assignment.sites[assignment.offsets[r]]].code);
    expect(Number(time)).toBeCloseTo(minutes.after[r], 9);
    compared++;
  }
  expect(compared).toBeGreaterThan(300);
});

it.runIf(IS_FULL)("says why there are no lines where nobody is sent anywhere", async () => {
  await page.goto(`${url}?territory=dep:22&page=act&asked=1&side=both&split=20`);
  await line().waitFor();
  expect(await at()).toBe(20);
  await page.getByText(/Pas de lignes avec l.objectif Équité/).waitFor();
  expect(story.errors).toEqual([]);
  expect(story.foreign).toEqual([]);
});

it.runIf(IS_FULL)("works with a finger on a phone, in the room Scénario", async () => {
  const { page: own, context } = await visit(browser, `${url}?territory=dep:22&page=act&mode=scenario&effect=both`, {
    viewport: PHONE,
  });
  await coloured(own);
  expect(await line(own).count()).toBe(0);
  await own.getByRole("button", { name: "Nouveau", exact: true }).click();
  await line(own).waitFor();
  await own.getByRole("radiogroup", { name: "Carte" }).getByText("Écart", { exact: true }).click();
  await expect.poll(() => line(own).count()).toBe(0);
  await show("Les deux", own);
  const [knob, map] = [await line(own).boundingBox(), await own.locator("canvas.maplibregl-canvas").boundingBox()];
  if (!knob || !map) throw new Error("no line");
  const touch = await context.newCDPSession(own);
  const y = map.y + map.height - 50;
  const send = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y }] });
  await send("touchStart", knob.x + 22);
  for (const x of [200, 230, 260, 0.8 * map.width]) await send("touchMove", x);
  await send("touchEnd");
  await expect.poll(() => at(own)).toBe(80);
  await expect.poll(() => new URL(own.url()).searchParams.get("split")).toBe("80");
  await expectAccessible(own);
  await context.close();
});
