import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { canonicalise, isObject, type Json, type JsonObject } from "./canonical.ts";
import * as is from "./checks.ts";
import { isStrictSignature, isStrongKey } from "./ed25519-rules.ts";
import { isRecordType, RECORD_TYPES } from "./record-types.ts";
import { RefusalError } from "./refusal.ts";
import { sha256 } from "./sha-256.ts";
import { encodeUtf8 } from "./utf8.ts";

/** Asks an engine whether a signature holds, by the cofactorless equation of RFC 8032; keys and signatures come checked. */
export interface Verifier {
  verify(key: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean>;
}

export interface Signer {
  /** Public key in base64url. */
  readonly key: string;
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** What is signed. It outlives the body, so it says as little as it can. */
export interface Header {
  readonly v: 1;
  readonly space: string;
  readonly type: string;
  readonly scope: string;
  readonly author: string;
  /** Claimed by the author; nothing is ordered by it. */
  readonly ts: string;
  readonly refs: readonly string[];
  /** SHA-256 of the canonical body, salt included. */
  readonly bh: string;
  readonly nonce?: string;
}

export interface SignedRecord {
  readonly id: string;
  readonly hdr: Header;
  readonly sig: string;
  /** null once erased. */
  readonly body: JsonObject | null;
}

const HEADER = {
  v: is.oneOf(1),
  space: is.space,
  type: is.matching(/^[a-z][a-z-]{0,39}$/),
  scope: is.scope,
  author: is.hash,
  ts: is.dayOrInstant,
  refs: is.listOf(is.hash, 0, 16),
  bh: is.hash,
};
const NONCE = { nonce: is.salt };
const BIGGEST_BODY = 16 * 1024;

/** The bytes an author signs, and an id hashes: the prefix keeps a signature from meaning anything elsewhere. */
export function signedBytes(header: Header): Uint8Array<ArrayBuffer> {
  return encodeUtf8(`dm1\n${canonicalise(toJson(header))}`);
}

export function recordId(header: Header): string {
  return encodeBase64url(sha256(signedBytes(header)));
}

export function hashBody(body: JsonObject): string {
  return encodeBase64url(sha256(encodeUtf8(canonicalise(body))));
}

export async function signRecord(
  draft: Omit<Header, "v" | "author" | "bh">,
  body: JsonObject,
  signer: Signer,
): Promise<SignedRecord> {
  const hdr: Header = { ...draft, v: 1, author: signer.key, bh: hashBody(body) };
  const sig = encodeBase64url(await signer.sign(signedBytes(hdr)));
  return { id: recordId(hdr), hdr, sig, body };
}

/**
 * Reads a record from outside: form, size, schema, id and hash of the body; everything but the signature. A type this
 * version does not know is kept unread. Throws a refusal.
 */
export function readRecord(value: Json): SignedRecord {
  const required = { id: is.hash, hdr: anything, sig: is.signature, body: anything };
  const wrong = is.findWrongField(value, required, {});
  if (wrong !== null) throw new RefusalError("malformed", wrong);
  const record = value as unknown as SignedRecord;
  const { hdr, body } = record;
  const wrongHeader = is.findWrongField(toJson(hdr), HEADER, NONCE);
  if (wrongHeader !== null) throw new RefusalError("schema", `hdr.${wrongHeader}`);
  if (new Set(hdr.refs).size !== hdr.refs.length) throw new RefusalError("schema", "hdr.refs");
  if (recordId(hdr) !== record.id) throw new RefusalError("id_mismatch", "id");
  if (body !== null) readBody(hdr, body);
  return record;
}

/** Throws `weak_key` or `bad_signature`; the same verdict in every engine. */
export async function verifyRecord(record: SignedRecord, verifier: Verifier): Promise<void> {
  await verifySignature(record.hdr.author, record.sig, signedBytes(record.hdr), verifier);
}

/** Key and signature in base64url. Throws `weak_key`, `bad_signature`. */
export async function verifySignature(
  key: string,
  signature: string,
  message: Uint8Array,
  verifier: Verifier,
): Promise<void> {
  const point = decodeBase64url(key, 32);
  if (point === null || !isStrongKey(point)) throw new RefusalError("weak_key", "author");
  const bytes = decodeBase64url(signature, 64);
  if (bytes === null || !isStrictSignature(bytes) || !(await verifier.verify(point, bytes, message))) {
    throw new RefusalError("bad_signature", "sig");
  }
}

function readBody(hdr: Header, body: Json): void {
  const bytes = encodeUtf8(canonicalise(body));
  if (bytes.length > BIGGEST_BODY) throw new RefusalError("too_large", "body");
  if (encodeBase64url(sha256(bytes)) !== hdr.bh) throw new RefusalError("body_hash_mismatch", "body");
  if (!isObject(body)) throw new RefusalError("schema", "body");
  if (!isRecordType(hdr.type)) return;
  const { required, optional, spaces } = RECORD_TYPES[hdr.type];
  const wrong = is.findWrongField(body, { ...required, salt: is.salt }, optional);
  if (wrong !== null) throw new RefusalError("schema", `body.${wrong}`);
  if (!spaces.test(hdr.space)) throw new RefusalError("schema", "hdr.space");
  if (hdr.type === "report" && !is.day(hdr.ts)) throw new RefusalError("schema", "hdr.ts");
}

function anything(_value: Json): _value is Json {
  return true;
}

function toJson(header: Header): JsonObject {
  return header as unknown as JsonObject;
}
