import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { FailureError } from "../src/core/failure.ts";
import { readCsvColumns, readNumber } from "../src/core/travel/csv-columns.ts";

/**
 * Fits minutes = a + b · km^c on pairs of places with road times by METRIC-OSRM, and measures its error by distance on
 * pairs left out of the fit (ten folds). Only the parameters and errors are kept: the licence of the pairs is not stated.
 * `node scripts/fit-travel-estimate.ts --pairs metric_osrm_gironde_2498_od.csv`
 * Pairs: X1, Y1, X2, Y2 in metres (Lambert-93), Dist_min in minutes.
 */
const OUT = "src/core/travel/estimate-parameters.json";
const FOLDS = 10;
const FARTHEST_KM = 80;
const BANDS = [0, 5, 10, 20, 40, 80];

interface Pair {
  readonly km: number;
  readonly minutes: number;
}

interface Fit {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const { values } = parseArgs({ options: { pairs: { type: "string" } } });
if (values.pairs === undefined) throw new FailureError("bad-input", { option: "--pairs", reason: "required" });
const all = readPairs(values.pairs);
const pairs = all.filter((pair) => pair.km > 0 && pair.km <= FARTHEST_KM);
const fit = fitCurve(pairs);
const foldFits = Array.from({ length: FOLDS }, (_, fold) => fitCurve(pairs.filter((_, i) => i % FOLDS !== fold)));
const errors = pairs.map(({ km, minutes }, i) => predict(foldFits[i % FOLDS], km) - minutes);
const about = {
  form: "minutes = a + b * km^c, km as the crow flies",
  a: round(fit.a, 4),
  b: round(fit.b, 4),
  c: round(fit.c, 4),
  range_km: [0, FARTHEST_KM],
  pairs: pairs.length,
  pairs_too_far: all.length - pairs.length,
  weights: "1 / minutes, a at least 0",
  errors_minutes: BANDS.slice(1).map((to, k) => measure(BANDS[k], to)),
  error_note: "estimate minus road time on pairs left out of the fit, ten folds",
  source: "METRIC-OSRM (INSEE), 2,500 random pairs of places in Gironde, OpenStreetMap 2021, free-flowing car",
  known_gap: "one département; wrong where water or relief forces detours; no congestion",
};
writeFileSync(OUT, `${JSON.stringify(about, null, 2)}\n`);
console.log(JSON.stringify(about, null, 2));

function readPairs(file: string): Pair[] {
  const table = readCsvColumns(readFileSync(file, "utf8"), file, ["X1", "Y1", "X2", "Y2", "Dist_min"]);
  return Array.from({ length: table.rows }, (_, i) => {
    const metres = (column: string) => readNumber(table, column, i, -1e7, 1e8);
    const km = Math.hypot(metres("X1") - metres("X2"), metres("Y1") - metres("Y2")) / 1000;
    return { km, minutes: readNumber(table, "Dist_min", i, 0, 10_000) };
  });
}

/** Golden-section search over c; a and b are weighted least squares for each c. */
function fitCurve(sample: readonly Pair[]): Fit {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0.4, 1.3];
  while (high - low > 1e-7) {
    const [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
    if (loss(sample, fitLinear(sample, left)) <= loss(sample, fitLinear(sample, right))) high = right;
    else low = left;
  }
  return fitLinear(sample, (low + high) / 2);
}

function fitLinear(sample: readonly Pair[], c: number): Fit {
  let [w, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (const { km, minutes } of sample) {
    const weight = weightOf(minutes);
    const power = km ** c;
    w += weight;
    x += weight * power;
    y += weight * minutes;
    xx += weight * power * power;
    xy += weight * power * minutes;
  }
  const b = (w * xy - x * y) / (w * xx - x * x);
  const a = (y - b * x) / w;
  return a >= 0 ? { a, b, c } : { a: 0, b: xy / xx, c };
}

function loss(sample: readonly Pair[], curve: Fit): number {
  return sample.reduce((sum, { km, minutes }) => sum + weightOf(minutes) * (predict(curve, km) - minutes) ** 2, 0);
}

function weightOf(minutes: number): number {
  return 1 / Math.max(1, minutes);
}

function predict({ a, b, c }: Fit, km: number): number {
  return a + b * km ** c;
}

function measure(from: number, to: number) {
  const inside = errors.filter((_, i) => pairs[i].km > from && pairs[i].km <= to);
  const sizes = inside.map(Math.abs).sort((x, y) => x - y);
  return {
    from_km: from,
    to_km: to,
    pairs: inside.length,
    bias: round(inside.reduce((sum, error) => sum + error, 0) / inside.length, 2),
    mean_absolute: round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length, 2),
    nine_in_ten_within: round(sizes[Math.ceil(0.9 * sizes.length) - 1], 2),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
