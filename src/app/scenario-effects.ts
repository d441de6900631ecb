import { queryOptions } from "@tanstack/react-query";
import { formatScenario, type Scenario } from "../core/scenario/document.ts";
import type { ScenarioAnswer, ScenarioQuestion } from "../engine/apply-scenario.ts";
import type { ScenarioComparison } from "../engine/compare-scenarios.ts";
import type { EngineClient } from "../worker/client.ts";
import type { Progress } from "../worker/rpc.ts";

/** What a scenario changes, whatever its title, by the official values; `timesVersion` tells times somebody brought apart. */
export function scenarioQuery(
  engine: () => EngineClient,
  scenario: Scenario,
  timesVersion: number,
  onProgress: (progress: Progress) => void,
) {
  return queryOptions<ScenarioAnswer>({
    queryKey: ["scenario", timesVersion, formatScenario({ ...scenario, title: "-" })],
    queryFn: ({ signal }) => engine().call("applyScenario", questionOf(scenario), { signal, onProgress }),
    gcTime: 2 * 60_000,
  });
}

/** Two to four scenarios side by side. */
export function scenariosQuery(
  engine: () => EngineClient,
  scenarios: readonly Scenario[],
  timesVersion: number,
  onProgress: (progress: Progress) => void,
) {
  return queryOptions<ScenarioComparison>({
    queryKey: ["scenarios", timesVersion, scenarios.map(formatScenario)],
    queryFn: ({ signal }) => engine().call("compareScenarios", scenarios.map(questionOf), { signal, onProgress }),
    gcTime: 2 * 60_000,
  });
}

function questionOf(scenario: Scenario): ScenarioQuestion {
  return { scenario, baseline: "official" };
}

export type { ScenarioAnswer } from "../engine/apply-scenario.ts";
export type { ScenarioComparison } from "../engine/compare-scenarios.ts";
export type { MovedPeople, ScenarioFigures } from "../engine/scenario-figures.ts";
export type { ScenarioLimit } from "../engine/scenario-limits.ts";
