import type { Browser } from "playwright-core";
import { coloured, visit } from "../e2e/open-page.ts";
import { median, report } from "./report.ts";

interface FirstView {
  readonly ms: number;
  readonly requests: number;
  /** Bytes on the wire, compressed, headers left out. */
  readonly bytes: number;
}

/** The default view (read from the build) against the same view of another year (computed by DuckDB-WASM first). */
export async function benchFirstView(browser: Browser, baseUrl: string, runs: number): Promise<void> {
  const ours: FirstView[] = [];
  const duckdb: FirstView[] = [];
  for (let run = 0; run < runs; run++) {
    ours.push(await measure(browser, baseUrl));
    duckdb.push(await measure(browser, `${baseUrl}?year=2022`));
  }
  const figures = (name: string, views: readonly FirstView[]) =>
    report(`first coloured map of Bretagne, ${name}`, {
      ms: median(views.map((view) => view.ms)),
      requests: median(views.map((view) => view.requests)),
      kB: median(views.map((view) => view.bytes)) / 1000,
    });
  figures("answer from the build", ours);
  figures("answer from DuckDB-WASM", duckdb);
  const ratio = median(duckdb.map((view, i) => view.ms / ours[i].ms));
  report("first coloured map, DuckDB-WASM over build", { ratio });
}

async function measure(browser: Browser, url: string): Promise<FirstView> {
  let bytes = 0;
  let requests = 0;
  let until = Number.POSITIVE_INFINITY;
  const start = performance.now();
  const { page, context } = await visit(browser, url, {
    before: async (fresh) => {
      fresh.on("response", async (response) => {
        if (performance.now() > until || !response.url().startsWith("http")) return;
        requests++;
        const length = await response.headerValue("content-length").catch(() => null);
        bytes += Number(length ?? 0);
      });
    },
  });
  await coloured(page);
  until = performance.now();
  await context.close();
  return { ms: until - start, requests, bytes };
}
