/**
 * How much a pair counts, by its minutes t ≥ 0. Every form is 1 (or its first step) at t = 0, never increases, and stays
 * within [0, 1].
 */
export type Decay =
  /** Weight of the first bound that holds; 0 beyond the last. Luo & Qi 2009 and the APL of DREES. */
  | { readonly kind: "steps"; readonly bounds: readonly number[]; readonly weights: readonly number[] }
  /** (exp(−(t/range)²/2) − exp(−½)) / (1 − exp(−½)) up to `range`, else 0. Dai 2010, equation 3. */
  | { readonly kind: "dai"; readonly range: number }
  /** exp(−t²/beta), beta in minutes². Kwan 1998; IRDES DT 70. */
  | { readonly kind: "gaussian"; readonly beta: number }
  /** exp(−rate·t), rate per minute. Kwan 1998; IRDES DT 70. */
  | { readonly kind: "exponential"; readonly rate: number }
  /** 1 − t/range up to `range`, else 0. */
  | { readonly kind: "linear"; readonly range: number }
  /** 1 − (t/range)² up to `range`, else 0: the Epanechnikov kernel of Dai & Wang 2011, scaled to 1 at 0. */
  | { readonly kind: "epanechnikov"; readonly range: number }
  /** g(0)/g(t), g(t) = 1 + exp((t − inflection)·π/(deviation·√3)). Bauer & Groneberg 2016. */
  | { readonly kind: "logistic"; readonly inflection: number; readonly deviation: number }
  /** (floor/max(t, floor))^exponent, floor in minutes. Hansen 1959. */
  | { readonly kind: "power"; readonly exponent: number; readonly floor: number };

/** Up to which minute a site is within reach, and whether the limits themselves belong to the bin they close. */
export interface Catchment {
  /** Minutes; Infinity for every listed pair. */
  readonly maxMinutes: number;
  /** `inclusive`: t ≤ limit (the default everywhere); `half-open`: t < limit, bins [a, b[. */
  readonly bins: Bins;
}

export const BINS = ["inclusive", "half-open"] as const;
export type Bins = (typeof BINS)[number];

/** Everything listed in the travel table, whatever its minutes. */
export const NO_LIMIT: Catchment = { maxMinutes: Number.POSITIVE_INFINITY, bins: "inclusive" };

/**
 * Weight of each pair (same length as `minutes`), within [0, 1]; 0 outside the catchment.
 * Half-open limits are inclusive ones at the double just below, so both run the same loops. `weights`: memory to write
 * them into; millions of fresh numbers at every move of a slider take longer than the numbers themselves.
 */
export function weighMinutes(
  decay: Decay,
  minutes: Float64Array,
  catchment: Catchment,
  weights: Float64Array = new Float64Array(minutes.length),
): Float64Array {
  const close = catchment.bins === "half-open" ? nextBelow : (limit: number) => limit;
  fill(decay, minutes, weights, close);
  if (!endsWithin(decay, catchment.maxMinutes)) cut(minutes, weights, close(catchment.maxMinutes));
  return weights;
}

function fill(decay: Decay, t: Float64Array, out: Float64Array, close: (limit: number) => number): void {
  switch (decay.kind) {
    case "steps":
      (decay.bounds.length <= FEW ? fillFewSteps : fillSteps)(
        t,
        out,
        Float64Array.from(decay.bounds, close),
        Float64Array.from(decay.weights),
      );
      return;
    case "dai":
      fillDai(t, out, decay.range);
      return;
    case "gaussian":
      for (let k = 0; k < t.length; k++) out[k] = Math.exp((-t[k] * t[k]) / decay.beta);
      return;
    case "exponential":
      for (let k = 0; k < t.length; k++) out[k] = Math.exp(-decay.rate * t[k]);
      return;
    case "linear":
      for (let k = 0; k < t.length; k++) out[k] = Math.max(0, 1 - t[k] / decay.range);
      return;
    case "epanechnikov":
      for (let k = 0; k < t.length; k++) out[k] = Math.max(0, 1 - (t[k] / decay.range) ** 2);
      return;
    case "logistic":
      fillLogistic(t, out, decay.inflection, decay.deviation);
      return;
    case "power":
      for (let k = 0; k < t.length; k++) out[k] = (decay.floor / Math.max(t[k], decay.floor)) ** decay.exponent;
  }
}

