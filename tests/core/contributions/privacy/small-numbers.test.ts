import { describe, expect, it } from "vitest";
import {
  type Cell,
  FEWEST,
  publishPeriod,
  ROUND_TO,
  releasePeriod,
  sumPublished,
} from "../../../../src/core/contributions/privacy/small-numbers.ts";

const rule = { fewest: 5, roundTo: 5 };
const UNITS = ["a", "b", "c", "d"];
const cellsOf = (counts: readonly number[], units = UNITS): Cell[] =>
  counts.map((reporters, k) => ({ unit: units[k], parent: "p", key: "gp delay", reporters }));

/** Every world of `size` cells of 0 to `most` reporters. */
function listWorlds(size: number, most: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return listWorlds(size - 1, most).flatMap((world) => Array.from({ length: most + 1 }, (_, n) => [...world, n]));
}

/** What somebody who knows the rule and everything told can still think: worlds grouped by what is told of them. */
function groupByTold(worlds: readonly (readonly number[])[], tell: (world: readonly number[]) => unknown) {
  const groups = new Map<string, (readonly number[])[]>();
  for (const world of worlds) {
    const told = JSON.stringify(tell(world));
    const group = groups.get(told);
    if (group === undefined) groups.set(told, [world]);
    else group.push(world);
  }
  return Array.from(groups.values());
}

describe("small numbers", () => {
  it.each([1, 2, 3, 4])("no cell of 1 to 4 is found by trying every world of %i cells that tells the same", (size) => {
    const worlds = listWorlds(size, 7);
    let untold = 0;
    for (const group of groupByTold(worlds, (world) => publishPeriod(cellsOf(world), rule))) {
      for (let k = 0; k < size; k++) {
        if (!group.some((world) => world[k] > 0 && world[k] < rule.fewest)) continue;
        untold++;
        // Nor its being there: another world tells the same with nobody in it.
        expect(group.some((world) => world[k] === 0)).toBe(true);
      }
    }
    expect(untold).toBeGreaterThan(0);
  });

  it("would be found if the rest were told whenever it reaches the fewest: the condition matters", () => {
    const careless = (world: readonly number[]) => {
      const rest = world.filter((n) => n < rule.fewest).reduce((sum, n) => sum + n, 0);
      return [world.map((n) => (n >= rule.fewest ? n : null)), rest >= rule.fewest ? rest : null];
    };
    const found = groupByTold(listWorlds(2, 7), careless).some((group) =>
      [0, 1].some((k) => group.every((world) => world[k] > 0 && world[k] < rule.fewest)),
    );
    expect(found).toBe(true);
  });

  it("nor by the difference of two releases, nor by both together", () => {
    const worlds = listWorlds(2, 6);
    const pairs = worlds.flatMap((first) => worlds.map((second) => [...first, ...second]));
    const tell = ([a, b, c, d]: readonly number[]) => {
      const first = releasePeriod(new Map(), "2026-01", cellsOf([a, b]), rule);
      const second = releasePeriod(first, "2026-02", cellsOf([c, d]), rule);
      return [Array.from(first), Array.from(second)];
    };
    for (const group of groupByTold(pairs, tell)) {
      for (const k of [0, 1]) {
        const sums = group.map((world) => world[k] + world[k + 2]);
        const isSmall = (n: number) => n > 0 && n < rule.fewest;
        if (sums.some(isSmall)) expect(sums.every(isSmall)).toBe(false);
        for (const month of [k, k + 2]) {
          if (group.some((world) => isSmall(world[month])))
            expect(group.every((world) => isSmall(world[month]))).toBe(false);
        }
      }
    }
    const told = releasePeriod(new Map(), "2026-01", cellsOf([9, 0]), rule);
    expect(() => releasePeriod(told, "2026-01", cellsOf([10, 0]), rule)).toThrow(/already released/);
  });

  it("by hand: 23, 4, 3, 4 and 0 reporters, from 5 on", () => {
    // 23 is told as 25. The rest is 4 + 3 + 4 + 0 = 11 in 4 cells: 11 ≤ 3 · 4, told as 10. The total told is 35.
    const told = publishPeriod(cellsOf([23, 4, 3, 4, 0], ["a", "b", "c", "d", "e"]), rule);
    expect(told.map(({ unit, reporters }) => [unit, reporters])).toEqual([
      ["a", 25],
      [null, 10],
    ]);
    expect([sumPublished(told), sumPublished(told, "p"), sumPublished(told, "q")]).toEqual([35, 35, 0]);
    // Without the empty cell 11 > 2 · 4: each of the three would be known to be there.
    expect(publishPeriod(cellsOf([23, 4, 3, 4]), rule)).toHaveLength(1);
  });

  it("holds the floor, and every cell once", () => {
    expect(() => publishPeriod([], { fewest: 4, roundTo: 5 })).toThrow(/bad-input/);
    expect(() => publishPeriod([...cellsOf([9]), ...cellsOf([9])], rule)).toThrow(/twice/);
    const usual = { fewest: FEWEST, roundTo: ROUND_TO };
    expect(publishPeriod(cellsOf([10, 11]), usual)).toMatchObject([{ unit: "b", reporters: 10 }]);
  });
});
