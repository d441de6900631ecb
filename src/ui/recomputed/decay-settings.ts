import type { Decay } from "../../core/access/decay.ts";
import type { Texts } from "../../i18n/fr.ts";

export const DECAY_KINDS = [
  "steps",
  "exponential",
  "gaussian",
  "dai",
  "linear",
  "epanechnikov",
  "logistic",
  "power",
] as const satisfies readonly Decay["kind"][];

type Setting = "rate" | "spread" | "range" | "inflection" | "deviation" | "exponent" | "floor";

/** A number of a decay the reader may move. */
export interface DecaySlider {
  readonly label: Setting & keyof Texts["recomputed"]["model"];
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** In minutes, or without unit. */
  readonly isMinutes: boolean;
  readonly set: (value: number) => Decay;
}

/** A decay of a kind, as wide as a catchment of `maxMinutes` asks for. */
export function startDecay(kind: Decay["kind"], maxMinutes: number): Decay {
  switch (kind) {
    case "steps":
      return { kind, bounds: [maxMinutes / 2, (3 * maxMinutes) / 4, maxMinutes], weights: [1, 0.3, 0.1] };
    case "exponential":
      return { kind, rate: 0.12 };
    case "gaussian":
      return { kind, beta: 180 };
    case "dai":
    case "linear":
    case "epanechnikov":
      return { kind, range: maxMinutes };
    case "logistic":
      return { kind, inflection: Math.round(maxMinutes / 2), deviation: 5 };
    case "power":
      return { kind, exponent: 1, floor: 3 };
  }
}

/** What the reader may move of a decay that has no steps. */
export function listSliders(decay: Decay): readonly DecaySlider[] {
  const minutes = (label: Setting, value: number, set: DecaySlider["set"], max = 60): DecaySlider => ({
    label,
    value,
    min: 1,
    max,
    step: 1,
    isMinutes: true,
    set,
  });
  switch (decay.kind) {
    case "steps":
      return [];
    case "exponential":
      return [
        {
          label: "rate",
          value: decay.rate,
          min: 0,
          max: 0.5,
          step: 0.01,
          isMinutes: false,
          set: (rate) => ({ kind: "exponential", rate: Number(rate.toFixed(3)) }),
        },
      ];
    case "gaussian":
      // exp(−t²/β) is e⁻¹ at √β minutes, which reads better than β.
      return [minutes("spread", Math.round(Math.sqrt(decay.beta)), (at) => ({ kind: "gaussian", beta: at * at }), 40)];
    case "dai":
    case "linear":
    case "epanechnikov":
      return [minutes("range", decay.range, (range) => ({ kind: decay.kind, range }))];
    case "logistic":
      return [
        minutes("inflection", decay.inflection, (inflection) => ({ ...decay, inflection })),
        minutes("deviation", decay.deviation, (deviation) => ({ ...decay, deviation }), 30),
      ];
    case "power":
      return [
        {
          label: "exponent",
          value: decay.exponent,
          min: 0,
          max: 4,
          step: 0.1,
          isMinutes: false,
          set: (exponent) => ({ ...decay, exponent: Number(exponent.toFixed(2)) }),
        },
        minutes("floor", decay.floor, (floor) => ({ ...decay, floor }), 30),
      ];
  }
}

/** Steps with one bound or weight changed, neighbours pushed so that bounds still rise and weights never do. */
export function changeStep(
  { bounds, weights }: { readonly bounds: readonly number[]; readonly weights: readonly number[] },
  at: number,
  change: { readonly bound?: number; readonly weight?: number },
): Decay {
  const newBounds = bounds.map((bound, k) => {
    if (change.bound === undefined) return bound;
    if (k === at) return change.bound;
    return k < at ? Math.min(bound, change.bound - (at - k)) : Math.max(bound, change.bound + (k - at));
  });
  const newWeights = weights.map((weight, k) => {
    if (change.weight === undefined) return weight;
    if (k === at) return change.weight;
    return k < at ? Math.max(weight, change.weight) : Math.min(weight, change.weight);
  });
  return { kind: "steps", bounds: newBounds, weights: newWeights };
}
