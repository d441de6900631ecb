import type { Series } from "../core/professions.ts";
import type { Run } from "../core/run.ts";
import { formatTerritory } from "../core/territory.ts";
import { crossIncome, type IncomeCrossAnswer, type IncomeCrossQuestion } from "./cross-income.ts";
import {
  analyseClusters,
  type ClustersAnalysis,
  type ClustersAnswer,
  type ClustersQuestion,
  pickClusters,
} from "./find-clusters.ts";
import { type DesertsAnswer, type DesertsQuestion, findDeserts } from "./find-deserts.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { createSpatialSources, type SpatialSources } from "./spatial-sources.ts";
import { listRows } from "./territory-rows.ts";
import type { UnitContext } from "./unit-context.ts";

/** Columns of need that access is set beside. */
export type Need = "income" | "old";

/** A published series, and a need by name: columns of the country do not travel. */
export interface NamedClustersQuestion extends Omit<ClustersQuestion, "column" | "need"> {
  readonly series: Series;
  /** Low median income, or the share of people of 65 and more (Bretagne); null: access beside itself. */
  readonly need: Need | null;
}

/** Questions of who lies beside whom. Contacts and centres are read once, the last analyses of clusters are kept. */
export interface SpatialStudies {
  findDeserts(question: DesertsQuestion, run: Run): Promise<DesertsAnswer>;
  findClusters(question: NamedClustersQuestion, run: Run): Promise<ClustersAnswer>;
  crossIncome(question: IncomeCrossQuestion, run: Run): Promise<IncomeCrossAnswer>;
}

interface SpatialNeeds {
  readonly db: Database;
  frame(): Promise<NationalFrame>;
  series(series: Series): Promise<SeriesColumns>;
}

/** Analyses kept: some 3 MB each. */
const MOST_KEPT = 4;

export function createSpatialStudies({ db, frame, series }: SpatialNeeds): SpatialStudies {
  let loaded: SpatialSources | undefined;
  const sources = async () => {
    loaded ??= createSpatialSources(db, await frame(), series);
    return loaded;
  };
  const kept = new Map<string, ClustersAnalysis>();
  const analyse = async (question: NamedClustersQuestion, run: Run): Promise<ClustersAnalysis> => {
    const key = keyOf(question);
    const known = kept.get(key);
    if (known) return known;
    const from = await sources();
    const need = question.need && needOf(await from.context(), question.need);
    const analysis = await analyseClusters(from, { ...question, column: question.series, need }, run);
    kept.set(key, analysis);
    for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
    return analysis;
  };
  return {
    findDeserts: async (question, run) => findDeserts(await sources(), question, run),
    async findClusters(question, run) {
      // An unknown territory is told before anything is computed.
      const rows = listRows((await sources()).frame, question.territory);
      return pickClusters(rows, await analyse(question, run));
    },
    crossIncome: async (question, run) => crossIncome(await sources(), question, run),
  };
}

/** Beside the country, every territory shares one analysis. */
function keyOf({ territory, series, need, neighbours, reference, permutations, seed }: NamedClustersQuestion): string {
  const within = reference === "country" ? null : formatTerritory(territory);
  return JSON.stringify([within, series, need, neighbours, permutations, seed]);
}

/** Higher is more need: a low income is a need, so its sign is turned. */
function needOf({ income, ages }: UnitContext, need: Need): Float64Array {
  if (need === "income") return income.map((euros) => -euros);
  return ages["65-79"].map((share, unit) => share + ages["80-plus"][unit]);
}
