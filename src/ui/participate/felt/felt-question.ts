import type { SpaceView } from "../../../app/contributions/board.ts";
import type { FeltQuestion } from "../../../app/felt.ts";
import { readAggregates, type Told } from "../../../core/participation/read-told.ts";
import type { Series } from "../../../core/professions.ts";
import type { Territory } from "../../../core/territory.ts";

/** A register of this browser that tells counts, and what it tells. */
export interface ToldSpace {
  readonly view: SpaceView;
  readonly told: Told;
}

/** Registers with at least one published count; the public one first. */
export function listTold(spaces: readonly SpaceView[]): readonly ToldSpace[] {
  const told = spaces.map((view) => ({ view, told: readAggregates(view.state, view.log) }));
  const some = told.filter((one) => one.told.counts.length > 0);
  return some.toSorted((a, b) => Number(b.view.space === "public") - Number(a.view.space === "public"));
}

/** What is asked of the engine; areas are those the counts are published of. */
export function feltQuestion(told: Told, territory: Territory, series: Series, threshold: number): FeltQuestion {
  const isFine = told.counts.some(({ area }) => area.startsWith("epci:"));
  return {
    territory,
    series,
    threshold,
    counts: told.counts,
    months: told.months,
    rule: told.rule,
    kinds: null,
    professions: null,
    grid: isFine ? "epci" : "departement",
    cut: null,
    underCut: null,
  };
}
