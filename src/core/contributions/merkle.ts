import { sha256 } from "./sha-256.ts";

/** Merkle trees of RFC 6962, section 2.1: leaves hashed behind a 0, nodes behind a 1, so that neither passes for the other. */
export function leafHash(leaf: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(leaf.length + 1);
  bytes.set(leaf, 1);
  return sha256(bytes);
}

/** Root of the leaves whose hashes are given; that of none is the hash of nothing. */
export function merkleRoot(hashes: readonly Uint8Array[], start = 0, end = hashes.length): Uint8Array {
  if (start === end) return sha256(new Uint8Array(0));
  if (end - start === 1) return hashes[start];
  const middle = start + splitAt(end - start);
  return nodeHash(merkleRoot(hashes, start, middle), merkleRoot(hashes, middle, end));
}

/** Audit path of leaf `index` among the first `size`, nearest first (2.1.1). */
export function inclusionProof(
  hashes: readonly Uint8Array[],
  index: number,
  size = hashes.length,
  start = 0,
): readonly Uint8Array[] {
  const count = size - start;
  if (count <= 1) return [];
  const middle = start + splitAt(count);
  return index < middle
    ? [...inclusionProof(hashes, index, middle, start), merkleRoot(hashes, middle, size)]
    : [...inclusionProof(hashes, index, size, middle), merkleRoot(hashes, start, middle)];
}

/**
 * That the tree of the first `before` leaves begins the tree of all: PROOF(m, D[n]) of 2.1.2.
 */
export function consistencyProof(hashes: readonly Uint8Array[], before: number): readonly Uint8Array[] {
  return before === 0 ? [] : proveSubtree(hashes, before, 0, hashes.length, true);
}

/** Whether a path leads from a leaf to a root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!(index >= 0 && index < size)) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const other of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(other, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = nodeHash(hash, other);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
}

/** Whether the tree of `size` leaves begins with that of `before`: nothing was taken away nor rewritten (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  before: number,
  size: number,
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
  path: readonly Uint8Array[],
): boolean {
  if (before > size || before < 0) return false;
  if (before === size) return path.length === 0 && sameBytes(oldRoot, newRoot);
  if (before === 0) return path.length === 0 && sameBytes(oldRoot, sha256(new Uint8Array(0)));
  const isPower = Number.isInteger(Math.log2(before));
  const [first, ...rest] = isPower ? [oldRoot, ...path] : path;
  if (first === undefined) return false;
  let [node, last, old, whole] = [before - 1, size - 1, first, first];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  for (const other of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [old, whole] = [nodeHash(other, old), nodeHash(other, whole)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else whole = nodeHash(whole, other);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(old, oldRoot) && sameBytes(whole, newRoot);
}

function proveSubtree(
  hashes: readonly Uint8Array[],
  before: number,
  start: number,
  end: number,
  isWhole: boolean,
): readonly Uint8Array[] {
  if (before === end) return isWhole ? [] : [merkleRoot(hashes, start, end)];
  const middle = start + splitAt(end - start);
  return before <= middle
    ? [...proveSubtree(hashes, before, start, middle, isWhole), merkleRoot(hashes, middle, end)]
    : [...proveSubtree(hashes, before, middle, end, false), merkleRoot(hashes, start, middle)];
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(65);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return sha256(bytes);
}

/** The largest power of two smaller than `count`, which is at least 2. */
function splitAt(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
