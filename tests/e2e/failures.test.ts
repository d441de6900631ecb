import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { coloured, IS_FULL, launchBrowser, visit } from "./open-page.ts";

const url = inject("baseUrl");
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Answers a pack file with something else until told to stop. */
function breakFile(name: string, answer: { status: number; body?: string }) {
  let isBroken = true;
  return {
    before: (context: BrowserContext) =>
      context.route(`**/pack/${name}`, (route) =>
        isBroken ? route.fulfill({ body: "", ...answer }) : route.fallback(),
      ),
    mend: () => {
      isBroken = false;
    },
  };
}

describe("a pack that is not whole", () => {
  it("names a missing first answer and comes back on retry", async () => {
    const file = breakFile("first/reg-53.json", { status: 404 });
    const { page, context } = await visit(browser, url, { before: file.before });
    const alert = page.getByRole("alert").filter({ hasText: "first/reg-53.json" });
    await alert.first().waitFor();
    file.mend();
    await page.getByRole("button", { name: "Réessayer" }).first().click();
    await coloured(page);
    await context.close();
  });

  it("names a corrupt first answer", async () => {
    const file = breakFile("first/reg-53.json", { status: 200, body: "{not json" });
    const { page, context } = await visit(browser, url, { before: file.before });
    await page
      .getByRole("alert")
      .filter({ hasText: /first\/reg-53\.json.*abîmé/ })
      .first()
      .waitFor();
    await context.close();
  });

  it("refuses a database whose bytes are not those of the build, and starts again on retry", async () => {
    const file = breakFile("access.duckdb", { status: 200, body: "corrupt" });
    const { page, context } = await visit(browser, `${url}?year=2022`, { before: file.before });
    await page.getByRole("alert").filter({ hasText: "access.duckdb" }).first().waitFor();
    file.mend();
    await page.getByRole("button", { name: "Réessayer" }).first().click();
    await coloured(page);
    await context.close();
  });

  it.runIf(IS_FULL)(
    "says that the engine could not start when its module cannot be downloaded, and starts on retry",
    async () => {
      let isBlocked = true;
      const before = (context: BrowserContext) =>
        context.route("**/duckdb*.wasm", (route) => (isBlocked ? route.abort() : route.fallback()));
      const { page, context } = await visit(browser, `${url}?selected=35360`, { before });
      const card = page.getByRole("article", { name: /Vitré/ });
      await card.getByRole("alert").waitFor();
      isBlocked = false;
      await card.getByRole("button", { name: "Réessayer" }).click();
      await card.getByText("Taux de pauvreté").waitFor();
      await context.close();
    },
  );

  it.runIf(IS_FULL)("offers the table and a retry when the tiles are missing", async () => {
    const file = breakFile("oasis.pmtiles", { status: 404 });
    const { page, context } = await visit(browser, url, { before: file.before });
    const alert = page.getByRole("alert").filter({ hasText: "oasis.pmtiles" });
    await alert.first().waitFor();
    file.mend();
    await alert.getByRole("button", { name: "Réessayer" }).click();
    await coloured(page);
    await context.close();
  });
});

describe("a link that is not understood", () => {
  it("says what it ignored and shows the default instead", async () => {
    const { page, context } = await visit(browser, `${url}?territory=reg:99&profession=vet&year=1812`);
    const notice = page.getByRole("alert").filter({ hasText: "reg:99" });
    await notice.waitFor();
    for (const text of ["vet", "1812", "Bretagne"]) expect(await notice.innerText()).toContain(text);
    await coloured(page);
    await page.getByRole("button", { name: "Masquer ce message" }).click();
    await notice.waitFor({ state: "detached" });
    await context.close();
  });

  it.runIf(IS_FULL)("names a well-formed code that nobody bears, and leaves a way on", async () => {
    const { page, context } = await visit(browser, `${url}?territory=epci:999999999`);
    const alert = page.getByRole("alert").filter({ hasText: "999999999" });
    await alert.first().waitFor();
    await page
      .getByRole("button", { name: /Bretagne/ })
      .first()
      .click();
    await coloured(page);
    await context.close();
  });
});

describe("a graphics card that gives up", () => {
  it("says so, and colours again when the context comes back", async () => {
    const { page, context } = await visit(browser, url);
    await coloured(page);
    await page.evaluate(() => {
      const canvas = document.querySelector("canvas.maplibregl-canvas") as HTMLCanvasElement;
      const lose = canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context");
      Object.assign(window, { restoreContext: () => lose?.restoreContext() });
      lose?.loseContext();
    });
    const alert = page.getByRole("alert");
    await alert.first().waitFor();
    await page.evaluate(() => (window as unknown as { restoreContext(): void }).restoreContext());
    await alert.first().waitFor({ state: "detached" });
    const centre = await page.locator("canvas.maplibregl-canvas").screenshot();
    expect(new Set(centre).size).toBeGreaterThan(200);
    await context.close();
  });
});
