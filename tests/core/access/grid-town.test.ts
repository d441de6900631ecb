import { describe, expect, it } from "vitest";
import { gridTown } from "../../worlds/grid-town.ts";
import { matrixWorld } from "../../worlds/matrix-world.ts";
import { ask, valuesOf } from "./ask.ts";

/** A street of seven blocks, five minutes each, ten people a block; practices at both ends. */
const street = gridTown({
  width: 7,
  height: 1,
  blockMinutes: 5,
  people: () => 10,
  sites: [
    { x: 0, y: 0, supply: 3 },
    { x: 6, y: 0, supply: 6 },
  ],
});

/** Five blocks by five, two minutes each, one person a block; one practice in the middle. */
const square = gridTown({
  width: 5,
  height: 5,
  blockMinutes: 2,
  people: () => 1,
  sites: [{ x: 2, y: 2, supply: 13 }],
});

describe("a street", () => {
  it("2SFCA within 10 minutes: three blocks share each practice, the middle block has none", () => {
    expect(valuesOf(street, "2sfca", { max: 10 })).toEqual([0.1, 0.1, 0.1, 0, 0.2, 0.2, 0.2]);
  });

  it("a half-open limit leaves out the block exactly on it", () => {
    expect(valuesOf(street, "2sfca", { max: 10, bins: "half-open" })).toEqual([0.15, 0.15, 0, 0, 0, 0.3, 0.3]);
  });

  it("within 15 minutes the middle block belongs to both", () => {
    const values = valuesOf(street, "2sfca", { max: 15 });
    expect(values).toEqual([0.075, 0.075, 0.075, 0.075 + 0.15, 0.15, 0.15, 0.15]);
  });

  it("E2SFCA and M2SFCA by steps: 1 at home, ½ one block away", () => {
    const decay = "0:1,5:0.5";
    expect(valuesOf(street, "e2sfca", { decay })).toEqual([0.2, 0.1, 0, 0, 0, 0.2, 0.4]);
    expect(valuesOf(street, "m2sfca", { decay })).toEqual([0.2, 0.05, 0, 0, 0, 0.1, 0.4]);
  });

  it("3SFCA: the middle block splits its demand in two", () => {
    // Six neighbours alone weigh 10 each; the middle block 5 to each side: 35 people per practice.
    const values = valuesOf(street, "3sfca", { max: 15, decay: "15:1" });
    const [left, right] = [3 / 35, 6 / 35];
    [left, left, left, (left + right) / 2, right, right, right].forEach((value, i) => {
      expect(values[i]).toBeCloseTo(value, 15);
    });
  });

  it("nearest, second nearest, cumulative and ratio", () => {
    expect(valuesOf(street, "nearest")).toEqual([0, 5, 10, 15, 10, 5, 0]);
    expect(valuesOf(street, "nearest", { rank: 2 })).toEqual([30, 25, 20, 15, 20, 25, 30]);
    expect(valuesOf(street, "nearest", { rank: 3 })).toEqual(Array(7).fill(Number.NaN));
    expect(valuesOf(street, "cumulative", { max: 15 })).toEqual([3, 3, 3, 9, 6, 6, 6]);
    expect(valuesOf(street, "ratio", { max: 15 })).toEqual([0.3, 0.3, 0.3, 0.9, 0.6, 0.6, 0.6]);
  });
});

describe("a square", () => {
  it("2SFCA within 4 minutes reaches a diamond of 13 blocks: one unit each", () => {
    const values = valuesOf(square, "2sfca", { max: 4 });
    expect(values.filter((value) => value === 1)).toHaveLength(13);
    expect(values.filter((value) => value === 0)).toHaveLength(12);
  });

  it("without people nobody gets anything, and it is said", () => {
    const empty = gridTown({
      width: 2,
      height: 1,
      blockMinutes: 1,
      people: () => 0,
      sites: [
        { x: 0, y: 0, supply: 4 },
        { x: 1, y: 0, supply: 0 },
      ],
    });
    const { values, statuses, zeroDemandSites } = ask(empty, "2sfca", { max: 4 });
    expect([[...values], [...statuses], zeroDemandSites]).toEqual([[0, 0], [0, 0], 1]);
    expect(valuesOf(empty, "ratio", { max: 4 })).toEqual([0, 0]);
  });
});

describe("rational agents", () => {
  // Fifty people; ten doctors at home, two and a half an hour away; a person per doctor costs as much as an hour.
  const world = matrixWorld([50], [10, 2.5], [[0, 60]]);
  const costAfter = (cycles: number) => valuesOf(world, "raam", { raam: { rho: 1, cycles } })[0];

  it("first cycle: eight would level the costs 5 and 1, the far site takes in 2.5, two people move", () => {
    expect(costAfter(1)).toBeCloseTo((48 * 5 + 2 * 1) / 50, 12);
  });

  it("second cycle: costs 4.8 and 1.8, six would level them, again two move", () => {
    expect(costAfter(2)).toBeCloseTo((46 * 4.8 + 4 * 1.8) / 50, 12);
  });

  it("settles where both sites cost the same: 42 at home, 8 an hour away", () => {
    expect(costAfter(150)).toBeCloseTo(4.2, 12);
  });
});
