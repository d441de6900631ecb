import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecay } from "../../../src/core/access/decay-text.ts";
import { addLifts } from "../../../src/core/placement/add-lifts.ts";
import type { SiteLifts } from "../../../src/core/placement/shortfall.ts";
import { PROFESSIONS } from "../../../src/core/professions.ts";
import type { Change } from "../../../src/core/scenario/change.ts";
import { formatScenario, parseScenario, type Scenario } from "../../../src/core/scenario/document.ts";
import {
  type Edit,
  editScenario,
  foldLog,
  forkLog,
  redoEdit,
  startLog,
  undoEdit,
} from "../../../src/core/scenario/edit-log.ts";
import { mergeChanges } from "../../../src/core/scenario/merge.ts";
import { readChanges, tryChanges } from "../../../src/core/scenario/read-change.ts";
import { supplyShifts } from "../../../src/core/scenario/supply-shifts.ts";
import { anyChange, anyChanges } from "./draw-changes.ts";

const RUNS = { numRuns: 1000, seed: 7 };
const byId = (changes: readonly Change[]) => changes.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe("changes", () => {
  it("written and read again are the same, and a list is read whole or not at all", () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        expect(readChanges(JSON.parse(JSON.stringify(changes)))).toEqual(changes);
      }),
      RUNS,
    );
  });

  it("any list is either applicable or at fault, at a change it holds", () => {
    let bad = 0;
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 5 }), (changes) => {
        const { faults } = tryChanges(changes);
        const ids = new Set(changes.map(({ id }) => id));
        const centres = changes.flatMap((change) => ("centre" in change ? change.centre : []));
        const ages = changes.filter(({ kind }) => kind === "departure-by-age").length;
        const isBad = ids.size < changes.length || new Set(centres).size < centres.length || ages > 1;
        expect(faults.length > 0).toBe(isBad);
        for (const { index, id } of faults) expect(changes[index].id).toBe(id);
        if (isBad) bad++;
      }),
      RUNS,
    );
    expect(bad).toBeGreaterThan(100);
  });

  it("their order does not matter, bit for bit", () => {
    const shuffled = anyChanges.chain((changes) =>
      fc.tuple(fc.constant(changes), fc.shuffledSubarray([...changes], { minLength: changes.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...PROFESSIONS), ([changes, others], profession) => {
        expect(supplyShifts(others, profession, 5400)).toEqual(supplyShifts(changes, profession, 5400));
      }),
      RUNS,
    );
  });

  it("whoever moves is neither lost nor made", () => {
    fc.assert(
      fc.property(anyChanges, fc.constantFrom(...PROFESSIONS), (changes, profession) => {
        const moves = changes.filter(({ kind }) => kind === "displaced-staff");
        const sum = supplyShifts(moves, profession, 1).reduce((total, { supply }) => total + supply, 0);
        expect(Math.abs(sum)).toBeLessThan(1e-9);
      }),
      RUNS,
    );
  });
});

describe("log of edits", () => {
  const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
    anyChange.map((change) => ({ kind: "put" as const, change })),
    fc.constantFrom("a", "b", "c", "d").map((id) => ({ kind: "remove" as const, id })),
  );
  const anyLog = fc.tuple(anyChanges, fc.array(anyEdit, { maxLength: 8 })).map(([base, edits]) => {
    let log = startLog(base);
    for (const edit of edits) {
      try {
        log = editScenario(log, edit);
      } catch {
        // An edit that cannot be leaves the log as it was.
      }
    }
    return log;
  });

  it("every state folds to changes that can be applied, the same each time", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        expect(tryChanges(foldLog(log)).faults).toEqual([]);
        expect(foldLog(log)).toEqual(foldLog(structuredClone(log)));
      }),
      RUNS,
    );
  });

  it("undone to the end it is its base; done again it is what it was", () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const states = log.done.map((_, k) => foldLog({ ...log, done: log.done.slice(0, k + 1) }));
        let back = log;
        for (let k = log.done.length; k > 0; k--) {
          expect(foldLog(back)).toEqual(states[k - 1]);
          back = undoEdit(back);
        }
        expect(foldLog(back)).toEqual(log.base);
        expect(undoEdit(back)).toBe(back);
        for (const _ of log.done) back = redoEdit(back);
        expect(back).toEqual(log);
        expect(redoEdit(back)).toBe(back);
      }),
      RUNS,
    );
  });

  it("a fork begins where the other stands and leaves it alone", () => {
    fc.assert(
      fc.property(anyLog, anyEdit, (log, edit) => {
        const before = structuredClone(log);
        const fork = forkLog(log);
        expect(foldLog(fork)).toEqual(foldLog(log));
        try {
          editScenario(fork, edit);
        } catch {
          // Whether it can be or not, the other log does not move.
        }
        expect(log).toEqual(before);
      }),
      RUNS,
    );
  });
});

