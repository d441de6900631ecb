import type { Side } from "../../app/act-choices.ts";
import { classify } from "../../core/classes.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { STATUS_CODE } from "../../core/status.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import type { LensView } from "./lens-view.ts";
import type { Reading } from "./reading.ts";
import { statusOfRow, writeRowValue, writeValue } from "./value-words.ts";

/** One of two readings, or both on either side of a line. */
export interface SideShown {
  /** On the whole map, or right of the line. */
  readonly shown: Reading;
  /** For the view of a lens. */
  readonly picture: Pick<LensView, "left">;
  readonly write: (row: number) => string;
}

/** Before, after, or both: then in the classes and colours of before, so that one legend says what both mean. */
export function showSide(before: Reading, after: Reading, side: Side, f: Formats, t: Texts): SideShown {
  if (side === "both") {
    const shown = inClassesOf(after, before);
    return { shown, picture: { left: before }, write: (row) => writeBoth(before, shown, row, f, t) };
  }
  const shown = side === "before" ? before : after;
  return { shown, picture: {}, write: (row) => writeRowValue(shown, row, f, t) };
}

function inClassesOf(reading: Reading, { breaks, palette }: Reading): Reading {
  const { values, statuses } = reading.answer;
  return { ...reading, breaks, palette, classes: classify(values, statuses, breaks) };
}

/** One decimal more than alone: changes are small. */
function writeBoth(before: Reading, after: Reading, row: number, f: Formats, t: Texts): string {
  const { profession } = after.series;
  const write = ({ answer }: Reading) =>
    writeValue(answer.values[row], statusOfRow(answer, row), PROFESSION_RULES[profession].digits + 1, f, t);
  const unit = after.answer.statuses[row] === STATUS_CODE.value ? ` ${t.units.short[profession]}` : "";
  const { sides } = t;
  return `${sides.said(sides.before, write(before))} · ${sides.said(sides.after, write(after))}${unit}`;
}
