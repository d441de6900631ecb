/**
 * Whether each row is held out: a seeded hash of its key below `share`. Rows with the same key go together, so a key that
 * names a block holds out whole blocks; the order of rows changes nothing. `share` in [0, 1].
 */
export function holdOut(keys: readonly string[], share: number, seed: number): Uint8Array {
  return Uint8Array.from(keys, (key) => (hashShare(key, seed) < share ? 1 : 0));
}

/** FNV-1a over the key's characters, then the finaliser of MurmurHash3, as a number in [0, 1). */
function hashShare(key: string, seed: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let k = 0; k < key.length; k++) hash = Math.imul(hash ^ key.charCodeAt(k), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
