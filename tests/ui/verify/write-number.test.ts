import { describe, expect, test } from "vitest";
import { getFormats } from "../../../src/i18n/format.ts";
import { readNumber, writeNumber, writeSmall } from "../../../src/ui/verify/write-number.ts";

const F = getFormats("fr");
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("numbers of an example", () => {
  test.each([
    [0, "0"],
    [0.68, "0,68"],
    [0.1 + 0.2, "0,3"],
    [10_800, "10 800"],
    [8.0064182, "8,006418"],
    [1 / 3, "0,333333"],
    [Number.NaN, "—"],
  ])("%d is written %s", (value, text) => {
    expect(plain(writeNumber(value, F))).toBe(text);
  });

  test.each([
    [5e-7, "5 × 10⁻⁷"],
    [-4.21e-8, "−4,21 × 10⁻⁸"],
    [1e-9, "1 × 10⁻⁹"],
    [0.02, "0,02"],
    [0, "0"],
  ])("a difference of %d is written %s", (value, text) => {
    expect(plain(writeSmall(value, F))).toBe(text);
  });

  test.each([
    ["0,68", 0.68],
    ["0.68", 0.68],
    [" 10\u202f800 ", 10_800],
    ["0", 0],
    ["", null],
    ["-3", null],
    ["douze", null],
    ["1e400", null],
  ])("%j is read as %s", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  test("what is written is read back", () => {
    for (const value of [0, 0.22, 2.5, 13.5, 72.6, 300, 10_800]) expect(readNumber(writeNumber(value, F))).toBe(value);
  });
});
