import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Folder of the open data files, beside the project; the tests on real files need it. */
export const SOURCES = resolve("../shared/data/sources");
export const SAMPLES = resolve("../shared/data/samples");

/** Whether a folder is there; says so loudly when it is not, since the tests that need it are then skipped. */
export function isPresent(folder: string): boolean {
  if (existsSync(folder)) return true;
  process.stderr.write(`\n!!! ${folder} IS ABSENT: the tests on real files are SKIPPED !!!\n\n`);
  return false;
}
