import { planRounds, type RoundsSearch } from "../core/rounds/plan-rounds.ts";
import { breathe } from "../core/run.ts";
import { describeRounds, type PlanRoundsAnswer } from "./describe-rounds.ts";
import { type PlanRoundsSources, prepareRounds } from "./prepare-rounds.ts";
import type { PlanRoundsQuestion } from "./rounds-world.ts";

/**
 * Rounds of mobile units that take most off the shortfall of a territory: prepared, searched and described at once. Throws as
 * `prepareRounds` and the search.
 */
export async function planMobileRounds(
  sources: PlanRoundsSources,
  question: PlanRoundsQuestion,
  search: RoundsSearch,
): Promise<PlanRoundsAnswer> {
  const prepared = await prepareRounds(sources, question, search.run);
  await breathe(search.run);
  const { problem, stops } = prepared.world;
  const found = await planRounds({ ...problem, nameOf: (p) => `${stops[p].name} (${stops[p].code})` }, search);
  return describeRounds(prepared, found, sources.series, sources.context);
}
