import type { Browser, Page } from "playwright-core";
import { coloured, visit } from "../e2e/open-page.ts";
import { median, report } from "./report.ts";

const TERRITORIES = { Bretagne: "reg:53", France: "fr" } as const;

interface Move {
  /** From the key to the new colours handed to the map, then to the first frame with them. */
  readonly coloured: number;
  readonly painted: number;
}

/** The catchment limit of the recomputation moved up by one minute: how long until the map follows. */
export async function benchSliders(browser: Browser, baseUrl: string, moves: number): Promise<void> {
  const medians: Record<string, number> = {};
  for (const [name, territory] of Object.entries(TERRITORIES)) {
    const { page, context } = await visit(browser, `${baseUrl}?territory=${territory}&lens=recomputed`);
    await coloured(page);
    const slider = page.getByRole("slider", { name: /Jusqu/ }).first();
    await slider.waitFor();
    await page.locator("table[aria-busy=false]").first().waitFor();
    await page.waitForTimeout(3000);
    await slider.focus();
    const found: Move[] = [];
    // Always up, so that no answer is one already kept; 20 minutes and ten more end at the first table's limit.
    for (let move = 0; move < moves; move++) found.push(await measure(page, "ArrowRight"));
    // The first two warm up.
    const warm = found.slice(2);
    medians[name] = median(warm.map((one) => one.coloured));
    report(`slider of the recomputation, ${name}`, {
      coloured_ms: medians[name],
      painted_ms: median(warm.map((one) => one.painted)),
      worst_coloured_ms: Math.max(...warm.map((one) => one.coloured)),
    });
    await context.close();
  }
  report("slider, France over Bretagne", { ratio: medians.France / medians.Bretagne });
}

async function measure(page: Page, key: string): Promise<Move> {
  await page.evaluate(() => {
    performance.clearMarks("oasis:recoloured");
    performance.clearMarks("oasis:repainted");
    document.addEventListener("keydown", () => performance.mark("oasis:key"), { once: true, capture: true });
  });
  await page.keyboard.press(key);
  // Asked again at every frame, the page would be slower than it is.
  await page.waitForTimeout(1500);
  await page.waitForFunction(() => performance.getEntriesByName("oasis:repainted").length > 0);
  const move = await page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime ?? Number.NaN;
    return { coloured: at("oasis:recoloured") - at("oasis:key"), painted: at("oasis:repainted") - at("oasis:key") };
  });
  return move;
}
