import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { badInput } from "./bad-input.ts";
import { hashBytes } from "./hash-file.ts";
import type { PackInput } from "./inputs.ts";
import { assertKnownBytes, resolveInput } from "./resolve-inputs.ts";

export interface DownloadReport {
  readonly fetched: readonly string[];
  readonly kept: readonly string[];
  /** No automatic download: the path to put the file at, and the page it comes from. */
  readonly manual: readonly { readonly path: string; readonly official: string }[];
}

/**
 * Brings every input into the cache directory, checking each sha256 before the file takes its name.
 * Throws `bad-input` naming the file on an HTTP failure or a mismatch; nothing corrupt is left behind.
 */
export async function downloadInputs(
  inputs: readonly PackInput[],
  cache: string,
  report: (line: string) => void,
): Promise<DownloadReport> {
  const fetched: string[] = [];
  const kept: string[] = [];
  const manual: { path: string; official: string }[] = [];
  for (const input of inputs) {
    if (resolveInput(input, [cache])) {
      kept.push(input.path);
    } else if (input.from === "npm") {
      throw badInput(input.path, "not installed; run npm ci");
    } else if (input.carrier === null) {
      manual.push({ path: input.path, official: input.official });
    } else {
      report(`${input.path} <- ${input.carrier}`);
      const bytes = await fetchBytes(input, input.carrier);
      assertKnownBytes(input, hashBytes(bytes));
      const path = join(cache, input.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.part`, bytes);
      renameSync(`${path}.part`, path);
      fetched.push(input.path);
    }
  }
  return { fetched, kept, manual };
}

async function fetchBytes(input: PackInput, url: string): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw badInput(input.path, `no answer from ${url}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  if (!response.ok) throw badInput(input.path, `HTTP ${response.status} from ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}
