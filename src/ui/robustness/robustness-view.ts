import type { RobustnessAnswer } from "../../app/diagnoses.ts";
import type { Verdict } from "../../core/access/robustness.ts";
import { UNJUDGED, type UnderCounts } from "../../core/access/under-counts.ts";
import { STATUS_CLASS } from "../../core/classes.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { PATTERN_COLOURS } from "../../map/legend.ts";
import type { LensColumn, LensEntry, LensView } from "../understand/lens-view.ts";
import type { Reading } from "../understand/reading.ts";

/** Sure either way at the ends, doubt pale in between: none, a few, about half, most, all of the methods. */
export const ROBUSTNESS_PALETTE = ["#57afa4", "#cdeae5", "#f4e3b9", "#cd9a48", "#7b4a0f"] as const;

const LAST = ROBUSTNESS_PALETTE.length - 1;

/** Class of a number of methods: 0 for none, the last for all, thirds of the others in between. */
export function classOfCount(under: number, of: number): number {
  if (under === 0) return 0;
  return under === of ? LAST : 1 + Math.floor(((under - 1) * (LAST - 1)) / (of - 1));
}

/** Smallest and largest number of methods of a class; undefined where no number falls in it. */
export function countsOfClass(at: number, of: number): readonly [from: number, to: number] | undefined {
  const counts = Array.from({ length: of + 1 }, (_, under) => under).filter((under) => classOfCount(under, of) === at);
  const [from, to] = [counts[0], counts.at(-1)];
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** What is known of each row, whether it was computed now or by the build. */
interface Counts {
  /** Number of methods. */
  readonly of: number;
  /** Methods that put the row under, UNJUDGED where one has no value. */
  readonly under: Uint8Array;
  /** Official access, all ages, and where it is known from. */
  readonly official: Float64Array;
}

export function verdictOf(under: number, of: number): Verdict {
  if (under === UNJUDGED) return "unjudged";
  if (under === of) return "always";
  return under === 0 ? "never" : "depends";
}

/** The verdict of each commune as the engine has just found it. */
export function viewRobustness(answer: RobustnessAnswer, f: Formats, t: Texts): LensView {
  return viewCounts(answer.units, countsOf(answer), f, t);
}

/** The same as the build found it, over the rows on screen, while the engine works. */
export function viewPrebuilt({ answer }: Reading, counts: UnderCounts, f: Formats, t: Texts): LensView {
  const under = Uint8Array.from(answer.units, (unit) => counts.under[unit]);
  return viewCounts(answer.units, { of: counts.variants, under, official: answer.values }, f, t);
}

export function countsOf({ judgement, variants }: RobustnessAnswer): Counts {
  const of = variants.length;
  const under = judgement.count.map((n, row) => (judgement.known[row] === of ? n : UNJUDGED));
  return { of, under, official: variants[0].values };
}

/** « désert dans 8/10 », « hors désert 10/10 ». */
export function writeCount(under: number, of: number, t: Texts): string {
  const words = t.robustness.classes;
  if (under === UNJUDGED) return words.unjudged;
  return under === 0 ? words.never(of) : under === of ? words.always(of) : words.between(under, under, of);
}

export function nameClass(at: number, of: number, t: Texts): string {
  const words = t.robustness.classes;
  const bounds = countsOfClass(at, of);
  if (at === 0) return words.never(of);
  return at === LAST || !bounds ? words.always(of) : words.between(...bounds, of);
}

function viewCounts(units: Uint16Array, { of, under, official }: Counts, f: Formats, t: Texts): LensView {
  const words = t.robustness;
  const { digits } = PROFESSION_RULES.gp;
  const classes = Int8Array.from(under, (n) => (n === UNJUDGED ? STATUS_CLASS.missing : classOfCount(n, of)));
  const verdict = (row: number) => words.verdicts[verdictOf(under[row], of)];
  const sorted = (row: number) => (under[row] === UNJUDGED ? Number.NaN : under[row]);
  const value = (row: number) =>
    Number.isNaN(official[row]) ? t.statuses.missing : f.decimal(official[row], digits + 2);
  const columns: readonly LensColumn[] = [
    {
      key: "value",
      header: words.table.under,
      align: "end",
      width: 148,
      cell: (row) => (under[row] === UNJUDGED ? words.classes.unjudged : `${under[row]}/${of}`),
      compare: (a, b) => sorted(a) - sorted(b),
      csvHeader: `variants_under_of_${of}`,
      csv: sorted,
    },
    {
      key: "verdict",
      header: words.table.verdict,
      cell: verdict,
      text: verdict,
      compare: (a, b) => sorted(a) - sorted(b),
      csvHeader: "verdict",
      csv: (row) => verdictOf(under[row], of),
    },
    {
      key: "official",
      header: words.table.official,
      align: "end",
      width: 128,
      cell: value,
      compare: (a, b) => official[a] - official[b],
      csvHeader: "official_apl",
      csv: (row) => official[row],
    },
  ];
  return {
    units,
    classes,
    dimmed: new Uint8Array(units.length),
    palette: ROBUSTNESS_PALETTE,
    title: words.legend(of),
    topic: "robustness",
    entries: [...listClassEntries(of, t), missingEntry(t)],
    note: words.note,
    describe: (row) => ({ value: writeCount(under[row], of, t), level: `${words.table.official} : ${value(row)}` }),
    columns,
    fileName: "robustesse",
  };
}

function listClassEntries(of: number, t: Texts): readonly LensEntry[] {
  return ROBUSTNESS_PALETTE.map((colour, at) => ({
    classIndex: at,
    colour,
    pattern: null,
    label: nameClass(at, of, t),
  })).reverse();
}

function missingEntry(t: Texts): LensEntry {
  const classIndex = STATUS_CLASS.missing;
  return { classIndex, colour: PATTERN_COLOURS.missing, pattern: "missing", label: t.robustness.classes.unjudged };
}
