import type { Run } from "../run.ts";
import { type Catchment, type Decay, NO_LIMIT, weighMinutes } from "./decay.ts";
import { type RaamSettings, rationalAgentAccess } from "./rational-agents.ts";
import { catchmentRatio, cumulativeAccess, nearestMinutes } from "./reach.ts";
import { balancedAccess, threeStepAccess } from "./three-step.ts";
import { modifiedTwoStepAccess, twoStepAccess } from "./two-step.ts";
import type { AccessOutcome, AccessWorld } from "./world.ts";

export interface AccessQuestion {
  readonly method: AccessMethod;
  /** Ignored by methods whose `decay` is `none`. */
  readonly decay: Decay;
  readonly catchment: Catchment;
  /** For `nearest`: 1 for the nearest site, 2 for the second… */
  readonly rank: number;
  readonly raam: RaamSettings;
}

interface MethodEntry {
  /** What weighs a pair when the reader names no decay: every minute alike, Dai's gaussian, or Luo & Qi's three zones. */
  readonly decay: "none" | "flat" | "gauss" | "zones";
  readonly usesDemand: boolean;
  readonly compute: (world: AccessWorld, weights: Float64Array, question: AccessQuestion, run: Run) => AccessOutcome;
}

export type AccessMethod =
  | "ratio"
  | "2sfca"
  | "e2sfca"
  | "3sfca"
  | "m2sfca"
  | "kd2sfca"
  | "bfca"
  | "nearest"
  | "cumulative"
  | "raam";

/** Every method by its name on the command line and in addresses. */
export const ACCESS_METHODS: Readonly<Record<AccessMethod, MethodEntry>> = {
  ratio: { decay: "none", usesDemand: true, compute: catchmentRatio },
  "2sfca": { decay: "none", usesDemand: true, compute: twoStepAccess },
  e2sfca: { decay: "zones", usesDemand: true, compute: twoStepAccess },
  "3sfca": { decay: "zones", usesDemand: true, compute: chooseAndShare },
  m2sfca: { decay: "zones", usesDemand: true, compute: modifiedTwoStepAccess },
  kd2sfca: { decay: "gauss", usesDemand: true, compute: twoStepAccess },
  bfca: { decay: "zones", usesDemand: true, compute: balancedAccess },
  nearest: {
    decay: "none",
    usesDemand: false,
    compute: (world, weights, { rank }) => nearestMinutes(world, weights, rank),
  },
  cumulative: { decay: "flat", usesDemand: false, compute: cumulativeAccess },
  raam: {
    decay: "none",
    usesDemand: true,
    compute: (world, weights, { raam }, run) => rationalAgentAccess(world, weights, raam, run),
  },
};

/** Weight 1 whatever the minutes: the catchment limit alone decides. */
export const FLAT_DECAY: Decay = { kind: "exponential", rate: 0 };

/**
 * Access of every origin of the world. Fails with `cancelled` when the run is aborted (raam, between cycles). `scratch`: one
 * number per pair, overwritten, for callers who ask again and again.
 */
export function computeAccess(
  world: AccessWorld,
  question: AccessQuestion,
  run: Run,
  scratch?: Float64Array,
): AccessOutcome {
  const { decay, compute } = ACCESS_METHODS[question.method];
  const weighed = decay === "none" ? FLAT_DECAY : question.decay;
  const weights = weighMinutes(weighed, world.table.minutes, question.catchment, scratch);
  return compute(world, weights, question, run);
}

/** 3SFCA: the choice among sites looks at every pair of the table, the two steps only at the catchment. */
function chooseAndShare(world: AccessWorld, weights: Float64Array, question: AccessQuestion): AccessOutcome {
  const listed = { ...NO_LIMIT, bins: question.catchment.bins };
  return threeStepAccess(world, weighMinutes(question.decay, world.table.minutes, listed), weights);
}
