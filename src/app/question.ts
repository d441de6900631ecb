import { type AccessModel, modelOf } from "../core/access/model.ts";
import { type Failure, FailureError } from "../core/failure.ts";
import {
  AGE_LIMITS,
  type AgeLimit,
  isProfession,
  nearestSeries,
  PROFESSION_RULES,
  type Profession,
  type Series,
} from "../core/professions.ts";
import { formatTerritory, parseTerritory, type Territory } from "../core/territory.ts";
import { isLocale, type Locale } from "../i18n/locale.ts";
import { type ActChoices, DEFAULT_ACT, formatActChoices, readActChoices } from "./act-choices.ts";
import { DEFAULT_CHOICES, formatChoices, type LensChoices, readChoices } from "./lens-choices.ts";
import { LENSES, type Lens } from "./lenses.ts";
import { formatModel, MODEL_NAMES, ownOrChanged, readModelPart } from "./model-text.ts";
import {
  DEFAULT_PARTICIPATE,
  formatParticipateChoices,
  type ParticipateChoices,
  readParticipateChoices,
} from "./participate-choices.ts";
import { DEFAULT_ROUNDS, formatRoundsChoices, type RoundsChoices, readRoundsChoices } from "./rounds-choices.ts";

/** How values become colours: the limits of the zoning orders, equal numbers of communes, or natural breaks (Fisher-Jenks). */
export const SCALES = ["fixed", "quantile", "natural"] as const;
export type Scale = (typeof SCALES)[number];

/** Which communes stay lit: all, those under the threshold, or those at or above it. */
export const FILTERS = ["all", "below", "above"] as const;
export type Filter = (typeof FILTERS)[number];

/** The table beside the map, or instead of it on a phone. */
export const VIEWS = ["map", "table"] as const;
export type View = (typeof VIEWS)[number];

/** What fills the page: room « Comprendre », the page where known results are computed again, or another room. */
export const PAGES = ["map", "verify", "act", "participate"] as const;
export type Page = (typeof PAGES)[number];

/** A recomputation by itself, or less the official value. */
export const SHOWN = ["value", "difference"] as const;
export type Shown = (typeof SHOWN)[number];

/** What the map shows of inequality: each commune against the mean, or what it lacks to reach the threshold. */
export const UNEQUAL = ["relative", "missing"] as const;
export type Unequal = (typeof UNEQUAL)[number];

/** The values inequality is measured of. */
export const BASES = ["official", "recomputed"] as const;
export type Basis = (typeof BASES)[number];

/** Zoom is MapLibre's; degrees. */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** Degrees. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** Everything that changes the picture, and nothing else: what you see is what you can send. */
export interface Question {
  readonly territory: Territory;
  readonly series: Series;
  readonly lens: Lens;
  /** Assumptions of the recomputation; null: the profession's own. */
  readonly model: AccessModel | null;
  readonly shown: Shown;
  /** What is chosen within a lens. */
  readonly choices: LensChoices;
  /** What is asked in room « Agir ». */
  readonly act: ActChoices;
  /** Rounds asked for there. */
  readonly rounds: RoundsChoices;
  readonly participate: ParticipateChoices;
  readonly unequal: Unequal;
  readonly basis: Basis;
  /** Shown side by side with the territory; null: none. */
  readonly compared: Territory | null;
  /** In the profession's unit; null: the profession's own threshold. */
  readonly threshold: number | null;
  readonly filter: Filter;
  readonly scale: Scale;
  /** INSEE code of the selected commune. */
  readonly selected: string | null;
  readonly view: View;
  readonly page: Page;
  /** Where what is in reach is counted from; to five decimals. */
  readonly from: Point | null;
  /** null: fitted to the territory. */
  readonly camera: Camera | null;
  /** null: the browser's language. */
  readonly locale: Locale | null;
}

export const DEFAULT_QUESTION: Question = {
  territory: { kind: "region", code: "53" },
  series: { profession: "gp", year: 2023, ages: "all" },
  lens: "level",
  model: null,
  shown: "value",
  choices: DEFAULT_CHOICES,
  act: DEFAULT_ACT,
  rounds: DEFAULT_ROUNDS,
  participate: DEFAULT_PARTICIPATE,
  unequal: "relative",
  basis: "official",
  compared: null,
  threshold: null,
  filter: "all",
  scale: "fixed",
  selected: null,
  view: "map",
  page: "map",
  from: null,
  camera: null,
  locale: null,
};