/** Whether a decay is 0 beyond the limit by itself; at the limit, bins close as its own last bound does. */
function endsWithin(decay: Decay, maxMinutes: number): boolean {
  return decay.kind === "steps" && decay.bounds[decay.bounds.length - 1] <= maxMinutes;
}

/** Bounds that are counted one by one. */
const FEW = 4;

/** The step of a time is the number of bounds below it: counted without a branch, a third of the time of looking for it. */
function fillFewSteps(t: Float64Array, out: Float64Array, bounds: Float64Array, weights: Float64Array): void {
  const values = new Float64Array(FEW + 1);
  values.set(weights);
  const [first, second, third, fourth] = new Float64Array(FEW)
    .fill(Number.POSITIVE_INFINITY)
    .map((none, s) => bounds[s] ?? none);
  for (let k = 0; k < t.length; k++) {
    const minutes = t[k];
    const step =
      Number(minutes > first) + Number(minutes > second) + Number(minutes > third) + Number(minutes > fourth);
    out[k] = values[step];
  }
}

/** Minutes up to which the first step to look at is tabled; beyond, the scan goes on from there. */
const TABLED_MINUTES = 10_000;

/**
 * The step a scan would find, but the scan starts at the first bound above ⌈t⌉ − 1: on unsorted minutes half the time of
 * a scan from the beginning, whose branches no processor predicts. `over & (over >> 31)` is min(over, 0) without one.
 */
function fillSteps(t: Float64Array, out: Float64Array, bounds: Float64Array, weights: Float64Array): void {
  const limits = Float64Array.of(...bounds, Number.POSITIVE_INFINITY);
  const values = Float64Array.of(...weights, 0);
  const lastCell = 1 + Math.min(Math.max(0, Math.ceil(bounds[bounds.length - 1])), TABLED_MINUTES);
  const firstStep = Uint32Array.from({ length: lastCell + 1 }, (_, cell) => limits.findIndex((b) => b > cell - 1));
  for (let k = 0; k < t.length; k++) {
    const minutes = t[k];
    const over = (Math.ceil(minutes) & 0x7fffffff) - lastCell;
    let step = firstStep[lastCell + (over & (over >> 31))];
    while (minutes > limits[step]) step++;
    out[k] = values[step];
  }
}

function fillDai(t: Float64Array, out: Float64Array, range: number): void {
  const edge = Math.exp(-0.5);
  for (let k = 0; k < t.length; k++) {
    const x = t[k] / range;
    out[k] = x <= 1 ? (Math.exp(-0.5 * x * x) - edge) / (1 - edge) : 0;
  }
}

function fillLogistic(t: Float64Array, out: Float64Array, inflection: number, deviation: number): void {
  const slope = Math.PI / (deviation * Math.sqrt(3));
  const atZero = 1 + Math.exp(-inflection * slope);
  for (let k = 0; k < t.length; k++) out[k] = atZero / (1 + Math.exp((t[k] - inflection) * slope));
}

function cut(t: Float64Array, out: Float64Array, limit: number): void {
  if (limit === Number.POSITIVE_INFINITY) return;
  for (let k = 0; k < t.length; k++) if (t[k] > limit) out[k] = 0;
}

/** The double just below x ≥ 0; below 0 it is negative, so nothing is within; Infinity stays. */
function nextBelow(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x === 0) return -Number.MIN_VALUE;
  const float = new Float64Array([x]);
  new BigInt64Array(float.buffer)[0] -= 1n;
  return float[0];
}
