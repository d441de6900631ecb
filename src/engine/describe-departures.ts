import { type Departures, followDepartures } from "../core/access/departures.ts";
import { peopleUnderByLoss } from "../core/access/uniform-loss.ts";
import { AGE_LIMITS, type AgeLimit, getSeries, SERIES } from "../core/professions.ts";
import { breathe, type Run } from "../core/run.ts";
import type { Territory } from "../core/territory.ts";
import type { AccessSources } from "./describe-access.ts";
import type { NamedTerritory } from "./national-frame.ts";
import { listRowsUpwards, pickRows, type TerritoryRows } from "./territory-rows.ts";

export interface DeparturesQuestion {
  readonly territory: Territory;
  /** A year with a series up to 65. */
  readonly year: number;
  /** Consultations a year per standardised inhabitant. */
  readonly threshold: number;
}

export interface DeparturesSummary extends Pick<Departures, "steps"> {
  readonly territory: NamedTerritory;
  /** People with a value for every practitioner, and those of them already under the threshold. */
  readonly people: number;
  readonly peopleUnder: number;
  /** People under the threshold once k % of all activity has left evenly, k = 0 … MOST_LOST. */
  readonly peopleByLoss: Float64Array;
}

/** Columns in unit order; cities with arrondissements beside these, `counted` 0. */
export interface DeparturesAnswer extends TerritoryRows, Omit<Departures, "steps"> {
  readonly question: DeparturesQuestion;
  /** Whose practice is counted in each series, ever fewer. */
  readonly ages: readonly AgeLimit[];
  readonly people: Float64Array;
  /** Official access, one column per entry of `ages`. */
  readonly series: readonly Float64Array[];
  readonly summary: DeparturesSummary;
  /** Nearest first, the country last. */
  readonly parents: readonly DeparturesSummary[];
}

/**
 * Who falls under the threshold as general practitioners over 65, then over 62, no longer count, everything else being
 * equal: nobody replaces them, nobody else works more. Throws `unknown-territory`, `unknown-series`, `cancelled`.
 */
export async function describeDepartures(
  { frame, series: load }: AccessSources,
  question: DeparturesQuestion,
  run: Run,
): Promise<DeparturesAnswer> {
  const { year, threshold } = question;
  const [rows, ...above] = listRowsUpwards(frame, question.territory);
  getSeries("gp", year, "le65");
  const ages = AGE_LIMITS.filter((limit) =>
    SERIES.some((s) => s.profession === "gp" && s.year === year && s.ages === limit),
  );
  const all = await load(getSeries("gp", year, "all"));
  const national: Float64Array[] = [];
  for (const limit of ages) {
    await breathe(run);
    run.progress(national.length, ages.length, "departures");
    national.push((await load(getSeries("gp", year, limit))).values);
  }
  const follow = (some: TerritoryRows) => {
    const series = national.map((column) => pickRows(column, some));
    const people = pickRows(all.people, some);
    const departures = followDepartures(series, people, threshold, some.counted);
    const sum = (keep: (i: number) => boolean) =>
      people.reduce((total, n, i) => total + (some.counted[i] === 1 && n > 0 && keep(i) ? n : 0), 0);
    const summary: DeparturesSummary = {
      territory: some.territory,
      people: sum((i) => !Number.isNaN(series[0][i])),
      peopleUnder: sum((i) => series[0][i] < threshold),
      steps: departures.steps,
      peopleByLoss: peopleUnderByLoss(
        series[0],
        people.map((n, i) => n * some.counted[i]),
        threshold,
      ),
    };
    return { series, people, departures, summary };
  };
  const { series, people, departures, summary } = follow(rows);
  const { firstUnder, inconsistentAt } = departures;
  const parents = above.map((some) => follow(some).summary);
  run.progress(ages.length, ages.length, "departures");
  return { ...rows, question, ages, people, series, firstUnder, inconsistentAt, summary, parents };
}
