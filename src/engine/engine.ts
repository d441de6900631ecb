import type { Series } from "../core/professions.ts";
import type { Run } from "../core/run.ts";
import { createInequalityStudies, type InequalityStudies } from "./ask-inequality.ts";
import { type AccessAnswer, type AccessQuestion, describeAccess } from "./describe-access.ts";
import { type CommuneAnswer, describeCommune } from "./describe-commune.ts";
import { createDiagnoses, type Diagnoses } from "./diagnoses.ts";
import { loadNationalFrame, type NationalFrame } from "./national-frame.ts";
import { createParticipation, type Participation } from "./participation.ts";
import { createPlacement, type Placement } from "./placement.ts";
import type { Database } from "./ports.ts";
import { createReaching, type Reaching } from "./reaching.ts";
import { createRecomputation, type Recomputation } from "./recomputation.ts";
import { createRounds, type Rounds } from "./rounds.ts";
import { createScenarios, type Scenarios } from "./scenarios.ts";
import { loadSeries, type SeriesColumns } from "./series-columns.ts";
import { createSpatialStudies, type SpatialStudies } from "./spatial-studies.ts";
import { createStudies, type Studies } from "./studies.ts";
import { createZoning, type Zoning } from "./zoning.ts";

/** The use cases over one database. The national frame and each series are read once. */
export interface Engine
  extends Diagnoses,
    InequalityStudies,
    Participation,
    Placement,
    Reaching,
    Recomputation,
    Rounds,
    Scenarios,
    SpatialStudies,
    Studies,
    Zoning {
  frame(): Promise<NationalFrame>;
  describeAccess(question: AccessQuestion, run: Run): Promise<AccessAnswer>;
  describeCommune(code: string, run: Run): Promise<CommuneAnswer>;
}

export function createEngine(db: Database): Engine {
  const frame = once(() => loadNationalFrame(db));
  const loaded = new Map<string, () => Promise<SeriesColumns>>();
  const series = ({ profession, year, ages }: Series) => {
    const key = `${profession} ${year} ${ages}`;
    const load = loaded.get(key) ?? once(async () => loadSeries(db, await frame(), { profession, year, ages }));
    loaded.set(key, load);
    return load();
  };
  const reaching = createReaching({ db, frame });
  const recomputation = createRecomputation({ db, frame, series, broughtTimes: reaching.broughtTimes });
  return {
    frame,
    describeAccess: async (question, run) => describeAccess({ frame: await frame(), series }, question, run),
    describeCommune: (code, run) => describeCommune(db, code, run.signal),
    ...createDiagnoses({ db, frame, series }),
    ...createSpatialStudies({ db, frame, series }),
    ...createStudies({ db, frame, series }),
    ...createZoning({ db, frame, series }),
    ...createParticipation({ db, frame, series, broughtTimes: reaching.broughtTimes }),
    ...createPlacement({ db, frame, series, broughtTimes: reaching.broughtTimes }),
    ...createRounds({ db, frame, series, broughtTimes: reaching.broughtTimes }),
    ...reaching,
    ...recomputation,
    ...createScenarios({
      db,
      frame,
      series,
      broughtTimes: reaching.broughtTimes,
      recomputeColumns: recomputation.recomputeColumns,
    }),
    ...createInequalityStudies({ db, frame, series, recomputeColumns: recomputation.recomputeColumns }),
  };
}

/** Runs at most once at a time and keeps the result; a failure is not kept. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let pending: Promise<T> | undefined;
  return () => {
    pending ??= load().catch((error: unknown) => {
      pending = undefined;
      throw error;
    });
    return pending;
  };
}
