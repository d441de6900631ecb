import type { InequalityReply } from "../../app/inequality.ts";
import type { Unequal } from "../../app/question.ts";
import { classify, quantileBreaks } from "../../core/classes.ts";
import { isDefined } from "../../core/inequality/figure.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { STATUS_CODE, STATUSES } from "../../core/status.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { choosePalette } from "../../map/palette.ts";
import type { LensColumn, LensEntry, LensView } from "../understand/lens-view.ts";
import type { Reading } from "../understand/reading.ts";
import { listStatusEntries } from "../understand/status-entries.ts";
import { writeValue } from "../understand/value-words.ts";
import { writeFte } from "./sentences.ts";

/** Limits of the classes of value ÷ mean: the same everywhere, so that two maps can be compared. */
const RATIO_BREAKS = [0.5, 0.75, 1, 1.25, 1.5] as const;
const RATIO_NAMES = ["half", "quarter", "below", "above", "more", "most"] as const;
/** Classes of what is missing, beside « nothing ». */
const MISSING_CLASSES = 5;
const ENOUGH_COLOUR = "#dcebe6";

/** Of each row of a reading, from the values measured. */
export interface UnequalRows {
  readonly values: Float64Array;
  readonly statuses: Uint8Array;
  /** Value over the mean of the territory. */
  readonly ratios: Float64Array;
  /** Supply that would bring the row to the threshold: consultations a year, or FTE. */
  readonly missing: Float64Array;
  /** Sum over counted rows, and over the supply in reach of the same. */
  readonly total: number;
  readonly totalShare: number;
}

/** Rows of the reading and of the answer are those of the same territory. */
export function measureRows({ answer: access, series }: Reading, answer: InequalityReply): UnequalRows {
  const { values, threshold, summary } = answer;
  const mean = isDefined(summary.mean) ? summary.mean : Number.NaN;
  const per = series.profession === "gp" ? 1 : 100_000;
  const statuses = values.map((value, row) => {
    const status = access.statuses[row];
    if (!Number.isNaN(value)) return STATUS_CODE.value;
    return status === STATUS_CODE.value ? STATUS_CODE.missing : status;
  });
  const missing = values.map((value, row) =>
    access.standardised[row] > 0 ? (access.standardised[row] * Math.max(0, threshold - value)) / per : value * 0,
  );
  const total = missing.reduce((sum, n, row) => (access.counted[row] === 1 && n > 0 ? sum + n : sum), 0);
  const supply = isDefined(summary.supplyToMove) ? summary.supplyToMove.total : Number.NaN;
  return {
    values,
    statuses: Uint8Array.from(statuses),
    ratios: values.map((value) => value / mean),
    missing,
    total,
    totalShare: total / supply,
  };
}

/** What the map, its legend and the table show of inequality. */
export function viewInequality(
  reading: Reading,
  answer: InequalityReply,
  unequal: Unequal,
  f: Formats,
  t: Texts,
): LensView | null {
  if (answer.values.length !== reading.answer.units.length) return null;
  const rows = measureRows(reading, answer);
  const picture =
    unequal === "missing" ? viewMissing(reading, answer, rows, f, t) : viewRelative(reading, answer, rows, f, t);
  return {
    units: reading.answer.units,
    dimmed: new Uint8Array(rows.values.length),
    topic: "unequalMap",
    columns: listColumns(reading, rows, unequal, f, t),
    fileName: unequal === "missing" ? "manque" : "rapport-moyenne",
    ...picture,
  };
}

type Picture = Pick<LensView, "title" | "classes" | "palette" | "entries" | "note" | "describe">;

function viewRelative(reading: Reading, answer: InequalityReply, rows: UnequalRows, f: Formats, t: Texts): Picture {
  const words = t.inequality.map;
  const { profession } = reading.series;
  const { digits } = PROFESSION_RULES[profession];
  const { territory, mean } = answer.summary;
  const palette = choosePalette(RATIO_BREAKS.length + 1, 3);
  const classes = classify(rows.ratios, rows.statuses, RATIO_BREAKS);
  return {
    title: words.relativeTitle(territory.name, isDefined(mean) ? f.decimal(mean, digits + 1) : t.common.noData),
    classes,
    palette,
    entries: [
      ...palette.map((colour, k) => entry(k, colour, words.relative[RATIO_NAMES[k]])),
      ...listStatusEntries(classes, t),
    ],
    note: words.relativeNote,
    describe: (row) => ({
      value: writeAccess(reading, rows, row, f, t),
      level: rows.statuses[row] === STATUS_CODE.value ? words.times(`× ${f.decimal(rows.ratios[row], 2)}`) : "",
    }),
  };
}

