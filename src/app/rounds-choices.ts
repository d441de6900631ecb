import { FailureError } from "../core/failure.ts";

/** How often stops may be visited: as the search prefers, or at one rhythm. */
export const RHYTHM_CHOICES = ["any", "weekly", "fortnightly", "monthly"] as const;
export type RhythmChoice = (typeof RHYTHM_CHOICES)[number];

/** What the table of rounds shows. */
export const ROUND_SHEETS = ["calendar", "stops", "communes"] as const;
export type RoundSheet = (typeof ROUND_SHEETS)[number];

/** What rounds are asked for, and how they are looked at. */
export interface RoundsChoices {
  /** INSEE code; null: where need is greatest. */
  readonly depot: string | null;
  readonly vehicles: number;
  /** Working days of a week. */
  readonly days: number;
  /** Hours from leaving the depot to being back, by halves. */
  readonly hours: number;
  /** Minutes of driving a day, at most. */
  readonly driving: number;
  /** Minutes on the spot, at least. */
  readonly visit: number;
  /** Consultations of a visit. */
  readonly consultations: number;
  /** Weeks of a year in which rounds run. */
  readonly weeks: number;
  readonly rhythm: RhythmChoice;
  /** Inhabitants of a stop at least. */
  readonly people: number;
  readonly rural: boolean;
  /** Minutes from a stop to the nearest place of practice, more than this. */
  readonly away: number;
  /** Candidates at most. */
  readonly candidates: number;
  /** INSEE codes, ascending. */
  readonly mandatory: readonly string[];
  readonly excluded: readonly string[];
  /** When vehicles leave, HH:MM. */
  readonly leave: string;
  /** Monday of the first week in a calendar, YYYY-MM-DD; null: the next one. */
  readonly start: string | null;
  /** Week on the map and in the calendar, from 1. */
  readonly week: number;
  readonly sheet: RoundSheet;
  /** Searched as soon as the page opens. */
  readonly asked: boolean;
}

/** Zero where it is a question that must be answered in words. */
export const ROUNDS_LIMITS = {
  vehicles: [0, 6],
  days: [1, 7],
  hours: [1, 14],
  driving: [0, 600],
  visit: [15, 600],
  consultations: [0, 60],
  weeks: [1, 52],
  people: [0, 100_000],
  away: [0, 30],
  candidates: [1, 100],
  week: [1, 4],
} as const;

export type RoundsNumber = keyof typeof ROUNDS_LIMITS;

export const DEFAULT_ROUNDS: RoundsChoices = {
  depot: null,
  vehicles: 1,
  days: 5,
  hours: 8,
  driving: 120,
  visit: 180,
  consultations: 10,
  weeks: 45,
  rhythm: "any",
  people: 0,
  rural: false,
  away: 5,
  candidates: 60,
  mandatory: [],
  excluded: [],
  leave: "08:30",
  start: null,
  week: 1,
  sheet: "calendar",
  asked: false,
};

type Read = <T>(name: string, parse: (text: string) => T, fallback: T) => T;
type Field = keyof RoundsChoices;

/** As written in the address. */
export const ROUNDS_NAMES: Readonly<Record<Field, string>> = {
  depot: "depot",
  vehicles: "vehicles",
  days: "days",
  hours: "hours",
  driving: "driving",
  visit: "visit",
  consultations: "per-visit",
  weeks: "working-weeks",
  rhythm: "rhythm",
  people: "stop-people",
  rural: "rural",
  away: "stop-away",
  candidates: "stops",
  mandatory: "stop-must",
  excluded: "stop-never",
  leave: "leave",
  start: "start",
  week: "week",
  sheet: "sheet",
  asked: "planned",
};

/** Choices from the query string; `read` reports what is not usable. */
export function readRoundsChoices(read: Read): RoundsChoices {
  const own = DEFAULT_ROUNDS;
  const take = <F extends Field>(field: F, parse: (name: string, text: string) => RoundsChoices[F]) =>
    read(ROUNDS_NAMES[field], (text) => parse(ROUNDS_NAMES[field], text), own[field]);
  const number = (field: RoundsNumber) => take(field, (name, text) => readNumber(field, name, text));
  const flag = (field: "rural" | "asked") => take(field, (name, text) => oneOf(["0", "1"], name, text) === "1");
  return {
    depot: take("depot", (name, text) => readCodes(name, text)[0] ?? null),
    vehicles: number("vehicles"),
    days: number("days"),
    hours: number("hours"),
    driving: number("driving"),
    visit: number("visit"),
    consultations: number("consultations"),
    weeks: number("weeks"),
    rhythm: take("rhythm", (name, text) => oneOf(RHYTHM_CHOICES, name, text)),
    people: number("people"),
    rural: flag("rural"),
    away: number("away"),
    candidates: number("candidates"),
    mandatory: take("mandatory", readCodes),
    excluded: take("excluded", readCodes),
    leave: take("leave", (name, text) => readLike(/^([01]\d|2[0-3]):[0-5]\d$/, name, text)),
    start: take("start", readDate),
    week: number("week"),
    sheet: take("sheet", (name, text) => oneOf(ROUND_SHEETS, name, text)),
    asked: flag("asked"),
  };
}

/** Parts of the query string that differ from the default. */
export function formatRoundsChoices(choices: RoundsChoices): readonly [name: string, value: string][] {
  const write = (value: RoundsChoices[Field]) =>
    typeof value === "boolean" ? (value ? "1" : "0") : value === null ? "" : String(value);
  return (Object.keys(ROUNDS_NAMES) as Field[]).flatMap((field) => {
    const value = write(choices[field]);
    return value === write(DEFAULT_ROUNDS[field]) ? [] : [[ROUNDS_NAMES[field], value] as [string, string]];
  });
}

/** Steps a number goes by. */
export function roundsStep(field: RoundsNumber): number {
  return field === "hours" ? 0.5 : 1;
}

function readNumber(field: RoundsNumber, name: string, text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const [low, high] = ROUNDS_LIMITS[field];
  if (value >= low && value <= high && Number.isInteger(value / roundsStep(field))) return value;
  throw new FailureError("bad-input", { name, text });
}

function readCodes(name: string, text: string): readonly string[] {
  const codes = text.split(",").filter((code) => code !== "");
  for (const code of codes) readLike(/^\d[\dAB]\d{3}$/, name, code);
  return [...new Set(codes)].sort();
}

function readLike(pattern: RegExp, name: string, text: string): string {
  if (!pattern.test(text)) throw new FailureError("bad-input", { name, text });
  return text;
}

/** A date that exists. */
function readDate(name: string, text: string): string {
  const time = Date.parse(`${readLike(/^\d{4}-\d{2}-\d{2}$/, name, text)}T00:00:00Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) {
    throw new FailureError("bad-input", { name, text });
  }
  return text;
}

function oneOf<T extends string>(options: readonly T[], name: string, text: string): T {
  const found = options.find((option) => option === text);
  if (found === undefined) throw new FailureError("bad-input", { name, text });
  return found;
}
