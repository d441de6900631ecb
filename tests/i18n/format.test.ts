import { describe, expect, test } from "vitest";
import { getFormats } from "../../src/i18n/format.ts";

const [fr, en] = [getFormats("fr"), getFormats("en")];

describe("numbers", () => {
  test("people are rounded to hundreds from ten thousand on", () => {
    expect(fr.people(412_849)).toBe("412\u202f800");
    expect(fr.people(9_849)).toBe("9\u202f849");
    expect(en.people(412_849)).toBe("412,800");
  });

  test("shares have one digit, none at the ends", () => {
    expect(fr.percent(0.1214)).toBe("12,1\u202f%");
    expect(fr.percent(0)).toBe("0\u202f%");
    expect(en.percent(1)).toBe("100%");
    expect(fr.gap(0.00397)).toBe("0,40\u202f%");
    expect(en.gap(0.0000001)).toBe("0.01%");
  });

  test("limits keep only the digits they were published with", () => {
    expect([fr.limit(2.5), fr.limit(1.75), fr.limit(58.8)]).toEqual(["2,5", "1,75", "58,8"]);
  });

  test("differences carry a real minus sign", () => {
    expect(fr.signed(-0.21, 1)).toBe("−0,2");
    expect(en.signed(0.21, 1)).toBe("+0.2");
  });

  test("what does not exist is a dash, never zero", () => {
    for (const write of [fr.integer, fr.people, fr.percent, fr.gap, fr.ratio, fr.euros])
      expect(write(Number.NaN)).toBe("—");
    expect(fr.ratio(Number.POSITIVE_INFINITY)).toBe("—");
  });
});

test("ordinals", () => {
  expect([1, 2, 10].map(fr.ordinal)).toEqual(["1er", "2e", "10e"]);
  expect([1, 2, 3, 4, 11, 12].map(en.ordinal)).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th"]);
});

test("dates in words; what is not a date is left as it is", () => {
  expect(fr.date("2026-03-09")).toBe("9 mars 2026");
  expect(fr.date("2026")).toBe("2026");
});
