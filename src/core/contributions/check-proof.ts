import { decodeBase64url } from "./base64url.ts";
import { isObject, type Json } from "./canonical.ts";
import { readPath } from "./check-checkpoints.ts";
import * as is from "./checks.ts";
import { leafHash, verifyConsistency, verifyInclusion } from "./merkle.ts";
import type { Verifier } from "./record.ts";
import { RefusalError } from "./refusal.ts";
import { type Checkpoint, idBytes, readCheckpoint } from "./statement.ts";

const PATH = is.listOf(is.hash, 0, 64);
const INCLUSION = { id: is.hash, index: is.whole(0, 1e12), path: PATH };
const CONSISTENCY = { from: is.whole(0, 1e12), to: is.whole(0, 1e12), path: PATH };

export interface CheckedProof {
  readonly checkpoint: Checkpoint;
  /** Whether the path leads where the checkpoint says. */
  readonly holds: boolean;
}

/**
 * That a record lies under what a relay signed, from its answer `{checkpoint, id, index, path}` and nothing else of the log
 * (RFC 9162, 2.1.3). Throws `malformed`, `weak_key`, `bad_signature`.
 */
export async function checkInclusion(value: Json, verifier: Verifier): Promise<CheckedProof & { readonly id: string }> {
  const { checkpoint, rest } = await readProof(value, INCLUSION, verifier);
  const { id, index, path } = rest as { id: string; index: number; path: readonly string[] };
  const hashes = readPath(path) ?? [];
  const holds = verifyInclusion(leafHash(idBytes(id)), index, checkpoint.size, hashes, rootBytes(checkpoint));
  return { checkpoint, id, holds };
}

/**
 * That a log only grew since a checkpoint one kept, from the answer `{checkpoint, from, to, path}` of the relay (RFC 9162,
 * 2.1.4): nothing was taken away nor rewritten. Both are of one space, key and epoch. Throws as above.
 */
export async function checkConsistency(value: Json, kept: Checkpoint, verifier: Verifier): Promise<CheckedProof> {
  const { checkpoint, rest } = await readProof(value, CONSISTENCY, verifier);
  const { from, to, path } = rest as { from: number; to: number; path: readonly string[] };
  const isOfOne = checkpoint.space === kept.space && checkpoint.key === kept.key && checkpoint.epoch === kept.epoch;
  const hashes = readPath(path) ?? [];
  const isAbout = isOfOne && from === kept.size && to === checkpoint.size;
  const holds = isAbout && verifyConsistency(from, to, rootBytes(kept), rootBytes(checkpoint), hashes);
  return { checkpoint, holds };
}

async function readProof(value: Json, fields: is.Fields, verifier: Verifier) {
  if (!isObject(value)) throw new RefusalError("malformed", "proof");
  const { checkpoint, ...rest } = value;
  const wrong = is.findWrongField(rest, fields, {});
  if (wrong !== null || checkpoint === undefined) throw new RefusalError("malformed", `proof.${wrong ?? "checkpoint"}`);
  return { checkpoint: await readCheckpoint(checkpoint, verifier), rest };
}

function rootBytes({ root }: Checkpoint): Uint8Array {
  return decodeBase64url(root, 32)!;
}
