import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binPeople, findBin, planBins, snapToStep } from "../../src/charts/bin.ts";
import { PROFESSION_RULES, PROFESSIONS } from "../../src/core/professions.ts";

const domain = fc.integer({ min: 1, max: 4000 }).map((n) => n / 10);
const breaksWithin = (max: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 1300 }), { maxLength: 8 })
    .map((limits) => limits.sort((a, b) => a - b).map((n) => (n / 1000) * max));
const plan = domain.chain((max) => fc.tuple(fc.constant(max), breaksWithin(max)));
const rows = fc.array(
  fc.record({
    value: fc.oneof(fc.double({ min: -1, max: 600, noNaN: true }), fc.constant(Number.NaN), fc.constant(0)),
    people: fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constant(Number.NaN)),
    counted: fc.integer({ min: 0, max: 1 }),
  }),
  { maxLength: 60 },
);

describe("laws of the bins", () => {
  test("lower ends ascend from zero, and every break below the end is one of them", () => {
    fc.assert(
      fc.property(plan, ([max, breaks]) => {
        const { lower, end } = planBins(breaks, max);
        expect(lower[0]).toBe(0);
        expect(lower.at(-1)).toBe(end);
        expect(end).toBeGreaterThanOrEqual(Math.max(max, breaks.at(-1) ?? 0));
        for (let i = 1; i < lower.length; i++) expect(lower[i]).toBeGreaterThan(lower[i - 1]);
        for (const limit of breaks) expect(lower).toContain(limit);
      }),
    );
  });

  test("people are conserved: those with a value, counted and present", () => {
    fc.assert(
      fc.property(plan, rows, ([max, breaks], areas) => {
        const bins = binPeople(
          Float64Array.from(areas, (area) => area.value),
          Float64Array.from(areas, (area) => area.people),
          Uint8Array.from(areas, (area) => area.counted),
          breaks,
          max,
        );
        const known = areas.filter((area) => area.counted === 1 && !Number.isNaN(area.value) && area.people > 0);
        expect(bins.people.reduce((a, b) => a + b, 0)).toBe(known.reduce((sum, area) => sum + area.people, 0));
      }),
    );
  });

  test("a value falls in exactly one bin, and has that bin's class", () => {
    fc.assert(
      fc.property(plan, fc.double({ min: 0, max: 600, noNaN: true }), ([max, breaks], value) => {
        const { lower, people, classes } = binPeople(
          Float64Array.of(value),
          Float64Array.of(1),
          Uint8Array.of(1),
          breaks,
          max,
        );
        expect(people.filter((n) => n > 0)).toHaveLength(1);
        const bin = people.indexOf(1);
        expect(value).toBeGreaterThanOrEqual(lower[bin]);
        if (bin + 1 < lower.length) expect(value).toBeLessThan(lower[bin + 1]);
        expect(classes[bin]).toBe(breaks.filter((limit) => value >= limit).length);
      }),
    );
  });

  test("without a break off the grid there are 20 to 45 bins of one width, and the open one", () => {
    fc.assert(
      fc.property(domain, (max) => {
        const { lower, step } = planBins([], max);
        expect(lower.length - 1).toBeGreaterThanOrEqual(20);
        expect(lower.length - 1).toBeLessThanOrEqual(46);
        for (let i = 1; i < lower.length - 1; i++) expect(lower[i] - lower[i - 1]).toBeCloseTo(step, 9);
      }),
    );
  });
});

describe("predicted", () => {
  test("the limits for general practitioners all fall on quarters", () => {
    const { lower, step } = planBins(PROFESSION_RULES.gp.breaks as number[], 7);
    expect(step).toBe(0.25);
    expect([...lower]).toEqual(Array.from({ length: 29 }, (_, k) => k / 4));
  });

  test("a limit off the grid takes the place of the nearest end", () => {
    const { lower, step } = planBins([58.8, 73.1], 300);
    expect(step).toBe(10);
    expect([...lower.slice(4, 10)]).toEqual([40, 50, 58.8, 73.1, 80, 90]);
  });

  test("a limit that is a round number but for binary noise is still the end of the scale, noise included", () => {
    const noisy = 0.47000000000000003;
    const { lower, end } = planBins([0.235, noisy], 0.4);
    expect(end).toBe(noisy);
    expect(lower.at(-1)).toBe(noisy);
  });

  test("two limits nearest to the same end are both kept", () => {
    expect([...planBins([58.8, 61], 300).lower.slice(4, 9)]).toEqual([40, 50, 58.8, 61, 70]);
  });

  test("a value on a limit is above it, one beyond the domain is in the open bin, one below zero in the first", () => {
    const { lower } = planBins([2.5], 7);
    expect(lower[findBin(lower, 2.5)]).toBe(2.5);
    expect(lower[findBin(lower, 2.4999)]).toBeLessThan(2.5);
    expect(findBin(lower, 99)).toBe(lower.length - 1);
    expect(findBin(lower, 7)).toBe(lower.length - 1);
    expect(findBin(lower, -1)).toBe(0);
  });

  test("the threshold of every profession is a lower end, unless the mean sets it", () => {
    for (const profession of PROFESSIONS) {
      const { threshold, breaks, domainMax } = PROFESSION_RULES[profession];
      if (threshold !== null && breaks) expect(planBins(breaks, domainMax).lower).toContain(threshold);
    }
  });

  test("snapping leaves no noise and stays within the domain", () => {
    expect(snapToStep(0.15000000000000002, 0.05, 7)).toBe(0.15);
    expect(snapToStep(58.83, 0.1, 300)).toBe(58.8);
    expect(snapToStep(-3, 0.05, 7)).toBe(0);
    expect(snapToStep(9, 0.05, 7)).toBe(7);
  });
});
