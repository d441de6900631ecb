import { getSeries, type Series } from "../core/professions.ts";
import type { Run } from "../core/run.ts";
import type { ParityQuestion } from "./compute-parity.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { Database } from "./ports.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { type ParityStudy, studyParity } from "./study-parity.ts";
import { type PackVerification, verifyPack } from "./verify-pack.ts";

/** The use cases that judge the figures instead of giving them. */
export interface Studies {
  verifyPack(run: Run): Promise<PackVerification>;
  studyParity(question: ParityQuestion, run: Run): Promise<ParityStudy>;
}

interface StudySources {
  readonly db: Database;
  frame(): Promise<NationalFrame>;
  series(series: Series): Promise<SeriesColumns>;
}

export function createStudies({ db, frame, series }: StudySources): Studies {
  return {
    verifyPack: async (run) => verifyPack({ db, frame: await frame(), series }, run),
    async studyParity(question, run) {
      const columns = await series(getSeries(question.profession, question.year, "all"));
      return studyParity({ db, frame: await frame(), series: columns }, question, run);
    },
  };
}
