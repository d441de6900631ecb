import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { canonicalise, type Json, type JsonObject } from "./canonical.ts";
import * as is from "./checks.ts";
import { type SignedRecord, type Signer, type Verifier, verifySignature } from "./record.ts";
import type { Level } from "./record-types.ts";
import { RefusalError } from "./refusal.ts";
import { encodeUtf8 } from "./utf8.ts";

/** The sequencer of a space says where a record stands: its order, and when it came. Authority is judged by this alone. */
export interface Receipt {
  readonly space: string;
  /** 1, 2, …: never decreases, may leave gaps. */
  readonly seq: number;
  readonly id: string;
  readonly rts: string;
  readonly key: string;
  readonly sig: string;
}

/** The sequencer binds itself to its first `size` records: `root` is their Merkle root. */
export interface Checkpoint {
  readonly space: string;
  readonly epoch: string;
  readonly size: number;
  readonly root: string;
  readonly rts: string;
  readonly key: string;
  readonly sig: string;
}

const VOUCHED = { L1: is.whole(0, 1e12), L2: is.whole(0, 1e12), L3: is.whole(0, 1e12) };
const KINDS = {
  receipt: { space: is.space, seq: is.whole(1, 1e12), id: is.hash, rts: is.instant },
  checkpoint: { space: is.space, epoch: is.salt, size: is.whole(0, 1e12), root: is.hash, rts: is.instant },
  issuance: {
    space: is.space,
    epoch: is.salt,
    size: is.whole(0, 1e12),
    codes: is.whole(0, 1e12),
    ballots: is.listOf(is.objectOf({ ballot: is.hash, ...VOUCHED }, {}), 0, 100_000),
    rts: is.instant,
  },
  reading: { space: is.space, rts: is.instant },
  asking: { space: is.space, ballot: is.hash, rts: is.instant },
  claim: { space: is.space, ballot: is.hash, code: is.text(is.LONGEST_CODE), rts: is.instant },
  intake: {
    space: is.space,
    report: is.salt,
    state: is.oneOf("published", "rejected", "duplicate"),
    reason: is.text(is.LONGEST_TEXT),
    rts: is.instant,
  },
} as const;
const SIGNED = { key: is.hash, sig: is.signature };

export async function signReceipt(said: Omit<Receipt, "key" | "sig">, signer: Signer): Promise<Receipt> {
  return { ...said, key: signer.key, sig: await sign("receipt", { ...said, key: signer.key }, signer) };
}

export async function signCheckpoint(said: Omit<Checkpoint, "key" | "sig">, signer: Signer): Promise<Checkpoint> {
  return { ...said, key: signer.key, sig: await sign("checkpoint", { ...said, key: signer.key }, signer) };
}

/**
 * Beside a checkpoint, how many vouchers of each level the sequencer had given in each ballot, and codes it had handed out: it
 * cannot make voters up later without saying so.
 */
export interface Issuance {
  readonly space: string;
  readonly epoch: string;
  /** Of the checkpoint. */
  readonly size: number;
  readonly codes: number;
  readonly ballots: readonly ({ readonly ballot: string } & Readonly<Record<Level, number>>)[];
  readonly rts: string;
  readonly key: string;
  readonly sig: string;
}

export async function signIssuance(said: Omit<Issuance, "key" | "sig">, signer: Signer): Promise<Issuance> {
  const whole = { ...said, key: signer.key };
  return { ...whole, sig: await sign("issuance", whole as unknown as JsonObject, signer) };
}

/** Throws `malformed`, `weak_key`, `bad_signature`. */
export async function readIssuance(value: Json, verifier: Verifier): Promise<Issuance> {
  return (await readStatement("issuance", value, verifier)) as unknown as Issuance;
}

/** Somebody with a role asks to read a space that is not public, at `rts`. */
export interface ReadingRequest {
  readonly space: string;
  readonly rts: string;
  readonly key: string;
  readonly sig: string;
}

export async function signReadingRequest(
  said: Omit<ReadingRequest, "key" | "sig">,
  signer: Signer,
): Promise<ReadingRequest> {
  return { ...said, key: signer.key, sig: await sign("reading", { ...said, key: signer.key }, signer) };
}

/** Throws `malformed`, `weak_key`, `bad_signature`. */
export async function readReadingRequest(value: Json, verifier: Verifier): Promise<ReadingRequest> {
  return (await readStatement("reading", value, verifier)) as unknown as ReadingRequest;
}

/** A moderator says what becomes of a report in the intake of a space, and why: its author reads the reason. */
export interface IntakeDecision {
  readonly space: string;
  /** Its id, given by the relay. */
  readonly report: string;
  readonly state: "published" | "rejected" | "duplicate";
  readonly reason: string;
  readonly rts: string;
  readonly key: string;
  readonly sig: string;
}

