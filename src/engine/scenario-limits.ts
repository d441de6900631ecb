import { presetOf } from "../core/access/profession-presets.ts";
import { concerns } from "../core/scenario/change.ts";
import type { Scenario } from "../core/scenario/document.ts";
import type { ReachPlaces } from "./reach-places.ts";
import type { SiteSupply } from "./scenario-supply.ts";
import type { Spread } from "./spread-supply.ts";
import type { TerritoryRows } from "./territory-rows.ts";

/** What limits the figures of a scenario; a reader must see each beside them. */
export type ScenarioLimit =
  /** The decay is an assumption nobody published. */
  | { readonly kind: "unpublished-decay" }
  /** Minutes are estimated from straight lines, for this many of the pairs used. */
  | { readonly kind: "estimated-times"; readonly pairs: number; readonly of: number }
  /** People, other practitioners and their activity stay as they are. */
  | { readonly kind: "all-else-equal" }
  /** Changes of other professions, by id: not in these figures. */
  | { readonly kind: "other-profession"; readonly changes: readonly string[] }
  /** More leaves a commune than places of practice are counted there. */
  | { readonly kind: "more-than-counted"; readonly code: string; readonly leaving: number; readonly places: number }
  /** Communes whose access would fall under 0 and is held at 0. */
  | { readonly kind: "held-at-zero"; readonly areas: number }
  /** Communes whose value with fewer practitioners is above the one with all, or missing: left out. */
  | { readonly kind: "left-out-by-age"; readonly areas: number }
  /** Supply at a commune that nobody can reach counts for nobody. */
  | { readonly kind: "nobody-in-reach"; readonly code: string }
  /** The official indicator gives everybody a car: lines change nothing in it. */
  | { readonly kind: "lines-apart"; readonly changes: readonly string[] }
  /** A consultation by video counts where its room is, like any other. */
  | { readonly kind: "video-as-presence"; readonly changes: readonly string[] };

interface Applied {
  readonly places: ReachPlaces;
  readonly scenario: Scenario;
  readonly rows: TerritoryRows;
  readonly before: Float64Array;
  /** Before supply moves, practitioners above an age already gone. */
  readonly start: Float64Array;
  readonly after: Float64Array;
  readonly spread: Spread;
  readonly supplied: readonly SiteSupply[];
}

export function listLimits(applied: Applied): readonly ScenarioLimit[] {
  const { scenario, places, spread, supplied, before, start, after, rows } = applied;
  const { profession } = scenario.series;
  const { changes } = scenario;
  if (changes.length === 0) return [];
  const limits: ScenarioLimit[] = [{ kind: "all-else-equal" }];
  const { estimated, brought } = spread.times;
  if (supplied.length > 0 && (scenario.model || !presetOf(profession).decay.published)) {
    limits.push({ kind: "unpublished-decay" });
  }
  if (estimated > 0) limits.push({ kind: "estimated-times", pairs: estimated, of: estimated + brought });
  const listed = (kind: "other-profession" | "lines-apart" | "video-as-presence", ids: readonly string[]) => {
    if (ids.length > 0) limits.push({ kind, changes: ids.toSorted() });
  };
  const idsOf = (kind: string) => changes.filter((change) => change.kind === kind).map(({ id }) => id);
  listed(
    "other-profession",
    changes.filter((change) => !concerns(change, profession)).map(({ id }) => id),
  );
  listed("lines-apart", idsOf("transport-line"));
  listed("video-as-presence", profession === "gp" ? idsOf("teleconsultation") : []);
  supplied.forEach(({ place, supply }, j) => {
    const code = places.codes[place];
    const leaving = -supply / presetOf(profession).perPractitioner.value;
    const counted = places.counts[profession][place] || 0;
    if (leaving > counted) limits.push({ kind: "more-than-counted", code, leaving, places: counted });
    if (!(spread.weighted[j] > 0)) limits.push({ kind: "nobody-in-reach", code });
  });
  const areas = (keep: (i: number) => boolean) => {
    let count = 0;
    for (let i = 0; i < rows.units.length; i++) if (rows.counted[i] === 1 && keep(i)) count++;
    return count;
  };
  const held = areas((i) => after[i] === 0 && start[i] > 0);
  if (held > 0) limits.push({ kind: "held-at-zero", areas: held });
  const left = areas((i) => Number.isNaN(start[i]) && !Number.isNaN(before[i]));
  if (left > 0) limits.push({ kind: "left-out-by-age", areas: left });
  return limits;
}
