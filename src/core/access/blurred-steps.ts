/** Steps of a decay that falls to 0 after the last bound: weight up to each bound, descending. */
export interface Steps {
  readonly bounds: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Weight expected of a time known only as an estimate: the mean of the steps over a logistic error around t, whose scale is
 * that of a normal one with standard deviation floor + share·t minutes. With no error, the steps themselves.
 */
export function weighUncertainMinutes(
  steps: Steps,
  minutes: Float64Array,
  error: { readonly floor: number; readonly share: number },
): Float64Array {
  const drops = steps.weights.map((weight, s) => weight - (steps.weights[s + 1] ?? 0));
  return minutes.map((t) => {
    const deviation = error.floor + error.share * t;
    let weight = 0;
    for (let s = 0; s < drops.length; s++) {
      const beyond = t - steps.bounds[s];
      weight +=
        deviation > 0 ? drops[s] / (1 + Math.exp((LOGISTIC_SLOPE * beyond) / deviation)) : beyond > 0 ? 0 : drops[s];
    }
    return weight;
  });
}

/** Brings the logistic curve within 0.01 of the normal one. */
const LOGISTIC_SLOPE = 1.702;