describe("three-way merge", () => {
  const same = (a: readonly Change[], b: readonly Change[]) => expect(byId(a)).toEqual(byId(b));

  it("a side that changed nothing gives way; two alike agree; sides may be swapped; the result can be applied", () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, anyChanges, (base, ours, theirs) => {
        const alone = mergeChanges(base, ours, base);
        same(alone.changes, ours);
        expect(alone.conflicts).toEqual([]);
        const alike = mergeChanges(base, ours, ours);
        same(alike.changes, ours);
        expect(alike.conflicts).toEqual([]);
        const merged = mergeChanges(base, ours, theirs);
        const turned = mergeChanges(base, theirs, ours);
        expect(turned.changes).toEqual(merged.changes);
        expect(turned.conflicts).toEqual(
          merged.conflicts.map(({ ours: left, theirs: right, ...rest }) => ({ ...rest, ours: right, theirs: left })),
        );
        expect(tryChanges(merged.changes).faults).toEqual([]);
      }),
      RUNS,
    );
  });

  it("additions that meet nowhere are all there", () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, (left, right) => {
        const rename = (changes: readonly Change[], side: string) =>
          changes
            .filter(({ kind }) => kind !== "departure-by-age")
            .map((change) => ({
              ...change,
              id: `${side}${change.id}`,
              ...("centre" in change ? { centre: `${side}${change.centre}` } : {}),
            }));
        const [ours, theirs] = [rename(left, "l"), rename(right, "r")];
        const merged = mergeChanges([], ours, theirs);
        expect(merged.conflicts).toEqual([]);
        same(merged.changes, [...ours, ...theirs]);
      }),
      RUNS,
    );
  });
});

describe("what supply does to access", () => {
  const world = fc
    .record({ origins: fc.integer({ min: 1, max: 8 }), sites: fc.integer({ min: 1, max: 5 }) })
    .chain(({ origins, sites }) =>
      fc.record({
        access: fc.array(
          fc.oneof(fc.constant(Number.NaN), fc.constant(0), fc.double({ min: 0, max: 5, noNaN: true })),
          {
            minLength: origins,
            maxLength: origins,
          },
        ),
        lifts: fc.array(
          fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })), {
            minLength: origins,
            maxLength: origins,
          }),
          { minLength: sites, maxLength: sites },
        ),
        amounts: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: sites, maxLength: sites }),
      }),
    );
  const build = (rows: readonly (readonly number[])[]): SiteLifts => {
    const pairs = rows.map((row) => row.flatMap((lift, i) => (lift > 0 ? [{ lift, i }] : [])));
    const offsets = Uint32Array.from([0, ...pairs.map((_, j) => pairs.slice(0, j + 1).flat().length)]);
    return {
      origins: rows[0].length,
      sites: rows.length,
      offsets,
      targets: Uint32Array.from(pairs.flat(), ({ i }) => i),
      lifts: Float64Array.from(pairs.flat(), ({ lift }) => lift),
    };
  };

  it("supply that comes never lowers anybody's, supply that leaves never raises it, and none goes below 0", () => {
    fc.assert(
      fc.property(world, ({ access, lifts, amounts }) => {
        const before = Float64Array.from(access);
        const sites = amounts.map((_, j) => j);
        for (const sign of [1, -1]) {
          const after = addLifts(
            build(lifts),
            before,
            sites,
            amounts.map((amount) => sign * Math.abs(amount)),
          );
          before.forEach((value, i) => {
            if (Number.isNaN(value)) expect(after[i]).toBeNaN();
            else {
              expect(sign * (after[i] - value)).toBeGreaterThanOrEqual(0);
              expect(after[i]).toBeGreaterThanOrEqual(0);
            }
          });
        }
      }),
      RUNS,
    );
  });

  it("nothing brought changes nothing, bit for bit", () => {
    fc.assert(
      fc.property(world, ({ access, lifts, amounts }) => {
        const before = Float64Array.from(access);
        const zeros = amounts.map(() => 0);
        const bits = (column: Float64Array) => new BigUint64Array(column.buffer);
        expect(bits(addLifts(build(lifts), before, [], []))).toEqual(bits(before));
        expect(addLifts(build(lifts), before, [...zeros.keys()], zeros)).toEqual(before);
      }),
      RUNS,
    );
  });
});

describe("file", () => {
  it("written and read again is the same scenario", () => {
    const scenario: fc.Arbitrary<Scenario> = fc.record({
      title: fc.constantFrom("Maison de santé", "« Bus » — été"),
      territory: fc.constantFrom(
        { kind: "departement" as const, code: "35" },
        { kind: "country" as const, code: "fr" },
      ),
      series: fc.constant({ profession: "gp" as const, year: 2023, ages: "all" as const }),
      threshold: fc.option(fc.double({ min: 0.1, max: 100, noNaN: true })),
      model: fc.option(
        fc.record({
          method: fc.constantFrom("2sfca", "e2sfca", "kd2sfca"),
          decay: fc.constantFrom("10:1,15:0.3,20:0.1", "exp:0.12", "gauss:180", "dai:30").map((t) => parseDecay(t, 30)),
          maxMinutes: fc.constantFrom(15, 20, 45),
          bins: fc.constantFrom("inclusive", "half-open"),
          demand: fc.constantFrom("standardised", "people"),
        }),
      ),
      changes: anyChanges,
      computed: fc.option(
        fc.record({
          dataRelease: fc.constant("1384345b4dc5e53f"),
          engineVersion: fc.constant("1"),
          resultHash: fc.constant("0f".repeat(32)),
        }),
      ),
    });
    fc.assert(
      fc.property(scenario, (written) => {
        expect(parseScenario(formatScenario(written), "f.json")).toEqual(written);
      }),
      RUNS,
    );
  });
});
