import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCatalogue } from "../core/catalogue.ts";
import { day } from "../core/contributions/checks.ts";
import { type Reading, readDmlog } from "../core/contributions/dmlog.ts";
import { type FoldState, foldLog } from "../core/contributions/fold.ts";
import { mergeLogs, type RecordLog } from "../core/contributions/record-log.ts";
import { RefusalError } from "../core/contributions/refusal.ts";
import type { Checkpoint } from "../core/contributions/statement.ts";
import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import { FailureError } from "../core/failure.ts";
import { loadNationalFrame } from "../engine/national-frame.ts";
import { buildTerritoryTree } from "../engine/territory-tree.ts";
import { createVerifier } from "../platform/crypto/web-crypto.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { onStderr } from "./territory-command.ts";

export interface Gathered {
  readonly files: readonly (Reading & { readonly file: string })[];
  readonly log: RecordLog;
  readonly checkpoints: readonly Checkpoint[];
  /** null where no genesis says whom to trust. */
  readonly state: FoldState | null;
}

export interface GatherOptions {
  readonly genesis?: string | undefined;
  readonly "as-of"?: string | undefined;
  readonly data: string;
  readonly "skip-refused"?: boolean | undefined;
}

/** Options every command that reads logs takes. */
export const GATHER_OPTIONS = {
  out: { type: "string", default: "-" },
  genesis: { type: "string" },
  "as-of": { type: "string" },
  data: { type: "string", default: "data" },
  "skip-refused": { type: "boolean" },
} as const;

/** Reads, verifies, joins and folds files. Throws `bad-input` naming the file; refused lines are left to the caller. */
export async function gather(names: readonly string[], options: GatherOptions): Promise<Gathered> {
  const verifier = createVerifier();
  const files: (Reading & { readonly file: string })[] = [];
  for (const file of names) {
    const reading = await readDmlog(readChunks(file), verifier, onStderr()).catch((error: unknown) => {
      throw error instanceof RefusalError
        ? new FailureError("bad-input", { file, problem: error.code, where: error.where })
        : error;
    });
    files.push({ ...reading, file });
    const { space } = reading.manifest;
    if (space !== files[0].manifest.space)
      throw new FailureError("bad-input", { file, row: 1, column: "space", space });
  }
  const union = files.map((file) => file.log).reduce(mergeLogs);
  const checkpoints = files.flatMap((file) => file.checkpoints);
  const genesis = findGenesis(union, options.genesis);
  const asOf = options["as-of"] ?? new Date().toISOString().slice(0, 10);
  if (!day(asOf)) throw new FailureError("bad-input", { option: "--as-of", text: asOf, expected: "2026-11-22" });
  if (genesis === null) {
    console.error("no genesis record: signatures are verified, roles are not judged");
    return { files, log: union, checkpoints, state: null };
  }
  const territories = await loadTree(options.data);
  return { files, log: union, checkpoints, state: foldLog({ log: union, genesis, territories, asOf }) };
}

function findGenesis(union: RecordLog, asked: string | undefined): string | null {
  if (asked !== undefined) return asked;
  const found = Array.from(union.records.values()).filter(({ hdr }) => hdr.type === "genesis");
  if (found.length > 1) {
    const ids = found.map(({ id }) => id).join(" ");
    throw new FailureError("bad-input", { option: "--genesis", problem: `several, say which one you trust: ${ids}` });
  }
  return found[0]?.id ?? null;
}

async function loadTree(data: string): Promise<TerritoryTree> {
  const path = join(data, "catalogue.json");
  const frame = await loadNationalFrame(await openNodePack(data));
  return buildTerritoryTree(frame, parseCatalogue(readFileSync(path, "utf8"), path).release);
}

/** Throws `bad-input` at the first line refused. */
export function assertAccepted(files: Gathered["files"]): void {
  for (const { file, refused } of files) {
    if (refused.length === 0) continue;
    const { line, code, where } = refused[0];
    throw new FailureError("bad-input", { file, row: line, problem: code, where, refused: refused.length });
  }
}

/** The folded files, nothing of them refused. Throws `bad-input` where no genesis is in them. */
export async function gatherState(
  names: readonly string[],
  options: GatherOptions,
): Promise<Gathered & { readonly state: FoldState }> {
  if (names.length === 0) throw new FailureError("bad-input", { reason: "no file" });
  const gathered = await gather(names, options);
  const { state } = gathered;
  if (options["skip-refused"] !== true) assertAccepted(gathered.files);
  if (state === null) throw new FailureError("bad-input", { option: "--genesis", problem: "no genesis in the files" });
  return { ...gathered, state };
}

async function* readChunks(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file);
  } catch (error) {
    if (error instanceof RefusalError || !(error instanceof Error && "code" in error)) throw error;
    throw new FailureError("bad-input", { file, problem: String(error.code) });
  }
}
