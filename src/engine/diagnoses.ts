import type { Run } from "../core/run.ts";
import { assessRobustness, type RobustnessAnswer, type RobustnessQuestion } from "./assess-robustness.ts";
import {
  type CumulatedAnswer,
  type CumulatedQuestion,
  cumulateDifficulties,
  prepareNearest,
} from "./cumulate-difficulties.ts";
import type { AccessSources } from "./describe-access.ts";
import { type DeparturesAnswer, type DeparturesQuestion, describeDepartures } from "./describe-departures.ts";
import { prepareVariants } from "./measure-variants.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";

/** Questions asked of a diagnosis: does it hold, will it last, does it come alone. */
export interface Diagnoses {
  assessRobustness(question: RobustnessQuestion, run: Run): Promise<RobustnessAnswer>;
  describeDepartures(question: DeparturesQuestion, run: Run): Promise<DeparturesAnswer>;
  cumulateDifficulties(question: CumulatedQuestion, run: Run): Promise<CumulatedAnswer>;
}

interface DiagnosesSources {
  readonly db: Database;
  frame(): Promise<NationalFrame>;
  readonly series: AccessSources["series"];
}

/** What does not depend on the territory is measured over the country once and kept. */
export function createDiagnoses({ db, frame, series }: DiagnosesSources): Diagnoses {
  let prepared:
    | { readonly variants: ReturnType<typeof prepareVariants>; readonly nearest: ReturnType<typeof prepareNearest> }
    | undefined;
  const sources = async () => {
    const known = { frame: await frame(), series };
    prepared ??= { variants: prepareVariants(db, known), nearest: prepareNearest(db, known) };
    return { ...known, ...prepared };
  };
  return {
    assessRobustness: async (question, run) => assessRobustness(await sources(), question, run),
    describeDepartures: async (question, run) => describeDepartures(await sources(), question, run),
    cumulateDifficulties: async (question, run) => cumulateDifficulties(await sources(), question, run),
  };
}
