import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { canonicalise, isObject, type Json } from "../core/contributions/canonical.ts";
import { signRecord } from "../core/contributions/record.ts";
import type { BodyOf } from "../core/contributions/record-types.ts";
import { RefusalError } from "../core/contributions/refusal.ts";
import { FailureError } from "../core/failure.ts";
import {
  type AttestationDocument,
  checkAttestation,
  commitmentOf,
  formatAttestation,
  parseAttestation,
  signAttestation,
} from "../core/participation/attestation.ts";
import { createVerifier } from "../platform/crypto/web-crypto.ts";
import { openRelayKey } from "../relay/relay-key.ts";
import { GATHER_OPTIONS, gatherState } from "./gather-log.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis log attest`: a signed document for somebody to keep, and the record that lets it be checked. */
export async function attest(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...GATHER_OPTIONS,
      key: { type: "string" },
      document: { type: "string" },
      scope: { type: "string", default: "fr" },
      record: { type: "string", default: "-" },
    },
  });
  const { key, document: file, scope } = values;
  if (key === undefined || file === undefined || values.out === "-") {
    throw new FailureError("bad-input", { command: "log attest", reason: "--key, --document and --out are needed" });
  }
  const { state, log } = await gatherState(positionals, values);
  const said = await readJson(file);
  const signer = await openRelayKey(key);
  const day = new Date().toISOString().slice(0, 10);
  const genesis = log.records.get(state.genesis)?.body as unknown as BodyOf<"genesis">;
  const about = { space: state.space, genesis: state.genesis, committee: genesis.name, scope, issuer: signer.key };
  const salt = () => randomBytes(16).toString("base64url");
  const fixed = { format: "oasis-attestation", version: 1, issued: day, ...about, salt: salt() };
  const document = { ...said, ...fixed } as unknown as AttestationDocument;
  const attested = await refuse(file, () => signAttestation(document, signer));
  const draft = { space: state.space, type: "attestation", scope, ts: day, refs: [] };
  const record = await signRecord(draft, { commitment: commitmentOf(document), salt: salt() }, signer);
  await writeOutput(values.out, formatAttestation(attested));
  await writeOutput(values.record, `${canonicalise(record as unknown as Json)}\n`);
  console.error(`${record.id} commits to ${values.out}; nobody can check it before the space has received it`);
}

/** `oasis log check-attestation`: a document against the log of its committee; exit 2 unless it is valid. */
export async function checkFile(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...GATHER_OPTIONS, attestation: { type: "string" } },
  });
  const { attestation: file } = values;
  if (file === undefined) throw new FailureError("bad-input", { option: "--attestation", reason: "required" });
  const text = await readText(file);
  const attested = await refuse(file, async () => parseAttestation(text));
  const { state, log } = await gatherState(positionals, values);
  const checked = await checkAttestation(attested, state, log, createVerifier());
  const { salt: _, ...document } = attested.document;
  await writeOutput(values.out, `${JSON.stringify({ ...checked, as_of: state.asOf, document }, null, 2)}\n`);
  if (checked.verdict !== "valid") throw new FailureError("bad-input", { file, verdict: checked.verdict });
}

async function readJson(file: string): Promise<object> {
  const text = await readText(file);
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FailureError("bad-input", { file, problem: error instanceof Error ? error.message : String(error) });
  }
  if (!isObject(value)) throw new FailureError("bad-input", { file, problem: "not an object" });
  return value;
}

function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new FailureError("bad-input", { file, problem: String(error.code) });
  });
}

async function refuse<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    throw new FailureError("bad-input", { file, problem: error.code, where: error.where });
  }
}
