import type { InequalityReply } from "../../app/inequality.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { type MeasureStyle, writeAmount, writeNumber } from "../inequality/measure-words.ts";
import { type Amount, MEASURES, type Measure, type MeasuredPlace, type MeasureId } from "../inequality/measures.ts";
import type { MethodTopic } from "../services.tsx";
import { peopleUnder, type Reading } from "../understand/reading.ts";

/** One of two territories: its access, and its inequality once measured. */
export interface ComparedSide {
  readonly reading: Reading;
  readonly answer: InequalityReply | undefined;
}

/** A figure of both, and the first less the second. */
export interface ComparedRow {
  readonly key: string;
  readonly name: string;
  readonly topic: MethodTopic;
  readonly kind: Measure["kind"] | "people";
  readonly a: Amount;
  readonly b: Amount;
  readonly difference: Amount;
}

/** What one area alone can say: levels, not spreads. */
const OF_ONE_AREA = new Set<MeasureId>(["mean", "headcount", "depth", "severity"]);
const SHOWN: readonly MeasureId[] = [
  "headcount",
  "mean",
  "tenthRatio",
  "percentileRatio",
  "palma",
  "worseHalf",
  "gini",
  "hoover",
  "move",
  "theil",
  "depth",
  "severity",
  "concentration",
  "richest",
];

/** The figures of two territories, in the order they are read. */
export function listComparedRows(a: ComparedSide, b: ComparedSide, t: Texts): readonly ComparedRow[] {
  const row = (
    key: string,
    name: string,
    topic: MethodTopic,
    kind: ComparedRow["kind"],
    of: (side: ComparedSide) => Amount,
  ): ComparedRow => ({ key, name, topic, kind, a: of(a), b: of(b), difference: subtract(of(a), of(b)) });
  const names = t.compare.rows;
  const measured = SHOWN.flatMap((id) => MEASURES.filter((measure) => measure.id === id)).map((measure) =>
    row(measure.id, t.inequality.measures[measure.id], measure.topic, measure.kind, (side) => ofSide(measure, side)),
  );
  const [under, mean, ...spreads] = measured;
  return [
    row("people", names.people, "people", "people", ({ reading }) => known(reading.answer.summary.people)),
    row("peopleUnder", names.peopleUnder, "people", "people", ({ reading }) =>
      known(peopleUnder(reading.answer.summary, reading.threshold, reading.series)),
    ),
    under,
    mean,
    row("lowestTenth", names.lowestTenth, "comparison", "value", ({ reading }) =>
      known(reading.answer.summary.lowestTenth),
    ),
    ...spreads,
  ];
}

/** A figure of a row as it is read. */
export function writeCompared(amount: Amount, kind: ComparedRow["kind"], style: MeasureStyle): string {
  if (kind !== "people") return writeAmount(amount, kind, style);
  return "because" in amount ? style.t.inequality.table.undefined : style.f.people(amount.value);
}

/** A difference with its sign; of shares, in points. */
export function writeDifference(amount: Amount, kind: ComparedRow["kind"], style: MeasureStyle): string {
  if ("because" in amount) return style.t.inequality.table.undefined;
  const { f, t, valueDigits } = style;
  switch (kind) {
    case "people":
      return signedPeople(amount.value, f);
    case "share":
      return t.compare.table.points(f.signed(amount.value * 100, 1));
    case "index":
      return f.signed(amount.value, 3);
    case "ratio":
      return f.signed(amount.value, 2);
    case "value":
      return f.signed(amount.value, valueDigits);
  }
}

