import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "../../scripts/find-chromium.ts";

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** `npm run test:full`: every size of screen, and the stories that take long. */
export const IS_FULL = process.env.OASIS_FULL === "1";

/** The first of several sizes or views always, the others in the full run. */
export function someOf<T>(all: readonly T[]): readonly T[] {
  return IS_FULL ? all : all.slice(0, 1);
}

const ARGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: ARGS });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to anywhere but the application's own origin; every one was blocked. */
  readonly foreign: string[];
  /** Uncaught errors and console errors. */
  readonly errors: string[];
  /** Every request of the page and its workers, in order. */
  readonly requests: string[];
}

export interface VisitOptions {
  readonly viewport?: { width: number; height: number };
  readonly locale?: string;
  /** Off unless a test is about being offline: a page controlled by a service worker hides its requests. */
  readonly serviceWorkers?: "allow" | "block";
  /** Changes the context before the first page opens. */
  readonly before?: (context: BrowserContext) => Promise<unknown>;
}

/** Opens a URL in a fresh context that can reach nothing but the application's origin. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const { viewport = DESKTOP, locale = "fr-FR", serviceWorkers = "block", before } = options;
  const context = await browser.newContext({ viewport, locale, serviceWorkers, acceptDownloads: true });
  const foreign: string[] = [];
  const errors: string[] = [];
  const requests: string[] = [];
  const { origin } = new URL(url);
  await context.route("**/*", (route) => {
    const target = route.request().url();
    if (target.startsWith(origin) || /^(data|blob):/.test(target)) return route.fallback();
    foreign.push(target);
    return route.abort();
  });
  context.setDefaultTimeout(60_000);
  await before?.(context);
  const page = await context.newPage();
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(url);
  return { page, context, foreign, errors, requests };
}

/** Waits until the first choropleth is on screen. */
export async function coloured(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.oasis === "coloured", undefined, {
    timeout: 60_000,
  });
}
