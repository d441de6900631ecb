import { describe, expect, test } from "vitest";
import { CLUSTER_PALETTE } from "../../src/ui/clusters/clusters-view.ts";
import { CROSS_PALETTE } from "../../src/ui/crossed/crossed-view.ts";
import { DESERT_PALETTE } from "../../src/ui/deserts/deserts-view.ts";
import { BOUNDS_PALETTE, SHARES_PALETTE } from "../../src/ui/zoning/zoning-view.ts";
import { leastDistance } from "./colour-vision.ts";

describe("colours of the lenses are told apart in every colour vision", () => {
  test.each([
    ["access by income", CROSS_PALETTE, 24],
    ["clusters", CLUSTER_PALETTE, 20],
    ["deserts", DESERT_PALETTE, 14],
    ["zoning by bounds", BOUNDS_PALETTE, 20],
    ["zoning by shares", SHARES_PALETTE, 20],
  ])("%s", (_, palette, least) => {
    expect(leastDistance(palette)).toBeGreaterThan(least);
  });

  test("the measure sees red and green meet for those who cannot tell them", () => {
    expect(leastDistance(["#000000", "#ffffff"])).toBeCloseTo(100, 0);
    expect(leastDistance(["#a0522d", "#6b6b1e"])).toBeLessThan(12);
  });
});
