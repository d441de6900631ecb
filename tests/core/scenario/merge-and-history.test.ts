import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { type Change, subjectOf } from "../../../src/core/scenario/change.ts";
import { compareSeals } from "../../../src/core/scenario/compare-seals.ts";
import { formatScenario, parseScenario, type Scenario } from "../../../src/core/scenario/document.ts";
import {
  editScenario,
  foldLog,
  listStates,
  redoEdit,
  startLog,
  undoEdit,
} from "../../../src/core/scenario/edit-log.ts";
import { findCommonState, nameState, traceHistory } from "../../../src/core/scenario/history.ts";
import { mergeChanges, type Side, same, settleMerge } from "../../../src/core/scenario/merge.ts";
import { tryChanges } from "../../../src/core/scenario/read-change.ts";
import { anyChanges } from "./draw-changes.ts";

const leave = (id: string, fte: number): Change => ({
  kind: "departure",
  id,
  commune: "35001",
  profession: "gp",
  fte,
});
const SCENARIO: Scenario = {
  title: "Essai",
  territory: { kind: "departement", code: "35" },
  series: { profession: "gp", year: 2023, ages: "all" },
  threshold: null,
  model: null,
  changes: [leave("a", 1)],
  computed: null,
};

describe("a merge once its conflicts are settled", () => {
  it("ours keeps ours, theirs takes theirs, and what is in no conflict stands; or it cannot stand, and says so", () => {
    let [settled, refused] = [0, 0];
    fc.assert(
      fc.property(anyChanges, anyChanges, anyChanges, fc.infiniteStream(fc.boolean()), (base, ours, theirs, coins) => {
        const merge = mergeChanges(base, ours, theirs);
        const chosen = new Map(
          merge.conflicts.map(({ subject }): [string, Side] => [
            subject,
            coins.next().value === true ? "ours" : "theirs",
          ]),
        );
        let changes: readonly Change[];
        try {
          changes = settleMerge(merge, chosen, ours);
        } catch (error) {
          expect(error).toBeInstanceOf(FailureError);
          refused++;
          return;
        }
        settled++;
        expect(tryChanges(changes).faults).toEqual([]);
        for (const conflict of merge.conflicts) {
          const wanted = conflict[chosen.get(conflict.subject) ?? "ours"];
          if (wanted) expect(changes.some((change) => same(change, wanted))).toBe(true);
        }
        const subjects = new Set(merge.conflicts.map(({ subject }) => subject));
        for (const change of merge.changes) {
          if (subjects.has(subjectOf(change)) || subjects.has(`change ${change.id}`)) continue;
          expect(changes).toContainEqual(change);
        }
      }),
      { numRuns: 1000, seed: 7 },
    );
    expect(settled).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(0);
  });

  it("by hand: one changed by both, one taken out by one side, one that came", () => {
    const base = [leave("a", 1), leave("b", 2), leave("c", 3)];
    const ours = [leave("c", 3), leave("a", 5)];
    const theirs = [leave("a", 7), leave("b", 4), leave("c", 3), leave("d", 9)];
    const merge = mergeChanges(base, ours, theirs);
    expect(merge.conflicts.map(({ subject }) => subject)).toEqual(["change a", "change b"]);
    const settle = (a: Side, b: Side) =>
      settleMerge(
        merge,
        new Map([
          ["change a", a],
          ["change b", b],
        ]),
        ours,
      );
    expect(settle("ours", "ours")).toEqual([leave("c", 3), leave("a", 5), leave("d", 9)]);
    expect(settle("theirs", "theirs")).toEqual([leave("c", 3), leave("a", 7), leave("b", 4), leave("d", 9)]);
    expect(() => settleMerge(merge, new Map([["change a", "ours"]]), ours)).toThrow(FailureError);
  });

  it("is one edit: undone at once, done again at once", () => {
    const log = editScenario(startLog([leave("a", 1)]), { kind: "put", change: leave("b", 2) });
    const merged = editScenario(log, {
      kind: "merge",
      changes: [leave("a", 1), leave("b", 2), leave("d", 4)],
      theirs: [leave("a", 1), leave("d", 4)],
    });
    expect(foldLog(merged).map(({ id }) => id)).toEqual(["a", "b", "d"]);
    expect(foldLog(undoEdit(merged))).toEqual(foldLog(log));
    expect(redoEdit(undoEdit(merged))).toEqual(merged);
    expect(() => editScenario(log, { kind: "merge", changes: [leave("a", -1)], theirs: [] })).toThrow(FailureError);
    expect(() => editScenario(log, { kind: "merge", changes: [], theirs: [leave("a", -1)] })).toThrow(FailureError);
  });
});

describe("the history of a scenario", () => {
  it("its name of a state depends on neither order", () => {
    const [a, b] = [leave("a", 1), leave("b", 2)];
    expect(nameState([b, a])).toBe(nameState([a, b]));
    expect(nameState([leave("a", 3), b])).not.toBe(nameState([a, b]));
    expect(nameState([JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(a).reverse())))])).toBe(
      nameState([a]),
    );
  });

  it("finds what two people started from: one hands over a file, both go on; then again after a merge", () => {
    const mine = editScenario(startLog([]), { kind: "put", change: leave("a", 1) });
    // The file handed over holds the first departure. Both go on from it.
    const hers = editScenario(startLog(foldLog(mine)), { kind: "put", change: leave("h", 2) });
    const later = editScenario(mine, { kind: "put", change: leave("m", 3) });
    const herHistory = traceHistory(traceHistory([], mine), hers);
    expect(findCommonState(later, herHistory)).toEqual([leave("a", 1)]);
    // I take hers in; she goes on: what I took in is now the latest in common.
    const merged = editScenario(later, {
      kind: "merge",
      changes: [...foldLog(later), leave("h", 2)],
      theirs: foldLog(hers),
    });
    const on = editScenario(hers, { kind: "put", change: leave("h", 9) });
    expect(findCommonState(merged, traceHistory(herHistory, on))).toEqual(foldLog(hers));
    // And she finds, in mine, what she began with or sent.
    expect(findCommonState(on, traceHistory([], merged))).toEqual(foldLog(hers));
    expect(findCommonState(merged, [])).toBeNull();
    expect(listStates(merged)).toHaveLength(5);
  });

  it("travels in the file; a name that is none is refused with its place", () => {
    const history = traceHistory([], startLog(SCENARIO.changes));
    const text = formatScenario({ ...SCENARIO, history });
    expect(parseScenario(text, "f.json")).toEqual({ ...SCENARIO, history });
    expect(parseScenario(formatScenario(SCENARIO), "f.json")).toEqual(SCENARIO);
    try {
      parseScenario(text.replace(history[0], "abc"), "f.json");
      expect.unreachable();
    } catch (error) {
      expect((error as FailureError).failure.params).toMatchObject({ file: "f.json", field: "history[0]" });
    }
  });
});

describe("what a file was computed with", () => {
  const seal = { dataRelease: "1", engineVersion: "2", resultHash: "a".repeat(64) };

  it("the same figures, or what else is not the same", () => {
    expect(compareSeals(seal, seal)).toEqual({ isSame: true, differs: [] });
    expect(compareSeals(seal, { ...seal, dataRelease: "3", resultHash: "b".repeat(64) })).toEqual({
      isSame: false,
      differs: [{ part: "dataRelease", before: "1", now: "3" }],
    });
    expect(compareSeals(seal, { ...seal, resultHash: "b".repeat(64) })).toEqual({ isSame: false, differs: [] });
  });
});
