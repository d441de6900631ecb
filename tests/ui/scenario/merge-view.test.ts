import { describe, expect, it } from "vitest";
import type { Work } from "../../../src/app/scenarios.ts";
import { FailureError } from "../../../src/core/failure.ts";
import type { Change } from "../../../src/core/scenario/change.ts";
import type { Scenario } from "../../../src/core/scenario/document.ts";
import { editScenario, startLog } from "../../../src/core/scenario/edit-log.ts";
import { nameState } from "../../../src/core/scenario/history.ts";
import { prepareMerge } from "../../../src/ui/scenario/merge-view.ts";

const leave = (id: string, fte: number): Change => ({ kind: "departure", id, commune: "35238", profession: "gp", fte });
const SCENARIO: Scenario = {
  title: "Essai",
  territory: { kind: "departement", code: "35" },
  series: { profession: "gp", year: 2023, ages: "all" },
  threshold: 2.5,
  model: null,
  changes: [],
  computed: null,
};
const { changes: _, ...document } = SCENARIO;
const base = [leave("a", 1), leave("b", 2)];
const work: Work = { id: "w", document, log: editScenario(startLog(base), { kind: "put", change: leave("c", 3) }) };
const theirs = [leave("a", 9), leave("d", 4)];

describe("the file of a colleague", () => {
  it("from a common origin: what comes, what changes and what goes, without a question", () => {
    const { origin, arrivals, merge } = prepareMerge(
      work,
      { ...SCENARIO, changes: theirs, history: [nameState(base)] },
      "f.json",
    );
    expect(origin).toEqual(base);
    expect(merge.conflicts).toEqual([]);
    expect(arrivals.map(({ kind, change }) => `${kind} ${change.id}`)).toEqual(["changed a", "added d", "removed b"]);
  });

  it("without one: nothing goes, and what differs is asked", () => {
    const { origin, arrivals, merge } = prepareMerge(work, { ...SCENARIO, changes: theirs }, "f.json");
    expect(origin).toBeNull();
    expect(merge.conflicts.map(({ subject }) => subject)).toEqual(["change a"]);
    expect(arrivals.map(({ kind, change }) => `${kind} ${change.id}`)).toEqual(["added d"]);
  });

  it("about something else is refused, naming the file and the part; a title or threshold of its own is not", () => {
    const other = { ...SCENARIO, title: "Autre", threshold: 1, changes: theirs };
    expect(prepareMerge(work, other, "f.json").arrivals).toHaveLength(1);
    try {
      prepareMerge(work, { ...other, series: { ...other.series, year: 2022 } }, "f.json");
      expect.unreachable();
    } catch (error) {
      expect((error as FailureError).failure.params).toMatchObject({ file: "f.json", field: "series" });
      expect(error).toBeInstanceOf(FailureError);
    }
  });
});
