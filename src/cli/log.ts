import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseCatalogue } from "../core/catalogue.ts";
import { checkCheckpoints, listReceived } from "../core/contributions/check-checkpoints.ts";
import { day } from "../core/contributions/checks.ts";
import { type Reading, readDmlog, writeDmlog } from "../core/contributions/dmlog.ts";
import { type FoldState, foldLog, hashState } from "../core/contributions/fold.ts";
import { dropErased, previewImport, takeReading } from "../core/contributions/import-log.ts";
import { mergeLogs, type RecordLog } from "../core/contributions/record-log.ts";
import { RefusalError } from "../core/contributions/refusal.ts";
import type { Checkpoint } from "../core/contributions/statement.ts";
import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import { FailureError } from "../core/failure.ts";
import { loadNationalFrame } from "../engine/national-frame.ts";
import { buildTerritoryTree } from "../engine/territory-tree.ts";
import { createVerifier } from "../platform/crypto/web-crypto.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { aggregate } from "./log-aggregate.ts";
import { signLine } from "./log-sign.ts";
import { onStderr } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

const ACTIONS = { verify, merge, export: exportState } as const;
const WITHOUT_LOG = { sign: signLine, aggregate } as const;

interface Gathered {
  readonly files: readonly (Reading & { readonly file: string })[];
  readonly log: RecordLog;
  readonly checkpoints: readonly Checkpoint[];
  /** null where no genesis says whom to trust. */
  readonly state: FoldState | null;
}

interface Options {
  readonly out: string;
  readonly genesis?: string | undefined;
  readonly "as-of"?: string | undefined;
  readonly data: string;
  readonly "skip-refused"?: boolean | undefined;
}

/** `oasis log verify|merge|export F…` and `log sign|aggregate`: signed records from `.dmlog` files; exit 2 names the file and line of what is refused. */
export async function log(args: readonly string[]): Promise<void> {
  const [action, ...rest] = args;
  if (action === "sign" || action === "aggregate") return WITHOUT_LOG[action](rest);
  if (action === undefined || !Object.hasOwn(ACTIONS, action)) {
    throw new FailureError("bad-input", {
      command: "log",
      reason: "verify, merge, export, sign or aggregate is needed",
    });
  }
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: {
      out: { type: "string", default: "-" },
      genesis: { type: "string" },
      "as-of": { type: "string" },
      data: { type: "string", default: "data" },
      "skip-refused": { type: "boolean" },
    },
  });
  if (positionals.length === 0) throw new FailureError("bad-input", { command: `log ${action}`, reason: "no file" });
  await ACTIONS[action as keyof typeof ACTIONS](positionals, values);
}

/** Says what the files hold, what is refused, and whether checkpoints agree with the records. */
async function verify(files: readonly string[], options: Options): Promise<void> {
  const gathered = await gather(files, options);
  const { state, log: records, checkpoints } = gathered;
  const received = state === null ? [] : listReceived(records.receipts, state.sequencer);
  const alarms = state === null ? [] : checkCheckpoints(checkpoints, received);
  const summary = {
    space: records.space,
    records: records.records.size,
    receipts: records.receipts.length,
    checkpoints: checkpoints.length,
    files: gathered.files.map(({ file, log: { records: own }, refused }) => ({ file, records: own.size, refused })),
    state: state === null ? null : describe(state),
    alarms,
  };
  await writeOutput(options.out, `${JSON.stringify(summary, null, 2)}\n`);
  assertAccepted(gathered.files);
  if (alarms.length > 0) throw new FailureError("bad-input", { checkpoint: alarms[0].kind, size: alarms[0].size });
  if (state !== null && state.forks.length > 0) {
    throw new FailureError("bad-input", { receipts: state.forks[0].kind, seq: state.forks[0].seq });
  }
}

/** Union of the files, each taken whole or not at all; erased bodies are not written. */
async function merge(files: readonly string[], options: Options): Promise<void> {
  const gathered = await gather(files, options);
  if (options["skip-refused"] !== true) assertAccepted(gathered.files);
  const erased = new Set(gathered.state?.erased);
  const [first, ...others] = gathered.files;
  let mine = dropErased(first.log, { erased: Array.from(erased) });
  for (const file of others) {
    const { news, known, refused, erased: old } = previewImport(mine, file, erased);
    console.error(`${file.file}: ${news} new, ${known} known, ${refused} refused, ${old} erased bodies not taken`);
    mine = takeReading(mine, file, erased);
  }
  await writeOutput(options.out, writeDmlog(mine, gathered.checkpoints));
  console.error(`${mine.records.size} records, ${erased.size} erased`);
}

/** The folded state: who has which role, what was decided, what is hidden, with its hash. */
async function exportState(files: readonly string[], options: Options): Promise<void> {
  const { files: read, state } = await gather(files, options);
  if (options["skip-refused"] !== true) assertAccepted(read);
  if (state === null) throw new FailureError("bad-input", { option: "--genesis", problem: "no genesis in the files" });
  await writeOutput(options.out, `${JSON.stringify({ hash: hashState(state), ...state }, null, 2)}\n`);
}

async function gather(names: readonly string[], options: Options): Promise<Gathered> {
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

function assertAccepted(files: Gathered["files"]): void {
  for (const { file, refused } of files) {
    if (refused.length === 0) continue;
    const { line, code, where } = refused[0];
    throw new FailureError("bad-input", { file, row: line, problem: code, where, refused: refused.length });
  }
}

function describe(state: FoldState) {
  const { foldVersion, genesis, asOf, territories, sequencer } = state;
  const counts = Object.entries(state).filter(([, value]) => Array.isArray(value));
  const sizes = Object.fromEntries(counts.map(([name, value]) => [name, (value as readonly unknown[]).length]));
  return { hash: hashState(state), foldVersion, genesis, asOf, territories, sequencer, ...sizes };
}

async function* readChunks(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file);
  } catch (error) {
    if (error instanceof RefusalError || !(error instanceof Error && "code" in error)) throw error;
    throw new FailureError("bad-input", { file, problem: String(error.code) });
  }
}
