import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Path of a Chromium for the browser tests, installing one when the machine has none. Throws when none can be had. */
export async function findChromium(): Promise<string> {
  const found = CANDIDATES.find((path) => path !== undefined && existsSync(path));
  if (found) return found;
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  console.error("no Chromium found: installing one");
  const tries = [
    [...sudo, "apt-get", "update"],
    [...sudo, "apt-get", "install", "-y", "--no-install-recommends", "chromium"],
  ];
  for (const [command, ...args] of tries) spawnSync(command, args, { stdio: "inherit" });
  const installed = CANDIDATES.find((path) => path !== undefined && existsSync(path));
  if (installed) return installed;
  spawnSync(process.execPath, ["node_modules/playwright-core/cli.js", "install", "--with-deps", "chromium"], {
    stdio: "inherit",
  });
  const { chromium } = await import("playwright-core");
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new Error("no Chromium: set CHROMIUM_PATH, or install chromium or google-chrome");
}
