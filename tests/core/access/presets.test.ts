import { describe, expect, it } from "vitest";
import { capSupply, supplyOfActs } from "../../../src/core/access/activity.ts";
import { ACCESS_PRESETS } from "../../../src/core/access/presets.ts";
import { ageColumn, standardiseDemand } from "../../../src/core/access/standardised-demand.ts";

describe("supply from acts", () => {
  it.each([
    ["apl-v1", 0, 0],
    ["apl-v1", 272.9, 0],
    ["apl-v1", 273, 0.2],
    ["apl-v1", 1028, 0.5],
    ["apl-v1", 2643, 0.7],
    ["apl-v1", 4251, 0.7],
    ["apl-v1", 4252, 1],
    ["apl-v1", 20_000, 1],
    ["apl-v2", 100, 3600],
    ["apl-v2", 5000, 5000],
    ["apl-v2", 9000, 6000],
    ["dt70-fte", 4973, 1],
    ["dt70-fte", 9946, 2],
    ["dt70-fte-capped", 9946, 1.8],
    // DT 70, table 4: weights at the quantiles of 2012, published to one digit.
    ["dt70-fte", 568, 0.114],
    ["dt70-exp", 11_938, 1.8],
  ] as const)("%s: %d acts", (name, acts, supply) => {
    expect(supplyOfActs(ACCESS_PRESETS[name].activity.value, acts)).toBeCloseTo(supply, 3);
  });

  it("a capacity caps a site", () => {
    expect([...capSupply(Float64Array.of(1, 5, 9), 5)]).toEqual([1, 5, 5]);
  });
});

describe("standardised demand", () => {
  const ages = ACCESS_PRESETS["apl-v1"].ages.value ?? [];

  it("has the 19 bands of DT 70, table 2", () => {
    expect(ages.map(ageColumn)).toEqual([
      ...Array.from({ length: 18 }, (_, k) => `age_${5 * k}_${5 * k + 4}`),
      "age_90",
    ]);
    expect(ages.find(({ from }) => from === 0)?.weight).toBe(1.27);
    expect(ages.find(({ from }) => from === 45)?.weight).toBe(0.83);
    expect(ages.find(({ from }) => from === 85)?.weight).toBe(2.84);
    expect(ages.find(({ from }) => from === 90)?.weight).toBe(2.61);
  });

  it("weighs the old more than the young, and keeps the total when asked to", () => {
    const bands = ages.map(({ from }) => Float64Array.of(from === 20 ? 100 : 0, from === 85 ? 100 : 0));
    const raw = standardiseDemand(bands, ages, false);
    expect(raw[0]).toBeCloseTo(54, 10);
    expect(raw[1]).toBeCloseTo(284, 10);
    const rescaled = standardiseDemand(bands, ages, true);
    expect(rescaled[0] + rescaled[1]).toBeCloseTo(200, 10);
    expect(rescaled[1] / rescaled[0]).toBeCloseTo(284 / 54, 10);
  });
});

describe("what is not published is marked", () => {
  it("only the decay and the ages of V2", () => {
    const unpublished = Object.entries(ACCESS_PRESETS).flatMap(([name, preset]) =>
      Object.entries(preset).flatMap(([part, value]) =>
        typeof value === "object" && !value.published ? [`${name} ${part}`] : [],
      ),
    );
    expect(unpublished).toEqual(["apl-v2 decay", "apl-v2 ages"]);
  });
});
