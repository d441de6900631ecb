import { createHash } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import { describe, expect, it } from "vitest";
import { encodeBase64url } from "../../../src/core/contributions/base64url.ts";
import { canonicalise, parseCanonical } from "../../../src/core/contributions/canonical.ts";
import { isStrictSignature, isStrongKey } from "../../../src/core/contributions/ed25519-rules.ts";
import {
  hashBody,
  readRecord,
  recordId,
  signedBytes,
  signRecord,
  type Verifier,
  verifyRecord,
  verifySignature,
} from "../../../src/core/contributions/record.ts";
import { verifyNoble } from "../../../src/platform/crypto/noble-crypto.ts";
import { createSigner, createVerifier } from "../../../src/platform/crypto/web-crypto.ts";
import { makeSigner, seededSigner } from "./signers.ts";

const hex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

/** Another engine, by the equation itself: S·B − k·A, encoded, is R (RFC 8032, 5.1.7, without cofactor). */
const noble: Verifier = {
  async verify(key, signature, message) {
    const { Point } = ed25519;
    const hashed = createHash("sha512").update(signature.subarray(0, 32)).update(key).update(message).digest();
    try {
      const k = toNumber(hashed) % L;
      const s = toNumber(signature.subarray(32));
      const sB = s === 0n ? Point.ZERO : Point.BASE.multiply(s);
      const kA = k === 0n ? Point.ZERO : Point.fromBytes(key).multiplyUnsafe(k);
      return Buffer.from(sB.subtract(kA).toBytes()).equals(Buffer.from(signature.subarray(0, 32)));
    } catch {
      return false;
    }
  },
};
const engines: readonly (readonly [string, Verifier])[] = [
  ["Web Cryptography", createVerifier()],
  ["noble", noble],
  ["the fallback of browsers", { verify: async (...asked) => verifyNoble(...asked) }],
];

/** RFC 8032, section 7.1: seed, public key, message, signature. */
const RFC = [
  [
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  ],
  [
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  ],
  [
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  ],
] as const;

