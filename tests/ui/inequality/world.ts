import type { AccessAnswer } from "../../../src/app/answers.ts";
import type { InequalityReply } from "../../../src/app/inequality.ts";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { peopleBelowGrid, tenthMeans } from "../../../src/core/access/distribution.ts";
import { PROFESSION_RULES } from "../../../src/core/professions.ts";
import type { Territory } from "../../../src/core/territory.ts";
import { summariseInequality } from "../../../src/engine/inequality-summary.ts";
import { type Reading, readAnswer } from "../../../src/ui/understand/reading.ts";

const RUN = { signal: { aborted: false }, progress: () => undefined };
const SERIES = { profession: "gp", year: 2023, ages: "all" } as const;
const { step, domainMax } = PROFESSION_RULES.gp;

/** Bretagne in three communes: 100,000 people at 1, 100,000 at 2, 200,000 at 4; each person standardised as one. */
export const THREE = { values: [1, 2, 4], people: [100_000, 100_000, 200_000] };
/** Everyone the same. */
export const EQUAL = { values: [2, 2], people: [300_000, 100_000] };

export interface World {
  readonly values: readonly number[];
  readonly people: readonly number[];
}

export function named(name: string, territory: Territory) {
  return { ...territory, name, parent: null };
}

export const BRETAGNE: Territory = { kind: "region", code: "53" };
export const FRANCE: Territory = { kind: "country", code: "fr" };

/** What the engine would answer of a world, its figures computed by the same kernels; parts and income by hand. */
export function replyOf(world: World, territory: Territory, name: string, threshold = 2.5): InequalityReply {
  const summarise = (of: World, who: ReturnType<typeof named>, year = 2023) =>
    summariseInequality(
      who,
      {
        values: Float64Array.from(of.values),
        people: Float64Array.from(of.people),
        standardised: Float64Array.from(of.people),
      },
      { year, threshold, per: 1 },
      RUN,
    );
  const summary = summarise(world, named(name, territory));
  const country = summarise(EQUAL, named("France", FRANCE));
  const income = {
    access: { index: 0.1, standardError: 0.02 },
    erreygers: 0.05,
    bounds: [0, 8] as const,
    underThreshold: -0.2,
    richestToPoorest: 1.5,
    people: 400_000,
    peopleSecret: 0,
    peopleMissing: 0,
  };
  const divisions = [
    {
      division: "epci",
      parts: 1,
      people: 400_000,
      theil: { total: 0.1, between: 0, within: 0.1 },
      meanLogDeviation: { total: 0.1, between: 0, within: 0.1 },
    },
    {
      division: "bassin_de_vie",
      parts: 2,
      people: 400_000,
      theil: { total: 0.1, between: 0.075, within: 0.025 },
      meanLogDeviation: { because: "value-zero" },
    },
    {
      division: "departement",
      parts: 0,
      people: 0,
      theil: { because: "nobody" },
      meanLogDeviation: { because: "nobody" },
    },
  ] as const;
  return {
    question: { territory, series: SERIES, threshold, model: null },
    threshold,
    summary,
    parents: [country],
    trend: [summarise({ ...world, values: world.values.map(() => 3) }, named(name, territory), 2015), summary],
    divisions,
    income,
    parentParts: [{ divisions, income: { ...income, richestToPoorest: 1 } }],
    groupings: [
      {
        by: "income-fifth",
        meanWeight: "standardised",
        groups: [
          {
            id: "1",
            incomes: [18_000, 20_000],
            people: 200_000,
            peopleUnder: 200_000,
            mean: 1.5,
            shortfall: { headcount: 1, depth: 0.4, severity: 0.2 },
          },
          {
            id: "5",
            incomes: [24_000, 31_000],
            people: 200_000,
            peopleUnder: 0,
            mean: 4,
            shortfall: { headcount: 0, depth: 0, severity: 0 },
          },
        ],
        people: 400_000,
        everyone: 400_000,
      },
    ],
    units: Uint16Array.from(world.values.keys()),
    values: Float64Array.from(world.values),
  };
}

/** The official answer of the same world, as the room reads it. */
export function readingOf(world: World, territory: Territory, name: string, threshold: number | null = null): Reading {
  const values = Float64Array.from(world.values);
  const people = Float64Array.from(world.people);
  const tenths = tenthMeans(values, people, people);
  const answer: AccessAnswer = {
    question: { territory, series: SERIES },
    nationalMean: 3,
    units: Uint16Array.from(world.values.keys()),
    codes: world.values.map((_, i) => `3500${i}`),
    names: world.values.map((_, i) => `Commune ${i}`),
    values,
    statuses: Uint8Array.from(world.values, (value) => (Number.isNaN(value) ? 1 : 0)),
    people,
    standardised: people,
    counted: new Uint8Array(values.length).fill(1),
    summary: {
      territory: named(name, territory),
      year: 2023,
      mean: 0,
      lowestTenth: tenths.lowest,
      highestTenth: tenths.highest,
      people: world.people.reduce((sum, n) => sum + n, 0),
      peopleWithout: 0,
      areas: values.length,
      areasWithout: 0,
      below: peopleBelowGrid(values, people, step, Math.round(domainMax / step) + 1),
    },
    parents: [],
    trend: [],
    countryTrend: new Float64Array(),
  };
  return readAnswer(answer, { ...DEFAULT_QUESTION, threshold });
}
