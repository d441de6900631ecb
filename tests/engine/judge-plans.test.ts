import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeService } from "../../src/engine/judge-plans.ts";
import type { PlacementWorld, ServiceWorld } from "../../src/engine/placement-world.ts";

const NONE = Number.POSITIVE_INFINITY;
const OBJECTIVES = ["p-median", "p-center", "mclp", "lscp"] as const;

interface Small {
  readonly objective: (typeof OBJECTIVES)[number];
  readonly people: readonly number[];
  readonly today: readonly number[];
  /** Of each row, minutes of each site; Infinity: too far to be listed. */
  readonly minutes: readonly (readonly number[])[];
}

function judge({ objective, people, today, minutes }: Small, plan: readonly number[]) {
  const pairs = minutes.map((row) =>
    row
      .map((cost, target) => ({ cost, target }))
      .filter(({ cost }) => cost < NONE)
      .sort((a, b) => a.cost - b.cost),
  );
  const offsets = new Uint32Array(people.length + 1);
  for (const [row, listed] of pairs.entries()) offsets[row + 1] = offsets[row] + listed.length;
  const service = {
    demands: Uint32Array.from(people.keys()),
    today: Float64Array.from(today),
    rows: {
      demands: people.length,
      candidates: minutes[0].length,
      offsets,
      targets: Uint32Array.from(pairs.flat(), ({ target }) => target),
      costs: Float64Array.from(pairs.flat(), ({ cost }) => cost),
    },
  } as unknown as ServiceWorld;
  const world = {
    question: { objective, minutes: 15 },
    people: Float64Array.from(people),
    sites: { names: minutes[0].map(String) },
  } as unknown as PlacementWorld;
  return judgeService(world, service, plan);
}

const times = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }) }, fc.constant(NONE));
const world = fc
  .record({ rows: fc.integer({ min: 1, max: 7 }), sites: fc.integer({ min: 2, max: 6 }) })
  .chain(({ rows, sites }) =>
    fc.record({
      objective: fc.constantFrom(...OBJECTIVES),
      people: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: rows, maxLength: rows }),
      today: fc.array(times, { minLength: rows, maxLength: rows }),
      minutes: fc.array(fc.array(times, { minLength: sites, maxLength: sites }), { minLength: rows, maxLength: rows }),
    }),
  );

describe("judgeService", () => {
  it("the best other site is the best of all those one tries, and is worth what its plan is", () => {
    fc.assert(
      fc.property(world, fc.nat(), (small, seed) => {
        const sites = small.minutes[0].length;
        const plan = [seed % sites, (seed * 7 + 1) % sites].filter((site, k, all) => all.indexOf(site) === k);
        const judgement = judge(small, plan);
        const others = plan.slice(1);
        const free = Array.from({ length: sites }, (_, j) => j).filter((j) => !plan.includes(j));
        const tried = free.map((j) => judgement.value([...others, j]));
        const best = judgement.bestOther(others);
        expect(best === null).toBe(free.length === 0);
        if (best === null) return;
        expect(best.value + 0).toBe(Math.max(...tried) + 0);
        expect(judgement.value([...others, best.site])).toBe(best.value);
      }),
      { numRuns: 2000, seed: 5 },
    );
  });

  it("by hand: of two sites, the one nearer to more people; of none served, the one that serves", () => {
    // Without a second site: 10 people at 30 min, 5 at 20. Site 1 takes the ten to 10 min (+200), site 2 the five to 1 (+95).
    const near = { objective: "p-median", people: [10, 5], today: [NONE, NONE] } as const;
    const minutes = [
      [30, 10, 30],
      [20, 20, 1],
    ];
    expect(judge({ ...near, minutes }, [0]).value([0])).toBe(-400);
    expect(judge({ ...near, minutes }, [0, 3]).bestOther([0])).toEqual({ site: 1, value: -200 });
    // The second row is nobody's: only site 2 serves it, however far.
    const alone = [
      [30, 10, 30],
      [NONE, NONE, 40],
    ];
    expect(judge({ ...near, minutes: alone }, [0, 3]).bestOther([0])).toEqual({ site: 2, value: -500 });
  });
});
