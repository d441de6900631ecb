import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { findChromium } from "./find-chromium.ts";

/**
 * Every check and test, then one line that sums them. `--full`: also every size of screen and the long stories. Two lanes side
 * by side, since browser tests mostly wait: checks then unit tests, said when they end; the build then browser tests, said as
 * they run.
 */
const REPORTS = "build/test-reports";
const CHECKS = ["check:format", "check:types", "check:borders", "check:dead"];
const isFull = process.argv.includes("--full");

let passed = 0;
let failed = 0;
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const chromium = await findChromium();
const built = run("npm", ["run", "-s", "build"]);
const checked = runChecks();
if (await built) {
  const browser = runSuite("browser", []);
  await checked;
  await runSuite("unit", [`--maxWorkers=${Math.max(1, availableParallelism() - 1)}`]);
  await browser;
} else {
  await checked;
  count(0, 1);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function count(good: number, total: number): void {
  passed += good;
  failed += total - good;
}

async function runChecks(): Promise<void> {
  for (const check of CHECKS) count((await run("npm", ["run", "-s", check])) ? 1 : 0, 1);
}

async function runSuite(project: string, options: readonly string[]): Promise<void> {
  const report = `${REPORTS}/${project}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const env = { CHROMIUM_PATH: chromium, OASIS_FULL: isFull ? "1" : "0" };
  await run("npx", ["vitest", "run", "--project", project, ...options, ...reporters], env, project === "browser");
  const { numPassedTests, numFailedTests, success } = readReport(report);
  count(numPassedTests, numPassedTests + (success ? 0 : Math.max(1, numFailedTests)));
}

function run(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  isLive = false,
): Promise<boolean> {
  const started = Date.now();
  console.log(`> ${command} ${args.join(" ")}`);
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part: Buffer) => (isLive ? process.stdout.write(part) : output.push(part)));
  }
  return new Promise((resolve) => {
    const end = (isGood: boolean, how: string) => {
      process.stdout.write(Buffer.concat(output));
      const seconds = Math.round((Date.now() - started) / 1000);
      console.log(`< ${command} ${args.join(" ")}: ${how}, ${seconds} s\n`);
      resolve(isGood);
    };
    child.once("error", (error) => end(false, error.message));
    child.once("close", (code) => end(code === 0, code === 0 ? "good" : `exit ${code}`));
  });
}

/** A suite that did not write its report, or failed without a failed test, counts as one failure. */
function readReport(path: string): { numPassedTests: number; numFailedTests: number; success: boolean } {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, success: false };
  }
}
