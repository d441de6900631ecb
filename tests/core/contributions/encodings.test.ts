import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64url, encodeBase64url } from "../../../src/core/contributions/base64url.ts";
import { canonicalise, parseCanonical } from "../../../src/core/contributions/canonical.ts";
import { sha256 } from "../../../src/core/contributions/sha-256.ts";
import { decodeUtf8, encodeUtf8 } from "../../../src/core/contributions/utf8.ts";

const bytes = fc.uint8Array({ maxLength: 300 });

describe("encodings, against those of Node", () => {
  it("SHA-256 of any bytes, and of FIPS 180-4's examples", () => {
    expect(Buffer.from(sha256(encodeUtf8("abc"))).toString("hex")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    fc.assert(
      fc.property(bytes, (some) => {
        expect(Buffer.from(sha256(some))).toEqual(createHash("sha256").update(some).digest());
      }),
      { seed: 1 },
    );
  });

  it("UTF-8 there and back, and every refusal of bytes the standard refuses", () => {
    const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const reference = (some: Uint8Array) => {
      try {
        return strict.decode(some);
      } catch {
        return null;
      }
    };
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(Buffer.from(encodeUtf8(text))).toEqual(Buffer.from(text, "utf8"));
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
      { seed: 2 },
    );
    const lead = fc.constantFrom(
      0x41,
      0x80,
      0xbf,
      0xc0,
      0xc3,
      0xe0,
      0xa0,
      0x9f,
      0xed,
      0xf0,
      0x8f,
      0x90,
      0xf4,
      0xf8,
      0xff,
    );
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 6 }), (some) => {
        expect(decodeUtf8(Uint8Array.from(some))).toBe(reference(Uint8Array.from(some)));
      }),
      { seed: 3, numRuns: 3000 },
    );
    expect(decodeUtf8(encodeUtf8("é".repeat(20_000)))).toBe("é".repeat(20_000));
  });

  it("base64url there and back, one text alone for some bytes", () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const text = encodeBase64url(some);
        expect(text).toBe(Buffer.from(some).toString("base64url"));
        expect(decodeBase64url(text, some.length)).toEqual(Uint8Array.from(some));
      }),
      { seed: 4 },
    );
    expect(decodeBase64url("AA", 1)).toEqual(new Uint8Array(1));
    // One byte takes 8 of 12 bits: the last four must be 0, so AB, AP … are other spellings of the same byte.
    for (const wrong of ["AB", "AP", "A=", "A", "AAA", "A+"]) expect(decodeBase64url(wrong, 1)).toBeNull();
  });
});

describe("canonical JSON", () => {
  it("is RFC 8785's own example, less its fractions", () => {
    const value = { string: '€$\nA\'B"\\\\"/', literals: [null, true, false], é: 1, "1": 2, "€": 3 };
    const text = canonicalise(value);
    expect(text).toBe('{"1":2,"literals":[null,true,false],"string":"€$\\nA\'B\\"\\\\\\\\\\"/","é":1,"€":3}');
    expect(parseCanonical(text)).toEqual(value);
  });

  it("does not depend on the order of keys, and reads what it wrote", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abé€z0_ ") });
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, depthIdentifier: "v" },
        fc.maxSafeInteger().map((n) => n + 0),
        word,
        fc.boolean(),
        fc.array(tie("value"), { maxLength: 4, depthIdentifier: "v" }),
        fc.dictionary(word, tie("value"), { maxKeys: 4, depthIdentifier: "v" }),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalise(value as never);
        expect(canonicalise(parseCanonical(text))).toBe(text);
        expect(canonicalise(reversed(value) as never)).toBe(text);
      }),
      { seed: 5 },
    );
  });

  it.each([
    ["keys out of order", '{"b":1,"a":2}'],
    ["a key twice", '{"a":1,"a":1}'],
    ["white space", '{"a": 1}'],
    ["2⁵³ + 1", '{"a":9007199254740993}'],
    ["2⁵³", '{"a":9007199254740992}'],
    ["a fraction", '{"a":1.5}'],
    ["an exponent", '{"a":1e3}'],
    ["−0", '{"a":-0}'],
    ["a lone surrogate", '{"a":"\\ud800"}'],
    ["a lone surrogate as a key", '{"\\udc00":1}'],
    ["é in two parts (NFD)", '{"a":"e\u0301"}'],
    ["an escape that need not be", '{"a":"\\u0041"}'],
    ["right to left override", '{"a":"\u202e"}'],
    ["zero-width space", '{"a":"\u200b"}'],
    ["nine levels", "[[[[[[[[[1]]]]]]]]]"],
    ["ten thousand levels", "[".repeat(10_000) + "]".repeat(10_000)],
  ])("refuses %s", (_, text) => expect(() => parseCanonical(text)).toThrow(/not_canonical/));

  it("refuses what is no JSON", () => expect(() => parseCanonical('{"a"}')).toThrow(/malformed/));
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
