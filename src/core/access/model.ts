import type { Profession } from "../professions.ts";
import type { AccessMethod } from "./compute-access.ts";
import type { Bins, Decay } from "./decay.ts";
import { presetOf } from "./profession-presets.ts";

/**
 * Whose need is counted: inhabitants weighted by age as published by DREES, with the published weights of 2012 where ages are
 * known (Bretagne; general practitioners only), or each inhabitant as one.
 */
export const DEMANDS = ["standardised", "ages", "people"] as const;
export type DemandKind = (typeof DEMANDS)[number];

/** Every assumption of a recomputation that its reader may change. */
export interface AccessModel {
  readonly method: AccessMethod;
  /** Ignored by methods that weigh every minute alike. */
  readonly decay: Decay;
  /** Minutes. */
  readonly maxMinutes: number;
  readonly bins: Bins;
  readonly demand: DemandKind;
  /** Supply of a place of practice, in the unit of the profession's preset; null: what gives the official national mean. */
  readonly perPlace: number | null;
  /** For `nearest`: 1 for the nearest site, 2 for the second… */
  readonly rank: number;
}

/** Limits of what the interface and addresses accept. */
export const MODEL_LIMITS = { maxMinutes: [5, 60], rank: [1, 5], perPlace: [0, 20_000] } as const;

/** Methods whose values are supply per inhabitant, and so comparable with the official ones. */
export const RATE_METHODS: ReadonlySet<AccessMethod> = new Set([
  "2sfca",
  "e2sfca",
  "kd2sfca",
  "3sfca",
  "m2sfca",
  "bfca",
]);

/** The official method as far as it is published, with activity set by the official mean. */
export function modelOf(profession: Profession): AccessModel {
  const { decay, maxMinutes, bins } = presetOf(profession);
  return {
    method: "e2sfca",
    decay: decay.value,
    maxMinutes: maxMinutes.value,
    bins,
    demand: "standardised",
    perPlace: null,
    rank: 1,
  };
}
