/** p = 2²⁵⁵ − 19, the order L of the base point, and d of the curve −x² + y² = 1 + d·x²·y² (RFC 8032, section 5.1). */
const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;

const ORDER_EIGHT_Y = 2707385501144840649318225287225658788936804267575313519463743609750303402022n;

/** y of the eight points whose order divides 8: 1, −1, 0 twice, and ± the two roots of order 8. */
const SMALL_ORDER = new Set([1n, P - 1n, 0n, ORDER_EIGHT_Y, P - ORDER_EIGHT_Y]);

/** Verdicts on the last keys: each takes a third of a millisecond, and a log has few authors. */
const MOST_KNOWN = 1000;
const known = new Map<string, boolean>();

/**
 * Whether a public key names one point of the curve, canonically, and not one of the eight that verify forged signatures.
 * Engines disagree on those (Node 20 takes all eight, Node 24 none), so we decide before asking them.
 */
export function isStrongKey(key: Uint8Array): boolean {
  const name = key.join();
  const verdict = known.get(name) ?? isStrong(key);
  known.delete(name);
  known.set(name, verdict);
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!);
  return verdict;
}

function isStrong(key: Uint8Array): boolean {
  const y = readLittleEndian(key) & (2n ** 255n - 1n);
  return key.length === 32 && y < P && !SMALL_ORDER.has(y) && isOnCurve(y);
}

/** Whether a signature is in the one form there is for it: R canonical, S < L. */
export function isStrictSignature(signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  const y = readLittleEndian(signature.subarray(0, 32)) & (2n ** 255n - 1n);
  return y < P && readLittleEndian(signature.subarray(32)) < L;
}

/** x² = (y² − 1) / (d·y² + 1) has a root when its (p − 1)/2-th power is 1 (Euler); u·v is a square when u/v is. */
function isOnCurve(y: bigint): boolean {
  const square = (y * y) % P;
  return power(((square + P - 1n) * (D * square + 1n)) % P, (P - 1n) / 2n) === 1n;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

function readLittleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]);
  return value;
}
