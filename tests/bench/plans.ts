import type { Page } from "playwright-core";
import { coloured, launchBrowser, visit } from "../e2e/open-page.ts";
import { report } from "./report.ts";
import { serve } from "./serve.ts";

/**
 * Searches of sites in Brittany in Chromium, from the click: the first plan shown, the first within 0.5 % of what is proven,
 * the end or half a minute; how long the page kept its reader waiting meanwhile; how long stopping takes. Needs `npm run build`
 * first. `OASIS_PLANS=shortfall,p-median npm run bench plans`
 */
const WANTED = (process.env.OASIS_PLANS ?? "shortfall,p-median,mclp,p-center,lscp").split(",");
const COUNTS = [5, 20];
const GOOD = 0.005;
const MOST_MS = 30_000;

interface Step {
  readonly at: number;
  readonly gap: number;
  readonly isOver: boolean;
}

export async function benchPlans(): Promise<void> {
  const browser = await launchBrowser();
  const application = await serve({ "/": "dist" });
  for (const aim of WANTED) {
    for (const count of aim === "lscp" ? [0] : COUNTS) {
      for (const pharmacy of [1, 0]) {
        const query = `?territory=reg:53&page=act&aim=${aim}&with-pharmacy=${pharmacy}${count > 0 ? `&sites=${count}` : "&minutes=20"}`;
        const { page, context } = await visit(browser, `${application.url}${query}`);
        await coloured(page);
        // What the room gathers as it opens.
        await page.waitForTimeout(8000);
        await watch(page);
        await page.getByRole("button", { name: "Trouver les meilleurs sites" }).click();
        const end = page.locator("[data-gap]").waitFor({ timeout: MOST_MS });
        const isOver = await end.then(
          () => true,
          () => false,
        );
        const stop = isOver ? Number.NaN : await stopAndTime(page);
        const { steps, waits } = await page.evaluate(() => window.oasisWatch);
        const at = (found: Step | undefined) => found?.at ?? Number.NaN;
        report(`${aim}${count > 0 ? ` p=${count}` : ""}, ${pharmacy ? "communes with a pharmacy" : "every commune"}`, {
          first_ms: at(steps[0]),
          within_half_per_cent_ms: at(steps.find(({ gap }) => gap <= GOOD)),
          end_ms: at(steps.find((step) => step.isOver)),
          last_gap: (isOver ? steps : steps.filter((step) => !step.isOver)).at(-1)?.gap ?? Number.NaN,
          longest_wait_ms: Math.max(0, ...waits),
          stop_ms: stop,
        });
        await context.close();
      }
    }
  }
  application.close();
  await browser.close();
}

declare global {
  interface Window {
    oasisWatch: { steps: Step[]; waits: number[] };
  }
}

/** Notes what the page shows of the search, and each task that kept it busy. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.oasisWatch = { steps: [], waits: [] };
    const { steps, waits } = window.oasisWatch;
    new PerformanceObserver((list) => waits.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
    });
    let start = 0;
    document.addEventListener("click", () => (start ||= performance.now()), { capture: true });
    let last = "";
    new MutationObserver(() => {
      const shown = document.querySelector<HTMLElement>("[data-gap], [data-so-far]");
      if (!shown) return;
      const { gap, soFar } = shown.dataset;
      const now = `${gap} ${soFar}`;
      if (now === last) return;
      last = now;
      const value = gap ?? soFar;
      steps.push({
        at: performance.now() - start,
        gap: value === "Infinity" ? Number.POSITIVE_INFINITY : Number(value),
        isOver: gap !== undefined,
      });
    }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-so-far"] });
  });
}

async function stopAndTime(page: Page): Promise<number> {
  const stop = page.getByRole("button", { name: /^Arrêter/ });
  return page.evaluate(
    (button) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        new MutationObserver(() => {
          if (!document.querySelector("progress")) resolve(performance.now() - start);
        }).observe(document.body, { subtree: true, childList: true });
        (button as HTMLButtonElement).click();
      }),
    await stop.elementHandle(),
  );
}
