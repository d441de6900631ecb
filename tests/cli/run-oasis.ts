import { spawnSync } from "node:child_process";

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a user does after `npm ci`. */
export function runOasis(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "./scripts/sql-loader.ts", "src/cli/main.ts", ...args],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  return { status, stdout, stderr };
}

export const IS_FULL = process.env.OASIS_FULL === "1";

/** One in three, the first among them; all of them in the full run. */
export function sampleOf<T>(all: readonly T[]): readonly T[] {
  return IS_FULL ? all : all.filter((_, k) => k % 3 === 0);
}
