import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildTravelTable } from "../../src/core/access/travel-table.ts";
import { type BroughtTimes, replaceEstimates } from "../../src/engine/brought-times.ts";

/** Minutes as a matrix over `units`; null: not listed. */
function bring(units: readonly number[], matrix: readonly (readonly (number | null)[])[]): BroughtTimes {
  const offsets = new Uint32Array(units.length + 1);
  const targets: number[] = [];
  const minutes: number[] = [];
  matrix.forEach((row, k) => {
    row.forEach((time, target) => {
      if (time === null) return;
      targets.push(target);
      minutes.push(time);
    });
    offsets[k + 1] = targets.length;
  });
  const columns = { targets: Uint32Array.from(targets), minutes: Float64Array.from(minutes) };
  return { name: "t.csv", kind: "table", units: Uint16Array.from(units), offsets, ...columns, limitMinutes: 60 };
}

function estimates(origins: number, destinations: number, pairs: readonly (readonly [number, number, number])[]) {
  const columns = {
    origins: Uint32Array.from(pairs, ([origin]) => origin),
    destinations: Uint32Array.from(pairs, ([, destination]) => destination),
    minutes: Float64Array.from(pairs, ([, , time]) => time),
  };
  return buildTravelTable(columns, origins, destinations);
}

describe("brought times in place of estimates", () => {
  // Communes 10, 20, 30; sites in 20, 20 and 30. Brought: 10 and 20 only.
  const origins = Uint16Array.of(10, 20, 30);
  const destinations = Uint16Array.of(20, 20, 30);
  const table = estimates(3, 3, [
    [0, 0, 5],
    [0, 1, 6],
    [0, 2, 9],
    [1, 0, 0],
    [2, 0, 9],
    [2, 2, 0],
  ]);

  it("replaces where both communes are covered, at every site of the commune, and keeps the rest", () => {
    const times = bring(
      [10, 20],
      [
        [0, 12],
        [13, 0],
      ],
    );
    const mixed = replaceEstimates(table, origins, destinations, times, 30);
    // 10 → both sites of 20 in 12 minutes, → 30 as estimated; 20 → its own sites in 0; 30 as estimated.
    expect(Array.from(mixed.table.offsets)).toEqual([0, 3, 5, 7]);
    expect(Array.from(mixed.table.targets)).toEqual([0, 1, 2, 0, 1, 0, 2]);
    expect(Array.from(mixed.table.minutes)).toEqual([12, 12, 9, 0, 0, 9, 0]);
    expect([mixed.brought, mixed.estimated]).toEqual([4, 3]);
  });

  it("puts a covered pair out of reach when it is not listed or beyond the minutes asked", () => {
    const unlisted = bring(
      [10, 20],
      [
        [0, null],
        [31, 0],
      ],
    );
    const mixed = replaceEstimates(table, origins, destinations, unlisted, 30);
    expect(Array.from(mixed.table.targets.subarray(0, mixed.table.offsets[1]))).toEqual([2]);
    const far = bring(
      [10, 20],
      [
        [0, 30.5],
        [0, 0],
      ],
    );
    expect(replaceEstimates(table, origins, destinations, far, 30).table.offsets[1]).toBe(1);
    expect(replaceEstimates(table, origins, destinations, far, 30.5).table.offsets[1]).toBe(3);
  });

  it("is what its definition says, pair by pair", () => {
    const world = fc.record({
      covered: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 8 }).map((u) => u.sort((a, b) => a - b)),
      times: fc.array(fc.option(fc.integer({ min: 0, max: 50 })), { minLength: 64, maxLength: 64 }),
      estimated: fc.array(fc.option(fc.integer({ min: 0, max: 40 })), { minLength: 48, maxLength: 48 }),
      sites: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 6, maxLength: 6 }),
      max: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(world, ({ covered, times, estimated, sites, max }) => {
        const brought = bring(
          covered,
          covered.map((a) => covered.map((b) => times[8 * a + b])),
        );
        const pairs = estimated.flatMap((time, k) =>
          time === null ? [] : [[Math.floor(k / 6), k % 6, time] as [number, number, number]],
        );
        const units = Uint16Array.of(0, 1, 2, 3, 4, 5, 6, 7);
        const mixed = replaceEstimates(estimates(8, 6, pairs), units, Uint16Array.from(sites), brought, max);
        for (let i = 0; i < 8; i++) {
          const row = new Map<number, number>();
          for (let p = mixed.table.offsets[i]; p < mixed.table.offsets[i + 1]; p++) {
            row.set(mixed.table.targets[p], mixed.table.minutes[p]);
          }
          sites.forEach((site, j) => {
            const both = covered.includes(i) && covered.includes(site);
            const time = both ? times[8 * i + site] : estimated[6 * i + j];
            const expected = time === null || (both && time > max) ? undefined : time;
            expect(row.get(j)).toBe(expected);
          });
        }
        expect(mixed.brought + mixed.estimated).toBe(mixed.table.minutes.length);
      }),
    );
  });
});
