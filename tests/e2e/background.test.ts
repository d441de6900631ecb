import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { coloured, launchBrowser, visit } from "./open-page.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it("asks IGN for its map only once it is switched on, says so, and never puts it in the link", async () => {
  const { page, context, foreign } = await visit(browser, inject("baseUrl"));
  await coloured(page);
  expect(foreign).toEqual([]);
  await page.getByRole("button", { name: "Fond de carte" }).click();
  await page.getByText(/data\.geopf\.fr/).waitFor();
  expect(foreign).toEqual([]);
  await page.getByRole("switch", { name: "Afficher le fond IGN" }).click({ force: true });
  await expect.poll(() => foreign.length).toBeGreaterThan(0);
  expect(new Set(foreign.map((target) => new URL(target).host))).toEqual(new Set(["data.geopf.fr"]));
  await page.getByText(/Plan IGN v2, © IGN/).waitFor();
  expect(page.url()).not.toMatch(/ign/i);
  await context.close();
});
