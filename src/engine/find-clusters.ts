import { FailureError } from "../core/failure.ts";
import { breathe, type Run } from "../core/run.ts";
import { isConstant, standardScores } from "../core/spatial/deviations.ts";
import { adjustForDiscovery } from "../core/spatial/false-discovery.ts";
import { getisOrdStar } from "../core/spatial/getis-ord.ts";
import { type LocalMoran, type Permutations, prepareLocalMoran } from "../core/spatial/local-moran.ts";
import { bivariateMoran, globalMoran, type Moran, permuteMoran } from "../core/spatial/moran.ts";
import { isIsland, type Neighbours, standardiseRows } from "../core/spatial/neighbours.ts";
import { normalTail } from "../core/spatial/normal-tail.ts";
import type { Territory } from "../core/territory.ts";
import type { NationalFrame } from "./national-frame.ts";
import { listAnalysed, type Reference } from "./reference.ts";
import type { SpatialSources } from "./spatial-sources.ts";
import { listRows, type TerritoryRows } from "./territory-rows.ts";
import { loadColumn, type UnitColumn } from "./unit-column.ts";
import type { NeighbourRule } from "./unit-neighbours.ts";

export interface ClustersQuestion extends Permutations {
  readonly territory: Territory;
  readonly column: UnitColumn;
  /** A column of need over every unit: then each commune's need is set beside its neighbours' `column` (bivariate). */
  readonly need: Float64Array | null;
  readonly neighbours: NeighbourRule;
  /** What a commune is high or low beside. */
  readonly reference: Reference;
}

export type GlobalAutocorrelation =
  | (Moran & { readonly kind: "univariate"; readonly p: number })
  | { readonly kind: "bivariate"; readonly i: number; readonly p: number };

export interface ClusterColumns {
  /** Standard scores of `column`, or of need, and the mean of the neighbours' scores of `column`: the Moran scatter plot. */
  readonly scores: Float64Array;
  readonly lag: Float64Array;
  readonly localI: Float64Array;
  /** Positions in QUADRANTS, own side first. */
  readonly quadrants: Uint8Array;
  /** Two-sided pseudo p, and adjusted for the false discovery rate over all units of the reference. */
  readonly p: Float64Array;
  readonly pAdjusted: Float64Array;
  /** z of Gi* of `column`, binary, itself included. */
  readonly giStar: Float64Array;
  /** Two-sided p of these under normality, adjusted alike. */
  readonly giPAdjusted: Float64Array;
}

/** Columns of every unit, and what is said of all that were analysed. */
export interface ClustersAnalysis extends ClusterColumns {
  readonly values: Float64Array;
  /** 1 for a unit of the analysis: with a value, and no arrondissement. */
  readonly analysed: Uint8Array;
  readonly global: GlobalAutocorrelation;
  /** Units of the reference that were analysed, those without a neighbour among them, and links. */
  readonly analysedUnits: number;
  readonly islands: number;
  readonly links: number;
  /** Floating catchments overlap: neighbours are alike by construction, and part of the autocorrelation with them. */
  readonly smoothedByConstruction: boolean;
}

/** Columns in unit order, NaN or 0 outside the analysis. Arrondissements carry the figures of their city, which is analysed whole. */
export interface ClustersAnswer extends TerritoryRows, ClustersAnalysis {}

/**
 * Of local permutations: under 999, which of 35,000 communes the false discovery rate keeps is a matter of the seed (100 to
 * 2,100 high among high in five runs); under 99,999 they are 1,730 to 1,850.
 */
export const DEFAULT_PERMUTATIONS = 99_999;
/** The global p needs no more, and each takes a pass over the country. */
const GLOBAL_PERMUTATIONS = 999;
/** Permutations between two pauses. */
const LOCAL_BATCH = 10_000;
const GLOBAL_BATCH = 25;

/**
 * Where alike communes lie together: local Moran with conditional permutations, Gi*, and the global Moran, rows of neighbours
 * standardised. Throws `unknown-territory`, `unknown-series`, `cancelled`; `bad-input` on fewer than four communes with a
 * value or where all values are equal.
 */
export async function findClusters(
  sources: SpatialSources,
  question: ClustersQuestion,
  run: Run,
): Promise<ClustersAnswer> {
  const rows = listRows(sources.frame, question.territory);
  return pickClusters(rows, await analyseClusters(sources, question, run));
}

/** The rows of a territory in an analysis that holds them. */
export function pickClusters(rows: TerritoryRows, analysis: ClustersAnalysis): ClustersAnswer {
  const { units } = rows;
  return {
    ...analysis,
    ...rows,
    values: pick(analysis.values, units),
    analysed: Uint8Array.from(units, (unit) => analysis.analysed[unit]),
    scores: pick(analysis.scores, units),
    lag: pick(analysis.lag, units),
    localI: pick(analysis.localI, units),
    quadrants: Uint8Array.from(units, (unit) => analysis.quadrants[unit]),
    p: pick(analysis.p, units),
    pAdjusted: pick(analysis.pAdjusted, units),
    giStar: pick(analysis.giStar, units),
    giPAdjusted: pick(analysis.giPAdjusted, units),
  };
}

