import { FailureError } from "../failure.ts";
import { type EditLog, editScenario, redoEdit, undoEdit } from "./edit-log.ts";
import { type FieldFault, FieldReader } from "./field-reader.ts";
import { CHANGE_LIMITS, readChanges } from "./read-change.ts";

const STEPS = ["put", "remove", "undo", "redo"] as const;
const MOST_STEPS = 10_000;

/**
 * Does to a log what a list of steps says, one after the other: `{"kind":"put","change":{…}}`, `{"kind":"remove","id":"…"}`,
 * `{"kind":"undo"}`, `{"kind":"redo"}`. Throws `bad-input` naming the step and what of it cannot be.
 */
export function replayEdits(start: EditLog, steps: unknown): EditLog {
  if (!Array.isArray(steps) || steps.length > MOST_STEPS) {
    throw new FailureError("bad-input", { problem: `a list of at most ${MOST_STEPS} steps is expected` });
  }
  let log = start;
  steps.forEach((item: unknown, step) => {
    try {
      log = takeStep(log, item);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      throw new FailureError(error.failure.code, { step, ...error.failure.params });
    }
  });
  return log;
}

function takeStep(log: EditLog, item: unknown): EditLog {
  const faults: FieldFault[] = [];
  const fields = new FieldReader(item, "", faults);
  const kind = fields.oneOf("kind", STEPS);
  const id = kind === "remove" ? fields.text("id", CHANGE_LIMITS.text) : "";
  const change = kind === "put" ? fields.take("change") : null;
  fields.end();
  if (faults[0]) throw new FailureError("bad-input", { ...faults[0] });
  switch (kind) {
    case "put":
      return editScenario(log, { kind, change: readChanges([change])[0] });
    case "remove":
      return editScenario(log, { kind, id });
    case "undo":
      return undoEdit(log);
    case "redo":
      return redoEdit(log);
  }
}
