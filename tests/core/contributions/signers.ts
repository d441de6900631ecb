import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import { encodeBase64url } from "../../../src/core/contributions/base64url.ts";
import type { Signer } from "../../../src/core/contributions/record.ts";

/** RFC 8410: what comes before the 32 bytes of a seed. */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** A signer whose seed is 32 times the number: node:crypto, apart from the code under test. */
export function makeSigner(number: number): Signer {
  return seededSigner(new Uint8Array(32).fill(number));
}

export function seededSigner(seed: Uint8Array): Signer {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
  const raw = createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(-32);
  return {
    key: encodeBase64url(raw),
    sign: async (message) => new Uint8Array(sign(null, message, privateKey)),
  };
}
