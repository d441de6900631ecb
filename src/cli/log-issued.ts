import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Json } from "../core/contributions/canonical.ts";
import { listReceived } from "../core/contributions/check-checkpoints.ts";
import { checkIssuances } from "../core/contributions/check-issuance.ts";
import { RefusalError } from "../core/contributions/refusal.ts";
import { type Issuance, readIssuance } from "../core/contributions/statement.ts";
import { FailureError } from "../core/failure.ts";
import { createVerifier } from "../platform/crypto/web-crypto.ts";
import { GATHER_OPTIONS, gather } from "./gather-log.ts";
import { writeOutput } from "./write-output.ts";

/**
 * `oasis log issued`: whether a relay vouched for nobody it did not say, its signed counts (`GET /v1/issuance`) against the
 * supports of a log. Exit 2 when it did.
 */
export async function issued(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...GATHER_OPTIONS, counts: { type: "string", multiple: true, default: [] } },
  });
  if (values.counts.length === 0) throw new FailureError("bad-input", { option: "--counts", reason: "required" });
  const { log, state } = await gather(positionals, values);
  if (state === null) throw new FailureError("bad-input", { command: "log issued", reason: "no genesis" });
  const issuances = (await Promise.all(values.counts.map(readIssuances))).flat();
  const wrong = issuances.find(({ key, space }) => key !== state.sequencer || space !== log.space);
  if (wrong) throw new FailureError("bad-input", { problem: "not of the sequencer of this space", key: wrong.key });
  const alarms = checkIssuances(issuances, log, listReceived(log.receipts, state.sequencer));
  const latest = issuances.toSorted((a, b) => a.size - b.size).at(-1);
  const { size, codes, ballots } = latest ?? { size: 0, codes: 0, ballots: [] };
  await writeOutput(values.out, `${JSON.stringify({ space: log.space, size, codes, ballots, alarms }, null, 2)}\n`);
  if (alarms.length > 0)
    throw new FailureError("bad-input", { problem: "vouchers that were not said", n: alarms.length });
}

async function readIssuances(file: string): Promise<readonly Issuance[]> {
  try {
    const { issuances } = JSON.parse(await readFile(file, "utf8")) as { readonly issuances: readonly Json[] };
    const verifier = createVerifier();
    return await Promise.all(issuances.map((one) => readIssuance(one, verifier)));
  } catch (error) {
    const problem = error instanceof RefusalError ? error.code : "not an answer of /v1/issuance";
    throw new FailureError("bad-input", { file, problem });
  }
}
