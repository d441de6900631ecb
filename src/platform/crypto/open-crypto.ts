import type { Verifier } from "../../core/contributions/record.ts";
import { createVerifier } from "./web-crypto.ts";

let isKnown: Promise<boolean> | undefined;

/** Whether the engine signs Ed25519: not on an address in clear, nor before Safari 17, Firefox 129, Chrome 137. */
export function hasWebSignatures(): Promise<boolean> {
  isKnown ??= askEngine();
  return isKnown;
}

/** Verifies with the engine where it can, else with our own code, which comes then. */
export function openVerifier(): Verifier {
  const web = createVerifier();
  return {
    async verify(key, signature, message) {
      if (await hasWebSignatures()) return web.verify(key, signature, message);
      return (await import("./noble-crypto.ts")).verifyNoble(key, signature, message);
    },
  };
}

async function askEngine(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
    return true;
  } catch {
    return false;
  }
}
