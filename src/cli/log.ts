import { parseArgs } from "node:util";
import { checkCheckpoints, listReceived } from "../core/contributions/check-checkpoints.ts";
import { writeDmlog } from "../core/contributions/dmlog.ts";
import { type FoldState, hashState } from "../core/contributions/fold.ts";
import { dropErased, previewImport, takeReading } from "../core/contributions/import-log.ts";
import { FailureError } from "../core/failure.ts";
import { assertAccepted, GATHER_OPTIONS, type GatherOptions, gather, gatherState } from "./gather-log.ts";
import { writeOutput } from "./write-output.ts";

type Command = (args: readonly string[]) => Promise<void>;

const ACTIONS = { verify, merge, export: exportState } as const;
/** Read apart: each has its own options. */
const OTHERS: Readonly<Record<string, () => Promise<Command>>> = {
  sign: async () => (await import("./log-sign.ts")).signLine,
  aggregate: async () => (await import("./log-aggregate.ts")).aggregate,
  objectives: async () => (await import("./log-objectives.ts")).objectives,
  attest: async () => (await import("./log-attest.ts")).attest,
  "check-attestation": async () => (await import("./log-attest.ts")).checkFile,
  felt: async () => (await import("./log-felt.ts")).felt,
  minutes: async () => (await import("./log-minutes.ts")).minutes,
  reports: async () => (await import("./log-sheet.ts")).reports,
  proof: async () => (await import("./log-proof.ts")).proof,
  issued: async () => (await import("./log-issued.ts")).issued,
  corrected: async () => (await import("./log-corrected.ts")).corrected,
};

type Options = GatherOptions & { readonly out: string };

/** `oasis log verify|merge|export F…` and the others: signed records from `.dmlog` files; exit 2 names the file and line of what is refused. */
export async function log(args: readonly string[]): Promise<void> {
  const [action, ...rest] = args;
  if (action !== undefined && Object.hasOwn(OTHERS, action)) return (await OTHERS[action]())(rest);
  if (action === undefined || !Object.hasOwn(ACTIONS, action)) {
    const known = [...Object.keys(ACTIONS), ...Object.keys(OTHERS)];
    throw new FailureError("bad-input", { command: "log", expected: known.join(", ") });
  }
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: GATHER_OPTIONS,
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
  const { state } = await gatherState(files, options);
  await writeOutput(options.out, `${JSON.stringify({ hash: hashState(state), ...state }, null, 2)}\n`);
}

function describe(state: FoldState) {
  const { foldVersion, genesis, asOf, territories, sequencer } = state;
  const counts = Object.entries(state).filter(([, value]) => Array.isArray(value));
  const sizes = Object.fromEntries(counts.map(([name, value]) => [name, (value as readonly unknown[]).length]));
  return { hash: hashState(state), foldVersion, genesis, asOf, territories, sequencer, ...sizes };
}
