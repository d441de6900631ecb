import type { AccessAnswer } from "../../app/answers.ts";
import type { Scale } from "../../app/question.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { STATUS_CODE, STATUSES, type Status } from "../../core/status.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import type { Reading } from "./reading.ts";

/** A value in digits, or the reason there is none: never a zero or a blank for what is not known. */
export function writeValue(value: number, status: Status, digits: number, f: Formats, t: Texts): string {
  return status === "value" && Number.isFinite(value)
    ? writeDigits(value, digits, f, t)
    : t.statuses[status === "value" ? "missing" : status];
}

/** A value in digits; one that is not zero never reads as zero. */
export function writeDigits(value: number, digits: number, f: Formats, t: Texts): string {
  const least = 10 ** -digits;
  return value > 0 && value < least / 2
    ? t.understand.commune.lessThan(f.decimal(least, digits))
    : f.decimal(value, digits);
}

export function statusOfRow(answer: AccessAnswer, row: number): Status {
  return STATUSES[answer.statuses[row]];
}

/** The value of a row with its unit, or the reason there is none. */
export function writeRowValue({ answer, series }: Reading, row: number, f: Formats, t: Texts): string {
  const value = writeValue(
    answer.values[row],
    statusOfRow(answer, row),
    PROFESSION_RULES[series.profession].digits,
    f,
    t,
  );
  return answer.statuses[row] === STATUS_CODE.value ? `${value} ${t.units.short[series.profession]}` : value;
}

/** What a screen reader says of a row: no abbreviation, and the level in words. */
export function writeSpoken(reading: Reading, row: number, scale: Scale, f: Formats, t: Texts): string {
  const { answer, series } = reading;
  const words = t.understand.map;
  const level = writeClass(reading, row, scale, t);
  if (answer.statuses[row] !== STATUS_CODE.value) return words.announceNone(answer.names[row], level);
  const digits = writeDigits(answer.values[row], PROFESSION_RULES[series.profession].digits, f, t);
  return words.announce(answer.names[row], `${digits} ${t.units.plain[series.profession]}`, level);
}

/** The class of a row in words. */
export function writeClass(
  { answer, series, classes, breaks, palette }: Reading,
  row: number,
  scale: Scale,
  t: Texts,
): string {
  const index = classes[row];
  const status = statusOfRow(answer, row);
  if (status !== "value") return t.statuses[status];
  if (index < 0) return t.statuses.zero;
  if (scale !== "fixed") return t.understand.classes.ranked(index + 1, palette.length);
  const words = t.understand.classes;
  const names = series.profession === "gp" ? words.gp : series.profession === "dentist" ? words.mean : words.order;
  return names[Math.min(index, breaks.length)];
}
