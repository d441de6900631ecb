import { type AccessModel, RATE_METHODS } from "../core/access/model.ts";
import type { Series } from "../core/professions.ts";
import type { Run } from "../core/run.ts";
import type { Territory } from "../core/territory.ts";
import { describeInequality, type InequalityAnswer, type KeptInequality } from "./describe-inequality.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import type { Recomputation } from "./recomputation.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { loadUnitContext, type UnitContext } from "./unit-context.ts";

export interface InequalityRequest {
  readonly territory: Territory;
  readonly series: Series;
  /** As for describeInequality. */
  readonly threshold: number | null;
  /** Values recomputed under a rate instead of the official ones; null: official. */
  readonly model: AccessModel | null;
}

export type InequalityReply = Omit<InequalityAnswer, "question"> & { readonly question: InequalityRequest };

/** Inequality of official or recomputed values; measures without a threshold are kept. */
export interface InequalityStudies {
  /** Throws as describeInequality, and an Error where the model is no rate: minutes are not shared out. */
  askInequality(request: InequalityRequest, run: Run): Promise<InequalityReply>;
}

interface InequalityNeeds {
  readonly db: Database;
  frame(): Promise<NationalFrame>;
  series(series: Series): Promise<SeriesColumns>;
  readonly recomputeColumns: Recomputation["recomputeColumns"];
}

export function createInequalityStudies({ db, frame, series, recomputeColumns }: InequalityNeeds): InequalityStudies {
  const kept: KeptInequality = new WeakMap();
  let context: Promise<UnitContext> | undefined;
  const loadContext = () => {
    context ??= loadUnitContext(db).catch((error: unknown) => {
      context = undefined;
      throw error;
    });
    return context;
  };
  const recompute = async ({ territory, series: asked }: InequalityRequest, model: AccessModel, run: Run) => {
    if (!RATE_METHODS.has(model.method)) throw new Error(`${model.method} is no rate`);
    const { values } = await recomputeColumns({ territory, series: asked, model }, run);
    return { values, per: asked.profession === "gp" ? 1 : 100_000 };
  };
  return {
    async askInequality(request, run) {
      const { territory, series: asked, threshold, model } = request;
      const column = model && (await recompute(request, model, run));
      const sources = { frame: await frame(), series, context: loadContext, kept };
      const question = { territory, series: asked, threshold, ...(column ? { column } : {}) };
      // The national column stays with the engine: what an answer holds is handed over.
      return { ...(await describeInequality(sources, question, run)), question: request };
    },
  };
}
