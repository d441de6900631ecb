import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { placeShortfall } from "../../../src/core/placement/place-shortfall.ts";
import { type SiteLifts, shortfallGain } from "../../../src/core/placement/shortfall.ts";
import { formatStaff, fteOf, parseStaff } from "../../../src/core/placement/staff.ts";
import { type Shortfall, sumShortfalls } from "../../../src/core/placement/sum-shortfalls.ts";
import { PROFESSIONS } from "../../../src/core/professions.ts";
import { Random } from "../../../src/core/random.ts";
import { createHighsSolver } from "../../../src/platform/solver/highs.ts";
import { NO_RULES } from "./dense-rows.ts";
import { plansOf, searchFreely } from "./worlds.ts";

type Part = Shortfall & { readonly importance: number };

function liftsFrom(table: readonly (readonly number[])[], origins: number): SiteLifts {
  const offsets = new Uint32Array(table.length + 1);
  const [targets, lifts]: number[][] = [[], []];
  table.forEach((row, j) => {
    row.forEach((lift, i) => {
      if (lift === 0) return;
      targets.push(i);
      lifts.push(lift);
    });
    offsets[j + 1] = targets.length;
  });
  return { origins, sites: table.length, offsets, targets: Uint32Array.from(targets), lifts: Float64Array.from(lifts) };
}

/** Professions of six sites, each with its own communes, unit and threshold. */
function drawParts(seed: number): readonly Part[] {
  const random = new Random(seed);
  return Array.from({ length: 1 + random.below(3) }, () => {
    const origins = 2 + random.below(6);
    const unit = [1, 60][random.below(2)];
    const table = Array.from({ length: 6 }, () =>
      Array.from({ length: origins }, () => (random.below(2) === 0 ? 0 : random.unit() * unit)),
    );
    return {
      lifts: liftsFrom(table, origins),
      weights: Float64Array.from({ length: origins }, () => random.below(900)),
      access: Float64Array.from({ length: origins }, () => random.unit() * 2 * unit),
      threshold: unit * (0.5 + random.unit()),
      importance: random.below(4),
    };
  });
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const gain = ({ lifts, weights, access, threshold }: Shortfall, plan: readonly number[]) =>
  shortfallGain(lifts, weights, access, threshold, plan);

describe("the shortfall of several professions", () => {
  it("by hand: a doctor and a nurse at one of two sites, as each counts", async () => {
    // Doctors: 100 people at 1 of 2 wanted; site 0 brings 1, site 1 nothing. Filled: 100 × 1/2 = 50 by site 0.
    // Nurses: 100 people at 20 of 50 wanted; site 0 brings nothing, site 1 brings 30. Filled: 100 × 30/50 = 60 by site 1.
    const doctors = {
      lifts: liftsFrom([[1], [0]], 1),
      weights: Float64Array.of(100),
      access: Float64Array.of(1),
      threshold: 2,
    };
    const nurses = {
      lifts: liftsFrom([[0], [30]], 1),
      weights: Float64Array.of(100),
      access: Float64Array.of(20),
      threshold: 50,
    };
    const ask = async (a: number, b: number) => {
      const sum = sumShortfalls([
        { ...doctors, importance: a },
        { ...nurses, importance: b },
      ]);
      const { sites, objective, gap } = await placeShortfall({ ...sum, ...NO_RULES }, 1, searchFreely());
      return [[...sites], objective, gap <= 1e-9];
    };
    expect(await ask(1, 1)).toEqual([[1], 60, true]);
    expect(await ask(2, 1)).toEqual([[0], 100, true]);
    expect(await ask(1, 0)).toEqual([[0], 50, true]);
  });

  it("is the sum of what each profession gains on its own threshold, whatever their order", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const parts = drawParts(seed);
      const whole = sumShortfalls(parts);
      const back = sumShortfalls([...parts].reverse());
      for (const plan of [[], [0], [1, 4], [0, 2, 3, 5]]) {
        const apart = parts.reduce((sum, part) => sum + (part.importance * gain(part, plan)) / part.threshold, 0);
        expect(near(gain(whole, plan), apart)).toBe(true);
        expect(near(gain(back, plan), apart)).toBe(true);
      }
    }
  });

  it("every plan tried: the search proves the best, the same in any order; one that counts alone gives its own plan", async () => {
    const highs = createHighsSolver();
    for (let seed = 1; seed <= 40; seed++) {
      const parts = drawParts(seed);
      const whole = sumShortfalls(parts);
      const best = Math.max(...[...plansOf(6, NO_RULES, 2)].map((plan) => gain(whole, plan)));
      for (const some of [whole, sumShortfalls([...parts].reverse())]) {
        const found = await placeShortfall({ ...some, ...NO_RULES }, 2, searchFreely(highs));
        expect(Math.abs(found.objective - best)).toBeLessThanOrEqual(1e-6 * Math.max(1, best));
        expect(found.bound).toBeGreaterThanOrEqual(best * (1 - 1e-9));
      }
      const [first] = parts;
      const single = parts.map((part, q) => ({ ...part, importance: q === 0 ? 1 : 0 }));
      const alone = await placeShortfall({ ...first, ...NO_RULES }, 2, searchFreely(highs));
      const among = await placeShortfall({ ...sumShortfalls(single), ...NO_RULES }, 2, searchFreely(highs));
      expect(near(among.objective * first.threshold, alone.objective)).toBe(true);
      expect(near(gain(first, [...among.sites]), gain(first, [...alone.sites]))).toBe(true);
    }
  });
});

describe("staff as text", () => {
  const share = fc.record({
    profession: fc.constantFrom(...PROFESSIONS),
    fte: fc.integer({ min: 0, max: 40 }).map((n) => n / 2),
    importance: fc.integer({ min: 0, max: 50 }).map((n) => n / 10),
    cost: fc.option(fc.integer({ min: 0, max: 900 })),
  });

  it("is read back as it was written, in the order of the professions", () => {
    const all = fc.uniqueArray(share, { selector: ({ profession }) => profession });
    fc.assert(
      fc.property(all, (staff) => {
        const sorted = PROFESSIONS.flatMap((one) => staff.filter(({ profession }) => profession === one));
        expect(parseStaff(formatStaff(staff), "staff")).toEqual(sorted);
      }),
      { seed: 1 },
    );
  });

  it("takes shares left out for 1, and names what is wrong", () => {
    expect(parseStaff("nurse:1.5:0.5:60,gp:2", "staff")).toEqual([
      { profession: "gp", fte: 2, importance: 1, cost: null },
      { profession: "nurse", fte: 1.5, importance: 0.5, cost: 60 },
    ]);
    expect(fteOf(parseStaff("gp:2", "staff"), "nurse")).toBe(0);
    for (const text of ["gp", "gp:-1", "gp:1,gp:2", "baker:1", "gp:1:1:1:1", "gp:1:", "gp:x"]) {
      expect(() => parseStaff(text, "staff")).toThrow(FailureError);
    }
  });
});