/** A value of the URL that could not be used; the default took its place. */
export interface Problem {
  readonly name: string;
  readonly text: string;
  readonly failure: Failure;
}

/** Reads the query string. What it does not know it reports and replaces by the default: a link never shows a blank page. */
export function parseQuestion(search: string): { question: Question; problems: readonly Problem[] } {
  const given = new URLSearchParams(search);
  const problems: Problem[] = [];
  const read = <T>(name: string, parse: (text: string) => T, fallback: T): T => {
    const text = given.get(name);
    if (text === null) return fallback;
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      problems.push({ name, text, failure: error.failure });
      return fallback;
    }
  };
  const profession = read("profession", parseProfession, DEFAULT_QUESTION.series.profession);
  const series = readSeries(profession, given, problems);
  const question: Question = {
    territory: read("territory", parseTerritory, DEFAULT_QUESTION.territory),
    series,
    lens: read("lens", (text) => oneOf(LENSES, text), DEFAULT_QUESTION.lens),
    model: readModel(profession, given, read),
    shown: read("as", (text) => oneOf(SHOWN, text), DEFAULT_QUESTION.shown),
    choices: readChoices(read),
    act: readActChoices(read),
    rounds: readRoundsChoices(read),
    participate: readParticipateChoices(read),
    unequal: read("unequal", (text) => oneOf(UNEQUAL, text), DEFAULT_QUESTION.unequal),
    basis: read("basis", (text) => oneOf(BASES, text), DEFAULT_QUESTION.basis),
    compared: read("with", parseTerritory, DEFAULT_QUESTION.compared),
    threshold: read("threshold", (text) => parseThreshold(text, profession), DEFAULT_QUESTION.threshold),
    filter: read("show", (text) => oneOf(FILTERS, text), DEFAULT_QUESTION.filter),
    scale: read("scale", (text) => oneOf(SCALES, text), DEFAULT_QUESTION.scale),
    selected: read("selected", parseSelected, DEFAULT_QUESTION.selected),
    view: read("view", (text) => oneOf(VIEWS, text), DEFAULT_QUESTION.view),
    page: read("page", (text) => oneOf(PAGES, text), DEFAULT_QUESTION.page),
    from: read("from", parsePoint, DEFAULT_QUESTION.from),
    camera: read("at", parseCamera, DEFAULT_QUESTION.camera),
    locale: read("lang", parseLocale, DEFAULT_QUESTION.locale),
  };
  return { question, problems };
}

/** The query string of a question, defaults omitted; `parseQuestion` reads it back. Empty when all is default. */
export function formatQuestion(question: Question): string {
  const { series, camera } = question;
  const parts: [string, string | null][] = [
    ["territory", formatTerritory(question.territory)],
    ["profession", series.profession],
    ["year", String(series.year)],
    ["ages", series.ages],
    ["lens", question.lens],
    ...formatModel(question.model, series.profession),
    ["as", question.shown],
    ...formatChoices(question.choices),
    ...formatActChoices(question.act),
    ...formatRoundsChoices(question.rounds),
    ...formatParticipateChoices(question.participate),
    ["unequal", question.unequal],
    ["basis", question.basis],
    ["with", question.compared && formatTerritory(question.compared)],
    ["threshold", question.threshold === null ? null : String(question.threshold)],
    ["show", question.filter],
    ["scale", question.scale],
    ["selected", question.selected],
    ["view", question.view],
    ["page", question.page],
    ["from", question.from && `${question.from.lon.toFixed(5)},${question.from.lat.toFixed(5)}`],
    ["at", camera && `${camera.lon.toFixed(4)},${camera.lat.toFixed(4)},${camera.zoom.toFixed(2)}`],
    ["lang", question.locale],
  ];
  const defaults: Record<string, string> = {
    territory: formatTerritory(DEFAULT_QUESTION.territory),
    profession: DEFAULT_QUESTION.series.profession,
    year: String(DEFAULT_QUESTION.series.year),
    ages: DEFAULT_QUESTION.series.ages,
    lens: DEFAULT_QUESTION.lens,
    as: DEFAULT_QUESTION.shown,
    unequal: DEFAULT_QUESTION.unequal,
    basis: DEFAULT_QUESTION.basis,
    show: DEFAULT_QUESTION.filter,
    scale: DEFAULT_QUESTION.scale,
    view: DEFAULT_QUESTION.view,
    page: DEFAULT_QUESTION.page,
  };
  const text = parts
    .flatMap(([name, value]) => (value === null || value === defaults[name] ? [] : [`${name}=${encode(value)}`]))
    .join("&");
  return text === "" ? "" : `?${text}`;
}

