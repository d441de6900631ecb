import { describe, expect, it } from "vitest";
import {
  type AgeBand,
  ageColumn,
  parseAgeColumn,
  standardiseDemand,
  widenAgeWeights,
} from "../../../src/core/access/standardised-demand.ts";

const WEIGHTS = [
  { from: 0, to: 4, weight: 1.2 },
  { from: 5, to: 9, weight: 0.6 },
  { from: 10, to: null, weight: 2 },
];

describe("names of age columns", () => {
  it.each([
    ["age_0_4", { from: 0, to: 4 }],
    ["age_85_89", { from: 85, to: 89 }],
    ["age_90", { from: 90, to: null }],
    ["age_80_plus", { from: 80, to: null }],
  ] as const)("%s", (name, band) => {
    expect(parseAgeColumn(name)).toEqual(band);
    expect(parseAgeColumn(ageColumn(band))).toEqual(band);
  });

  it.each(["age", "age_", "age_old", "ages_0_4", "age_0_4_5", "age_0_", "xage_0_4"])("%s is none", (name) => {
    expect(parseAgeColumn(name)).toBeNull();
  });
});

describe("weights of wider bands", () => {
  it("are plain means of the weights within", () => {
    const widened = widenAgeWeights(WEIGHTS, [
      { from: 0, to: 9 },
      { from: 10, to: null },
    ]);
    // (1.2 + 0.6) / 2 = 0.9: 30 children and 10 elders make 30·0.9 + 10·2 = 47.
    expect(widened?.map(({ weight }) => weight)).toEqual([expect.closeTo(0.9, 12), 2]);
    expect(standardiseDemand([Float64Array.of(30), Float64Array.of(10)], widened ?? [], false)[0]).toBeCloseTo(47, 12);
  });

  it("are the weights themselves on their own bands", () => {
    expect(widenAgeWeights(WEIGHTS, WEIGHTS)).toEqual(WEIGHTS);
  });

  it.each<[string, AgeBand[]]>([
    ["none", []],
    [
      "a band that cuts another",
      [
        { from: 0, to: 7 },
        { from: 8, to: null },
      ],
    ],
    [
      "a gap",
      [
        { from: 0, to: 4 },
        { from: 10, to: null },
      ],
    ],
    ["no end", [{ from: 0, to: 9 }]],
    [
      "an overlap",
      [
        { from: 0, to: 9 },
        { from: 5, to: null },
      ],
    ],
  ])("are refused: %s", (_, bands) => {
    expect(widenAgeWeights(WEIGHTS, bands)).toBeNull();
  });
});
