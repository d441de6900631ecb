import { binCloud, type ParityCloud } from "../core/access/parity-cloud.ts";
import { PROFESSION_RULES } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import {
  computeParity,
  type ParityAnswer,
  type ParityColumns,
  type ParityModel,
  type ParityQuestion,
  type Split,
} from "./compute-parity.ts";
import type { NationalFrame } from "./national-frame.ts";
import { loadParityPlaces, type ParityPlaces } from "./parity-places.ts";
import type { Database } from "./ports.ts";
import type { SeriesColumns } from "./series-columns.ts";

/** The figures of a parity study, small enough to be kept beside the code. */
export interface ParitySummary {
  readonly question: ParityQuestion;
  readonly chosen: ParityAnswer["chosen"];
  readonly models: readonly ParityModel[];
  /** The chosen model on held-out places, by split. */
  readonly clouds: Readonly<Record<Split, ParityCloud>>;
  readonly counts: Readonly<Record<"places" | "published" | "practised" | "pairs", number>>;
}

/** The same, with what the chosen models give each unit. */
export interface ParityStudy extends ParitySummary {
  /** Unit of each row of the columns, ascending. */
  readonly units: Uint16Array;
  readonly published: Float64Array;
  readonly columns: Readonly<Record<Split, ParityColumns>>;
}

/** Cells on a side of the clouds. */
const CELLS = 36;

interface Sources {
  readonly db: Database;
  readonly frame: NationalFrame;
  readonly series: SeriesColumns;
}

/** The parity study of a profession over the country, on estimated times. Throws `cancelled`. */
export async function studyParity(sources: Sources, question: ParityQuestion, run: Run): Promise<ParityStudy> {
  const { db, frame, series } = sources;
  run.progress(0, 1, "parity-places");
  await breathe(run);
  const places = await loadParityPlaces(db, frame, series, question.profession);
  await breathe(run);
  const answer = await computeParity(places, question, run);
  const units = new Map(frame.codes.map((code, unit) => [code, unit]));
  return {
    ...summariseParity(places, answer),
    units: Uint16Array.from(places.codes, (code) => units.get(code) as number),
    published: places.published,
    columns: answer.columns,
  };
}

function summariseParity(places: ParityPlaces, { question, chosen, models, columns }: ParityAnswer): ParitySummary {
  const { published, practitioners, world } = places;
  const { domainMax } = PROFESSION_RULES[question.profession];
  const cloudOf = ({ computed, heldOut }: ParityColumns) => {
    const rows = Array.from(published.keys()).filter((i) => heldOut[i] === 1);
    return binCloud(published, computed, rows, domainMax / (CELLS - 1), CELLS);
  };
  return {
    question,
    chosen,
    models,
    clouds: { random: cloudOf(columns.random), spatial: cloudOf(columns.spatial) },
    counts: {
      places: published.length,
      published: published.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0),
      practised: practitioners.reduce((n, count) => n + (count > 0 ? 1 : 0), 0),
      pairs: world.near.km.length,
    },
  };
}

/** What is worth keeping of a study: the columns go, and the classes of models nobody looks at by class. */
export function keepParitySummary(study: ParityStudy): ParitySummary {
  const { question, chosen, models, clouds, counts } = study;
  const isDetailed = ({ name, split }: ParityModel) => name === chosen[split] || name === "neighbours";
  return {
    question,
    chosen,
    models: models.map((model) => (isDetailed(model) ? model : { ...model, classes: {} })),
    clouds,
    counts,
  };
}
