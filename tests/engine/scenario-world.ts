import { FailureError } from "../../src/core/failure.ts";
import type { Run } from "../../src/core/run.ts";
import type { Change } from "../../src/core/scenario/change.ts";
import type { Scenario } from "../../src/core/scenario/document.ts";
import type { ScenarioSources } from "../../src/engine/apply-scenario.ts";
import type { NationalFrame } from "../../src/engine/national-frame.ts";
import type { ReachPlaces } from "../../src/engine/reach-places.ts";
import type { SeriesColumns } from "../../src/engine/series-columns.ts";

export const QUIET: Run = { signal: { aborted: false }, progress: () => undefined };

export interface Town {
  readonly code: string;
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
  readonly people: number;
  readonly standardised: number;
  readonly access: number;
  /** Places of practice. */
  readonly practices: number;
  /** Median income; left out where it is not known. */
  readonly income?: number;
}

/** A country of a few communes, as the engine holds one. */
export function buildSources(towns: readonly Town[], by65?: readonly number[]): ScenarioSources {
  const count = towns.length;
  const column = (pick: (town: Town) => number) => Float64Array.from(towns, pick);
  const none = new Float64Array(count);
  const frame: NationalFrame = {
    codes: towns.map(({ code }) => code),
    names: towns.map(({ code }) => `Town ${code}`),
    isArrondissement: new Uint8Array(count),
    cityOf: new Int32Array(count).fill(-1),
    isFolded: new Uint8Array(count),
    departements: towns.map(({ code }) => code.slice(0, 2)),
    regions: towns.map(() => "53"),
    epcis: towns.map(() => null),
    population: column(({ people }) => people),
    territories: [
      { kind: "country", code: "fr", name: "France", parent: null },
      { kind: "departement", code: "35", name: "Ille-et-Vilaine", parent: null },
    ],
  };
  const series: SeriesColumns = {
    values: column(({ access }) => access),
    statuses: Uint8Array.from(towns, ({ access }) => (Number.isNaN(access) ? 1 : 0)),
    standardised: column(({ standardised }) => standardised),
    people: column(({ people }) => people),
  };
  const places: ReachPlaces = {
    units: Uint16Array.from(towns.keys()),
    points: { lon: column(({ lon }) => lon), lat: column(({ lat }) => lat) },
    codes: frame.codes,
    names: frame.names,
    people: frame.population,
    areas: none,
    islands: new Uint8Array(count),
    counts: {
      gp: column(({ practices }) => practices),
      nurse: none,
      physio: none,
      midwife: none,
      dentist: none,
      pharmacy: none,
      emergency: none,
      franceServices: none,
    },
  };
  const context = {
    bassinsDeVie: towns.map(() => null),
    isUrban: towns.map(() => null),
    area: none.map(() => Number.NaN),
    income: column(({ income }) => income ?? Number.NaN),
    incomeStatus: Uint8Array.from(towns, ({ income }) => (income === undefined ? 1 : 0)),
    ages: {
      "0-14": none,
      "15-24": none,
      "25-39": none,
      "40-54": none,
      "55-64": none,
      "65-79": none,
      "80-plus": none,
    },
    withoutCar: none,
  };
  const load: ScenarioSources["load"] = async () => ({ ...series, values: Float64Array.from(by65 ?? series.values) });
  return { frame, series, places, brought: null, context, recomputed: null, load };
}

export function scenarioOf(changes: readonly Change[], rest: Partial<Scenario> = {}): Scenario {
  return {
    title: "Test",
    territory: { kind: "country", code: "fr" },
    series: { profession: "gp", year: 2023, ages: "all" },
    threshold: 2.5,
    model: null,
    changes,
    computed: null,
    ...rest,
  };
}

/** What is said of bad input: `key value, key value…`. */
export async function complaint(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => "none",
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FailureError)) return String(error);
  return Object.entries(error.failure.params)
    .map(([key, value]) => `${key} ${value}`)
    .join(", ");
}
