import { describe, expect, it } from "vitest";
import { ACCESS_PRESETS } from "../../../src/core/access/presets.ts";
import { matrixWorld } from "../../worlds/matrix-world.ts";
import { valuesOf } from "./ask.ts";

function expectClose(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(actual[i] - value)).toBeLessThanOrEqual(tolerance);
  });
}

describe("three origins, two sites, worked by hand to six digits", () => {
  const world = matrixWorld(
    [5, 10, 50],
    [50, 100],
    [
      [5, 70],
      [50, 40],
      [25, 30],
    ],
  );
  const decay = "20:1,40:0.68,60:0.22";
  const cases = [
    ["2sfca", { max: 30 }, [0.909091, 0, 2.909091]],
    ["e2sfca", { decay }, [1.213592, 1.933657, 2.491909]],
    ["3sfca", { decay }, [2.218497, 2.440125, 2.290125]],
    ["m2sfca", { decay }, [1.213592, 1.192071, 1.694498]],
    ["bfca", { decay }, [0.811103, 1.714279, 2.087386]],
  ] as const;
  it.each(cases)("%s", (method, settings, expected) => {
    expectClose(valuesOf(world, method, settings), expected, 5e-7);
  });
});

describe("APL toy: three communes, two practices", () => {
  const demand = [1000, 800, 400];
  const world = matrixWorld(
    demand,
    [10800, 5400],
    [
      [0, 12],
      [12, 0],
      [8, 18],
    ],
  );
  const preset = ACCESS_PRESETS["apl-v2"];
  const apl = valuesOf(world, "e2sfca", { decay: preset.decay.value, max: 20, bins: preset.bins });

  it("gives consultations a year per inhabitant", () => {
    expectClose(apl, [8.006418, 6.712452, 7.05905], 5e-7);
  });

  it("gives out every consultation once", () => {
    expect(apl.reduce((sum, value, i) => sum + value * demand[i], 0)).toBeCloseTo(16200, 8);
  });
});

/**
 * IRDES DT 70 (Lucas-Gabrielli & Nestrigue 2016), communes A and B, tables 17, 18, 20, 21 and 24. Each practice serves a
 * village of its own whose people make its published ratio R; the commune under study weighs nothing.
 */
describe("IRDES DT 70, worked examples", () => {
  interface Practice {
    readonly minutes: number;
    readonly fte: number;
    /** Published ratio per 100,000. */
    readonly ratio: number;
  }

  function accessFrom(practices: readonly Practice[], name: keyof typeof ACCESS_PRESETS): number {
    const { decay, maxMinutes, bins } = ACCESS_PRESETS[name];
    const world = matrixWorld(
      [0, ...practices.map(({ fte, ratio }) => (fte * 100_000) / ratio)],
      practices.map(({ fte }) => fte),
      [
        practices.map(({ minutes }) => minutes),
        ...practices.map((_, j) => practices.map((_, k) => (j === k ? 0 : null))),
      ],
    );
    return 100_000 * valuesOf(world, "e2sfca", { decay: decay.value, max: maxMinutes.value, bins })[0];
  }

  it("commune A, steps: 23 from seven practices, some exactly on a limit", () => {
    const practices = [
      { minutes: 3, fte: 1, ratio: 8 },
      { minutes: 5, fte: 1, ratio: 8 },
      { minutes: 6, fte: 5, ratio: 22 },
      { minutes: 10, fte: 2, ratio: 15 },
      { minutes: 12, fte: 4.4, ratio: 24 },
      { minutes: 13.5, fte: 2, ratio: 13 },
      { minutes: 14, fte: 4.7, ratio: 14 },
    ];
    expect(accessFrom(practices, "apl-v1")).toBeCloseTo(23.6, 9);
  });

  const sites = [
    { minutes: 0, fte: 5.4 },
    { minutes: 18.5, fte: 72.6 },
    { minutes: 21, fte: 31.7 },
  ];
  const practicesAt = (ratios: readonly number[]) => sites.map((site, k) => ({ ...site, ratio: ratios[k] }));

  it("commune B, steps: 83 from itself alone", () => {
    expect(accessFrom(practicesAt([82.7, 61.3, 38.8]), "apl-v1")).toBeCloseTo(82.7, 9);
  });

  it("commune B, exponential: 43", () => {
    expect(accessFrom(practicesAt([33.2, 61.3, 38.8]), "dt70-exp")).toBeCloseTo(42.98, 2);
  });

  it("commune B, gaussian: 38", () => {
    expect(accessFrom(practicesAt([28.22, 46.67, 30.46]), "dt70-gauss")).toBeCloseTo(37.82, 2);
  });
});
