import { describe, expect, test } from "vitest";
import { isAllowedByPolicy, readRelayAddress } from "../../../src/app/contributions/relay-address.ts";
import { canonicalise } from "../../../src/core/contributions/canonical.ts";
import { cleanText } from "../../../src/core/contributions/privacy/clean-text.ts";

const POLICY = "default-src 'self'; connect-src 'self' data: blob: https://data.geopf.fr https://relais.example";
const PAGE = "https://oasis.example";

describe("addresses of relays", () => {
  test.each([
    ["https://relais.example/", "https://relais.example"],
    [" https://relais.example/sante/ ", "https://relais.example/sante"],
    ["http://127.0.0.1:8470", "http://127.0.0.1:8470"],
    ["http://[::1]:8470/", "http://[::1]:8470"],
  ])("%s", (text, address) => expect(readRelayAddress(text)).toBe(address));

  test.each([
    "",
    "relais.example",
    "http://relais.example",
    "https://a@relais.example",
    "https://relais.example/?a=1",
    "javascript:alert(1)",
    "https://relais.example/#x",
  ])("%s is none", (text) => expect(() => readRelayAddress(text)).toThrow("not_a_relay"));

  test.each([
    ["https://oasis.example", true],
    ["https://oasis.example/relais", true],
    ["https://relais.example", true],
    ["https://relais.example:8443", false],
    ["http://relais.example", false],
    ["https://autre.example", false],
  ])("a page speaks with %s: %s", (address, isAllowed) => {
    expect(isAllowedByPolicy(address, POLICY, PAGE)).toBe(isAllowed);
  });

  test("a page without a policy speaks with anybody", () => {
    expect(isAllowedByPolicy("https://autre.example", null, PAGE)).toBe(true);
    expect(isAllowedByPolicy("https://autre.example", "script-src 'self'", PAGE)).toBe(true);
  });
});

test("whatever is typed or pasted can be signed once cleaned", () => {
  for (let code = 0; code < 0x3000; code++) {
    const text = cleanText(`a${String.fromCodePoint(code)}b`);
    expect(() => canonicalise(text)).not.toThrow();
  }
  expect(cleanText("a\ud800b\u202ec\r\nd\te\u0301")).toBe("abc\nd é");
});
