import { weighMinutes } from "../core/access/decay.ts";
import { peopleBelow, peopleWithValue, tenthMeans, weightedMean } from "../core/access/distribution.ts";
import { ACCESS_PRESETS } from "../core/access/presets.ts";
import { twoStepAccess } from "../core/access/two-step.ts";
import { getSeries, type Series } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import { buildEstimateTable } from "../core/travel/estimate-table.ts";
import { CARE_TYPES, loadCarePlaces } from "./care-places.ts";
import { checkPack, type PackCheck } from "./check-pack.ts";
import type { NationalFrame } from "./national-frame.ts";
import { type Database, getNumbers } from "./ports.ts";
import type { SeriesColumns } from "./series-columns.ts";
import summariseSeries from "./sql/summarise-series.sql?raw";

/** A figure recomputed from the pack beside one known from elsewhere. */
export interface PackFinding {
  readonly id: PackFindingId;
  readonly expected: number;
  readonly actual: number;
  readonly tolerance: number;
  /** False where the two are known not to count the same people: shown, and not held against either. */
  readonly isComparable: boolean;
  /** What the computation went through. */
  readonly counts: Readonly<Partial<Record<"areas" | "people" | "sites" | "pairs", number>>>;
  /** Milliseconds it took here. */
  readonly milliseconds: number;
}

export type PackFindingId =
  | "mean-2022-le65"
  | "mean-2023-le65"
  | "tenth-2022-le65"
  | "tenth-2023-le65"
  | "mean-2015"
  | "conservation"
  | "mean-by-sql"
  | "below-by-sql";

export interface PackVerification {
  readonly findings: readonly PackFinding[];
  /** Every control the pack was built under, run again here. */
  readonly controls: readonly PackCheck[];
}

interface Sources {
  readonly db: Database;
  readonly frame: NationalFrame;
  series(series: Series): Promise<SeriesColumns>;
}

type Measured = Pick<PackFinding, "actual" | "counts"> & Partial<Pick<PackFinding, "expected">>;

interface Plan {
  readonly id: PackFindingId;
  /** Published; absent where the other way to compute it is part of the measure. */
  readonly expected?: number;
  readonly tolerance: number;
  measure(sources: Sources): Promise<Measured>;
}

const GP_2023 = { profession: "gp", year: 2023, ages: "all" } as const;
const THRESHOLD = 2.5;
const BRETAGNE = "53";

/**
 * Means and first tenths as DREES announced them each year. The mean of 2015 was announced with the zoning, which counts
 * practitioners up to 65; only the series of all ages is in the pack, so it is shown as what cannot be found again.
 */
const PLANS: readonly Plan[] = [
  published("mean-2022-le65", 2022, "le65", 3.34, 0.005, meanOf),
  published("mean-2023-le65", 2023, "le65", 3.29, 0.005, meanOf),
  published("tenth-2022-le65", 2022, "le65", 1.47, 0.02, lowestOf),
  published("tenth-2023-le65", 2023, "le65", 1.38, 0.02, lowestOf),
  published("mean-2015", 2015, "all", 3.8, 0.05, meanOf),
  { id: "conservation", tolerance: 1e-6, measure: conserve },
  { id: "mean-by-sql", tolerance: 1e-9, measure: (sources) => bySql(sources, "mean") },
  { id: "below-by-sql", tolerance: 0.5, measure: (sources) => bySql(sources, "below") },
];

/**
 * Recomputes official figures, a law and a second way from the pack that is open, then runs its controls. Progress counts
 * findings. Throws `cancelled`.
 */
export async function verifyPack(sources: Sources, run: Run): Promise<PackVerification> {
  const findings: PackFinding[] = [];
  for (const { id, expected, tolerance, measure } of PLANS) {
    await breathe(run);
    run.progress(findings.length, PLANS.length + 1, "verify");
    const start = performance.now();
    const measured = await measure(sources);
    const milliseconds = performance.now() - start;
    findings.push({
      id,
      tolerance,
      isComparable: id !== "mean-2015",
      expected: expected ?? Number.NaN,
      ...measured,
      milliseconds,
    });
  }
  await breathe(run);
  run.progress(PLANS.length, PLANS.length + 1, "verify");
  return { findings, controls: await checkPack(sources.db) };
}

/** Columns of the areas that count: a city with arrondissements does not, they do. */
type Columns = Pick<SeriesColumns, "values" | "people" | "standardised">;

function published(
  id: PackFindingId,
  year: number,
  ages: Series["ages"],
  expected: number,
  tolerance: number,
  figure: (columns: Columns) => number,
): Plan {
  return {
    id,
    expected,
    tolerance,
    async measure(sources) {
      const columns = await countedColumns(sources, getSeries("gp", year, ages));
      return { actual: figure(columns), counts: countsOf(columns) };
    },
  };
}

async function countedColumns({ frame, series }: Sources, asked: Series): Promise<Columns> {
  const { values, people, standardised } = await series(asked);
  const pick = (column: Float64Array) => column.filter((_, unit) => frame.isFolded[unit] === 0);
  return { values: pick(values), people: pick(people), standardised: pick(standardised) };
}

function countsOf({ values, people }: Columns): PackFinding["counts"] {
  return {
    areas: values.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0),
    people: peopleWithValue(values, people),
  };
}

function meanOf({ values, standardised }: Columns): number {
  return weightedMean(values, standardised);
}

function lowestOf({ values, people, standardised }: Columns): number {
  return tenthMeans(values, people, standardised).lowest;
}

/** Σ P·A over Bretagne, as if it were an island: every place of practice it counts must come back, none twice. */
async function conserve({ db, frame, series }: Sources): Promise<Measured> {
  const everywhere = await loadCarePlaces(db, frame, CARE_TYPES.gp);
  const { standardised } = await series(GP_2023);
  const rows = Array.from(everywhere.units.keys()).filter((i) => frame.regions[everywhere.units[i]] === BRETAGNE);
  const siteRows = rows.filter((i) => everywhere.facilities[i] > 0);
  const pointsOf = (of: readonly number[]) => ({
    lon: Float64Array.from(of, (i) => everywhere.points.lon[i]),
    lat: Float64Array.from(of, (i) => everywhere.points.lat[i]),
  });
  const { decay, maxMinutes, bins } = ACCESS_PRESETS["apl-v2"];
  const table = buildEstimateTable(pointsOf(rows), pointsOf(siteRows), maxMinutes.value);
  const demand = Float64Array.from(rows, (i) => standardised[everywhere.units[i]]);
  const supply = Float64Array.from(siteRows, (i) => everywhere.facilities[i]);
  const weights = weighMinutes(decay.value, table.minutes, { maxMinutes: maxMinutes.value, bins });
  const { values } = twoStepAccess({ table, demand, supply }, weights);
  return {
    // INSEE, BPE 2024: places of practice of general practitioners in Bretagne.
    expected: 3257,
    actual: values.reduce((sum, value, i) => sum + value * demand[i], 0),
    counts: { areas: rows.length, sites: siteRows.length, pairs: table.minutes.length },
  };
}

async function bySql(sources: Sources, figure: "mean" | "below"): Promise<Measured> {
  const columns = await countedColumns(sources, GP_2023);
  const { profession, year, ages } = GP_2023;
  const table = await sources.db.query(summariseSeries, [profession, year, ages, THRESHOLD]);
  const { values, people } = columns;
  const actual = figure === "mean" ? meanOf(columns) : peopleBelow(values, people, THRESHOLD);
  return { expected: getNumbers(table, figure)[0], actual, counts: countsOf(columns) };
}
