import { FailureError } from "../failure.ts";
import { type Change, inOrder, subjectOf } from "./change.ts";
import { readChanges } from "./read-change.ts";

/** One subject two people changed differently since a common base; null: it is not there. */
export interface Conflict {
  /** A centre, a change by its id, or the departure by age. */
  readonly subject: string;
  readonly base: Change | null;
  readonly ours: Change | null;
  readonly theirs: Change | null;
}

export interface Merge {
  /** By id. Subjects in conflict stand as in the base. */
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Three-way merge: what one side alone changed is taken, what both changed alike is taken once, anything else is a conflict to
 * be shown. Sides may be swapped. Each list must be one readChanges accepts, and so is the result.
 */
export function mergeChanges(base: readonly Change[], ours: readonly Change[], theirs: readonly Change[]): Merge {
  const [before, left, right] = [base, ours, theirs].map((changes) => indexBy(changes, subjectOf));
  const taken: Change[] = [];
  const conflicts: Conflict[] = [];
  for (const subject of new Set([...before.keys(), ...left.keys(), ...right.keys()])) {
    const [b, l, r] = [before, left, right].map((side) => side.get(subject) ?? null);
    const kept = same(l, r) || same(r, b) ? l : same(l, b) ? r : b;
    if (!same(l, r) && !same(r, b) && !same(l, b)) conflicts.push({ subject, base: b, ours: l, theirs: r });
    if (kept) taken.push(kept);
  }
  const { changes, subjects } = settleIds(base, taken);
  for (const id of subjects) {
    const [b, l, r] = [base, ours, theirs].map((side) => side.find((change) => change.id === id) ?? null);
    conflicts.push({ subject: `change ${id}`, base: b, ours: l, theirs: r });
  }
  const found = indexBy(conflicts, ({ subject }) => subject);
  return {
    changes: inOrder(changes),
    conflicts: [...found.values()].toSorted((a, b) => (a.subject < b.subject ? -1 : 1)),
  };
}

export type Side = "ours" | "theirs";

/**
 * The changes of a merge once each conflict is settled by the subject, ours in their own order, then what came. Throws
 * `bad-input` for a conflict nobody settled, and as readChanges where the sides chosen cannot stand together.
 */
export function settleMerge(
  { changes, conflicts }: Merge,
  chosen: ReadonlyMap<string, Side>,
  ours: readonly Change[],
): readonly Change[] {
  const open = conflicts.find(({ subject }) => !chosen.has(subject));
  if (open) throw new FailureError("bad-input", { subject: open.subject, problem: "a conflict nobody settled" });
  const subjects = new Set(conflicts.map(({ subject }) => subject));
  const kept = changes.filter((change) => !subjects.has(subjectOf(change)) && !subjects.has(`change ${change.id}`));
  const taken = conflicts.flatMap((conflict) => conflict[chosen.get(conflict.subject) ?? "ours"] ?? []);
  const settled = indexBy(inOrder([...kept, ...taken]), canonical);
  const rank = new Map(ours.map(({ id }, k) => [id, k]));
  const rankOf = ({ id }: Change) => rank.get(id) ?? ours.length;
  return readChanges([...settled.values()].toSorted((a, b) => rankOf(a) - rankOf(b)));
}

/** Changes that share an id, each made from a different side: the base's stands in their place. */
function settleIds(base: readonly Change[], taken: readonly Change[]) {
  const twice = new Set(
    taken.filter(({ id }, k) => taken.findIndex((other) => other.id === id) < k).map(({ id }) => id),
  );
  const kept = taken.filter(({ id }) => !twice.has(id));
  const held = new Set(kept.map(subjectOf));
  const restored = base.filter((change) => twice.has(change.id) && !held.has(subjectOf(change)));
  return { changes: [...kept, ...restored], subjects: twice };
}

function indexBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [keyOf(item), item]));
}

/** Whether two values of a file hold the same, whatever the order of their fields. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** The same text for values that are the same. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    typeof held === "object" && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
