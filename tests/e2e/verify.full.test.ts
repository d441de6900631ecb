import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { expectAccessible } from "./accessible.ts";
import { coloured, DESKTOP, IS_FULL, launchBrowser, PHONE, someOf, visit } from "./open-page.ts";

const url = inject("baseUrl");
/** A viewport of half the size is what 200 % of zoom leaves. */
const ZOOMED = { width: 720, height: 450 };
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const query = (page: Page) => new URL(page.url()).searchParams;

async function allFound(page: Page): Promise<void> {
  await page.getByText("14 sur 14 exemples retrouvés").waitFor();
  await page.getByText("7 sur 7 chiffres retrouvés sur les données").waitFor();
  await page.getByText("48 sur 48 contrôles des données tenus").first().waitFor();
}

describe("« Vérifiez-nous »", () => {
  it("opens from the map, finds everything again in this browser, and the back button returns to the map", async () => {
    const { page, context, errors, foreign } = await visit(browser, `${url}?territory=dep:35`);
    await coloured(page);
    await page.getByRole("button", { name: "Vérifiez-nous" }).click();
    await page.getByRole("heading", { level: 1, name: "Vérifiez-nous" }).waitFor();
    expect(query(page).get("page")).toBe("verify");
    expect(query(page).get("territory")).toBe("dep:35");
    await allFound(page);
    await page.goBack();
    await page.getByRole("region", { name: "Chiffres du territoire" }).waitFor();
    expect(query(page).get("page")).toBeNull();
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await context.close();
  });

  it.runIf(IS_FULL)("opens from the method drawer and by its address", async () => {
    const { page, context } = await visit(browser, url);
    await page.getByRole("button", { name: "Sources et méthode", exact: true }).click();
    await page.getByRole("button", { name: /Vérifiez-nous : refaire/ }).click();
    await page.getByRole("heading", { level: 1, name: "Vérifiez-nous" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Vérifiez-nous" }).waitFor();
    await page.getByRole("button", { name: "Retour à la carte" }).click();
    await coloured(page);
    await context.close();
  });

  it("moves away from the expected result when a number is changed, and comes back", async () => {
    const { page, context } = await visit(browser, `${url}?page=verify`);
    const example = page.locator("details", { hasText: "E2SFCA : moins de poids" });
    await example.locator("summary").click();
    await example.getByText("1,213592").first().waitFor();
    const people = example.getByRole("textbox", { name: "Communes : Commune 1, Habitants P" });
    await people.fill("25");
    await example.getByText("S’écarte : vous avez changé un nombre").first().waitFor();
    await page.getByText("13 sur 14 exemples retrouvés").waitFor();
    await people.fill("douze");
    expect(await people.getAttribute("aria-invalid")).toBe("true");
    await example.getByRole("button", { name: "Remettre les nombres d’origine" }).click();
    await page.getByText("14 sur 14 exemples retrouvés").waitFor();
    expect(await people.inputValue()).toBe("5");
    await context.close();
  });

  it("prints with every example open", async () => {
    const { page, context } = await visit(browser, `${url}?page=verify`);
    await allFound(page);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    expect(await page.locator("details:not([open])").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Imprimer" }).isVisible()).toBe(false);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeGreaterThan(5000);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect(await page.locator("details[open]").count()).toBe(0);
    await context.close();
  });

  it.each(
    someOf<[string, { width: number; height: number }]>([
      ["desktop", DESKTOP],
      ["phone", PHONE],
      ["200 % zoom", ZOOMED],
    ]),
  )("%s: no accessibility violation, nothing wider than the screen, with everything open", async (_, viewport) => {
    const { page, context } = await visit(browser, `${url}?page=verify`, { viewport });
    await allFound(page);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("details")) one.open = true;
    });
    await expectAccessible(page);
    await context.close();
  });
});

describe("study of fidelity", () => {
  const openStudy = async (page: Page) => {
    await page.getByRole("button", { name: "Ouvrir l’étude complète" }).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByText("Tous les modèles essayés").waitFor();
    return drawer;
  };

  it("shows at once what was computed beforehand, for both splits, neighbours beside the model", async () => {
    const { page, context, errors } = await visit(browser, `${url}?lens=recomputed&profession=nurse`);
    const drawer = await openStudy(page);
    expect(await drawer.getByRole("row", { name: /Moyenne des voisines/ }).innerText()).toMatch(/0,859/);
    await drawer.getByText("Bassins de vie entiers", { exact: true }).click();
    await drawer.getByText(/0,698/).first().waitFor();
    await drawer.getByRole("img", { name: /Officiel et recalculé/ }).waitFor();
    await drawer.getByRole("img", { name: /Où le modèle se trompe/ }).waitFor();
    const download = page.waitForEvent("download");
    await drawer.getByRole("button", { name: "Table des modèles (CSV)" }).click();
    expect((await download).suggestedFilename()).toBe("oasis-fidelite-nurse-2023.csv");
    expect(errors).toEqual([]);
    await context.close();
  });

  it.runIf(IS_FULL)("runs here, lets itself be stopped, and puts the difference on the map", async () => {
    const { page, context, errors } = await visit(browser, `${url}?lens=recomputed`);
    const drawer = await openStudy(page);
    await drawer.getByRole("button", { name: "Refaire l’étude rapide ici" }).click();
    await drawer.getByRole("button", { name: "Arrêter" }).click();
    await drawer.getByText("Étude arrêtée.").waitFor();
    await drawer.getByRole("button", { name: "Refaire l’étude rapide ici" }).click();
    await drawer.getByText(/Refaite dans ce navigateur/).waitFor({ timeout: 150_000 });
    await drawer.getByRole("checkbox", { name: /Montrer l’écart/ }).check();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: /Modèle retenu moins officiel/ }).waitFor();
    await page.getByRole("radiogroup").getByText("Table", { exact: true }).click();
    await page.getByRole("columnheader", { name: "Rôle" }).waitFor();
    await page.getByRole("checkbox", { name: /Montrer l’écart/ }).uncheck();
    await page.getByRole("columnheader", { name: "Rôle" }).waitFor({ state: "detached" });
    expect(errors).toEqual([]);
    await context.close();
  });

  it.runIf(IS_FULL).each<[string, { width: number; height: number }]>([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("%s: no accessibility violation", async (_, viewport) => {
    const { page, context } = await visit(browser, `${url}?lens=recomputed`, { viewport });
    const drawer = await openStudy(page);
    for (const table of await drawer.locator("summary").all()) await table.click();
    await expectAccessible(page);
    await context.close();
  });
});