/** The threshold in force, in the profession's unit and on its grid. */
export function effectiveThreshold(question: Question, nationalMean: number): number {
  const rule = PROFESSION_RULES[question.series.profession];
  return snapThreshold(question.threshold ?? rule.threshold ?? nationalMean / 2, question.series.profession);
}

/** Nearest threshold on the profession's grid, within its histogram. */
export function snapThreshold(value: number, profession: Profession): number {
  const { step, domainMax } = PROFESSION_RULES[profession];
  const clamped = Math.min(domainMax, Math.max(0, value));
  return Number((Math.round(clamped / step) * step).toFixed(6));
}

function encode(value: string): string {
  return encodeURIComponent(value).replaceAll("%3A", ":").replaceAll("%2C", ",");
}

function readSeries(profession: Profession, given: URLSearchParams, problems: Problem[]): Series {
  const fallback = DEFAULT_QUESTION.series;
  const yearText = given.get("year");
  const agesText = given.get("ages");
  const year = yearText === null ? fallback.year : readNumber(yearText);
  const ages = (AGE_LIMITS as readonly string[]).includes(agesText ?? "") ? (agesText as AgeLimit) : fallback.ages;
  const nearest = nearestSeries(profession, Number.isFinite(year) ? year : fallback.year, ages);
  const unknown = (name: string, text: string) =>
    problems.push({
      name,
      text,
      failure: {
        code: "unknown-series",
        params: { profession, year: yearText ?? fallback.year, ages: agesText ?? ages },
      },
    });
  if (agesText !== null && nearest.ages !== agesText) unknown("ages", agesText);
  if (yearText !== null && nearest.year !== year) unknown("year", yearText);
  return nearest;
}

/** Each part on its own: one that cannot be used leaves the others. */
function readModel(
  profession: Profession,
  given: URLSearchParams,
  read: <T>(name: string, parse: (text: string) => T, fallback: T) => T,
): AccessModel | null {
  let model = modelOf(profession);
  for (const name of MODEL_NAMES) {
    const before = model;
    if (given.has(name)) model = read(name, (text) => readModelPart(before, name, text), before);
  }
  return ownOrChanged(model, profession);
}

function parseProfession(text: string): Profession {
  if (!isProfession(text)) throw new FailureError("unknown-profession", { text });
  return text;
}

function parseThreshold(text: string, profession: Profession): number {
  const value = readNumber(text);
  if (!Number.isFinite(value) || value < 0) throw new FailureError("bad-input", { name: "threshold", text });
  return snapThreshold(value, profession);
}

function parseSelected(text: string): string {
  const territory = parseTerritory(text);
  if (territory.kind !== "commune") throw new FailureError("unknown-territory", { text });
  return territory.code;
}

function parseCamera(text: string): Camera {
  const [lon, lat, zoom, ...rest] = text.split(",").map(readNumber);
  const good = rest.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  if (!good) throw new FailureError("bad-input", { name: "at", text });
  return { lon, lat, zoom };
}

function parsePoint(text: string): Point {
  const [lon, lat, ...rest] = text.split(",").map(readNumber);
  const good = rest.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
  if (!good) throw new FailureError("bad-input", { name: "from", text });
  return { lon, lat };
}

/** NaN for what is not a number, blanks included. */
function readNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

function parseLocale(text: string): Locale {
  if (!isLocale(text)) throw new FailureError("bad-input", { name: "lang", text });
  return text;
}

function oneOf<T extends string>(options: readonly T[], text: string): T {
  const found = options.find((option) => option === text);
  if (found === undefined) throw new FailureError("bad-input", { name: options.join("|"), text });
  return found;
}
