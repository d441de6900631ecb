import { encodeBase64url } from "../contributions/base64url.ts";
import { canonicalise, isObject, type Json, type JsonObject } from "../contributions/canonical.ts";
import * as is from "../contributions/checks.ts";
import type { FoldState } from "../contributions/fold.ts";
import { type Signer, type Verifier, verifySignature } from "../contributions/record.ts";
import type { RecordLog } from "../contributions/record-log.ts";
import { RefusalError } from "../contributions/refusal.ts";
import { sha256 } from "../contributions/sha-256.ts";
import { encodeUtf8 } from "../contributions/utf8.ts";

const mission = is.objectOf(
  { title: is.text(200), from: is.day, to: is.day, declared: is.decimal },
  { confirmed: is.decimal },
);
const FIELDS = {
  format: is.oneOf("oasis-attestation"),
  version: is.oneOf(1),
  space: is.space,
  genesis: is.hash,
  committee: is.text(200),
  scope: is.scope,
  person: is.text(200),
  missions: is.listOf(mission, 1, 50),
  issued: is.day,
  issuer: is.strongKey,
  salt: is.salt,
};
const FILE = { document: is.objectOf(FIELDS, {}), sig: is.signature };

/** What a person did for a committee: facts they chose to keep, no mark and no rank. */
export type AttestationDocument = is.Shape<typeof FIELDS, Record<never, never>>;
/** Hours in digits: declared by the person, `confirmed` by the committee where it could. */
export type Mission = AttestationDocument["missions"][number];

/** The file its holder keeps. The log holds nothing of it but a hash under a random salt. */
export interface AttestationFile {
  readonly document: AttestationDocument;
  /** By the key of the issuer, in base64url. */
  readonly sig: string;
}

/** Signs a document; what is to be recorded is `commitmentOf` it. Throws `schema` naming the field. */
export async function signAttestation(document: AttestationDocument, signer: Signer): Promise<AttestationFile> {
  const wrong = is.findWrongField(document as unknown as Json, FIELDS, {});
  if (wrong !== null) throw new RefusalError("schema", wrong);
  const badMission = document.missions.findIndex((one) => one.to < one.from || !isHours(one));
  if (badMission >= 0) throw new RefusalError("schema", `missions[${badMission}]`);
  if (document.issuer !== signer.key) throw new RefusalError("schema", "issuer");
  return { document, sig: encodeBase64url(await signer.sign(documentBytes(document))) };
}

/** SHA-256 of the canonical document: with 128 bits of salt, nobody finds a document from it. */
export function commitmentOf(document: AttestationDocument): string {
  return encodeBase64url(sha256(documentBytes(document)));
}

export function formatAttestation(file: AttestationFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads a file, however it is laid out; its signature is not yet checked. Throws `malformed`, `schema`, `not_canonical`. */
export function parseAttestation(text: string): AttestationFile {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RefusalError("malformed", "not JSON");
  }
  canonicalise(value);
  if (!isObject(value)) throw new RefusalError("malformed", "object");
  const wrong = is.findWrongField(value, FILE, {});
  if (wrong !== null) throw new RefusalError("schema", wrong);
  return value as unknown as AttestationFile;
}

export const VERDICTS = [
  "valid",
  "revoked",
  "altered",
  "no-grant",
  "not-recorded",
  "not-received",
  "other-space",
] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface CheckedAttestation {
  readonly verdict: Verdict;
  /** The record that holds its hash; null: none does. */
  readonly record: string | null;
  /** The record that withdrew it. */
  readonly revokedBy: string | null;
}

/**
 * A file against the log of its committee, without any network. `altered`: the signature does not hold for these words.
 * `no-grant`: its issuer had no right to attest then. `not-recorded`: this log holds no such hash, or not of this issuer.
 * `not-received`: the sequencer has not placed it. `other-space`: the log is of another committee.
 */
export async function checkAttestation(
  { document, sig }: AttestationFile,
  state: FoldState,
  log: RecordLog,
  verifier: Verifier,
): Promise<CheckedAttestation> {
  const say = (verdict: Verdict, record: string | null = null, revokedBy: string | null = null) => ({
    verdict,
    record,
    revokedBy,
  });
  try {
    await verifySignature(document.issuer, sig, documentBytes(document), verifier);
  } catch (error) {
    if (error instanceof RefusalError) return say("altered");
    throw error;
  }
  if (document.space !== state.space || document.genesis !== state.genesis) return say("other-space");
  const commitment = commitmentOf(document);
  const folded = state.attestations?.find(
    (one) => one.commitment === commitment && one.issuer === document.issuer && one.scope === document.scope,
  );
  if (folded !== undefined) return say(folded.revoked === null ? "valid" : "revoked", folded.id, folded.revoked);
  const record = Array.from(log.records.values()).find(
    ({ hdr, body }) => hdr.type === "attestation" && hdr.author === document.issuer && body?.commitment === commitment,
  );
  if (record === undefined) return say("not-recorded");
  return say(state.local.includes(record.id) ? "not-received" : "no-grant", record.id);
}

function documentBytes(document: AttestationDocument): Uint8Array<ArrayBuffer> {
  return encodeUtf8(`dm1-attestation\n${canonicalise(document as unknown as JsonObject)}`);
}

function isHours({ declared, confirmed = "0" }: Mission): boolean {
  return Number(declared) >= 0 && Number(confirmed) >= 0;
}
