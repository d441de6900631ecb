import type { Question, Shown } from "../../app/question.ts";
import type { RecomputedAnswer } from "../../app/recomputation.ts";
import { RATE_METHODS } from "../../core/access/model.ts";
import { classify, quantileBreaks } from "../../core/classes.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { STATUS_CODE, STATUSES } from "../../core/status.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { choosePalette, DIFFERENCE_PALETTE } from "../../map/palette.ts";
import type { LensColumn, LensEntry, LensView } from "../understand/lens-view.ts";
import { type Reading, readAnswer } from "../understand/reading.ts";
import { listStatusEntries } from "../understand/status-entries.ts";
import { writeClass, writeRowValue, writeValue } from "../understand/value-words.ts";

/** Differences are classed by shares of the national mean. */
const DIFFERENCE_SHARES = [-0.5, -0.25, -0.1, 0.1, 0.25, 0.5] as const;
const QUANTILES = 6;

/** The recomputed values as the official ones are read: same threshold, classes, filter. */
export function readRecomputed(answer: RecomputedAnswer, question: Question): Reading {
  return readAnswer({ ...answer.level, trend: [], countryTrend: new Float64Array() }, question);
}

/** Limits of the classes of differences, in the unit of the series, to two significant digits. */
export function differenceBreaks(nationalMean: number): readonly number[] {
  return DIFFERENCE_SHARES.map((share) => Number((share * nationalMean).toPrecision(2)));
}

/** Recomputed less official; NaN where either is not known. */
export function differences({ level, official }: RecomputedAnswer): Float64Array {
  return level.values.map((value, row) => value - official[row]);
}

/** What the map, legend and table show of a recomputation. */
export function viewRecomputed(answer: RecomputedAnswer, question: Question, f: Formats, t: Texts): LensView {
  const isRate = RATE_METHODS.has(answer.question.model.method);
  const shown: Shown = isRate ? question.shown : "value";
  const reading = readRecomputed(answer, question);
  const columns = listColumns(answer, isRate, f, t);
  const base = { units: answer.level.units, topic: "recomputed" as const, columns, fileName: "recalcul" };
  if (shown === "difference") return { ...base, ...viewDifference(answer, f, t) };
  if (!isRate) return { ...base, ...viewPlain(answer, f, t) };
  const { series } = reading;
  return {
    ...base,
    title: t.recomputed.legend.value(t.units.card[series.profession]),
    classes: reading.classes,
    dimmed: reading.dimmed,
    palette: reading.palette,
    entries: [],
    reading,
    describe: (row) => ({
      value: writeRowValue(reading, row, f, t),
      level: `${writeClass(reading, row, question.scale, t)} · ${writeOfficial(answer, row, f, t)}`,
    }),
  };
}

type Picture = Pick<LensView, "title" | "classes" | "dimmed" | "palette" | "entries" | "note" | "describe">;

function viewDifference(answer: RecomputedAnswer, f: Formats, t: Texts): Picture {
  const { level } = answer;
  const { profession } = level.question.series;
  const { digits } = PROFESSION_RULES[profession];
  const values = differences(answer);
  const breaks = differenceBreaks(level.nationalMean);
  const statuses = level.statuses.map((status, row) => (Number.isNaN(values[row]) ? STATUS_CODE.missing : status));
  // Zero difference is no zero of access: the classes are those of a number line.
  const classes = classify(
    values.map((value) => (value === 0 ? Number.MIN_VALUE : value)),
    statuses,
    breaks,
  );
  const words = t.recomputed.legend;
  const label = (k: number): string => {
    if (k === 0) return words.lower(f.signed(breaks[0], digits));
    if (k === breaks.length) return words.higher(f.signed(breaks[k - 1], digits));
    return words.between(f.signed(breaks[k - 1], digits), f.signed(breaks[k], digits));
  };
  return {
    title: words.difference(t.units.short[profession]),
    classes,
    dimmed: new Uint8Array(values.length),
    palette: DIFFERENCE_PALETTE,
    entries: [
      ...DIFFERENCE_PALETTE.map((colour, k): LensEntry => ({ classIndex: k, colour, pattern: null, label: label(k) })),
      ...listStatusEntries(classes, t),
    ],
    note: words.note,
    describe: (row) => ({
      value: Number.isNaN(values[row])
        ? t.statuses.missing
        : `${f.signed(values[row], digits + 1)} ${t.units.short[profession]}`,
      level: writeOfficial(answer, row, f, t),
    }),
  };
}

