import { ed25519 } from "@noble/curves/ed25519.js";
import { encodeBase64url } from "../../core/contributions/base64url.ts";

/** Signatures without Web Cryptography: some fifty times slower, and the page holds the secrets. */
export function verifyNoble(key: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, key, { zip215: false });
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
