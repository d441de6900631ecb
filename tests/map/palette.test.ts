import { describe, expect, test } from "vitest";
import { choosePalette, dimColour, mix } from "../../src/map/palette.ts";

function lightness(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function isBrown(colour: string): boolean {
  return Number.parseInt(colour.slice(1, 3), 16) > Number.parseInt(colour.slice(5, 7), 16);
}

const CASES = [3, 4, 5, 6, 7, 8, 9].flatMap((count) => Array.from({ length: count + 1 }, (_, below) => [count, below]));

describe("choosePalette", () => {
  test.each(CASES)("%i classes, %i below: brown under, teal over, all different", (count, below) => {
    const palette = choosePalette(count, below);
    expect(palette).toHaveLength(count);
    expect(new Set(palette).size).toBe(count);
    expect(palette.map(isBrown)).toEqual(palette.map((_, i) => i < below));
    for (const colour of palette) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  });

  test.each(CASES)("%i classes, %i below: darker away from the threshold", (count, below) => {
    const light = choosePalette(count, below).map(lightness);
    for (let i = 1; i < count; i++) {
      if (i < below) expect(light[i]).toBeGreaterThan(light[i - 1]);
      if (i > below) expect(light[i]).toBeLessThan(light[i - 1]);
    }
  });

  test("a number of classes below that makes no sense is clamped", () => {
    expect(choosePalette(4, 9)).toEqual(choosePalette(4, 4));
    expect(choosePalette(4, -1)).toEqual(choosePalette(4, 0));
  });
});

test("mix goes from one colour to the other", () => {
  expect(mix("#000000", "#ffffff", 0)).toBe("#000000");
  expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
  expect(mix("#000000", "#ffffff", 1)).toBe("#ffffff");
});

test("a dimmed colour is far paler, and still itself", () => {
  expect(lightness(dimColour("#7b4a0f"))).toBeGreaterThan(200);
  expect(dimColour("#7b4a0f")).not.toBe(dimColour("#0b5d56"));
});
