import { spawnSync } from "node:child_process";
import { launchBrowser } from "../e2e/open-page.ts";
import { benchFirstView } from "./first-view.ts";
import { median, report } from "./report.ts";
import { serve } from "./serve.ts";
import { benchSliders } from "./sliders.ts";

const RUNS = 5;

/** The application in Chromium: first view, recolouring, DuckDB start. Needs `npm run build` first. */
export async function benchBrowser(): Promise<void> {
  const built = spawnSync(
    process.execPath,
    ["node_modules/vite/bin/vite.js", "build", "-c", "tests/bench/page/vite.config.ts", "--logLevel", "error"],
    { stdio: "inherit" },
  );
  if (built.status !== 0) throw new Error("the bench page could not be built");

  const browser = await launchBrowser();
  const application = await serve({ "/": "dist" });
  await benchFirstView(browser, application.url, RUNS);
  await benchSliders(browser, application.url, 10);
  application.close();

  const bench = await serve({ "/pack": "build/assets", "/": "build/bench" });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(bench.url);
  await page.waitForFunction(() => window.oasisBench !== undefined);
  const times = await page.evaluate((turns) => window.oasisBench.recolour(turns), 10);
  for (const [name, { script, idle }] of Object.entries(times)) {
    report(`recolour of 34,969 communes, ${name}`, { script_ms: median(script), idle_ms: median(idle) });
  }
  report("recolour, paintExpression over featureState", {
    script: median(times.paintExpression.script) / median(times.featureState.script),
    idle: median(times.paintExpression.idle) / median(times.featureState.idle),
  });
  const starts: Record<"eh" | "mvp", number[]> = { eh: [], mvp: [] };
  for (let run = 0; run < RUNS; run++) {
    for (const bundle of ["eh", "mvp"] as const)
      starts[bundle].push(await page.evaluate((b) => window.oasisBench.startDuckdb(b), bundle));
  }
  report("DuckDB-WASM start to first answer", {
    eh_ms: median(starts.eh),
    mvp_ms: median(starts.mvp),
    mvp_over_eh: median(starts.mvp) / median(starts.eh),
  });
  bench.close();
  await browser.close();
}
