import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseCatalogue } from "../core/catalogue.ts";
import { FailureError } from "../core/failure.ts";
import { checkPack, type PackCheck } from "../engine/check-pack.ts";
import { openNodePack } from "../platform/node/duckdb.ts";

/** `oasis data check` verifies a pack against control figures; `oasis data build` derives it from the sources. */
export async function data(args: readonly string[]): Promise<void> {
  const [action, ...rest] = args;
  if (action === "check") await check(rest);
  else if (action === "build") build(rest);
  else throw new FailureError("bad-input", { command: "data", reason: "check or build is needed" });
}

async function check(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { data: { type: "string", default: "data" } } });
  const path = join(values.data, "catalogue.json");
  if (!existsSync(path)) throw new FailureError("pack-file-missing", { file: path });
  const catalogue = parseCatalogue(readFileSync(path, "utf8"), path);
  const checks = await checkPack(await openNodePack(values.data), {
    catalogue,
    hash: async (file) => hashFile(join(values.data, file)),
  });
  for (const line of checks.map(formatCheck)) console.log(line);
  const failed = checks.filter((c) => !c.ok);
  console.error(`${checks.length - failed.length} of ${checks.length} checks hold, release ${catalogue.release}`);
  if (failed.length > 0) {
    throw new FailureError("pack-file-corrupt", { checks: failed.map((c) => c.id).join(" ") });
  }
}

function formatCheck({ id, ok, expected, actual, tolerance, source }: PackCheck): string {
  const around = tolerance > 0 ? ` ± ${tolerance}` : "";
  return `${ok ? "ok  " : "FAIL"} ${id}: ${actual} (expected ${expected}${around}; ${source})`;
}

function hashFile(path: string): { readonly sha256: string; readonly bytes: number } | null {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.byteLength };
}

/** Building is a script of the repository: it takes its own arguments, `--data` naming the output here as in `check`. */
function build(args: readonly string[]): void {
  const script = fileURLToPath(new URL("../../scripts/build-pack.ts", import.meta.url));
  const own = args.map((arg) => arg.replace(/^--data(?==|$)/, "--out"));
  const { status } = spawnSync(process.execPath, [script, ...own], { stdio: "inherit" });
  process.exitCode = status ?? 1;
}
