import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { coloured, launchBrowser, type Visit, visit } from "./open-page.ts";

const url = inject("baseUrl");
let browser: Browser;
let story: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  story = await visit(browser, url);
  page = story.page;
});
afterAll(() => browser.close());

const query = () => new URL(page.url()).searchParams;

it("opens on Bretagne, coloured, with its headline against France", async () => {
  await coloured(page);
  await page.getByText("336 200", { exact: false }).first().waitFor();
  expect(await page.title()).toContain("Bretagne");
  const text = await page.locator("main").innerText();
  expect(text).toMatch(/10,0\s%/);
  expect(text).toMatch(/France\s16,6\s%/);
});

it("moves to France and colours every commune", async () => {
  await page.getByRole("navigation", { name: "Territoire" }).getByText("France").click();
  await page
    .getByText(/11\s115\s800/)
    .first()
    .waitFor();
  await expect.poll(() => query().get("territory")).toBe("fr");
});

it("lights only what is under the threshold, and the threshold moves by keyboard", async () => {
  await page
    .getByRole("radiogroup", { name: /lumi|filtre|montr/i })
    .getByText("Sous le seuil")
    .click();
  await expect.poll(() => query().get("show")).toBe("below");
  const handle = page.getByRole("slider").first();
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => query().get("threshold")).toBe("2.6");
  await page.keyboard.press("Escape");
  await expect.poll(() => query().get("threshold")).toBeNull();
  await page
    .getByRole("radiogroup", { name: /lumi|filtre|montr/i })
    .getByText("Tout")
    .click();
  await expect.poll(() => query().get("show")).toBeNull();
});

it("finds Vitré by name, selects it and reads its value in the card", async () => {
  const search = page.getByRole("textbox", { name: /Chercher un territoire/ });
  await search.click();
  await search.pressSequentially("vitre");
  await page.getByRole("option").filter({ hasText: "Vitré" }).first().click();
  const card = page.getByRole("article", { name: /Vitré/ });
  await card.getByText(/3,5\sconsultations/).waitFor();
  await expect.poll(() => query().get("selected")).toBe("35360");
});

it("shows the same value in the table", async () => {
  await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
  const row = page.locator('tr[aria-current="true"]');
  await row.waitFor();
  expect(await row.innerText()).toMatch(/Vitré/);
  expect(await row.innerText()).toMatch(/3,49/);
  await expect.poll(() => query().get("view")).toBe("table");
});

it("comes back to the same state from its URL", async () => {
  const before = { url: page.url(), row: await page.locator('tr[aria-current="true"]').innerText() };
  await page.reload();
  const card = page.getByRole("article", { name: /Vitré/ });
  await card.getByText(/3,5\sconsultations/).waitFor();
  expect(await page.locator('tr[aria-current="true"]').innerText()).toBe(before.row);
  expect(page.url()).toBe(before.url);
});

it("asked nothing of any other origin and raised no error", () => {
  expect(story.foreign).toEqual([]);
  expect(story.errors).toEqual([]);
});
