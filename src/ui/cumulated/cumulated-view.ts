import type { CumulatedAnswer } from "../../app/diagnoses.ts";
import {
  DIFFICULTY_SETS,
  type DifficultyId,
  type DifficultySet,
  SEARCH_MINUTES,
} from "../../core/access/difficulty-sets.ts";
import { STATUS_CLASS } from "../../core/classes.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { PATTERN_COLOURS } from "../../map/legend.ts";
import type { LensColumn, LensView } from "../understand/lens-view.ts";

/** From no difficulty to all three. */
export const CUMULATED_PALETTE = ["#57afa4", "#f0dcae", "#c48a3a", "#6b3d0a"] as const;

/** Whether a difficulty is too many estimated minutes, and not too little access. */
export function isMinutes(id: DifficultyId): id is "pharmacy" | "emergency" {
  return id === "pharmacy" || id === "emergency";
}

/** How many of the three difficulties of a set meet in each commune. */
export function viewCumulated(answer: CumulatedAnswer, set: DifficultySet, f: Formats, t: Texts): LensView {
  const words = t.cumulated;
  const counts = answer.counts[set];
  const classes = Int8Array.from(counts, (n) => (Number.isNaN(n) ? STATUS_CLASS.missing : n));
  const level = (row: number) => (Number.isNaN(counts[row]) ? words.unknownClass : words.classes[counts[row]]);
  const which = (row: number) =>
    DIFFICULTY_SETS[set].filter((id) => isDifficult(answer, id, row)).map((id) => words.alone.names[id]);
  const count: LensColumn = {
    key: "value",
    header: words.table.count,
    align: "end",
    width: 116,
    cell: (row) => (Number.isNaN(counts[row]) ? t.statuses.missing : `${counts[row]}/${DIFFICULTY_SETS[set].length}`),
    compare: (a, b) => counts[a] - counts[b],
    csvHeader: set === "professions" ? "professions_difficult" : "first_care_difficult",
    csv: (row) => counts[row],
  };
  return {
    units: answer.units,
    classes,
    dimmed: new Uint8Array(answer.units.length),
    palette: CUMULATED_PALETTE,
    title: words.legend[set],
    topic: "cumulated",
    entries: [
      ...CUMULATED_PALETTE.map((colour, n) => ({ classIndex: n, colour, pattern: null, label: words.classes[n] })),
      {
        classIndex: STATUS_CLASS.missing,
        colour: PATTERN_COLOURS.missing,
        pattern: "missing",
        label: words.unknownClass,
      },
    ],
    ...(set === "firstCare" ? { note: words.noteEstimated } : {}),
    describe: (row) => ({
      value: level(row),
      level: which(row).length === 0 ? "" : words.which(f.list(which(row))),
    }),
    columns: [count, ...DIFFICULTY_SETS[set].map((id) => listColumn(answer, id, f, t))],
    fileName: set === "professions" ? "difficultes-professions" : "difficultes-premiers-recours",
  };
}

/** Whether an area is past the limit of a difficulty; not where it is unknown. */
export function isDifficult({ columns }: CumulatedAnswer, id: DifficultyId, row: number): boolean {
  const { values, limit, side } = columns[id];
  return side === "below" ? values[row] < limit : values[row] > limit;
}

function listColumn({ columns }: CumulatedAnswer, id: DifficultyId, f: Formats, t: Texts): LensColumn {
  const words = t.cumulated;
  const { values } = columns[id];
  const name = words.alone.names[id];
  const cell = (row: number) => {
    const value = values[row];
    if (Number.isNaN(value)) return t.statuses.missing;
    if (!isMinutes(id)) return f.decimal(value, PROFESSION_RULES[id].digits + (id === "gp" ? 1 : 0));
    return Number.isFinite(value) ? f.decimal(value, 1) : words.none(f.integer(SEARCH_MINUTES[id]));
  };
  return {
    key: id,
    header: isMinutes(id) ? `${name} (${words.table.minutes})` : `${name} (${t.units.short[id]})`,
    align: "end",
    width: isMinutes(id) ? 168 : 176,
    cell,
    compare: (a, b) => values[a] - values[b],
    csvHeader: isMinutes(id) ? `${id}_estimated_minutes` : `${id}_apl`,
    csv: (row) => (Number.isFinite(values[row]) ? values[row] : ""),
  };
}
