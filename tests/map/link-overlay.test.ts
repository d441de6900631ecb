import { describe, expect, test } from "vitest";
import { buildLinks, linkWidth } from "../../src/map/link-overlay.ts";

describe("lines from communes to what serves them", () => {
  test("one per link, most people first so that the thinnest lie above; none within one place", () => {
    const lines = buildLinks([
      { from: [0, 0], to: [1, 1], site: 0, people: 100 },
      { from: [1, 1], to: [1, 1], site: 0, people: 9000 },
      { from: [2, 0], to: [3, 1], site: 1, people: 2500 },
    ]);
    expect(lines.features.map(({ properties }) => properties.site)).toEqual([1, 0]);
    expect(lines.features[1].geometry.coordinates).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test("widths: 0.5 with nobody, half-way to 2 at a quarter of 10,000 people, never over 3", () => {
    expect(linkWidth(0)).toBe(0.5);
    expect(linkWidth(2500)).toBeCloseTo(0.5 + 1.5 / 2, 12);
    expect(linkWidth(10_000)).toBeCloseTo(2, 12);
    expect(linkWidth(1_000_000)).toBe(3);
  });
});
