import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { expectAccessible } from "./accessible.ts";
import { coloured, DESKTOP, launchBrowser, PHONE, someOf, visit } from "./open-page.ts";

const url = inject("baseUrl");
/** A viewport of half the size is what 200 % of zoom leaves. */
const ZOOMED = { width: 720, height: 450 };
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SIZES = [
  ["desktop", DESKTOP],
  ["phone", PHONE],
  ["200 % zoom", ZOOMED],
] as const;
const VIEWS: readonly (readonly [name: string, query: string])[] = [
  ["the default view", ""],
  ["a selected commune", "?selected=35360"],
  ["the table", "?view=table&selected=35360"],
  ["English", "?lang=en"],
  ["the recomputation", "?lens=recomputed&as=difference"],
  ["what is in reach", "?lens=reach&from=-2.75953,48.11040"],
];

describe.each(SIZES)("%s", (_size, viewport) => {
  it.each(someOf(VIEWS))("%s has no accessibility violation and does not scroll sideways", async (_name, query) => {
    const { page, context } = await visit(browser, `${url}${query}`, { viewport });
    await page.locator("main").waitFor();
    if (query.includes("table")) await page.getByRole("table").first().waitFor();
    else await coloured(page);
    if (query.includes("recomputed"))
      await page
        .getByText(/en violet/)
        .first()
        .waitFor({ state: "attached" });
    if (query.includes("reach")) await page.locator("tr[data-kind=people]").waitFor({ state: "attached" });
    await expectAccessible(page);
    await context.close();
  });
});

describe("keyboard alone", () => {
  it("reaches the map, moves from commune to commune and opens the card", async () => {
    const { page, context } = await visit(browser, `${url}?selected=35360`);
    await coloured(page);
    await page.getByRole("article", { name: /Vitré/ }).waitFor();
    await expectAccessible(page);
    await page.locator("canvas.maplibregl-canvas").focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => new URL(page.url()).searchParams.get("selected")).not.toBe("35360");
    await page.keyboard.press("Escape");
    await expect.poll(() => new URL(page.url()).searchParams.get("selected")).toBeNull();
    await context.close();
  });
});
