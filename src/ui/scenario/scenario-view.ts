import type { Effect } from "../../app/act-choices.ts";
import type { Question } from "../../app/question.ts";
import type { Baseline, ScenarioAnswer } from "../../app/scenario-effects.ts";
import { classify } from "../../core/classes.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { STATUS_CODE } from "../../core/status.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { DIFFERENCE_PALETTE } from "../../map/palette.ts";
import { differenceBreaks } from "../recomputed/recomputed-view.ts";
import type { LensColumn, LensEntry, LensView } from "../understand/lens-view.ts";
import { type Reading, readAnswer } from "../understand/reading.ts";
import { showSide } from "../understand/sides.ts";
import { listStatusEntries } from "../understand/status-entries.ts";
import { writeClass } from "../understand/value-words.ts";

/** Columns of an answer in the order of the rows of a reading; NaN where the answer has no such row. */
interface Aligned {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly statuses: Uint8Array;
}

function align({ answer }: Reading, effect: ScenarioAnswer): Aligned {
  const rowOf = new Map(Array.from(effect.units, (unit, row) => [unit, row]));
  const rows = Array.from(answer.units, (unit) => rowOf.get(unit) ?? -1);
  return {
    before: Float64Array.from(rows, (row) => effect.before[row] ?? Number.NaN),
    after: Float64Array.from(rows, (row) => effect.after[row] ?? Number.NaN),
    statuses: Uint8Array.from(rows, (row) => effect.statuses[row] ?? STATUS_CODE.missing),
  };
}

/** What the map, legend and table show of a scenario: access before, after, or what it gains. */
export function viewScenario(
  reading: Reading,
  effect: ScenarioAnswer,
  shown: Effect,
  question: Question,
  f: Formats,
  t: Texts,
): LensView {
  const columns = align(reading, effect);
  const said = t.scenario.baseline.short[effect.question.baseline];
  const base = {
    units: reading.answer.units,
    topic: "act" as const,
    columns: listColumns(columns, reading, effect.question.baseline, f, t),
    fileName: effect.question.baseline === "official" ? "scenario" : "scenario-recalcul",
  };
  if (shown === "difference") return { ...base, ...viewDifference(columns, reading, said, f, t) };
  const see = (values: Float64Array) => readAnswer({ ...reading.answer, values, statuses: columns.statuses }, question);
  const { shown: seen, picture, write } = showSide(see(columns.before), see(columns.after), shown, f, t);
  return {
    ...base,
    title: `${t.units.card[reading.series.profession]} · ${t.scenario.map.title[shown]} · ${said}`,
    classes: seen.classes,
    dimmed: seen.dimmed,
    palette: seen.palette,
    ...picture,
    entries: [],
    reading: seen,
    describe: (row) => ({
      value: write(row),
      level: `${writeClass(seen, row, question.scale, t)} · ${writeChange(columns, row, reading, f, t)}`,
    }),
  };
}

type Picture = Pick<LensView, "title" | "classes" | "dimmed" | "palette" | "entries" | "describe">;

function viewDifference(columns: Aligned, reading: Reading, said: string, f: Formats, t: Texts): Picture {
  const { profession } = reading.series;
  const { digits } = PROFESSION_RULES[profession];
  const breaks = differenceBreaks(reading.answer.nationalMean);
  const changes = columns.after.map((value, row) => value - columns.before[row]);
  // No change is no zero of access: the classes are those of a number line.
  const classes = classify(
    changes.map((value) => (value === 0 ? Number.MIN_VALUE : value)),
    columns.statuses,
    breaks,
  );
  const words = t.recomputed.legend;
  const label = (k: number): string => {
    if (k === 0) return words.lower(f.signed(breaks[0], digits));
    if (k === breaks.length) return words.higher(f.signed(breaks[k - 1], digits));
    return words.between(f.signed(breaks[k - 1], digits), f.signed(breaks[k], digits));
  };
  return {
    title: `${t.units.short[profession]} · ${t.scenario.map.title.difference} · ${said}`,
    classes,
    dimmed: new Uint8Array(changes.length),
    palette: DIFFERENCE_PALETTE,
    entries: [
      ...DIFFERENCE_PALETTE.map((colour, k): LensEntry => ({ classIndex: k, colour, pattern: null, label: label(k) })),
      ...listStatusEntries(classes, t),
    ],
    describe: (row) => ({
      value: Number.isNaN(changes[row])
        ? t.statuses.missing
        : `${f.signed(changes[row], digits + 1)} ${t.units.short[profession]}`,
      level: writeChange(columns, row, reading, f, t),
    }),
  };
}

function writeChange({ before, after }: Aligned, row: number, { series }: Reading, f: Formats, t: Texts): string {
  const { digits } = PROFESSION_RULES[series.profession];
  if (Number.isNaN(before[row]) || Number.isNaN(after[row])) return t.scenario.map.unknown;
  if (Math.abs(after[row] - before[row]) < 1e-9) return t.scenario.map.same;
  return t.scenario.map.change(f.decimal(before[row], digits + 1), f.decimal(after[row], digits + 1));
}

function listColumns(
  columns: Aligned,
  { series }: Reading,
  baseline: Baseline,
  f: Formats,
  t: Texts,
): readonly LensColumn[] {
  const words = t.scenario.table;
  const digits = PROFESSION_RULES[series.profession].digits + 1;
  const changes = columns.after.map((value, row) => value - columns.before[row]);
  const column = (key: string, header: string, values: Float64Array, write: Formats["decimal"]): LensColumn => ({
    key,
    header,
    align: "end",
    width: 118,
    cell: (row) => (Number.isNaN(values[row]) ? t.statuses.missing : write(values[row], digits)),
    compare: (a, b) => values[a] - values[b],
    csvHeader: `${key === "value" ? "after" : key}${baseline === "official" ? "" : "_recomputed"}`,
    csv: (row) => values[row],
  });
  return [
    column("value", words.after, columns.after, f.decimal),
    column("before", words.before, columns.before, f.decimal),
    column("delta", words.change, changes, f.signed),
  ];
}
