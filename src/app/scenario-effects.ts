import { queryOptions } from "@tanstack/react-query";
import { formatScenario, type Scenario } from "../core/scenario/document.ts";
import type { Baseline, ScenarioAnswer } from "../engine/apply-scenario.ts";
import type { ScenarioComparison } from "../engine/compare-scenarios.ts";
import type { EngineClient } from "../worker/client.ts";
import type { Progress } from "../worker/rpc.ts";

/** What a scenario changes, whatever its title, beside the values of a baseline; `timesVersion` tells times somebody brought apart. */
export function scenarioQuery(
  engine: () => EngineClient,
  scenario: Scenario,
  timesVersion: number,
  onProgress: (progress: Progress) => void,
  baseline: Baseline = "official",
) {
  return queryOptions<ScenarioAnswer>({
    queryKey: ["scenario", timesVersion, baseline, formatScenario({ ...scenario, title: "-", computed: null })],
    queryFn: ({ signal }) => engine().call("applyScenario", { scenario, baseline }, { signal, onProgress }),
    gcTime: 2 * 60_000,
  });
}

/** Scenarios side by side, each under the id it was asked by. */
export interface NamedComparison extends ScenarioComparison {
  readonly ids: readonly string[];
}

/** Two to four scenarios side by side. */
export function scenariosQuery(
  engine: () => EngineClient,
  asked: readonly { readonly id: string; readonly scenario: Scenario }[],
  timesVersion: number,
  onProgress: (progress: Progress) => void,
  baseline: Baseline,
) {
  const ids = asked.map(({ id }) => id);
  const questions = asked.map(({ scenario }) => ({ scenario, baseline }));
  return queryOptions<NamedComparison>({
    queryKey: ["scenarios", timesVersion, baseline, ids, asked.map(({ scenario }) => formatScenario(scenario))],
    queryFn: async ({ signal }) => ({
      ...(await engine().call("compareScenarios", questions, { signal, onProgress })),
      ids,
    }),
    gcTime: 2 * 60_000,
  });
}

export type { Baseline, ScenarioAnswer } from "../engine/apply-scenario.ts";
export type { MovedPeople, ScenarioFigures } from "../engine/scenario-figures.ts";
export type { ScenarioLimit } from "../engine/scenario-limits.ts";