/** Sentences on what sets two territories apart; both measured. */
export function writeComparison(a: ComparedSide, b: ComparedSide, f: Formats, t: Texts): readonly string[] {
  const { threshold, series } = a.reading;
  const words = t.compare.sentences;
  const style: MeasureStyle = { f, t, valueDigits: 2 };
  const nameOf = (side: ComparedSide) => side.reading.answer.summary.territory.name;
  const limit = `${f.limit(threshold)} ${t.units.plain[series.profession]}`;
  const amountOf = (side: ComparedSide, id: MeasureId) => {
    const measure = MEASURES.find((one) => one.id === id);
    const amount = measure && ofSide(measure, side);
    return amount && !("because" in amount) ? amount : null;
  };
  const sentences: string[] = [];
  const [underA, underB] = [amountOf(a, "headcount"), amountOf(b, "headcount")];
  if (underA && underB) {
    const [more, less] = underA.value >= underB.value ? [a, b] : [b, a];
    const [most, least] = [Math.max(underA.value, underB.value), Math.min(underA.value, underB.value)];
    if (f.percent(most) === f.percent(least)) sentences.push(words.sameUnder(limit, f.percent(most)));
    else if (least === 0) sentences.push(words.oneUnder(limit, nameOf(more), f.percent(most), nameOf(less)));
    else {
      const times = f.decimal(most / least, 1);
      sentences.push(words.moreUnder(limit, nameOf(more), f.percent(most), nameOf(less), f.percent(least), times));
    }
  }
  const [meanA, meanB] = [amountOf(a, "mean"), amountOf(b, "mean")];
  if (meanA && meanB) {
    const write = (value: number) => writeNumber(value, "value", style);
    const unit = t.units.plain[series.profession];
    sentences.push(words.mean(nameOf(a), write(meanA.value), nameOf(b), write(meanB.value), unit));
  }
  const [gapA, gapB] = [amountOf(a, "tenthRatio"), amountOf(b, "tenthRatio")];
  if (gapA && gapB) {
    const write = (value: number) => `× ${f.decimal(value, 1)}`;
    const [wide, narrow] = gapA.value >= gapB.value ? [a, b] : [b, a];
    const [most, least] = [Math.max(gapA.value, gapB.value), Math.min(gapA.value, gapB.value)].map(write);
    sentences.push(most === least ? words.sameGap(most) : words.wider(nameOf(wide), most, nameOf(narrow), least));
  }
  const [giniA, giniB] = [amountOf(a, "gini"), amountOf(b, "gini")];
  if (giniA?.interval && giniB?.interval) {
    const write = (value: number) => f.decimal(value, 3);
    const isApart = giniA.interval[0] > giniB.interval[1] || giniB.interval[0] > giniA.interval[1];
    const [more, less] = giniA.value >= giniB.value ? [a, b] : [b, a];
    const [most, least] = [Math.max(giniA.value, giniB.value), Math.min(giniA.value, giniB.value)].map(write);
    sentences.push(
      isApart
        ? words.giniApart(nameOf(more), most, nameOf(less), least)
        : words.giniClose(write(giniA.value), write(giniB.value)),
    );
  }
  return sentences;
}

/** The rows as a file, full precision. */
export function writeComparedCsv(rows: readonly ComparedRow[], a: ComparedSide, b: ComparedSide): string {
  const code = ({ reading }: ComparedSide) => reading.answer.question.territory.code;
  const cell = (amount: Amount) => ("because" in amount ? "" : String(amount.value));
  const why = (amount: Amount) => ("because" in amount ? amount.because : "");
  const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const header = [
    "measure",
    "name",
    `a_${code(a)}`,
    `b_${code(b)}`,
    "a_minus_b",
    "a_undefined",
    "b_undefined",
    "profession",
    "year",
    "ages",
    "threshold",
  ];
  const { series, threshold } = a.reading;
  const lines = rows.map((row) =>
    [
      row.key,
      quote(row.name),
      cell(row.a),
      cell(row.b),
      cell(row.difference),
      why(row.a),
      why(row.b),
      series.profession,
      series.year,
      series.ages,
      threshold,
    ].join(","),
  );
  return `${[header.join(","), ...lines].join("\n")}\n`;
}

function ofSide(measure: Measure, { reading, answer }: ComparedSide): Amount {
  if (!answer) return { because: "nobody" };
  if (reading.answer.summary.areas < 2 && !OF_ONE_AREA.has(measure.id)) return { because: "one-area" };
  const place: MeasuredPlace = answer;
  return measure.of(place);
}

function known(value: number): Amount {
  return Number.isFinite(value) ? { value } : { because: "nobody" };
}

function subtract(a: Amount, b: Amount): Amount {
  if ("because" in a) return a;
  return "because" in b ? b : { value: a.value - b.value };
}

function signedPeople(value: number, f: Formats): string {
  return value === 0 ? f.people(0) : `${value > 0 ? "+" : "−"}${f.people(Math.abs(value))}`;
}
