import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import { roundsQuestion } from "../../../src/app/rounds.ts";
import { planRounds } from "../../../src/core/rounds/plan-rounds.ts";
import type { PlanRoundsAnswer } from "../../../src/engine/describe-rounds.ts";
import type { Engine } from "../../../src/engine/engine.ts";

export const RUN = { signal: { aborted: false }, progress: () => undefined };

/** Two vehicles in Mayenne, a short search. */
export async function planMayenne(engine: Engine): Promise<PlanRoundsAnswer> {
  const asked = {
    ...DEFAULT_QUESTION,
    territory: { kind: "departement", code: "53" } as const,
    rounds: { ...DEFAULT_QUESTION.rounds, vehicles: 2, candidates: 25 },
  };
  const question = roundsQuestion(asked, 2.5);
  const { problem } = await engine.prepareRounds(question, RUN);
  const limits = { timeLimit: Number.POSITIVE_INFINITY, seconds: () => 0, seed: 1, iterations: 200 };
  const found = await planRounds(problem, { run: RUN, ...limits });
  return engine.describeRounds({ question, found }, RUN);
}
