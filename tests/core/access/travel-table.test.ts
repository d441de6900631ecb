import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildTravelTable, transposeTravelTable } from "../../../src/core/access/travel-table.ts";
import { twoStepAccess } from "../../../src/core/access/two-step.ts";
import { FailureError } from "../../../src/core/failure.ts";

type Pair = readonly [origin: number, destination: number, minutes: number];

function build(pairs: readonly Pair[], origins = 6, destinations = 5) {
  return buildTravelTable(
    {
      origins: Uint32Array.from(pairs, ([i]) => i),
      destinations: Uint32Array.from(pairs, ([, j]) => j),
      minutes: Float64Array.from(pairs, ([, , t]) => t),
    },
    origins,
    destinations,
  );
}

const pairs = fc.uniqueArray(
  fc.tuple(fc.nat(5), fc.nat(4), fc.double({ min: 0, max: 99, noNaN: true })) as fc.Arbitrary<Pair>,
  { selector: ([i, j]) => 5 * i + j },
);

describe("buildTravelTable", () => {
  it("holds exactly the pairs it was given, origin by origin, targets rising", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const { offsets, targets, minutes } = build(given);
        const sorted = [...given].sort(([a, b], [c, d]) => a - c || b - d);
        expect([...targets]).toEqual(sorted.map(([, j]) => j));
        expect([...minutes]).toEqual(sorted.map(([, , t]) => t));
        expect([...offsets]).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => given.filter(([origin]) => origin < i).length));
      }),
    );
  });

  it("turned twice is the same table", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const table = build(given);
        expect(transposeTravelTable(transposeTravelTable(table))).toEqual(table);
      }),
    );
  });

  it.each<readonly [string, readonly Pair[], Record<string, unknown>]>([
    ["unknown origin", [[6, 0, 1]], { row: 2, column: "origin" }],
    ["unknown destination", [[0, 5, 1]], { row: 2, column: "destination" }],
    [
      "negative",
      [
        [0, 0, 1],
        [0, 1, -1],
      ],
      { row: 3, column: "minutes" },
    ],
    ["NaN", [[0, 0, Number.NaN]], { row: 2, column: "minutes" }],
    ["infinite", [[0, 0, Number.POSITIVE_INFINITY]], { row: 2, column: "minutes" }],
    [
      "duplicate",
      [
        [2, 1, 5],
        [0, 0, 1],
        [2, 1, 5],
      ],
      { row: 4, column: "origin,destination", problem: "the pair of row 2 again" },
    ],
  ])("refuses a pair that is %s", (_, given, params) => {
    let failure: unknown;
    try {
      build(given);
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(FailureError);
    expect((failure as FailureError).failure).toMatchObject({
      code: "bad-input",
      params: { file: "times", ...params },
    });
  });

  it("a world that does not fit its table is a bug, not a result", () => {
    const world = { table: build([[0, 0, 1]]), demand: new Float64Array(5), supply: new Float64Array(5) };
    expect(() => twoStepAccess(world, new Float64Array(1))).toThrow(RangeError);
  });
});
