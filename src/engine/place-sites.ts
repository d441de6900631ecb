import type { Search } from "../core/placement/search.ts";
import { describePlan, type PlaceSitesAnswer } from "./describe-plan.ts";
import { findPlan } from "./find-plan.ts";
import type { PlaceSitesSources } from "./placement-sources.ts";
import type { PlaceSitesQuestion } from "./placement-world.ts";
import { preparePlacement } from "./prepare-placement.ts";
import type { UnitContext } from "./unit-context.ts";

/**
 * Where `count` new sites do most for a territory, from the communes to the reasons of each site. Throws `unknown-territory`,
 * `bad-input` when no plan exists, `cancelled`.
 */
export async function placeSites(
  sources: PlaceSitesSources & { readonly context: UnitContext },
  question: PlaceSitesQuestion,
  search: Search,
): Promise<PlaceSitesAnswer> {
  const world = await preparePlacement(sources, question, search.run);
  return describePlan(world, await findPlan(world, search), sources.context);
}