/** Minutes, costs and counts have no official classes: as many communes in each. */
function viewPlain(answer: RecomputedAnswer, f: Formats, t: Texts): Picture {
  const { level, question } = answer;
  const { method } = question.model;
  const words = t.recomputed.legend;
  const unit = words.units[method as keyof typeof words.units];
  const lessIsBetter = method === "nearest" || method === "raam";
  const breaks = quantileBreaks(
    level.values.filter((_, row) => level.counted[row] === 1),
    QUANTILES,
  );
  const count = breaks.length + 1;
  const ascending = choosePalette(count, Math.ceil(count / 2));
  const palette = lessIsBetter ? [...ascending].reverse() : ascending;
  const classes = classify(
    lessIsBetter ? level.values.map((value) => (value === 0 ? Number.MIN_VALUE : value)) : level.values,
    level.statuses,
    breaks,
  );
  const digits = method === "raam" ? 2 : 1;
  const limit = (k: number) => f.decimal(breaks[k], digits);
  const label = (k: number) =>
    count === 1
      ? t.statuses.value
      : k === 0
        ? t.understand.legend.under(limit(0))
        : k === count - 1
          ? t.understand.legend.over(limit(k - 1))
          : t.understand.legend.between(limit(k - 1), limit(k));
  return {
    title: words.value(unit),
    classes,
    dimmed: new Uint8Array(level.values.length),
    palette,
    entries: [
      ...palette.map((colour, k): LensEntry => ({ classIndex: k, colour, pattern: null, label: label(k) })),
      ...listStatusEntries(classes, t),
    ],
    note: words.quantiles,
    describe: (row) => ({
      value: `${writeValue(level.values[row], STATUSES[level.statuses[row]], digits, f, t)} ${unit}`,
      level: classes[row] >= 0 ? label(classes[row]) : t.statuses[STATUSES[level.statuses[row]]],
    }),
  };
}

function writeOfficial({ level, official }: RecomputedAnswer, row: number, f: Formats, t: Texts): string {
  const { digits } = PROFESSION_RULES[level.question.series.profession];
  const words = t.recomputed.row;
  return Number.isNaN(official[row])
    ? words.noOfficial
    : `${words.official(f.decimal(official[row], digits))} · ${words.difference(f.signed(level.values[row] - official[row], digits))}`;
}

function listColumns(answer: RecomputedAnswer, isRate: boolean, f: Formats, t: Texts): readonly LensColumn[] {
  const { level, official } = answer;
  const { profession } = level.question.series;
  const digits = PROFESSION_RULES[profession].digits + 1;
  const gaps = differences(answer);
  const column = (key: string, header: string, csvHeader: string, values: Float64Array): LensColumn => ({
    key,
    header,
    align: "end",
    width: 120,
    cell: (row) =>
      Number.isNaN(values[row])
        ? t.statuses.missing
        : key === "difference"
          ? f.signed(values[row], digits)
          : f.decimal(values[row], digits),
    compare: (a, b) => values[a] - values[b],
    csvHeader,
    csv: (row) => values[row],
  });
  const words = t.recomputed.table;
  const own = column("value", words.recomputed, "recomputed", level.values);
  if (!isRate) return [own];
  return [
    own,
    column("official", words.official, "official", official),
    column("difference", words.difference, "recomputed_minus_official", gaps),
  ];
}
