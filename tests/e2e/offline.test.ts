import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { coloured, IS_FULL, launchBrowser, visit } from "./open-page.ts";

const url = inject("baseUrl");
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it("works without network after the first load: map, another région, search, DuckDB", async () => {
  const { page, context, errors } = await visit(browser, url, { serviceWorkers: "allow" });
  await coloured(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 90_000 });
  await context.setOffline(true);

  await page.goto(`${url}?territory=reg:93`);
  await coloured(page);
  expect(await page.title()).toContain("Provence");

  await page.goto(`${url}?territory=dep:35&profession=nurse`);
  await coloured(page);
  const search = page.getByRole("textbox", { name: /Chercher un territoire/ });
  await search.click();
  await search.pressSequentially("35500");
  await page.getByRole("option").filter({ hasText: "Vitré" }).first().waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it.runIf(IS_FULL)("keeps itself for later too when the first thing opened is the table", async () => {
  const { page, context } = await visit(browser, `${url}?view=table`, { serviceWorkers: "allow" });
  await page.getByRole("table").first().waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 90_000 });
  await context.setOffline(true);
  await page.reload();
  await page.getByRole("table").first().waitFor();
  await context.close();
});
