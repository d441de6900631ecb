import type { parseArgs } from "node:util";
import { FailureError } from "../core/failure.ts";
import type { RoundsSearch } from "../core/rounds/plan-rounds.ts";
import { quantity, wholeNumber } from "./place-options.ts";

export const ROUNDS_OPTIONS = {
  stops: { type: "string" },
  depot: { type: "string" },
  times: { type: "string" },
  vehicles: { type: "string" },
  days: { type: "string" },
  "days-per-week": { type: "string", default: "5" },
  "max-minutes": { type: "string" },
  "max-driving": { type: "string" },
  capacity: { type: "string" },
  "minute-cost": { type: "string", default: "0" },
  seed: { type: "string", default: "1" },
  seconds: { type: "string" },
  iterations: { type: "string" },
  territory: { type: "string" },
  profession: { type: "string", default: "gp" },
  year: { type: "string", default: "2023" },
  threshold: { type: "string", default: "2.5" },
  weeks: { type: "string", default: "4" },
  "half-day-minutes": { type: "string", default: "180" },
  consultations: { type: "string", default: "10" },
  "working-weeks": { type: "string", default: "45" },
  "min-people": { type: "string", default: "0" },
  rural: { type: "boolean", default: false },
  "minutes-to-practice": { type: "string", default: "0" },
  "max-stops": { type: "string", default: "60" },
  mandatory: { type: "string", default: "" },
  excluded: { type: "string", default: "" },
  "fixed-care-minutes": { type: "string", default: "10" },
  data: { type: "string", default: "data" },
  out: { type: "string", default: "-" },
  calendar: { type: "string" },
  start: { type: "string" },
  leave: { type: "string", default: "08:30" },
  stamp: { type: "string" },
  csv: { type: "string" },
  geojson: { type: "string" },
} as const;

export type RoundsValues = ReturnType<typeof parseArgs<{ options: typeof ROUNDS_OPTIONS }>>["values"];

const USUAL_ITERATIONS = 20_000;
const USUAL_SECONDS = 60;

/** A search on this process' clock; without limits, 20,000 plans and a minute. */
export function roundsSearchOf(values: RoundsValues, signal: { readonly aborted: boolean }): RoundsSearch {
  const start = performance.now();
  const isWatched = process.stderr.isTTY;
  const { seconds, iterations } = values;
  const isTimed = seconds !== undefined;
  const usual = isTimed ? Number.POSITIVE_INFINITY : USUAL_ITERATIONS;
  const limit = iterations === undefined ? USUAL_SECONDS : Number.POSITIVE_INFINITY;
  return {
    run: { signal, progress: () => undefined, pause: () => new Promise(setImmediate) },
    seconds: () => (performance.now() - start) / 1000,
    timeLimit: isTimed ? quantity(seconds, "--seconds") : limit,
    iterations: iterations === undefined ? usual : wholeNumber(iterations, "--iterations"),
    seed: quantity(values.seed, "--seed"),
    tell: ({ objective, bound, gap }) => {
      if (isWatched) process.stderr.write(`\r${objective} bound ${bound} gap ${(100 * gap).toFixed(3)} %   `);
    },
  };
}

/** A limit that may be left out. */
export function limitOf(text: string | undefined, option: string): number {
  return text === undefined ? Number.POSITIVE_INFINITY : quantity(text, option);
}

/** Minutes after midnight of a time written 08:30. */
export function clockOf(text: string, option: string): number {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match) return 60 * Number(match[1]) + Number(match[2]);
  throw new FailureError("bad-input", { option, text, expected: "a time of day such as 08:30" });
}

/** A date YYYY-MM-DD that exists. */
export function isoDate(text: string | undefined, option: string): string {
  const isDate = text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
  const time = isDate ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (text !== undefined && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw new FailureError("bad-input", { option, text: text ?? "(none)", expected: "a date such as 2027-01-04" });
}
