import type { DesertsAnswer } from "../../app/spatial.ts";
import type { DesertColour } from "../../app/spatial-choices.ts";
import { STATUS_CLASS } from "../../core/classes.ts";
import { classAmong } from "../../core/classify/limits.ts";
import { PROFESSION_RULES, type Series } from "../../core/professions.ts";
import { APART, ISOLATED } from "../../core/spatial/deserts.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { PATTERN_COLOURS } from "../../map/legend.ts";
import type { LensColumn, LensEntry, LensView } from "../understand/lens-view.ts";
import { nameDesert } from "./desert-names.ts";

/** Limits of the classes of deserts: people in the territory, mean shortfall. */
const LIMITS: Readonly<Record<DesertColour, readonly number[]>> = {
  people: [5_000, 20_000, 100_000],
  depth: [0.15, 0.25, 0.4],
};
/** Four classes of deserts, communes on their own, communes that are not under. */
export const DESERT_PALETTE = ["#dcae62", "#b9792c", "#86500f", "#472703", "#f4e6c8", "#dfe9e6"] as const;
const ALONE = 4;
const ABOVE = 5;

/** What is asked of deserts besides the question they answer. */
export interface DesertsLook {
  readonly series: Series;
  readonly colour: DesertColour;
  /** Position of the only one looked at; null: all. */
  readonly chosen: number | null;
}

/** Each commune in the colour of its desert; communes on their own apart. */
export function viewDeserts(answer: DesertsAnswer, look: DesertsLook, f: Formats, t: Texts): LensView {
  const { colour, chosen, series } = look;
  const { deserts, desertOf, values } = answer;
  const limits = LIMITS[colour];
  const classOfDesert = deserts.map(({ peopleInside, depth }) =>
    classAmong(colour === "people" ? peopleInside : depth, limits),
  );
  const classes = Int8Array.from(desertOf, (desert, row) => {
    if (Number.isNaN(values[row])) return STATUS_CLASS.missing;
    if (desert >= 0) return classOfDesert[desert];
    return desert === ISOLATED || desert === APART ? ALONE : ABOVE;
  });
  const words = t.deserts;
  const said = (row: number) => sayRow(answer, row, f, t);
  const digits = PROFESSION_RULES[series.profession].digits;
  const threshold = f.limit(answer.threshold);
  return {
    units: answer.units,
    classes,
    dimmed: Uint8Array.from(desertOf, (desert) => (chosen !== null && desert !== chosen ? 1 : 0)),
    palette: DESERT_PALETTE,
    title: words.legend[colour](threshold),
    topic: "deserts",
    entries: [
      ...listEntries(colour, f, t),
      {
        classIndex: STATUS_CLASS.missing,
        colour: PATTERN_COLOURS.missing,
        pattern: "missing",
        label: t.statuses.missing,
      },
    ],
    note: colour === "people" ? words.legend.peopleNote : words.legend.depthNote,
    describe: (row) => ({
      value: Number.isNaN(values[row])
        ? t.statuses.missing
        : `${f.decimal(values[row], digits + 1)} ${t.units.short[series.profession]}`,
      level: said(row),
    }),
    columns: listColumns(answer, look, said, f, t),
    fileName: `deserts-${series.profession}-${series.year}`,
  };
}

function listEntries(colour: DesertColour, f: Formats, t: Texts): readonly LensEntry[] {
  const words = t.deserts.legend;
  const limits = LIMITS[colour].map((limit) => (colour === "people" ? f.people(limit) : f.percent(limit)));
  const last = limits.length;
  const labels = [
    ...limits.map((limit, k) => (k === 0 ? words.under(limit) : words.between(limits[k - 1], limit))),
    words.over(limits[last - 1]),
    words.isolated,
    words.above,
  ];
  return labels.map((label, classIndex) => ({
    classIndex,
    colour: DESERT_PALETTE[classIndex],
    pattern: null,
    label,
  }));
}

function sayRow({ deserts, desertOf, values }: DesertsAnswer, row: number, f: Formats, t: Texts): string {
  const words = t.deserts.row;
  const desert = desertOf[row];
  if (Number.isNaN(values[row])) return t.statuses.missing;
  if (desert >= 0) return words.desert(f.integer(desert + 1), nameDesert(deserts[desert], t));
  if (desert === ISOLATED) return words.isolated;
  return desert === APART ? words.apart : words.above;
}

function listColumns(
  { deserts, desertOf, values }: DesertsAnswer,
  { series }: DesertsLook,
  said: (row: number) => string,
  f: Formats,
  t: Texts,
): readonly LensColumn[] {
  const words = t.deserts.table;
  const { digits } = PROFESSION_RULES[series.profession];
  const ofDesert = (row: number, pick: (desert: number) => number) =>
    desertOf[row] >= 0 ? pick(desertOf[row]) : Number.NaN;
  const number = (
    key: string,
    header: string,
    csvHeader: string,
    value: (row: number) => number,
    write: (value: number) => string,
    none: (row: number) => string,
  ): LensColumn => ({
    key,
    header,
    align: "end",
    width: 128,
    cell: (row) => (Number.isNaN(value(row)) ? none(row) : write(value(row))),
    compare: (a, b) => value(a) - value(b),
    csvHeader,
    csv: value,
  });
  const rank = (row: number) => ofDesert(row, (desert) => desert);
  const nothing = () => "";
  return [
    {
      key: "value",
      header: words.desert,
      cell: said,
      text: said,
      compare: (a, b) => rank(a) - rank(b),
      csvHeader: "desert",
      csv: (row) =>
        desertOf[row] >= 0
          ? desertOf[row] + 1
          : desertOf[row] === ISOLATED
            ? "isolated"
            : desertOf[row] === APART
              ? "apart"
              : "",
    },
    number(
      "access",
      t.units.short[series.profession],
      "value",
      (row) => values[row],
      (value) => f.decimal(value, digits + 1),
      () => t.statuses.missing,
    ),
    number(
      "people",
      words.people,
      "desert_people_inside",
      (row) => ofDesert(row, (desert) => deserts[desert].peopleInside),
      f.people,
      nothing,
    ),
    number(
      "depth",
      words.depth,
      "desert_depth",
      (row) => ofDesert(row, (desert) => deserts[desert].depth),
      f.percent,
      nothing,
    ),
  ];
}
