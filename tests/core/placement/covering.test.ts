import { describe, expect, it } from "vitest";
import { type CoverRows, reduceCover } from "../../../src/core/placement/reduce-cover.ts";
import { searchCover } from "../../../src/core/placement/search-cover.ts";
import { withColumns } from "../../../src/core/placement/service-model.ts";
import { Random } from "../../../src/core/random.ts";

function coverOf(sets: readonly (readonly number[])[], sites: number): CoverRows {
  const offsets = new Uint32Array(sets.length + 1);
  sets.forEach((set, i) => {
    offsets[i + 1] = offsets[i] + set.length;
  });
  return { rows: sets.length, sites, offsets, targets: Uint32Array.from(sets.flat()) };
}

function drawSets(seed: number) {
  const random = new Random(seed);
  const sites = 2 + random.below(8);
  const sets = Array.from({ length: 1 + random.below(12) }, () =>
    Array.from({ length: sites }, (_, j) => j).filter(() => random.below(3) === 0),
  );
  return { sites, sets };
}

/** Fewest sites that serve every row, every choice tried; Infinity: none does. */
function leastCover({ rows, sites, offsets, targets }: CoverRows): number {
  let least = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < 1 << sites; mask++) {
    let isCover = true;
    for (let i = 0; i < rows && isCover; i++) {
      isCover = targets.subarray(offsets[i], offsets[i + 1]).some((j) => ((mask >> j) & 1) === 1);
    }
    if (isCover) least = Math.min(least, mask.toString(2).replaceAll("0", "").length);
  }
  return least;
}

function modelOf(cover: CoverRows, count: number) {
  return withColumns({
    ...cover,
    count,
    costs: new Float64Array(cover.targets.length),
    caps: new Float64Array(cover.rows).fill(1),
    weights: new Float64Array(cover.rows).fill(1),
    ids: Uint32Array.from({ length: cover.sites }, (_, j) => j),
    decided: [],
    base: 0,
  });
}

describe("reductions of a covering", () => {
  it("by hand: a row with one site decides it, and what it serves goes; a wider row goes without saying", () => {
    // Row 0 needs site 0, which serves row 1 too. Rows 2 = {1, 2} and 3 = {1, 2, 3}: whoever serves 2 serves 3. Sites 1 and 2
    // then serve row 2 alike: one of them is of no use, the other is the only one left, so decided. Nothing is left.
    const reduced = reduceCover(coverOf([[0], [0, 3], [1, 2], [1, 2, 3]], 4));
    expect(reduced?.left.rows).toBe(0);
    expect(reduced?.decided.length).toBe(2);
    expect(reduced?.decided).toContain(0);
    expect([1, 2]).toContain(reduced?.decided[1]);
  });

  it("by hand: three rows in a ring reduce to nothing less, and a row without a site is said", () => {
    const ring = coverOf(
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      3,
    );
    expect(reduceCover(ring)?.left).toEqual(ring);
    expect(reduceCover(coverOf([[0], []], 1))).toBeNull();
  });

  it("keep the least number of sites, and a cover of what is left covers everything", () => {
    let reductions = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const { sets, sites } = drawSets(seed);
      const cover = coverOf(sets, sites);
      const reduced = reduceCover(cover);
      const least = leastCover(cover);
      expect(reduced === null).toBe(least === Number.POSITIVE_INFINITY);
      if (reduced === null) continue;
      expect(reduced.decided.length + leastCover(reduced.left)).toBe(least);
      if (reduced.left.rows < cover.rows) reductions++;
      const chosen = new Set([...reduced.decided, ...reduced.siteOf]);
      expect(sets.every((set) => set.some((j) => chosen.has(j)))).toBe(true);
    }
    expect(reductions).toBeGreaterThan(100);
  });
});

const SEARCH = {
  run: { signal: { aborted: false }, progress: () => undefined },
  seconds: () => 0,
  timeLimit: Number.POSITIVE_INFINITY,
  seed: 1,
  solver: null,
};

describe("search of a cover by weighing rows", () => {
  it("ends once it is told to, long before its exchanges are done", async () => {
    // Three rows, each served by a site of its own: no two sites do.
    const apart = coverOf([[0], [1], [2]], 3);
    const signal = { aborted: false };
    let pauses = 0;
    const pause = async () => {
      signal.aborted = ++pauses === 3;
    };
    const search = { ...SEARCH, run: { ...SEARCH.run, signal, pause } };
    expect(await searchCover(modelOf(apart, 2), 1e12, new Random(1), search)).toBeNull();
    expect(pauses).toBe(3);
  });

  it("what it returns serves every row with as many sites as asked; it finds the least on small worlds", async () => {
    let found = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const { sets, sites } = drawSets(seed);
      const cover = coverOf(sets, sites);
      const least = leastCover(cover);
      if (least === Number.POSITIVE_INFINITY) continue;
      const plan = await searchCover(modelOf(cover, least), 500, new Random(seed), SEARCH);
      expect(plan).not.toBeNull();
      const chosen = new Set(plan ?? []);
      expect(chosen.size).toBe(least);
      expect(sets.every((set) => set.some((j) => chosen.has(j)))).toBe(true);
      if (least > 1) {
        expect(await searchCover(modelOf(cover, least - 1), 200, new Random(seed), SEARCH)).toBeNull();
      }
      found++;
    }
    expect(found).toBeGreaterThan(80);
  });
});
