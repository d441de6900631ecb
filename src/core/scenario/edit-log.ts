import { FailureError } from "../failure.ts";
import type { Change } from "./change.ts";
import { readChanges } from "./read-change.ts";

/**
 * One thing somebody did to a scenario. `put` adds a change, or takes the place of the one with its id; `merge` takes what
 * somebody else did: the whole list it gives, and theirs, that a later merge may start from.
 */
export type Edit =
  | { readonly kind: "put"; readonly change: Change }
  | { readonly kind: "remove"; readonly id: string }
  | { readonly kind: "merge"; readonly changes: readonly Change[]; readonly theirs: readonly Change[] };

/** A scenario being worked on: where it began, what was done since, and what was undone and may be done again. */
export interface EditLog {
  readonly base: readonly Change[];
  readonly done: readonly Edit[];
  /** The last one undone first. */
  readonly undone: readonly Edit[];
}

export function startLog(base: readonly Change[]): EditLog {
  return { base, done: [], undone: [] };
}

/**
 * The scenario with an edit more; what was undone is forgotten. Throws `bad-input` as readChanges when the scenario could then not
 * be: the log never holds a state that cannot be applied.
 */
export function editScenario(log: EditLog, edit: Edit): EditLog {
  if (edit.kind === "remove" && !foldLog(log).some(({ id }) => id === edit.id)) {
    throw new FailureError("bad-input", { id: edit.id, problem: "no such change" });
  }
  if (edit.kind === "merge") readChanges(edit.theirs);
  const edited = { base: log.base, done: [...log.done, edit], undone: [] };
  readChanges(foldLog(edited));
  return edited;
}

/** The changes as they now stand: a change keeps its place when it is put again. */
export function foldLog({ base, done }: EditLog): readonly Change[] {
  return done.reduce(applyEdit, base);
}

function applyEdit(changes: readonly Change[], edit: Edit): readonly Change[] {
  switch (edit.kind) {
    case "put":
      return [...new Map([...changes, edit.change].map((change) => [change.id, change])).values()];
    case "remove":
      return changes.filter(({ id }) => id !== edit.id);
    case "merge":
      return edit.changes;
  }
}

/** Every list of changes a scenario has been, and those it took in, the oldest first. */
export function listStates({ base, done }: EditLog): readonly (readonly Change[])[] {
  const states = [base];
  let now = base;
  for (const edit of done) {
    now = applyEdit(now, edit);
    if (edit.kind === "merge") states.push(edit.theirs);
    states.push(now);
  }
  return states;
}

/** Itself when there is nothing to undo. */
export function undoEdit(log: EditLog): EditLog {
  const last = log.done.at(-1);
  return last ? { base: log.base, done: log.done.slice(0, -1), undone: [last, ...log.undone] } : log;
}

/** Itself when nothing was undone. */
export function redoEdit(log: EditLog): EditLog {
  const [next, ...undone] = log.undone;
  return next ? { base: log.base, done: [...log.done, next], undone } : log;
}

/** Another scenario that begins where this one stands: its base is what a later merge of both starts from. */
export function forkLog(log: EditLog): EditLog {
  return startLog(foldLog(log));
}
