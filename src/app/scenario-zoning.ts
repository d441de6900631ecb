import { queryOptions } from "@tanstack/react-query";
import { AGE_LIMITS, type AgeLimit, SERIES, type Series } from "../core/professions.ts";
import type { Change } from "../core/scenario/change.ts";
import { formatScenario, type Scenario } from "../core/scenario/document.ts";
import { FRANCE, formatTerritory } from "../core/territory.ts";
import type { ZoningRule } from "../core/zoning/rule.ts";
import type { ScenarioAnswer } from "../engine/apply-scenario.ts";
import type { AccessOverrides } from "../engine/zone-areas.ts";
import type { ZoningAnswer, ZoningQuestion } from "../engine/zone-territory.ts";
import type { EngineClient } from "../worker/client.ts";
import type { Progress } from "../worker/rpc.ts";

/** Differences smaller than this, in the unit of the series, are roundings. */
const LEAST_CHANGE = 1e-9;

/**
 * A scenario as a zoning rule sees it: over the whole country, for an area may cross the border of the territory and shares
 * are ranked among all; and on the indicator of the rule. Null where that indicator is not published.
 */
export function scenarioUnderRule(scenario: Scenario, rule: ZoningRule): Scenario | null {
  const { profession, year } = scenario.series;
  const isPublished = (own: Series) => own.profession === profession && own.year === year && own.ages === rule.ages;
  if (profession !== rule.profession || !SERIES.some(isPublished)) return null;
  return {
    title: scenario.title,
    territory: FRANCE,
    series: { profession, year, ages: rule.ages },
    threshold: null,
    model: scenario.model,
    changes: scenario.changes.filter((change) => !isAlreadyGone(change, rule.ages)),
    computed: null,
  };
}

/** Departures of those whom the indicator of the rule does not count. */
function isAlreadyGone(change: Change, ages: AgeLimit): boolean {
  if (change.kind !== "departure-by-age" || ages === "all") return false;
  const limit = AGE_LIMITS.find((own) => own === `le${change.upTo}`);
  return limit !== undefined && AGE_LIMITS.indexOf(limit) <= AGE_LIMITS.indexOf(ages);
}

/** Access where a scenario changes it; what it leaves unknown stays as published. */
export function changedAccess({
  codes,
  before,
  after,
}: Pick<ScenarioAnswer, "codes" | "before" | "after">): AccessOverrides {
  const rows = Array.from(codes.keys()).filter((i) => Math.abs(after[i] - before[i]) > LEAST_CHANGE);
  return { codes: rows.map((i) => codes[i]), values: Float64Array.from(rows, (i) => after[i]) };
}

/** What a rule would give once a scenario is in place, beside what it gives today. */
export function scenarioZoningQuery(
  engine: () => EngineClient,
  question: Omit<ZoningQuestion, "overrides" | "year">,
  scenario: Scenario,
  timesVersion: number,
  onProgress: (progress: Progress) => void,
) {
  const { territory, rule, decisions } = question;
  const asked = scenarioUnderRule(scenario, rule);
  const key = asked && formatScenario({ ...asked, title: "-" });
  return queryOptions<ZoningAnswer>({
    queryKey: ["scenario-zoning", timesVersion, formatTerritory(territory), rule.id, decisions, key],
    enabled: asked !== null && rule.method !== "unpublished",
    queryFn: async ({ signal }) => {
      const whole = asked ?? scenario;
      const applied = { scenario: whole, baseline: "official" } as const;
      const effect = await engine().call("applyScenario", applied, { signal, onProgress });
      const zoned = { ...question, year: whole.series.year, overrides: changedAccess(effect) };
      return engine().call("simulateZoning", zoned, { signal, onProgress });
    },
    gcTime: 2 * 60_000,
  });
}
