import type { Change } from "./change.ts";
import type { Scenario } from "./document.ts";
import { type Conflict, mergeChanges, same } from "./merge.ts";

/** A part of the scenarios, other than its changes, that two people changed differently. */
export interface PartConflict {
  readonly subject: Part;
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

const PARTS = ["title", "territory", "series", "threshold", "model"] as const satisfies readonly (keyof Scenario)[];
type Part = (typeof PARTS)[number];

export interface ScenarioMerge {
  /** Whatever is in conflict stands as in the base; not computed. */
  readonly scenario: Scenario;
  readonly conflicts: readonly (Conflict | PartConflict)[];
}

/** Three-way merge of whole scenarios: parts, then changes as mergeChanges. */
export function mergeScenarios(base: Scenario, ours: Scenario, theirs: Scenario): ScenarioMerge {
  const conflicts: PartConflict[] = [];
  const parts = Object.fromEntries(
    PARTS.map((part) => {
      const [b, l, r] = [base[part], ours[part], theirs[part]];
      if (same(l, r) || same(r, b)) return [part, l];
      if (!same(l, b)) conflicts.push({ subject: part, base: b, ours: l, theirs: r });
      return [part, same(l, b) ? r : b];
    }),
  ) as Pick<Scenario, Part>;
  const merged = mergeChanges(base.changes, ours.changes, theirs.changes);
  const changes: readonly Change[] = merged.changes;
  return { scenario: { ...parts, changes, computed: null }, conflicts: [...conflicts, ...merged.conflicts] };
}
