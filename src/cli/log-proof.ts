import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Json } from "../core/contributions/canonical.ts";
import { checkConsistency, checkInclusion } from "../core/contributions/check-proof.ts";
import { RefusalError } from "../core/contributions/refusal.ts";
import { readCheckpoint } from "../core/contributions/statement.ts";
import { FailureError } from "../core/failure.ts";
import { createVerifier } from "../platform/crypto/web-crypto.ts";
import { writeOutput } from "./write-output.ts";

/**
 * `oasis log proof`: whether a relay's proof holds, without the log: that a record is in it, or, beside a checkpoint one kept,
 * that it only grew. Exit 2 when it does not.
 */
export async function proof(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { since: { type: "string" }, key: { type: "string" }, out: { type: "string", default: "-" } },
  });
  const [file] = positionals;
  if (positionals.length !== 1) throw new FailureError("bad-input", { command: "log proof", expected: "one file" });
  const verifier = createVerifier();
  const value = await readJson(file);
  const { since } = values;
  const checked = await refuse(file, async () =>
    since === undefined ? checkInclusion(value, verifier) : checkConsistency(value, await readKept(since), verifier),
  );
  const { checkpoint, holds } = checked;
  const isTrusted = values.key === undefined || values.key === checkpoint.key;
  await writeOutput(
    values.out,
    `${JSON.stringify({ ...checked, key_is_trusted: values.key && isTrusted }, null, 2)}\n`,
  );
  if (!isTrusted) throw new FailureError("bad-input", { file, problem: "signed by another key", key: checkpoint.key });
  if (!holds) throw new FailureError("bad-input", { file, problem: "the proof does not hold", size: checkpoint.size });

  async function readKept(name: string) {
    const kept = await readJson(name);
    return refuse(name, () => readCheckpoint(kept, verifier));
  }
}

async function readJson(file: string): Promise<Json> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new FailureError("bad-input", { file, problem: String(error.code) });
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new FailureError("bad-input", { file, problem: "not JSON" });
  }
}

async function refuse<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    throw new FailureError("bad-input", { file, problem: error.code, where: error.where });
  }
}
