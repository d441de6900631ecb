import { scenarioOf, type Work } from "../../app/scenarios.ts";
import { FailureError } from "../../core/failure.ts";
import { type Change, subjectOf } from "../../core/scenario/change.ts";
import type { Scenario } from "../../core/scenario/document.ts";
import { findCommonState } from "../../core/scenario/history.ts";
import { type Merge, mergeChanges, same } from "../../core/scenario/merge.ts";

/** What of the file of a colleague comes without a question, and what two people changed differently. */
export interface PreparedMerge {
  readonly merge: Merge;
  readonly ours: readonly Change[];
  /** What both began with; null: nothing says so, and whatever differs is asked. */
  readonly origin: readonly Change[] | null;
  readonly arrivals: readonly Arrival[];
}

/** Something the other did that nobody here touched. */
export interface Arrival {
  readonly kind: "added" | "changed" | "removed";
  readonly change: Change;
}

/** Parts in which both must be the same: changes of another territory or model are other figures. */
const SHARED = ["territory", "series", "model"] as const;

/** Throws `bad-input` naming the file and the part in which it differs. */
export function prepareMerge(work: Work, theirs: Scenario, file: string): PreparedMerge {
  const own = scenarioOf(work);
  const field = SHARED.find((part) => !same(own[part], theirs[part]));
  if (field) throw new FailureError("bad-input", { file, field, problem: `another ${field} than the first` });
  const origin = findCommonState(work.log, theirs.history ?? []);
  const merge = mergeChanges(origin ?? [], own.changes, theirs.changes);
  return { merge, ours: own.changes, origin, arrivals: listArrivals(merge, own.changes) };
}

function listArrivals({ changes, conflicts }: Merge, ours: readonly Change[]): readonly Arrival[] {
  const asked = new Set(conflicts.map(({ subject }) => subject));
  const isAsked = (change: Change) => asked.has(subjectOf(change)) || asked.has(`change ${change.id}`);
  const [before, after] = [ours, changes].map(
    (list) => new Map(list.filter((change) => !isAsked(change)).map((change) => [subjectOf(change), change])),
  );
  return [
    ...Array.from(after).flatMap(([subject, change]): readonly Arrival[] => {
      const known = before.get(subject);
      if (!known) return [{ kind: "added", change }];
      return same(known, change) ? [] : [{ kind: "changed", change }];
    }),
    ...Array.from(before).flatMap(([subject, change]): readonly Arrival[] =>
      after.has(subject) ? [] : [{ kind: "removed", change }],
    ),
  ];
}
