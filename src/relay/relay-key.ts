import { readFileSync, writeFileSync } from "node:fs";
import type { Signer } from "../core/contributions/record.ts";
import { FailureError } from "../core/failure.ts";
import { createSigner } from "../platform/crypto/web-crypto.ts";
import type { Store } from "./store.ts";

/** The signing key kept in a file only its owner can read, made on the first start. Throws `bad-input` for a file that holds none. */
export async function openRelayKey(path: string): Promise<Signer> {
  const kept = readKept(path);
  if (kept === null) {
    const pair = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
    const jwk = await crypto.subtle.exportKey("jwk", pair.privateKey);
    writeFileSync(path, `${JSON.stringify(jwk)}\n`, { mode: 0o600, flag: "wx" });
    return createSigner(pair);
  }
  try {
    const jwk = JSON.parse(kept) as JsonWebKey;
    const { d: _, ...open } = jwk;
    const privateKey = await crypto.subtle.importKey("jwk", jwk, "Ed25519", false, ["sign"]);
    const publicKey = await crypto.subtle.importKey("jwk", { ...open, key_ops: ["verify"] }, "Ed25519", true, [
      "verify",
    ]);
    return await createSigner({ privateKey, publicKey });
  } catch {
    throw new FailureError("bad-input", { file: path, problem: "no Ed25519 key" });
  }
}

/** That a database was not ordered by another key. Throws `bad-input`. */
export async function assertSequencer(store: Pick<Store, "once">, key: string): Promise<void> {
  const sequencer = await store.once("relay-key", key);
  if (sequencer !== key) throw new FailureError("bad-input", { key, problem: `the store is ordered by ${sequencer}` });
}

function readKept(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new FailureError("bad-input", { file: path, problem: String((error as NodeJS.ErrnoException).code) });
  }
}
