import { expect, test } from "vitest";
import { describeLegend } from "../../src/map/legend.ts";
import { choosePalette } from "../../src/map/palette.ts";
import { PATTERN_KINDS, patternSvg } from "../../src/map/patterns.ts";

const BREAKS = [1, 2.5, 4];
const PALETTE = choosePalette(4, 2);

test("classes are listed lowest first, with their limits and areas, even when empty", () => {
  const legend = describeLegend(PALETTE, BREAKS, Int8Array.of(0, 0, 3, 1));
  expect(legend.map(({ kind, from, to, areas }) => [kind, from, to, areas])).toEqual([
    ["class", null, 1, 2],
    ["class", 1, 2.5, 1],
    ["class", 2.5, 4, 0],
    ["class", 4, null, 1],
  ]);
  expect(legend.map((entry) => entry.colour)).toEqual(PALETTE);
});

test("zero stands before the classes, reasons for having no value after, each only when it occurs", () => {
  const legend = describeLegend(PALETTE, BREAKS, Int8Array.of(-4, -1, -2, 2, -2, -3));
  expect(legend.map(({ kind, areas, pattern }) => [kind, areas, pattern])).toEqual([
    ["zero", 1, "zero"],
    ["class", 0, null],
    ["class", 0, null],
    ["class", 1, null],
    ["class", 0, null],
    ["missing", 2, "missing"],
    ["secret", 1, "secret"],
    ["unreachable", 1, "unreachable"],
  ]);
  expect(new Set(legend.map((entry) => entry.colour)).size).toBe(legend.length);
});

test("every pattern is its own self-contained image", () => {
  const images = PATTERN_KINDS.map(patternSvg);
  expect(new Set(images).size).toBe(PATTERN_KINDS.length);
  for (const image of images) {
    expect(image).toMatch(/^url\("data:image\/svg\+xml,%3Csvg[^"<>]*"\)$/);
  }
});
