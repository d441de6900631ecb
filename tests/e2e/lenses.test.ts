import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { runOasis } from "../cli/run-oasis.ts";
import { expectAccessible } from "./accessible.ts";
import { coloured, DESKTOP, IS_FULL, launchBrowser, PHONE, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
const folder = mkdtempSync(join(tmpdir(), "oasis-lenses-"));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What the command line says of the same question: its summary, and its rows by INSEE code. */
function ask(command: string, ...args: readonly string[]) {
  const [out, summary] = [join(folder, `${command}.csv`), join(folder, `${command}.json`)];
  const ran = runOasis(command, "--territory", "reg:53", ...args, "--out", out, "--summary", summary);
  expect(ran.stderr).not.toContain("Error");
  expect(ran.status).toBe(0);
  return { summary: JSON.parse(readFileSync(summary, "utf8")), rows: readRows(readFileSync(out, "utf8")) };
}

/** Rows of a CSV whose quoted cells hold no comma that matters here: columns by name, by code. */
function readRows(text: string): Map<string, Record<string, string>> {
  const [header, ...lines] = text.trim().split("\n");
  const names = header.split(",");
  return new Map(
    lines.map((line) => {
      const cells = line.replaceAll(/"[^"]*"/g, "quoted").split(",");
      return [cells[0], Object.fromEntries(names.map((name, k) => [name, cells[k]]))];
    }),
  );
}

const query = (page: Page) => new URL(page.url()).searchParams;

/** The big number, to the person, once it is that of the question. */
const shownPeople = (page: Page) => page.locator("p[data-exact]").first();

async function expectPeople(page: Page, people: number): Promise<void> {
  await expect
    .poll(async () => Number(await shownPeople(page).getAttribute("data-exact")), { timeout: 90_000 })
    .toBeCloseTo(people, 3);
}

async function download(page: Page): Promise<Map<string, Record<string, string>>> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Télécharger en CSV" }).click();
  return readRows(readFileSync(await (await waiting).path(), "utf8"));
}

