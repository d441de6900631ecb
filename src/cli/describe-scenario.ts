import { isDefined } from "../core/inequality/figure.ts";
import { PROFESSION_UNITS } from "../core/professions.ts";
import { STATUSES } from "../core/status.ts";
import { formatTerritory } from "../core/territory.ts";
import type { ScenarioAnswer } from "../engine/apply-scenario.ts";
import type { MovedPeople, ScenarioFigures } from "../engine/scenario-figures.ts";
import { SCENARIO_ENGINE } from "../engine/scenario-hash.ts";
import { formatCsv } from "./csv.ts";
import { sayLimit } from "./say-limit.ts";

/** One row per commune; the vintage of recomputed values says that they are. */
export function scenarioCsv({ question, codes, names, people, before, after, statuses }: ScenarioAnswer): string {
  const { profession, year, ages } = question.scenario.series;
  const published = ages === "all" ? String(year) : `${year} ${ages}`;
  const vintage = question.baseline === "official" ? published : `${published} recomputed`;
  const rows = codes.map((code, i) => [
    code,
    names[i],
    people[i],
    before[i],
    after[i],
    after[i] - before[i],
    PROFESSION_UNITS[profession],
    vintage,
    STATUSES[statuses[i]],
  ]);
  return formatCsv(["code", "name", "population", "before", "after", "delta", "unit", "vintage", "status"], rows);
}

/** One row per commune a line serves: its people without a car, on a recomputed basis; only a header where none is. */
export function withoutCarCsv({ question, withoutCar }: ScenarioAnswer): string {
  const unit = PROFESSION_UNITS[question.scenario.series.profession];
  const rows = withoutCar?.codes.map((code, k) => [
    code,
    withoutCar.names[k],
    withoutCar.people[k],
    withoutCar.before[k],
    withoutCar.after[k],
    withoutCar.after[k] - withoutCar.before[k],
    unit,
    "recomputed",
  ]);
  return formatCsv(["code", "name", "people_without_car", "before", "after", "delta", "unit", "basis"], rows ?? []);
}

/** Figures of a scenario as JSON. */
export function summariseScenario(answer: ScenarioAnswer, dataRelease: string) {
  const { question, territory, threshold, figures, gains, losses, supply, withoutCar, limits } = answer;
  const { scenario, baseline } = question;
  return {
    title: scenario.title,
    territory: formatTerritory(territory),
    territory_name: territory.name,
    ...scenario.series,
    unit: PROFESSION_UNITS[scenario.series.profession],
    baseline,
    threshold,
    changes: scenario.changes.length,
    before: describe(figures.before),
    after: describe(figures.after),
    people_lifted: figures.before.peopleUnder - figures.after.peopleUnder,
    gains: describeMoved(answer, gains),
    losses: describeMoved(answer, losses),
    supply: {
      unit: scenario.series.profession === "gp" ? "consultations/year" : "FTE",
      brought: supply.brought,
      taken: supply.taken,
      to_territory: supply.toTerritory,
    },
    without_car: withoutCar && {
      basis: "recomputed",
      people: withoutCar.figures.people,
      mean_before: withoutCar.figures.meanBefore,
      mean_after: withoutCar.figures.meanAfter,
      people_under_before: withoutCar.figures.peopleUnderBefore,
      people_under_after: withoutCar.figures.peopleUnderAfter,
    },
    times: answer.times,
    limits: limits.map(sayLimit),
    data_release: dataRelease,
    engine_version: SCENARIO_ENGINE,
    result_hash: answer.resultHash,
  };
}

/** One line for a person. */
export function sayScenario({ question, figures, gains, losses, territory }: ScenarioAnswer): string {
  const { title, series } = question.scenario;
  const { before, after } = figures;
  return [
    `${title}: ${territory.name} ${series.profession} ${series.year} (${question.baseline})`,
    `people under the threshold ${Math.round(before.peopleUnder)} → ${Math.round(after.peopleUnder)}`,
    `mean ${before.mean.toFixed(3)} → ${after.mean.toFixed(3)}`,
    `${Math.round(gains.people)} people gain, ${Math.round(losses.people)} lose`,
  ].join("; ");
}

function describe({ people, peopleUnder, mean, gini, tenthRatio, tenths, incomeFifths }: ScenarioFigures) {
  return {
    people,
    people_under: peopleUnder,
    mean: Number.isNaN(mean) ? null : mean,
    gini: isDefined(gini) ? gini : null,
    d10_d1: isDefined(tenthRatio) ? tenthRatio : null,
    tenths: Array.from(tenths, (value) => (Number.isNaN(value) ? null : value)),
    income_fifths: incomeFifths.map((fifth) => ({
      fifth: Number(fifth.id),
      incomes: fifth.incomes,
      people: fifth.people,
      people_under: fifth.peopleUnder,
      mean: isDefined(fifth.mean) ? fifth.mean : null,
    })),
  };
}

function describeMoved({ codes, names, people, before, after }: ScenarioAnswer, moved: MovedPeople) {
  return {
    people: moved.people,
    areas: moved.areas,
    mean: moved.mean,
    most: moved.most.map((i) => ({
      code: codes[i],
      name: names[i],
      people: people[i],
      before: before[i],
      after: after[i],
    })),
  };
}
