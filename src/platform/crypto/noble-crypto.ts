import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { encodeBase64url } from "../../core/contributions/base64url.ts";

const L = ed25519.Point.Fn.ORDER;

/**
 * Signatures without Web Cryptography: some fifty times slower, and the page holds the secrets. S·B − k·A, encoded, is R
 * (RFC 8032, 5.1.7, without cofactor), as the engines have it: the library's own verification multiplies by the cofactor.
 */
export function verifyNoble(key: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
  const { Point } = ed25519;
  const [r, s] = [signature.subarray(0, 32), readLittleEndian(signature.subarray(32))];
  const k = readLittleEndian(sha512(Uint8Array.from([...r, ...key, ...message]))) % L;
  try {
    const sB = s === 0n ? Point.ZERO : Point.BASE.multiplyUnsafe(s);
    const kA = k === 0n ? Point.ZERO : Point.fromBytes(key).multiplyUnsafe(k);
    const expected = sB.subtract(kA).toBytes();
    return expected.every((byte, at) => byte === r[at]);
  } catch {
    return false;
  }
}

export function signNoble(message: Uint8Array, seed: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed);
}

export function nobleKey(seed: Uint8Array): string {
  return encodeBase64url(ed25519.getPublicKey(seed));
}

function readLittleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
