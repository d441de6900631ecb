import type { Division, InequalityReply } from "../../app/inequality.ts";
import { isDefined } from "../../core/inequality/figure.ts";
import { PROFESSION_RULES, type Profession } from "../../core/professions.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import type { MethodTopic } from "../services.tsx";
import { type Amount, listPlaces, MEASURES, type MeasuredPlace, type MeasureId, shareBetween } from "./measures.ts";

/** One thing said of a territory: its figure, the words around it, and what it compares with. */
export interface Sentence {
  readonly key: string;
  readonly figure: string;
  readonly text: string;
  /** The doubt of the figure, or how it was converted. */
  readonly note: string | null;
  /** The same figure of the country, in words. */
  readonly against: string | null;
  readonly topic: MethodTopic;
}

/** Consultations a year of one GP: the bounds of the official indicator, most first. */
const GP_ACTS = [6000, 3600] as const;
/** Two standard errors: beyond them a sign is not a matter of which communes there are. */
const SURE = 1.96;
/** The most telling division of each kind of territory. */
const DIVISION_OF: Readonly<Record<string, Division>> = { country: "departement", region: "bassin_de_vie" };

/** What the figures of a territory say, in plain words; a figure that does not exist is left to the table. */
export function writeSentences(answer: InequalityReply, f: Formats, t: Texts): readonly Sentence[] {
  const [own, ...above] = listPlaces(answer);
  const country = above.at(-1);
  const context: Context = { answer, own, country, f, t };
  return [
    sayMeasure(context, "tenthRatio", (value) => `× ${f.decimal(value, 1)}`, t.inequality.sentences.tenthRatio),
    sayMeasure(context, "worseHalf", f.percent, t.inequality.sentences.worseHalf),
    sayUnder(context),
    sayMove(context),
    sayGini(context),
    sayBetween(context),
    sayIncome(context),
  ].filter((sentence) => sentence !== null);
}

interface Context {
  readonly answer: InequalityReply;
  readonly own: MeasuredPlace;
  readonly country: MeasuredPlace | undefined;
  readonly f: Formats;
  readonly t: Texts;
}

/** People who lack something to reach the threshold, and how much in the mean, in the unit of the series. */
export function lackOf({ measures: { shortfall } }: MeasuredPlace["summary"], threshold: number): number {
  return isDefined(shortfall) && shortfall.headcount > 0
    ? (shortfall.depth / shortfall.headcount) * threshold
    : Number.NaN;
}

function sayMeasure(
  { own, country, t }: Context,
  id: MeasureId,
  write: (value: number) => string,
  text: string,
  note: string | null = null,
): Sentence | null {
  const measure = measureOf(id);
  const amount = measure.of(own);
  if ("because" in amount) return null;
  return {
    key: id,
    figure: write(amount.value),
    text,
    note,
    against: sayAgainst(country, measure.of, write, t),
    topic: measure.topic,
  };
}

function sayAgainst(
  country: MeasuredPlace | undefined,
  of: (place: MeasuredPlace) => Amount,
  write: (value: number) => string,
  t: Texts,
): string | null {
  const amount = country && of(country);
  if (!country || !amount || "because" in amount) return null;
  return t.inequality.against(country.summary.territory.name, write(amount.value));
}

function sayGini(context: Context): Sentence | null {
  const { own, f, t } = context;
  const words = t.inequality.sentences;
  const amount = measureOf("gini").of(own);
  const interval = "because" in amount ? undefined : amount.interval;
  const digits = (value: number) => f.decimal(value, 3);
  return sayMeasure(
    context,
    "gini",
    digits,
    words.gini,
    interval ? words.giniInterval(digits(interval[0]), digits(interval[1])) : null,
  );
}

function sayMove(context: Context): Sentence | null {
  const { answer, own, f, t } = context;
  const { supplyToMove } = own.summary;
  if (!isDefined(supplyToMove)) return null;
  const { profession } = answer.question.series;
  const words = t.inequality.sentences;
  const text = words.move(writeSupply(supplyToMove.amount, profession, f, t));
  return sayMeasure(context, "move", f.percent, text, profession === "gp" ? words.perGp : null);
}

/** A supply in its unit; consultations also as doctors, between the bounds of their activity. */
export function writeSupply(amount: number, profession: Profession, f: Formats, t: Texts): string {
  const words = t.inequality.sentences;
  if (profession !== "gp") return words.moveFte(writeFte(amount, f));
  const [few, many] = GP_ACTS.map((acts) => f.integer(amount / acts));
  return words.moveGp(f.people(amount), few, many);
}

export function writeFte(amount: number, f: Formats): string {
  return amount < 100 ? f.decimal(amount, 1) : f.people(amount);
}

function sayUnder(context: Context): Sentence | null {
  const { answer, own, f, t } = context;
  const { profession } = answer.question.series;
  const words = t.inequality.sentences;
  const threshold = `${f.limit(answer.threshold)} ${t.units.plain[profession]}`;
  const lack = lackOf(own.summary, answer.threshold);
  const digits = PROFESSION_RULES[profession].digits + 1;
  const text = Number.isNaN(lack)
    ? words.nobodyUnder(threshold)
    : words.under(threshold, words.lack[profession](f.decimal(lack, digits)));
  return sayMeasure(context, "headcount", f.percent, text);
}

function sayBetween({ answer, own, country, f, t }: Context): Sentence | null {
  const division = DIVISION_OF[answer.question.territory.kind] ?? "epci";
  const of = (place: MeasuredPlace) => shareBetween(place.divisions, division, "theil");
  const amount = of(own);
  if ("because" in amount) return null;
  return {
    key: "between",
    figure: f.percent(amount.value),
    text: t.inequality.sentences.between[division](f.percent(1 - amount.value)),
    note: null,
    against: sayAgainst(country, of, f.percent, t),
    topic: "theil",
  };
}

function sayIncome(context: Context): Sentence | null {
  const { own, f, t } = context;
  const { access } = own.income;
  if (!isDefined(access)) return null;
  const words = t.inequality.sentences;
  const { index, standardError } = access;
  const say =
    Math.abs(index) < SURE * standardError ? words.richerNone : index > 0 ? words.richerMore : words.richerLess;
  const note = say(f.signed(index, 3), f.decimal(SURE * standardError, 3));
  return sayMeasure(context, "richest", (value) => `× ${f.decimal(value, 2)}`, words.richer, note);
}

function measureOf(id: MeasureId) {
  const measure = MEASURES.find((one) => one.id === id);
  if (!measure) throw new Error(`no measure ${id}`);
  return measure;
}
