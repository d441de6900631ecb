import type { DeparturesAnswer } from "../../app/diagnoses.ts";
import { LEFT_OUT, NEVER_UNDER } from "../../core/access/departures.ts";
import { accessAfterLoss, isUnderAfterLoss } from "../../core/access/uniform-loss.ts";
import { STATUS_CLASS } from "../../core/classes.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { PATTERN_COLOURS } from "../../map/legend.ts";
import type { LensColumn, LensView } from "../understand/lens-view.ts";

/** Already under, then each step, then those who stay above. */
const ALREADY = "#7b4a0f";
const FALLS = ["#c48a3a", "#ebd29b"] as const;
const ABOVE = "#57afa4";

/** A way to sort communes: what each class is called and coloured, and that of each row; NO_CLASS where none fits. */
interface Sorting {
  readonly palette: readonly string[];
  readonly labels: readonly string[];
  readonly classes: Int8Array;
  readonly missing: string;
}

const NO_CLASS = STATUS_CLASS.missing;

/** Colours of the steps of an answer, in the order of `classesByAge`. */
export function departuresPalette(steps: number): readonly string[] {
  return [ALREADY, ...FALLS.slice(0, steps), ABOVE];
}

/** When each commune falls under the threshold: by published ages, or under an even loss of `loss` %, if not 0. */
export function viewDepartures(answer: DeparturesAnswer, loss: number, f: Formats, t: Texts): LensView {
  const { question, units } = answer;
  const words = t.departures;
  const sorting = loss === 0 ? sortByAge(answer, t) : sortByLoss(answer, loss, f, t);
  const threshold = f.limit(question.threshold);
  const said = (row: number) =>
    sorting.classes[row] === NO_CLASS ? sorting.missing : sorting.labels[sorting.classes[row]];
  const values = (row: number) =>
    loss === 0
      ? answer.series.map((column) => column[row])
      : [answer.series[0][row], accessAfterLoss(answer.series[0][row], loss)];
  return {
    units,
    classes: sorting.classes,
    dimmed: new Uint8Array(units.length),
    palette: sorting.palette,
    title: loss === 0 ? words.legend(threshold) : words.legendLoss(threshold, words.percent(f.integer(loss))),
    topic: "departures",
    entries: [
      ...sorting.palette.map((colour, k) => ({ classIndex: k, colour, pattern: null, label: sorting.labels[k] })),
      { classIndex: NO_CLASS, colour: PATTERN_COLOURS.missing, pattern: "missing", label: sorting.missing },
    ],
    note: loss === 0 ? words.note : words.loss.hypothesis,
    describe: (row) => ({ value: writeSeries(values(row), f, t), level: said(row) }),
    columns: listColumns(answer, loss, sorting, said, f, t),
    fileName: loss === 0 ? `departs-${question.year}` : `departs-${question.year}-${loss}-pour-cent`,
  };
}

function sortByAge({ ages, firstUnder }: DeparturesAnswer, t: Texts): Sorting {
  const words = t.departures.classes;
  const above = ages.length;
  return {
    palette: departuresPalette(ages.length - 1),
    labels: [words.already, ...ages.slice(1).map((age) => words.falls[age as "le65" | "le62"]), words.above],
    classes: Int8Array.from(firstUnder, (at) => (at === LEFT_OUT ? NO_CLASS : at === NEVER_UNDER ? above : at)),
    missing: words.out,
  };
}

function sortByLoss({ series: [all], question }: DeparturesAnswer, loss: number, f: Formats, t: Texts): Sorting {
  const words = t.departures.classes;
  const classOf = (value: number) => {
    if (Number.isNaN(value)) return NO_CLASS;
    if (isUnderAfterLoss(value, 0, question.threshold)) return 0;
    return isUnderAfterLoss(value, loss, question.threshold) ? 1 : 2;
  };
  return {
    palette: departuresPalette(1),
    labels: [words.already, words.fallsLoss(t.departures.percent(f.integer(loss))), words.above],
    classes: Int8Array.from(all, classOf),
    missing: words.missing,
  };
}

/** One digit more than elsewhere: 2.45 is under 2.5 and must not read as it. */
function writeSeries(values: readonly number[], f: Formats, t: Texts): string {
  const { digits } = PROFESSION_RULES.gp;
  return values
    .map((value) => (Number.isNaN(value) ? t.statuses.missing : f.decimal(value, digits + 1)))
    .reduce((all, rest) => t.departures.value(all, rest));
}

function listColumns(
  answer: DeparturesAnswer,
  loss: number,
  { classes }: Sorting,
  said: (row: number) => string,
  f: Formats,
  t: Texts,
): readonly LensColumn[] {
  const { ages, series, question } = answer;
  const words = t.departures.table;
  // As published: 2.996 is under 3 and must not read as it.
  const digits = PROFESSION_RULES.gp.digits + 2;
  const rank = (row: number) => (classes[row] === NO_CLASS ? Number.NaN : classes[row]);
  const number = (key: string, header: string, csvHeader: string, values: (row: number) => number): LensColumn => ({
    key,
    header,
    align: "end",
    width: 124,
    cell: (row) => (Number.isNaN(values(row)) ? t.statuses.missing : f.decimal(values(row), digits)),
    compare: (a, b) => values(a) - values(b),
    csvHeader,
    csv: values,
  });
  const when: LensColumn = {
    key: "value",
    header: words.when,
    cell: said,
    text: said,
    compare: (a, b) => rank(a) - rank(b),
    csvHeader: `under_${question.threshold}_${question.year}`,
    csv: (row) => codeOf(answer, loss, classes[row]),
  };
  const published = ages.map((age, k) =>
    number(age, t.understand.selectors.agesNames[age], `apl_${age}`, (row) => series[k][row]),
  );
  if (loss === 0) return [when, ...published];
  const after = number("after", words.after, `apl_after_loss_of_${loss}_percent`, (row) =>
    accessAfterLoss(series[0][row], loss),
  );
  return [when, published[0], after];
}

/** As the command line writes it: the first series under the threshold, `never`, or nothing. */
function codeOf({ ages }: DeparturesAnswer, loss: number, at: number): string {
  const last = loss === 0 ? ages.length : 2;
  if (at === NO_CLASS) return "";
  if (at === last) return "never";
  return at === 0 ? "all" : loss === 0 ? ages[at] : `loss_${loss}`;
}
