import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Calibration, fitRatios } from "../../../src/core/access/calibrate.ts";
import { gather } from "../../../src/core/access/two-step.ts";
import { FailureError } from "../../../src/core/failure.ts";

const QUIET = { signal: { aborted: false }, progress: () => undefined };
const EXACT = { maxPasses: 5000, tolerance: 1e-13 };

/** Every pair listed: rows of weights, one column per site. */
function problem(rows: readonly (readonly number[])[], observed: readonly number[], more: Partial<Calibration> = {}) {
  const sites = rows[0].length;
  const size = rows.length * sites;
  return {
    table: {
      origins: rows.length,
      destinations: sites,
      offsets: Uint32Array.from({ length: rows.length + 1 }, (_, i) => i * sites),
      targets: Uint32Array.from({ length: size }, (_, k) => k % sites),
      minutes: new Float64Array(size),
    },
    weights: Float64Array.from(rows.flat()),
    observed: Float64Array.from(observed),
    importance: new Float64Array(rows.length).fill(1),
    expected: new Float64Array(sites).fill(1),
    firmness: new Float64Array(sites),
    ...more,
  } satisfies Calibration;
}

describe("calibration by hand", () => {
  // Five places, three sites with R = (4, 2, 0.5): A = W·R.
  const W = [
    [1, 0.3, 0],
    [0.3, 1, 0.1],
    [0, 0.3, 1],
    [0.1, 0.1, 0.3],
    [0, 0, 1],
  ];
  const A = [4.6, 3.25, 1.1, 0.75, 0.5];

  it("finds the ratios behind noise-free values, more equations than sites", () => {
    const { ratios, converged } = fitRatios(problem(W, A), EXACT, QUIET);
    expect(converged).toBe(true);
    [4, 2, 0.5].forEach((r, j) => void expect(ratios[j]).toBeCloseTo(r, 9));
  });

  it("keeps at 0 a site where nobody practises, and finds the others", () => {
    const observed = W.map(([a, , c]) => 4 * a + 0.5 * c);
    const { ratios } = fitRatios(problem(W, observed, { expected: Float64Array.of(1, 0, 1) }), EXACT, QUIET);
    expect(ratios[1]).toBe(0);
    expect(ratios[0]).toBeCloseTo(4, 9);
    expect(ratios[2]).toBeCloseTo(0.5, 9);
  });

  it("stops at 0 where the best ratio would be negative", () => {
    // A = R₁, A = R₁ + R₂ with values 2 and 1: R₂ would be −1; at 0, R₁ is their mean.
    const { ratios } = fitRatios(
      problem(
        [
          [1, 0],
          [1, 1],
        ],
        [2, 1],
      ),
      EXACT,
      QUIET,
    );
    expect([...ratios]).toEqual([expect.closeTo(1.5, 9), 0]);
  });

  it("meets the expected ratio half way when both weigh the same", () => {
    // (6 − R)² + 4·(R/2 − 1)² = (6 − R)² + (R − 2)², least at 4.
    const half = { expected: Float64Array.of(2), firmness: Float64Array.of(4) };
    expect(fitRatios(problem([[1]], [6], half), EXACT, QUIET).ratios[0]).toBeCloseTo(4, 9);
  });

  it("leaves a site that no fitted place sees at what was expected", () => {
    const half = { expected: Float64Array.of(2, 3), importance: Float64Array.of(1, 0) };
    expect(
      fitRatios(
        problem(
          [
            [1, 0],
            [0, 1],
          ],
          [5, 99],
          half,
        ),
        EXACT,
        QUIET,
      ).ratios[1],
    ).toBe(3);
  });

  it("gives up when the caller has", () => {
    const run = { signal: { aborted: true }, progress: () => undefined };
    expect(() => fitRatios(problem(W, A), EXACT, run)).toThrow(FailureError);
  });
});

describe("laws of calibration", () => {
  const share = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
  const world = fc
    .record({ places: fc.integer({ min: 1, max: 8 }), sites: fc.integer({ min: 1, max: 5 }) })
    .chain((size) =>
      fc.record({
        rows: fc.array(fc.array(share, { minLength: size.sites, maxLength: size.sites }), {
          minLength: size.places,
          maxLength: size.places,
        }),
        observed: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size.places, maxLength: size.places }),
        training: fc.array(fc.boolean(), { minLength: size.places, maxLength: size.places }),
      }),
    );
  const fitOn = (rows: readonly number[][], observed: readonly number[], training: readonly boolean[]) =>
    fitRatios(
      problem(rows, observed, {
        importance: Float64Array.from(training, Number),
        firmness: new Float64Array(rows[0].length).fill(0.5),
      }),
      { maxPasses: 3000, tolerance: 1e-11 },
      QUIET,
    ).ratios;

  it("ratios and fitted values are not negative", () => {
    fc.assert(
      fc.property(world, ({ rows, observed, training }) => {
        const ratios = fitOn(rows, observed, training);
        const { table, weights } = problem(rows, observed);
        expect([...ratios, ...gather(table, ratios, weights)].every((x) => x >= 0)).toBe(true);
      }),
    );
  });

  it("values held out change nothing, whatever they are", () => {
    fc.assert(
      fc.property(world, fc.array(fc.double()), ({ rows, observed, training }, noise) => {
        const other = observed.map((x, i) => (training[i] ? x : (noise[i] ?? Number.NaN)));
        expect(fitOn(rows, other, training)).toEqual(fitOn(rows, observed, training));
      }),
    );
  });

  it("the order of places and sites does not matter", () => {
    fc.assert(
      fc.property(world, ({ rows, observed, training }) => {
        const turned = rows.map((row) => row.toReversed()).toReversed();
        const ratios = fitOn(turned, observed.toReversed(), training.toReversed());
        const expected = fitOn(rows, observed, training);
        ratios.toReversed().forEach((r, j) => void expect(r).toBeCloseTo(expected[j], 6));
      }),
    );
  });
});
