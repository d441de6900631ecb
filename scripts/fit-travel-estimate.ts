import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { FailureError } from "../src/core/failure.ts";
import { readCsvColumns, readNumber } from "../src/core/travel/csv-columns.ts";
import { getNumbers, getTexts } from "../src/engine/ports.ts";
import { openNodePack } from "../src/platform/node/duckdb.ts";
import { toLambert93 } from "./geo/lambert-93.ts";

/**
 * Fits minutes = a + b · km^c on pairs of places with road times by METRIC-OSRM, and measures its error by distance on
 * pairs left out of the fit (ten folds). Only the parameters and errors are kept: the licence of the pairs is not stated.
 * `node scripts/fit-travel-estimate.ts --pairs metric_osrm_gironde_2498_od.csv`
 * Pairs: X1, Y1, X2, Y2 in metres (Lambert-93), Dist_min in minutes. A place is urban when the nearest centre of a commune of
 * the pack is that of one in an urban unit.
 */
const OUT = "src/core/travel/estimate-parameters.json";
const FOLDS = 10;
const FARTHEST_KM = 80;
const BANDS = [0, 5, 10, 20, 40, 80];
/** Farther pairs are of no use to care within reach, and three times as many. */
const RURALITY_KM = 40;

interface Pair {
  readonly km: number;
  readonly minutes: number;
  /** Ends in an urban unit: 0, 1 or 2. */
  readonly urbanEnds: number;
}

interface Fit {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const { values } = parseArgs({ options: { pairs: { type: "string" } } });
if (values.pairs === undefined) throw new FailureError("bad-input", { option: "--pairs", reason: "required" });
const isUrban = await openUrbanLookup();
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
  errors_minutes: BANDS.slice(1).map((to, k) => ({
    from_km: BANDS[k],
    to_km: to,
    ...measure(({ km }) => km > BANDS[k] && km <= to),
  })),
  errors_by_rurality: (["rural", "mixed", "urban"] as const).map((ends, urbanEnds) => ({
    ends,
    to_km: RURALITY_KM,
    ...measure((pair) => pair.urbanEnds === urbanEnds && pair.km <= RURALITY_KM),
  })),
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
    const [x1, y1, x2, y2] = [metres("X1"), metres("Y1"), metres("X2"), metres("Y2")];
    return {
      km: Math.hypot(x1 - x2, y1 - y2) / 1000,
      minutes: readNumber(table, "Dist_min", i, 0, 10_000),
      urbanEnds: Number(isUrban(x1, y1)) + Number(isUrban(x2, y2)),
    };
  });
}

/** Whether the commune whose centre is nearest to a point in Lambert-93 belongs to an urban unit. */
async function openUrbanLookup(): Promise<(x: number, y: number) => boolean> {
  const db = await openNodePack("data");
  const communes = await db.query(
    "SELECT lon::DOUBLE AS lon, lat::DOUBLE AS lat, urban_unit FROM communes WHERE departement = '33' AND lon IS NOT NULL",
  );
  const [lon, lat] = [getNumbers(communes, "lon"), getNumbers(communes, "lat")];
  const urban = getTexts(communes, "urban_unit").map((code) => code?.endsWith("000") === false);
  const centres = Array.from(lon, (_, i) => toLambert93(lon[i], lat[i]));
  return (x, y) => {
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    centres.forEach(([east, north], i) => {
      const distance = Math.hypot(x - east, y - north);
      if (distance < least) [nearest, least] = [i, distance];
    });
    return urban[nearest];
  };
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

function measure(keep: (pair: Pair) => boolean) {
  const inside = errors.filter((_, i) => keep(pairs[i]));
  const sizes = inside.map(Math.abs).sort((x, y) => x - y);
  return {
    pairs: inside.length,
    bias: round(inside.reduce((sum, error) => sum + error, 0) / inside.length, 2),
    mean_absolute: round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length, 2),
    nine_in_ten_within: round(sizes[Math.ceil(0.9 * sizes.length) - 1], 2),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
