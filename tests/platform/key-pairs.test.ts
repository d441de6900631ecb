import { createHash } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import { describe, expect, test } from "vitest";
import { decodeBase64url } from "../../src/core/contributions/base64url.ts";
import { createKeyPair, keyPairOf, openSealedKey, sealKey, signerOf } from "../../src/platform/crypto/key-pairs.ts";
import { nobleKey, signNoble, verifyNoble } from "../../src/platform/crypto/noble-crypto.ts";
import { createVerifier } from "../../src/platform/crypto/web-crypto.ts";

const MESSAGE = new TextEncoder().encode("Le mardi");
const verifier = createVerifier();

describe("keys held by the engine and by the page", () => {
  test("one seed is one key and one signature in both", async () => {
    for (let number = 0; number < 8; number++) {
      const seed = new Uint8Array(32).fill(number);
      const pair = await keyPairOf(seed, false);
      expect(pair.key).toBe(nobleKey(seed));
      const signature = await signerOf(pair).sign(MESSAGE);
      expect(signature).toEqual(signNoble(MESSAGE, seed));
      expect(await signerOf({ key: pair.key, secret: seed }).sign(MESSAGE)).toEqual(signature);
      const key = decodeBase64url(pair.key, 32)!;
      expect(verifyNoble(key, signature, MESSAGE)).toBe(true);
      signature[0] ^= 1;
      expect(verifyNoble(key, signature, MESSAGE)).toBe(false);
    }
  });

  test("a key with a part of small order has the same verdict in both, where a cofactor would tell otherwise", async () => {
    const { Point } = ed25519;
    const torsion = Point.fromHex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
    const verdicts = new Set<string>();
    for (let number = 1; number <= 40; number++) {
      const scalar = BigInt(number) * 7919n;
      const key = Point.BASE.multiply(scalar).add(torsion).toBytes();
      // R = r·B and S = r + k·a: with the cofactor it holds for every message, without it where k·torsion is zero.
      const signature = forge(key, scalar, BigInt(number) + 1n);
      const web = await verifier.verify(key, signature, MESSAGE);
      expect(verifyNoble(key, signature, MESSAGE)).toBe(web);
      expect(ed25519.verify(signature, MESSAGE, key, { zip215: true })).toBe(true);
      verdicts.add(String(web));
    }
    expect(verdicts).toEqual(new Set(["true", "false"]));
  });

  test("a sealed key opens under its passphrase, however its accents are typed", async () => {
    const pair = await createKeyPair(true);
    const text = await sealKey(pair, "été à la mer, 1984");
    expect((await openSealedKey(text, "e\u0301te\u0301 a\u0300 la mer, 1984")).key).toBe(pair.key);
    await expect(openSealedKey(text, "ete a la mer, 1984")).rejects.toThrow("passphrase");
    const weak = text.replace("600000", "1000");
    await expect(openSealedKey(weak, "été à la mer, 1984")).rejects.toThrow("not a key");
    await expect(openSealedKey("[]", "x")).rejects.toThrow("not a key");
    const other = text.replace(pair.key, (await createKeyPair(true)).key);
    await expect(openSealedKey(other, "été à la mer, 1984")).rejects.toThrow("not a key");
  });
});

function forge(key: Uint8Array, scalar: bigint, nonce: bigint): Uint8Array {
  const { Point } = ed25519;
  const r = Point.BASE.multiply(nonce).toBytes();
  const hashed = hash(r, key);
  const order = Point.Fn.ORDER;
  const s = (nonce + (hashed % order) * scalar) % order;
  const bytes = Uint8Array.from({ length: 32 }, (_, at) => Number((s >> BigInt(8 * at)) & 255n));
  return Uint8Array.from([...r, ...bytes]);
}

function hash(r: Uint8Array, key: Uint8Array): bigint {
  const digest = createHash("sha512").update(r).update(key).update(MESSAGE).digest();
  return digest.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
