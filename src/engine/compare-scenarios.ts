import { FailureError } from "../core/failure.ts";
import { same } from "../core/scenario/merge.ts";
import type { ScenarioAnswer } from "./apply-scenario.ts";

const MOST_COMPARED = 4;

/** Scenarios of one territory side by side, in the order given. */
export interface ScenarioComparison {
  readonly scenarios: readonly ScenarioAnswer[];
  /** Per scenario: people whose access is higher with it than with any other. */
  readonly peopleBestServed: readonly number[];
}

/** Parts that must be the same for two columns of figures to be beside each other. */
const SHARED = ["territory", "series", "model"] as const;

/** Changes smaller than this, in the unit of the series, are roundings. */
const LEAST_CHANGE = 1e-9;

/** Throws `bad-input` on fewer than two or more than four. */
export function assertComparable(count: number): void {
  if (count < 2 || count > MOST_COMPARED) {
    throw new FailureError("bad-input", { scenarios: count, expected: `2 to ${MOST_COMPARED}` });
  }
}

/** Throws as assertComparable, and `bad-input` naming the part in which two differ. */
export function compareScenarios(scenarios: readonly ScenarioAnswer[]): ScenarioComparison {
  assertComparable(scenarios.length);
  const [first] = scenarios;
  scenarios.forEach(({ question, threshold }, k) => {
    const differs = SHARED.find((part) => !same(question.scenario[part], first.question.scenario[part]));
    const part = threshold === first.threshold ? differs : "threshold";
    if (part) throw new FailureError("bad-input", { scenario: k + 1, problem: `another ${part} than the first` });
  });
  const peopleBestServed = scenarios.map(() => 0);
  for (let i = 0; i < first.units.length; i++) {
    const values = scenarios.map(({ after }) => after[i]);
    if (first.counted[i] === 0 || values.some(Number.isNaN)) continue;
    const best = values.indexOf(Math.max(...values));
    const isAlone = values.every((value, k) => k === best || value < values[best] - LEAST_CHANGE);
    if (isAlone) peopleBestServed[best] += first.people[i];
  }
  return { scenarios, peopleBestServed };
}
