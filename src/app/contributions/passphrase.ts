/** Characters asked of whoever protects a key by a passphrase. */
export const SHORTEST_PASSPHRASE = 12;
