import { describe, expect, it } from "vitest";
import { dominates, Front, spreadOut } from "../../../src/core/placement/front.ts";
import { type FrontModel, searchFront } from "../../../src/core/placement/search-front.ts";
import { Random } from "../../../src/core/random.ts";
import { searchFreely } from "./worlds.ts";

/** Two or three sums of distances to the nearest site, drawn: each objective sees its own table. */
function drawModel(seed: number, objectives: number, sites: number) {
  const random = new Random(seed);
  const tables = Array.from({ length: objectives }, () =>
    Array.from({ length: 6 }, () => Float64Array.from({ length: sites }, () => random.below(40))),
  );
  const valuesOf = (plan: readonly number[]) =>
    Float64Array.from(tables, (rows) => rows.reduce((sum, row) => sum + Math.min(...plan.map((j) => row[j])), 0));
  const model: FrontModel = {
    sites,
    objectives,
    fixed: new Set(),
    rate: (others) => (site, values) => values.set(valuesOf(site < 0 ? others : [...others, site])),
  };
  return { model, valuesOf };
}

function* pairsOf(sites: number) {
  for (let a = 0; a < sites; a++) for (let b = a + 1; b < sites; b++) yield [a, b];
}

describe("a front of plans", () => {
  it("by hand: keeps what nothing beats, whatever the order", () => {
    const values = [
      [1, 9],
      [5, 5],
      [9, 1],
      [6, 6],
      [5, 5],
      [1, 10],
    ];
    for (const order of [values, values.toReversed()]) {
      const front = new Front();
      for (const [k, pair] of order.entries()) front.offer(Float64Array.from(pair), () => Uint32Array.of(k));
      const kept = front.plans.map((plan) => Array.from(plan.values)).toSorted((a, b) => a[0] - b[0]);
      expect(kept).toEqual([
        [1, 9],
        [5, 5],
        [9, 1],
      ]);
    }
    expect(dominates(Float64Array.of(1, 1), Float64Array.of(1, 1))).toBe(false);
  });

  it("spread out: the best of each objective, then the farthest, in order", () => {
    const front = new Front();
    for (let x = 0; x <= 10; x++) front.offer(Float64Array.of(x, 10 - x), () => Uint32Array.of(x));
    expect(spreadOut(front.plans, 3).map(({ sites }) => sites[0])).toEqual([0, 5, 10]);
    expect(spreadOut(front.plans, 50).length).toBe(11);
  });

  for (const objectives of [2, 3]) {
    it(`${objectives} objectives: nothing it lists is beaten by another, and the best of each is in it`, async () => {
      let [found, all] = [0, 0];
      for (let seed = 1; seed <= 40; seed++) {
        const { model, valuesOf } = drawModel(seed, objectives, 9);
        const every = [...pairsOf(9)].map((plan) => ({ plan, values: valuesOf(plan) }));
        const bestOf = (k: number) => every.reduce((a, b) => (b.values[k] < a.values[k] ? b : a));
        const starts = Array.from({ length: objectives }, (_, k) => Uint32Array.from(bestOf(k).plan));
        const front = await searchFront(model, starts, searchFreely(), () => undefined);
        for (const { values, sites } of front.plans) {
          expect(Array.from(values)).toEqual(Array.from(valuesOf([...sites])));
          for (const other of front.plans) expect(dominates(other.values, values)).toBe(false);
        }
        for (let k = 0; k < objectives; k++) {
          expect(Math.min(...front.plans.map(({ values }) => values[k]))).toBe(bestOf(k).values[k]);
        }
        const truth = every.filter(({ values }) => !every.some((other) => dominates(other.values, values)));
        const distinct = new Set(truth.map(({ values }) => values.join()));
        all += distinct.size;
        found += front.plans.filter(({ values }) => distinct.has(values.join())).length;
      }
      // A heuristic: most of the true front, every plan tried.
      expect(found / all).toBeGreaterThan(0.9);
    });
  }
});