describe("from Bretagne, three questions asked of the diagnosis", () => {
  let story: Visit;
  let page: Page;

  beforeAll(async () => {
    story = await visit(browser, url);
    page = story.page;
    await coloured(page);
  });
  afterAll(() => story.context.close());

  it("robustness: the figure of the command line, every method with its people", async () => {
    await page.getByText("Robustesse", { exact: true }).click();
    await expect.poll(() => query(page).get("lens")).toBe("robustness");
    const { summary } = ask("robustness");
    await expectPeople(page, summary.people_depends);
    const rows = await page.getByRole("table").getByRole("rowheader").allInnerTexts();
    expect(rows.length).toBe(summary.variants.length);
    expect(await page.locator("main").innerText()).toMatch(/France\s35,2\s%/);
    await expectAccessible(page);
  });

  it("robustness: the table and its file say of each commune what the command line says", async () => {
    await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
    await page.getByRole("columnheader", { name: "Verdict" }).waitFor();
    const shown = await download(page);
    const { rows } = ask("robustness");
    expect(shown.size).toBe(rows.size);
    for (const [code, row] of rows) {
      const isJudged = row.verdict !== "unjudged";
      expect([code, shown.get(code)?.verdict, shown.get(code)?.variants_under_of_10]).toEqual([
        code,
        row.verdict,
        isJudged ? row.variants_under : "",
      ]);
    }
    await page.getByRole("radiogroup").getByText("Carte", { exact: true }).click();
  });

  it.runIf(IS_FULL)(
    "robustness: another way to carry the threshold over is in the link, and gives its own figure",
    async () => {
      await page.getByText("Rapport à la moyenne", { exact: true }).click();
      await expect.poll(() => query(page).get("rule")).toBe("same-ratio");
      await expectPeople(page, ask("robustness", "--threshold", "same-ratio").summary.people_depends);
    },
  );

  it.runIf(IS_FULL)("robustness: the card of a commune lists its methods", async () => {
    await page.goto(`${url}?lens=robustness&selected=35360`);
    const card = page.getByRole("article", { name: /Vitré/ });
    await card.getByText("APL officiel, tous les médecins").waitFor();
    const badge = card.getByRole("region", { name: "Le diagnostic tient-il ?" });
    expect(await badge.getByRole("listitem").count()).toBe(10);
    const under = (await badge.getByText("en désert", { exact: true }).count()).toString();
    expect(under).toBe(ask("robustness").rows.get("35360")?.variants_under);
  });

  it.runIf(IS_FULL)("departures: the cliff of the command line, then a share that leaves, by keyboard", async () => {
    await page.goto(`${url}?lens=departures&year=2022`);
    const { summary, rows } = ask("departures", "--year", "2022");
    const fallen = summary.steps.reduce(
      (sum: number, step: { people_falling: number }) => sum + step.people_falling,
      0,
    );
    await expectPeople(page, summary.people_under + fallen);
    const slider = page.getByRole("slider", { name: "Part des départs non remplacés" });
    await slider.focus();
    for (let k = 0; k < 15; k++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => query(page).get("loss")).toBe("15");
    const under = [...rows.values()].reduce(
      (sum, row) => sum + (row.all !== "" && Number(row.all) * 0.85 < 2.5 ? Number(row.population) : 0),
      0,
    );
    expect(Number(await page.locator("strong[data-exact]").getAttribute("data-exact"))).toBeCloseTo(under, 3);
    await page.reload();
    await expect.poll(() => page.locator("strong[data-exact]").getAttribute("data-exact")).toBe(String(under));
  });

  it.runIf(IS_FULL)("departures: the threshold of the room moves the cliff", async () => {
    await page.goto(`${url}?lens=departures&year=2022&threshold=3`);
    const { summary } = ask("departures", "--year", "2022", "--threshold", "3");
    const fallen = summary.steps.reduce(
      (sum: number, step: { people_falling: number }) => sum + step.people_falling,
      0,
    );
    await expectPeople(page, summary.people_under + fallen);
  });

  it.runIf(IS_FULL)("cumulated: both sets, and minutes one chooses, as the command line counts them", async () => {
    await page.goto(`${url}?lens=cumulated`);
    await expectPeople(page, ask("cumulated").summary.professions.people_by_difficulties[3]);
    await page.getByText("Premiers recours", { exact: true }).click();
    await expect.poll(() => query(page).get("set")).toBe("firstCare");
    await page.getByRole("slider", { name: /Urgences/ }).focus();
    for (let k = 0; k < 10; k++) await page.keyboard.press("ArrowLeft");
    await expect.poll(() => query(page).get("emergency")).toBe("20");
    const { summary } = ask("cumulated", "--emergency-minutes", "20");
    await expectPeople(page, summary.first_care.people_by_difficulties[3]);
  });

  it("asked nothing of any other origin and raised no error", () => {
    expect(story.foreign).toEqual([]);
    expect(story.errors).toEqual([]);
  });
});

describe("where a lens has nothing to show, and when it is stopped", () => {
  it.runIf(IS_FULL)("leads from another profession and another year to where it has", async () => {
    const { page, context } = await visit(browser, `${url}?lens=robustness&profession=nurse`);
    await page.getByRole("button", { name: "Voir les médecins généralistes" }).click();
    await expect.poll(() => query(page).get("profession")).toBeNull();
    await page.goto(`${url}?lens=departures&year=2015`);
    await page.getByRole("button", { name: "Voir 2022" }).click();
    await expect.poll(() => query(page).get("year")).toBe("2022");
    await context.close();
  });

  it.runIf(IS_FULL)("stops on demand and resumes", async () => {
    const { page, context } = await visit(browser, `${url}?lens=robustness`);
    await page.getByRole("button", { name: "Interrompre" }).click();
    await page.getByText("Calcul interrompu", { exact: false }).waitFor();
    await page.getByRole("button", { name: "Reprendre" }).click();
    await shownPeople(page).waitFor();
    await context.close();
  });
});

describe.runIf(IS_FULL).each<[string, { width: number; height: number }]>([
  ["desktop", DESKTOP],
  ["phone", PHONE],
])("%s", (_, viewport) => {
  it.each<[string, string]>([
    ["robustness", "?lens=robustness&selected=35360"],
    ["departures", "?lens=departures&year=2022&loss=10"],
    ["cumulated", "?lens=cumulated&set=firstCare"],
  ])("%s has no accessibility violation and does not scroll sideways", async (_name, link) => {
    const { page, context } = await visit(browser, `${url}${link}`, { viewport });
    await shownPeople(page).waitFor();
    await expectAccessible(page);
    await context.close();
  });
});