export async function signIntakeDecision(
  said: Omit<IntakeDecision, "key" | "sig">,
  signer: Signer,
): Promise<IntakeDecision> {
  return { ...said, key: signer.key, sig: await sign("intake", { ...said, key: signer.key }, signer) };
}

/** Throws `malformed`, `not_canonical`, `weak_key`, `bad_signature`. */
export async function readIntakeDecision(value: Json, verifier: Verifier): Promise<IntakeDecision> {
  return (await readStatement("intake", value, verifier)) as unknown as IntakeDecision;
}

/** Throws `malformed`, `weak_key`, `bad_signature`. */
export async function readReceipt(value: Json, verifier: Verifier): Promise<Receipt> {
  return (await readStatement("receipt", value, verifier)) as unknown as Receipt;
}

/** Throws `malformed`, `weak_key`, `bad_signature`. */
export async function readCheckpoint(value: Json, verifier: Verifier): Promise<Checkpoint> {
  return (await readStatement("checkpoint", value, verifier)) as unknown as Checkpoint;
}

/** A key asks to be verified in a ballot: nobody else can have a link sent, or a sign-in begun, for it. */
export interface Asking {
  readonly space: string;
  readonly ballot: string;
  readonly rts: string;
  readonly key: string;
  readonly sig: string;
}

export async function signAsking(said: Omit<Asking, "key" | "sig">, signer: Signer): Promise<Asking> {
  return { ...said, key: signer.key, sig: await sign("asking", { ...said, key: signer.key }, signer) };
}

/** Throws `malformed`, `weak_key`, `bad_signature`. */
export async function readAsking(value: Json, verifier: Verifier): Promise<Asking> {
  return (await readStatement("asking", value, verifier)) as unknown as Asking;
}

/** A key brings the code it was given as proof that a person stands behind it: in any other hands the code opens nothing. */
export interface Claim extends Asking {
  readonly code: string;
}

export async function signClaim(said: Omit<Claim, "key" | "sig">, signer: Signer): Promise<Claim> {
  return { ...said, key: signer.key, sig: await sign("claim", { ...said, key: signer.key }, signer) };
}

/** Throws `malformed`, `weak_key`, `bad_signature`. */
export async function readClaim(value: Json, verifier: Verifier): Promise<Claim> {
  return (await readStatement("claim", value, verifier)) as unknown as Claim;
}

export interface Voucher {
  readonly issuer: string;
  readonly level: Level;
  readonly nullifier: string;
  readonly sig: string;
}

/**
 * Says that one verified person stands behind a key in a ballot, without saying who: `nullifier` is the same for all their keys.
 */
export async function signVoucher(
  said: Omit<Voucher, "issuer" | "sig">,
  where: { readonly space: string; readonly ballot: string; readonly subject: string },
  signer: Signer,
): Promise<Voucher> {
  const { level, nullifier } = said;
  const voucher = { level, nullifier, issuer: signer.key };
  return { ...voucher, sig: await sign("voucher", { ...voucher, ...where }, signer) };
}

/** The voucher inside a support, if it has one, is signed for this space, ballot and author. Throws `bad_signature`. */
export async function verifyVoucher({ hdr, body }: SignedRecord, verifier: Verifier): Promise<void> {
  if (hdr.type !== "support" || body === null || body.voucher === undefined) return;
  const { ballot, voucher } = body as unknown as { ballot: string; voucher: Voucher };
  const { sig, ...said } = voucher;
  const where = { space: hdr.space, ballot, subject: hdr.author };
  await verifySignature(said.issuer, sig, statementBytes("voucher", { ...said, ...where }), verifier);
}

async function sign(kind: string, said: JsonObject, signer: Signer): Promise<string> {
  return encodeBase64url(await signer.sign(statementBytes(kind, said)));
}

async function readStatement(kind: keyof typeof KINDS, value: Json, verifier: Verifier): Promise<JsonObject> {
  const wrong = is.findWrongField(value, { ...KINDS[kind], ...SIGNED }, {});
  if (wrong !== null) throw new RefusalError("malformed", `${kind}.${wrong}`);
  const { sig, ...said } = value as JsonObject;
  await verifySignature(String(said.key), String(sig), statementBytes(kind, said), verifier);
  return value as JsonObject;
}

function statementBytes(kind: string, said: JsonObject): Uint8Array {
  return encodeUtf8(`dm1-${kind}\n${canonicalise(said)}`);
}

/** Raw 32 bytes of an id. */
export function idBytes(id: string): Uint8Array {
  const bytes = decodeBase64url(id, 32);
  if (bytes === null) throw new RefusalError("malformed", "id");
  return bytes;
}
