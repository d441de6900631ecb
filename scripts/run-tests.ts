import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { findChromium } from "./find-chromium.ts";

/** Every check and test, then one line that sums them. `--full`: also every size of screen and the long stories. */
const REPORTS = "build/test-reports";
const CHECKS = ["check:format", "check:types", "check:borders", "check:dead"];
const PROJECTS = ["unit", "browser"];

let passed = 0;
let failed = 0;
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

for (const check of CHECKS) count(run("npm", ["run", "-s", check]) ? 1 : 0, 1);

if (run("npm", ["run", "-s", "build"])) {
  const chromium = await findChromium();
  for (const project of PROJECTS) {
    const report = `${REPORTS}/${project}.json`;
    run(
      "npx",
      ["vitest", "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
      {
        CHROMIUM_PATH: chromium,
        OASIS_FULL: process.argv.includes("--full") ? "1" : "0",
      },
    );
    const { numPassedTests, numFailedTests, success } = readReport(report);
    count(numPassedTests, numPassedTests + (success ? 0 : Math.max(1, numFailedTests)));
  }
} else count(0, 1);

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function count(good: number, total: number): void {
  passed += good;
  failed += total - good;
}

function run(command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  console.log(`\n> ${command} ${args.join(" ")}`);
  return spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } }).status === 0;
}

/** A suite that did not write its report, or failed without a failed test, counts as one failure. */
function readReport(path: string): { numPassedTests: number; numFailedTests: number; success: boolean } {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, success: false };
  }
}
