import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { leafHash, merkleRoot } from "./merkle.ts";
import { type Checkpoint, idBytes, type Receipt } from "./statement.ts";

/** What a log or two checkpoints cannot both be. `size`: of the checkpoint that tells. */
export interface Alarm {
  readonly kind: "split-view" | "rollback" | "rewritten" | "missing";
  readonly size: number;
}

/** Root over the ids of a log in the order of their receipts by one key. */
export function rootOf(ids: readonly string[]): string {
  return encodeBase64url(merkleRoot(ids.map((id) => leafHash(idBytes(id)))));
}

/** Ids in order of receipt by a sequencer, each once. */
export function listReceived(receipts: readonly Receipt[], sequencer: string): readonly string[] {
  return Array.from(new Set(receipts.filter(({ key }) => key === sequencer).map(({ id }) => id)));
}

/**
 * Holds checkpoints of one sequencer against each other and against the records one has. Two roots for one size: a split
 * view. A later checkpoint with fewer records in the same epoch: a rollback. Records that do not give the root: rewritten, or
 * missing here.
 */
export function checkCheckpoints(checkpoints: readonly Checkpoint[], received: readonly string[]): readonly Alarm[] {
  const alarms: Alarm[] = [];
  const sorted = [...checkpoints].sort((a, b) => (a.rts < b.rts ? -1 : a.rts > b.rts ? 1 : a.size - b.size));
  const rootAt = new Map<string, string>();
  const largest = new Map<string, number>();
  for (const { epoch, size, root, key } of sorted) {
    const of = `${key} ${epoch}`;
    const known = rootAt.get(`${of} ${size}`);
    if (known !== undefined && known !== root) alarms.push({ kind: "split-view", size });
    rootAt.set(`${of} ${size}`, root);
    if (size < (largest.get(of) ?? 0)) alarms.push({ kind: "rollback", size });
    largest.set(of, Math.max(size, largest.get(of) ?? 0));
    if (size > received.length) alarms.push({ kind: "missing", size });
    else if (rootOf(received.slice(0, size)) !== root) alarms.push({ kind: "rewritten", size });
  }
  return alarms;
}

/** A proof as it travels, back to hashes; null when one of its texts is none. */
export function readPath(path: readonly string[]): readonly Uint8Array[] | null {
  const hashes = path.map((text) => decodeBase64url(text, 32));
  return hashes.some((hash) => hash === null) ? null : (hashes as readonly Uint8Array[]);
}