function viewMissing(reading: Reading, answer: InequalityReply, rows: UnequalRows, f: Formats, t: Texts): Picture {
  const words = t.inequality.map;
  const { profession } = reading.series;
  const unit = words.perYear[profession];
  const breaks = missingBreaks(rows.missing, reading.answer.counted);
  const palette = [ENOUGH_COLOUR, ...[...choosePalette(breaks.length + 1, breaks.length + 1)].reverse()];
  const classes = rows.missing.map((amount, row) => {
    if (rows.statuses[row] !== STATUS_CODE.value) return -1 - rows.statuses[row];
    return amount > 0 ? 1 + breaks.filter((limit) => amount >= limit).length : 0;
  });
  const limit = (value: number) => f.limit(value);
  const legend = t.understand.legend;
  const label = (k: number) => {
    if (breaks.length === 0) return words.some;
    if (k === 0) return legend.under(limit(breaks[0]));
    return k === breaks.length
      ? legend.over(limit(breaks[k - 1]))
      : legend.between(limit(breaks[k - 1]), limit(breaks[k]));
  };
  const all = Int8Array.from(classes);
  return {
    title: words.missingTitle[profession](f.limit(answer.threshold)),
    classes: all,
    palette,
    entries: [
      entry(0, ENOUGH_COLOUR, words.missingNone),
      ...palette.slice(1).map((colour, k) => entry(k + 1, colour, label(k))),
      ...listStatusEntries(all, t),
    ],
    note: `${words.total(writeSupplied(rows.total, reading, f), unit, f.percent(rows.totalShare))} ${words.missingNote}`,
    describe: (row) => ({
      value: writeAccess(reading, rows, row, f, t),
      level:
        rows.statuses[row] !== STATUS_CODE.value
          ? ""
          : rows.missing[row] > 0
            ? words.lacks(writeSupplied(rows.missing[row], reading, f), unit)
            : words.enough,
    }),
  };
}

/** Limits that put about as many lacking communes in each class, down to one significant digit so that they can be read. */
export function missingBreaks(missing: Float64Array, counted: Uint8Array): readonly number[] {
  const some = missing.filter((amount, row) => amount > 0 && counted[row] === 1);
  const least = some.reduce((low, amount) => Math.min(low, amount), Number.POSITIVE_INFINITY);
  const limits = quantileBreaks(some, MISSING_CLASSES)
    .map(floorToDigit)
    .filter((limit) => limit > least);
  return [...new Set(limits)];
}

/** 0.37 is 0.3, 1234 is 1000. */
function floorToDigit(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(value));
  return Number((Math.floor(value / magnitude + 1e-9) * magnitude).toPrecision(1));
}

function entry(classIndex: number, colour: string, label: string): LensEntry {
  return { classIndex, colour, pattern: null, label };
}

function writeAccess(reading: Reading, rows: UnequalRows, row: number, f: Formats, t: Texts): string {
  const { profession } = reading.series;
  const value = writeValue(
    rows.values[row],
    STATUSES[rows.statuses[row]],
    PROFESSION_RULES[profession].digits + 1,
    f,
    t,
  );
  return rows.statuses[row] === STATUS_CODE.value ? `${value} ${t.units.short[profession]}` : value;
}

function writeSupplied(amount: number, { series }: Reading, f: Formats): string {
  return series.profession === "gp" ? f.people(amount) : writeFte(amount, f);
}

function listColumns(
  reading: Reading,
  rows: UnequalRows,
  unequal: Unequal,
  f: Formats,
  t: Texts,
): readonly LensColumn[] {
  const words = t.inequality.map;
  const digits = PROFESSION_RULES[reading.series.profession].digits + 1;
  const column = (
    key: string,
    header: string,
    csvHeader: string,
    values: Float64Array,
    write: (value: number) => string,
  ): LensColumn => ({
    key,
    header,
    align: "end",
    width: 120,
    cell: (row) => (Number.isNaN(values[row]) ? t.statuses[STATUSES[rows.statuses[row]]] : write(values[row])),
    compare: (a, b) => values[a] - values[b],
    csvHeader,
    csv: (row) => values[row],
  });
  const share = rows.missing.map((amount, row) =>
    reading.answer.counted[row] === 1 ? amount / rows.total : Number.NaN,
  );
  const access = column(unequal === "missing" ? "access" : "value", words.value, "value", rows.values, (value) =>
    f.decimal(value, digits),
  );
  const ratio = column("ratio", words.ratio, "value_over_mean", rows.ratios, (value) => `× ${f.decimal(value, 2)}`);
  const missing = column(
    unequal === "missing" ? "value" : "missing",
    words.missing,
    "missing_supply",
    rows.missing,
    (value) => writeSupplied(value, reading, f),
  );
  const part = column("share", words.share, "share_of_missing_supply", share, f.percent);
  return unequal === "missing" ? [missing, part, access, ratio] : [access, ratio, missing];
}
