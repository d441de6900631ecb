import { encodeBase64url } from "../../core/contributions/base64url.ts";
import type { Signer, Verifier } from "../../core/contributions/record.ts";

const MOST_KEYS = 1000;
const ALGORITHM = "Ed25519";

/**
 * Verifies with the engine's Web Cryptography, the same interface in browsers and Node. Importing a key costs a fifth of a
 * verification, so the last thousand are kept.
 */
export function createVerifier(): Verifier {
  const keys = new Map<string, CryptoKey>();
  return {
    async verify(key, signature, message) {
      const name = encodeBase64url(key);
      try {
        const known =
          keys.get(name) ?? (await crypto.subtle.importKey("raw", plain(key), ALGORITHM, false, ["verify"]));
        keys.delete(name);
        keys.set(name, known);
        if (keys.size > MOST_KEYS) keys.delete(keys.keys().next().value!);
        return await crypto.subtle.verify(ALGORITHM, known, plain(signature), plain(message));
      } catch {
        return false;
      }
    },
  };
}

/** Signs with a key pair that need not be extractable. */
export async function createSigner({ publicKey, privateKey }: CryptoKeyPair): Promise<Signer> {
  return {
    key: encodeBase64url(new Uint8Array(await crypto.subtle.exportKey("raw", publicKey))),
    sign: async (message) => new Uint8Array(await crypto.subtle.sign(ALGORITHM, privateKey, plain(message))),
  };
}

function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
