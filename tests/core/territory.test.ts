import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FailureError } from "../../src/core/failure.ts";
import {
  FRANCE,
  formatTerritory,
  isAmbiguousCode,
  parseTerritory,
  sameTerritory,
  type Territory,
} from "../../src/core/territory.ts";

const digits = (n: number) => fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: n, maxLength: n });
const territory: fc.Arbitrary<Territory> = fc.oneof(
  fc.constant(FRANCE),
  fc.constantFrom("11", "53", "93", "94", "01", "06").map((code) => ({ kind: "region" as const, code })),
  fc
    .constantFrom("01", "35", "53", "2A", "2B", "95", "971", "976", "988")
    .map((code) => ({ kind: "departement" as const, code })),
  digits(9).map((code) => ({ kind: "epci" as const, code })),
  fc
    .oneof(
      digits(5),
      digits(3).map((n) => `2A${n}`),
    )
    .map((code) => ({ kind: "commune" as const, code })),
);

test("what is formatted is parsed back, in any case and with blanks around", () => {
  fc.assert(
    fc.property(territory, fc.constantFrom("", " ", "\t"), (one, blank) => {
      const text = formatTerritory(one);
      expect(parseTerritory(text)).toEqual(one);
      expect(parseTerritory(blank + text.toUpperCase() + blank)).toEqual(one);
      expect(sameTerritory(one, parseTerritory(text))).toBe(true);
    }),
  );
});

describe("bare codes", () => {
  test.each<[string, Territory]>([
    ["fr", FRANCE],
    ["35360", { kind: "commune", code: "35360" }],
    ["2a004", { kind: "commune", code: "2A004" }],
    ["97411", { kind: "commune", code: "97411" }],
    ["200039022", { kind: "epci", code: "200039022" }],
    ["35", { kind: "departement", code: "35" }],
    ["2B", { kind: "departement", code: "2B" }],
    ["974", { kind: "departement", code: "974" }],
    ["53", { kind: "region", code: "53" }],
    ["01", { kind: "region", code: "01" }],
  ])("%s", (text, expected) => {
    expect(parseTerritory(text)).toEqual(expected);
  });

  test("a prefix names what the bare code does not", () => {
    expect(parseTerritory("dep:53")).toEqual({ kind: "departement", code: "53" });
    expect(parseTerritory("reg:53")).toEqual({ kind: "region", code: "53" });
  });

  test("those that could be either are known to be", () => {
    expect(["53", "01", "11", " 94 "].map(isAmbiguousCode)).toEqual([true, true, true, true]);
    expect(["35", "2a", "974", "35360", "fr", ""].map(isAmbiguousCode)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

test.each([
  "",
  "xx",
  "reg:35",
  "dep:96",
  "dep:",
  "com:35",
  "epci:12345678",
  "com:2C004",
  "00",
  "99",
  "town:35360",
  "1234567890",
])("%j is unknown, and the failure says what was read", (text) => {
  let caught: unknown;
  try {
    parseTerritory(text);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(FailureError);
  expect((caught as FailureError).failure).toEqual({ code: "unknown-territory", params: { text } });
});

test("the same code of another kind is another territory", () => {
  expect(sameTerritory({ kind: "region", code: "53" }, { kind: "departement", code: "53" })).toBe(false);
});