/** The same over every unit of the country; beside the country the territory changes nothing. */
export async function analyseClusters(
  sources: SpatialSources,
  question: ClustersQuestion,
  run: Run,
): Promise<ClustersAnalysis> {
  const { frame } = sources;
  const rows = listRows(frame, question.territory);
  run.progress(0, question.permutations, "neighbours");
  const { values, smoothed } = await loadColumn(sources, question.column);
  await breathe(run);
  const { need } = question;
  const analysed = listAnalysed(frame, rows, question.reference).filter(
    (unit) => !Number.isNaN(values[unit] + (need?.[unit] ?? 0)),
  );
  const access = pick(values, analysed);
  const needs = need && pick(need, analysed);
  for (const column of needs ? [access, needs] : [access]) assertVaried(column);
  const neighbours = standardiseRows(await sources.neighbours(question.neighbours, analysed));
  if (neighbours.targets.length === 0) throw new FailureError("bad-input", { problem: "no commune has a neighbour" });
  await breathe(run);
  const local = prepareLocalMoran(needs ?? access, neighbours, question.seed, needs ? access : undefined);
  await drawInBatches(local, question.permutations, LOCAL_BATCH, "permutations", run);
  const giStar = getisOrdStar(standardScores(access), neighbours);
  await breathe(run);
  return {
    ...spread(frame, analysed, local.result(), giStar),
    values: values.slice(),
    global: await testGlobally(access, needs, neighbours, question, run),
    analysedUnits: analysed.length,
    islands: analysed.reduce((n, _, i) => n + (isIsland(neighbours, i) ? 1 : 0), 0),
    links: neighbours.targets.length,
    smoothedByConstruction: smoothed,
  };
}

async function testGlobally(
  access: Float64Array,
  needs: Float64Array | null,
  neighbours: Neighbours,
  { permutations, seed }: Permutations,
  run: Run,
): Promise<GlobalAutocorrelation> {
  const test = needs ? permuteMoran(needs, neighbours, seed, access) : permuteMoran(access, neighbours, seed);
  await drawInBatches(test, Math.min(permutations, GLOBAL_PERMUTATIONS), GLOBAL_BATCH, "global-permutations", run);
  if (needs) return { kind: "bivariate", i: bivariateMoran(needs, access, neighbours), p: test.p() };
  return { kind: "univariate", ...globalMoran(access, neighbours), p: test.p() };
}

async function drawInBatches(
  test: { draw(count: number): void },
  total: number,
  batch: number,
  stage: string,
  run: Run,
): Promise<void> {
  await breathe(run);
  for (let done = 0; done < total; done += batch) {
    test.draw(Math.min(batch, total - done));
    run.progress(Math.min(total, done + batch), total, stage);
    await breathe(run);
  }
}

function spread(frame: NationalFrame, units: Uint32Array, local: LocalMoran, giStar: Float64Array) {
  const size = frame.codes.length;
  const number = () => new Float64Array(size).fill(Number.NaN);
  const wide = {
    analysed: new Uint8Array(size),
    scores: number(),
    lag: number(),
    localI: number(),
    quadrants: new Uint8Array(size),
    p: number(),
    pAdjusted: number(),
    giStar: number(),
    giPAdjusted: number(),
  };
  const adjusted = adjustForDiscovery(local.p);
  const giAdjusted = adjustForDiscovery(giStar.map(normalTail));
  units.forEach((unit, i) => {
    wide.analysed[unit] = 1;
    wide.scores[unit] = local.z[i];
    wide.lag[unit] = local.lag[i];
    wide.localI[unit] = local.localI[i];
    wide.quadrants[unit] = local.quadrants[i];
    wide.p[unit] = local.p[i];
    wide.pAdjusted[unit] = adjusted[i];
    wide.giStar[unit] = giStar[i];
    wide.giPAdjusted[unit] = giAdjusted[i];
  });
  const { analysed, ...columns } = wide;
  frame.cityOf.forEach((city, unit) => {
    if (city < 0) return;
    for (const column of Object.values(columns)) column[unit] = column[city];
  });
  return { analysed, ...columns };
}

function assertVaried(column: Float64Array): void {
  if (column.length >= 4 && !isConstant(column)) return;
  const problem = column.length < 4 ? "fewer than four communes with a value" : "all values are equal";
  throw new FailureError("bad-input", { problem });
}

function pick(column: Float64Array, units: Uint16Array | Uint32Array): Float64Array {
  return Float64Array.from(units, (unit) => column[unit]);
}
