import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findContiguousAreas, NO_AREA } from "../../../src/core/spatial/contiguous-areas.ts";
import { findDeserts, ISOLATED, NOT_UNDER } from "../../../src/core/spatial/deserts.ts";
import { buildNeighbours } from "../../../src/core/spatial/neighbours.ts";
import { gridNeighbours } from "./worlds.ts";

/** Units under 2.5 are marked; people 100 a unit, the shortfall of 1.0 is 0.6 a head, of 2.0 0.2.
 *
 *     1.0* 3.0  2.0*      0 1 2
 *     1.0* 3.0  3.0       3 4 5
 *     3.0  2.0* 2.4*      6 7 8
 */
const values = Float64Array.of(1, 3, 2, 1, 3, 3, 3, 2, 2.4);
const people = new Float64Array(9).fill(100);
const shortfall = values.map((x, i) => (x < 2.5 ? (people[i] * (2.5 - x)) / 2.5 : 0));
const columns = { values, people, shortfall };

describe("contiguous deserts of a grid, by hand", () => {
  it("by edges: two pairs and a dot", () => {
    const rule = { threshold: 2.5, minAreas: 2, minPeople: 0 };
    const { deserts, isolated, desertOf } = findDeserts(columns, [gridNeighbours(3, 3)], rule);
    expect(deserts.map((d) => [[...d.units], d.people])).toEqual([
      [[0, 3], 200],
      [[7, 8], 200],
    ]);
    expect(deserts[0].depth).toBeCloseTo(0.6, 12);
    expect(deserts[1].depth).toBeCloseTo((0.2 + 0.04) / 2, 12);
    expect(isolated.map((d) => [...d.units])).toEqual([[2]]);
    expect([...desertOf]).toEqual([0, NOT_UNDER, ISOLATED, 0, NOT_UNDER, NOT_UNDER, NOT_UNDER, 1, 1]);
  });

  it("by corners 3 meets 7: one desert of four", () => {
    const rule = { threshold: 2.5, minAreas: 2, minPeople: 0 };
    const { deserts } = findDeserts(columns, [gridNeighbours(3, 3, true)], rule);
    expect(deserts.map((d) => [...d.units])).toEqual([[0, 3, 7, 8]]);
  });

  it("a bridge joins what borders do not, one way being enough", () => {
    const bridge = buildNeighbours({ from: Uint32Array.of(2), to: Uint32Array.of(0) }, 9);
    const rule = { threshold: 2.5, minAreas: 3, minPeople: 0 };
    const { deserts } = findDeserts(columns, [gridNeighbours(3, 3), bridge], rule);
    expect(deserts.map((d) => [...d.units])).toEqual([[0, 2, 3]]);
  });

  it("names the most populated first, and tells small ones apart by people too", () => {
    const crowd = people.map((n, i) => n * (i === 3 ? 5 : 1));
    const rule = { threshold: 2.5, minAreas: 1, minPeople: 150 };
    const { deserts, isolated } = findDeserts({ ...columns, people: crowd }, [gridNeighbours(3, 3)], rule);
    expect(deserts.map((d) => [...d.units])).toEqual([
      [3, 0],
      [7, 8],
    ]);
    expect(isolated.map((d) => [...d.units])).toEqual([[2]]);
  });

  it("a value on the threshold, or none, is not under", () => {
    const rule = { threshold: 2, minAreas: 1, minPeople: 0 };
    const some = { ...columns, values: values.map((x, i) => (i === 0 ? Number.NaN : x)) };
    expect(findDeserts(some, [gridNeighbours(3, 3)], rule).deserts.map((d) => [...d.units])).toEqual([[3]]);
  });
});

describe("contiguous areas", () => {
  const world = fc.record({
    flags: fc.array(fc.nat(1), { minLength: 30, maxLength: 30 }),
    corners: fc.boolean(),
  });

  it("part the flagged units: within one everything is joined by flagged neighbours, between two nothing is", () => {
    fc.assert(
      fc.property(world, ({ flags, corners }) => {
        const grid = gridNeighbours(5, 6, corners);
        const areas = findContiguousAreas(Uint8Array.from(flags), [grid]);
        flags.forEach((flag, i) => {
          expect(areas[i] === NO_AREA).toBe(flag === 0);
        });
        expect([...new Set(areas)].filter((a) => a >= 0).sort((a, b) => a - b)).toEqual([
          ...Array(Math.max(-1, ...areas) + 1).keys(),
        ]);
        for (const start of flags.keys()) {
          if (flags[start] === 0) continue;
          const reached = new Set([start]);
          for (const i of reached) {
            for (const j of grid.targets.slice(grid.offsets[i], grid.offsets[i + 1])) if (flags[j]) reached.add(j);
          }
          expect([...reached].sort((a, b) => a - b)).toEqual(
            [...areas.keys()].filter((j) => areas[j] === areas[start]),
          );
        }
      }),
    );
  });
});
