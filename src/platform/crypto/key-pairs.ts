import { decodeBase64url, encodeBase64url } from "../../core/contributions/base64url.ts";
import type { Signer } from "../../core/contributions/record.ts";
import { FailureError } from "../../core/failure.ts";
import { hasWebSignatures } from "./open-crypto.ts";

/** The private half of a key: held by the browser, or its 32-byte seed where the page must hold it. */
export type Secret = CryptoKey | Uint8Array;

export interface KeyPair {
  /** Public key in base64url. */
  readonly key: string;
  readonly secret: Secret;
  /** Whether the secret can be read by the page, so that it can be written to a file. */
  readonly isExportable: boolean;
}

const ALGORITHM = "Ed25519";
/** RFC 8410: what comes before the 32 bytes of a seed. */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

/** A new key. Without Web Cryptography its secret is readable by the page, whatever was asked. */
export async function createKeyPair(isExportable: boolean): Promise<KeyPair> {
  return keyPairOf(crypto.getRandomValues(new Uint8Array(32)), isExportable);
}

export async function keyPairOf(seed: Uint8Array, isExportable: boolean): Promise<KeyPair> {
  if (!(await hasWebSignatures())) {
    const { nobleKey } = await import("./noble-crypto.ts");
    return { key: nobleKey(seed), secret: new Uint8Array(seed), isExportable: true };
  }
  const bytes = new Uint8Array([...PKCS8, ...seed]);
  const readable = await crypto.subtle.importKey("pkcs8", bytes, ALGORITHM, true, ["sign"]);
  const { x = "" } = await crypto.subtle.exportKey("jwk", readable);
  const secret = isExportable ? readable : await crypto.subtle.importKey("pkcs8", bytes, ALGORITHM, false, ["sign"]);
  bytes.fill(0);
  return { key: x, secret, isExportable };
}

export function signerOf({ key, secret }: Pick<KeyPair, "key" | "secret">): Signer {
  return {
    key,
    async sign(message) {
      if (secret instanceof Uint8Array) return (await import("./noble-crypto.ts")).signNoble(message, secret);
      return new Uint8Array(await crypto.subtle.sign(ALGORITHM, secret, new Uint8Array(message)));
    },
  };
}

/** Throws `bad-input` for a secret the browser does not give. */
async function readSeed(secret: Secret): Promise<Uint8Array> {
  if (secret instanceof Uint8Array) return secret;
  if (!secret.extractable) throw new FailureError("bad-input", { key: "secret", problem: "not exportable" });
  return new Uint8Array(await crypto.subtle.exportKey("pkcs8", secret)).slice(-32);
}

const ITERATIONS = 600_000;
const MOST_ITERATIONS = 10_000_000;

/**
 * A key as a file: its seed under AES-GCM, by a key PBKDF2 draws from a passphrase (SHA-256, 600 000 rounds, OWASP 2023).
 * Throws `bad-input` for a secret that cannot leave, and where there is no Web Cryptography.
 */
export async function sealKey({ key, secret }: Pick<KeyPair, "key" | "secret">, passphrase: string): Promise<string> {
  assertWebCryptography();
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const lock = await drawLock(passphrase, salt, ITERATIONS);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, lock, new Uint8Array(await readSeed(secret)));
  const file = {
    format: "oasis-key1",
    key,
    iterations: ITERATIONS,
    salt: encodeBase64url(salt),
    iv: encodeBase64url(iv),
    sealed: encodeBase64url(new Uint8Array(sealed)),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Throws `bad-input`: `not a key`, or `passphrase` when it does not open it. */
export async function openSealedKey(text: string, passphrase: string): Promise<KeyPair> {
  assertWebCryptography();
  const file = readKeyFile(text);
  const lock = await drawLock(passphrase, file.salt, file.iterations);
  const seed = await crypto.subtle
    .decrypt({ name: "AES-GCM", iv: file.iv }, lock, file.sealed)
    .catch(() => Promise.reject(new FailureError("bad-input", { key: "file", problem: "passphrase" })));
  const pair = await keyPairOf(new Uint8Array(seed), true);
  if (pair.key !== file.key) throw new FailureError("bad-input", { key: "file", problem: "not a key" });
  return pair;
}

function readKeyFile(text: string) {
  const not = new FailureError("bad-input", { key: "file", problem: "not a key" });
  let file: Record<string, unknown>;
  try {
    file = JSON.parse(text.slice(0, 2000));
  } catch {
    throw not;
  }
  const bytes = (name: string, length: number) => decodeBase64url(String(file?.[name]), length);
  const [salt, iv, sealed] = [bytes("salt", 16), bytes("iv", 12), bytes("sealed", 48)];
  const iterations = Number(file?.iterations);
  const isSound = file?.format === "oasis-key1" && iterations >= ITERATIONS && iterations <= MOST_ITERATIONS;
  if (!isSound || salt === null || iv === null || sealed === null) throw not;
  return { key: String(file.key), iterations, salt, iv, sealed };
}

async function drawLock(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(passphrase.normalize("NFC"));
  const base = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function assertWebCryptography(): void {
  if (crypto.subtle === undefined) throw new FailureError("bad-input", { key: "file", problem: "no cryptography" });
}