/** The eight points whose order divides 8, with the sign bit where x = 0, and encodings beyond p of two of them. */
const SMALL_ORDER = [
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0000000000000000000000000000000000000000000000000000000000000080",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
  "0100000000000000000000000000000000000000000000000000000000000080",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

const verdict = (key: Uint8Array, signature: Uint8Array, message: Uint8Array, engine: Verifier) =>
  verifySignature(encodeBase64url(key), encodeBase64url(signature), message, engine).then(
    () => "holds",
    (error: { code?: string }) => error.code ?? "a bug",
  );

describe.each(engines)("signatures in %s", (_, engine) => {
  it.each(RFC)("RFC 8032: seed %s", async (seed, key, message, signature) => {
    expect(seededSigner(hex(seed)).key).toBe(encodeBase64url(hex(key)));
    expect(await verdict(hex(key), hex(signature), hex(message), engine)).toBe("holds");
    expect(await verdict(hex(key), hex(signature), hex(`${message}00`), engine)).toBe("bad_signature");
  });

  it("refuses S + L, the same scalar written otherwise", async () => {
    const [, key, message, signature] = RFC[1];
    const moved = hex(signature);
    moved.set(toBytes(toNumber(moved.subarray(32)) + L), 32);
    expect(isStrictSignature(moved)).toBe(false);
    expect(await verdict(hex(key), moved, hex(message), engine)).toBe("bad_signature");
  });

  it("refuses every key of small order, whatever engines say of a forged signature", async () => {
    const forged = new Uint8Array(64);
    forged[0] = 1;
    for (const key of SMALL_ORDER) {
      for (let text = 0; text < 16; text++) {
        expect(await verdict(hex(key), forged, Uint8Array.of(text), engine)).toBe("weak_key");
      }
    }
  });

  it("refuses a point written beyond p, in the key and in R", async () => {
    const [, key, message, signature] = RFC[0];
    // p + 3: y = 3 written again.
    const beyond = `f0${"ff".repeat(30)}7f`;
    expect(await verdict(hex(beyond), hex(signature), hex(message), engine)).toBe("weak_key");
    const r = Uint8Array.from([...hex(beyond), ...hex(signature).subarray(32)]);
    expect(await verdict(hex(key), r, hex(message), engine)).toBe("bad_signature");
  });

  it("gives the verdict of the equation on keys of mixed order", async () => {
    const torsion = ed25519.Point.fromBytes(hex(SMALL_ORDER[4]));
    const mixed = ed25519.Point.fromBytes(hex(RFC[0][1])).add(torsion).toBytes();
    expect(isStrongKey(mixed)).toBe(true);
    expect(await verdict(mixed, hex(RFC[0][3]), hex(""), engine)).toBe("bad_signature");
    const moved = ed25519.Point.fromBytes(hex(RFC[0][3]).subarray(0, 32)).add(torsion).toBytes();
    const signature = Uint8Array.from([...moved, ...hex(RFC[0][3]).subarray(32)]);
    expect(await verdict(hex(RFC[0][1]), signature, hex(""), engine)).toBe("bad_signature");
  });
});

describe("keys", () => {
  it("tells points from what is no point, like noble", () => {
    let points = 0;
    for (let y = 2; y < 200; y++) {
      const key = toBytes(BigInt(y));
      let isPoint = true;
      try {
        ed25519.Point.fromBytes(key);
      } catch {
        isPoint = false;
      }
      if (isPoint) points++;
      expect(isStrongKey(key)).toBe(isPoint);
    }
    expect(points).toBeGreaterThan(60);
    expect(isStrongKey(new Uint8Array(31))).toBe(false);
  });
});

describe("records", () => {
  const salt = encodeBase64url(new Uint8Array(16).fill(7));
  const draft = { space: "committee:loire", type: "proposal", scope: "dep:44", ts: "2026-11-22", refs: [] };
  const body = { salt, title: "Un médecin", text: "Deux jours par semaine" };
  const read = (value: unknown) => readRecord(parseCanonical(canonicalise(value as never)));

  it("are read back, verified, and named by the hash of their header", async () => {
    const pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
    for (const signer of [makeSigner(1), await createSigner(pair as CryptoKeyPair)]) {
      const record = await signRecord(draft, body, signer);
      expect(read(record)).toEqual(record);
      for (const [, engine] of engines) await verifyRecord(record, engine);
      await expect(verifyRecord({ ...record, hdr: { ...record.hdr, space: "public" } }, noble)).rejects.toThrow(
        /bad_signature/,
      );
    }
  });

  it("refuse another prefix: a signature made for something else", async () => {
    const signer = makeSigner(1);
    const record = await signRecord(draft, body, signer);
    const other = signedBytes(record.hdr).slice();
    other[2] = "2".charCodeAt(0);
    const sig = encodeBase64url(await signer.sign(other));
    for (const [, engine] of engines) await expect(verifyRecord({ ...record, sig }, engine)).rejects.toThrow(/bad_sig/);
  });

  it("name what is wrong with them", async () => {
    const record = await signRecord(draft, body, makeSigner(1));
    const again = (header: object, content: object | null = body, type = "proposal") => {
      const bh = content === null ? record.hdr.bh : hashBody(content as never);
      const hdr = { ...record.hdr, type, bh, ...header };
      return { ...record, hdr, id: recordId(hdr as never), body: content };
    };
    const wrong = (value: object) => {
      try {
        read(value);
        return "taken";
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(wrong(again({}))).toBe("taken");
    expect(wrong(again({}, null))).toBe("taken");
    expect(wrong(again({}, { salt, anything: 1 }, "of-the-future"))).toBe("taken");
    expect(wrong({ ...record, hdr: { ...record.hdr, space: "public" } })).toBe("id_mismatch: id");
    expect(wrong({ ...record, body: { ...body, title: "Autre" } })).toBe("body_hash_mismatch: body");
    expect(wrong(again({}, { ...body, salt: "AA" }))).toBe("schema: body.salt");
    expect(wrong(again({}, { ...body, more: 1 }))).toBe("schema: body.more");
    expect(wrong(again({}, { ...body, text: "x".repeat(2001) }))).toBe("schema: body.text");
    expect(wrong(again({}, { salt, text: "x".repeat(17_000) }))).toBe("too_large: body");
    expect(wrong(again({ scope: "35" }))).toBe("schema: hdr.scope");
    expect(wrong(again({ ts: "2026-02-30" }))).toBe("schema: hdr.ts");
    expect(wrong(again({ v: 2 }))).toBe("schema: hdr.v");
    expect(wrong(again({ refs: [record.id, record.id] }))).toBe("schema: hdr.refs");
    expect(wrong(again({ space: "intake:x:y" }))).toBe("schema: hdr.space");
    expect(wrong({ ...record, more: 1 })).toBe("malformed: more");
    const report = { salt, kind: "delay", profession: "gp", month: "2026-11" };
    expect(wrong(again({ space: "intake:loire" }, report, "report"))).toBe("taken");
    expect(wrong(again({ space: "intake:loire", ts: "2026-11-22T10:00:00Z" }, report, "report"))).toBe(
      "schema: hdr.ts",
    );
    expect(wrong(again({}, report, "report"))).toBe("schema: hdr.space");
    const weak = { salt, subject: encodeBase64url(hex(SMALL_ORDER[4])), role: "steward", notBefore: "2026-01-01" };
    expect(wrong(again({}, { ...weak, notAfter: "2026-12-01" }, "grant"))).toBe("schema: body.subject");
  });
});

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);
}

function toBytes(value: bigint): Uint8Array {
  return hex(value.toString(16).padStart(64, "0")).reverse();
}
