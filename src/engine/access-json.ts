import type { AccessAnswer, AccessSummary } from "./describe-access.ts";

/**
 * An answer as JSON text, so that the build can compute the first view ahead of time with the same use case.
 * NaN becomes null and back; typed arrays become plain arrays and back.
 */
export function encodeAnswer(answer: AccessAnswer): string {
  return JSON.stringify(answer, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value,
  );
}

/** Reads back what `encodeAnswer` wrote. The text comes from our own build; its shape is not checked again. */
export function decodeAnswer(json: unknown): AccessAnswer {
  const raw = json as { [K in keyof AccessAnswer]: unknown };
  const answer = raw as unknown as AccessAnswer;
  return {
    ...answer,
    nationalMean: number(raw.nationalMean),
    units: Uint16Array.from(raw.units as number[]),
    values: numbers(raw.values),
    statuses: Uint8Array.from(raw.statuses as number[]),
    people: numbers(raw.people),
    standardised: numbers(raw.standardised),
    counted: Uint8Array.from(raw.counted as number[]),
    summary: decodeSummary(answer.summary),
    parents: answer.parents.map(decodeSummary),
    trend: answer.trend.map(decodeSummary),
    countryTrend: numbers(raw.countryTrend),
  };
}

function decodeSummary(summary: AccessSummary): AccessSummary {
  return {
    ...summary,
    mean: number(summary.mean),
    lowestTenth: number(summary.lowestTenth),
    highestTenth: number(summary.highestTenth),
    below: numbers(summary.below),
  };
}

function number(value: unknown): number {
  return value === null ? Number.NaN : (value as number);
}

function numbers(values: unknown): Float64Array {
  return Float64Array.from(values as (number | null)[], number);
}
