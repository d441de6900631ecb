import { buildCostRows } from "../core/placement/cost-rows.ts";
import { impossible } from "../core/placement/problem.ts";
import type { PlaceTimes } from "./place-times.ts";
import type { PlaceSitesQuestion, ServiceWorld } from "./placement-world.ts";
import type { ReachPlaces } from "./reach-places.ts";

/** Minutes looked at for the nearest place of practice: near first, then as far as anybody can be. */
const TIERS = [30, 150];

/** Minutes between a commune and a site when new sites are all there is: across the largest region. */
const FARTHEST = 420;

/** Communes of an island that is a territory of its own: Mayotte has 17, Belle-Île 4. */
const LARGE_PART = 15;

/** Pairs beyond which a search would not fit in a browser. */
const MOST_PAIRS = 4_000_000;

/**
 * Minutes from each commune to each candidate. Where today's places of practice count, a candidate no nearer than the nearest
 * of them serves nobody, so that pair is left out. Small islands no road leads to, with no place of practice that counts, are set
 * aside: each would take a site for itself. Throws `bad-input` beyond `MOST_PAIRS`.
 */
export function measureService(
  { series, practices }: PlaceSitesQuestion,
  places: ReachPlaces,
  home: readonly number[],
  allowed: readonly number[],
  times: PlaceTimes,
): ServiceWorld {
  const today = practices
    ? findNearest(home, listPractices(places.counts[series.profession]), times)
    : new Float64Array(home.length).fill(Number.POSITIVE_INFINITY);
  if (!practices && home.length * allowed.length > MOST_PAIRS) {
    const sizes = { communes: home.length, candidates: allowed.length };
    throw impossible(
      `${home.length} communes and ${allowed.length} candidates are more than ${MOST_PAIRS} pairs`,
      "too-large",
      sizes,
    );
  }
  const large = listLargeParts(home.map((i) => places.islands[i]));
  const demands = Uint32Array.from(
    [...home.keys()].filter((r) => today[r] < Number.POSITIVE_INFINITY || large.has(places.islands[home[r]])),
  );
  const from = Array.from(demands, (r) => home[r]);
  const finite = today.filter((minutes) => minutes < Number.POSITIVE_INFINITY);
  const limit = practices ? finite.reduce((most, minutes) => Math.max(most, minutes), TIERS[0]) : FARTHEST;
  const table = times.measure(from, allowed, limit);
  const pairs: { readonly row: number; readonly site: number; readonly minutes: number }[] = [];
  demands.forEach((r, row) => {
    for (let k = table.offsets[row]; k < table.offsets[row + 1]; k++) {
      if (table.minutes[k] < today[r]) pairs.push({ row, site: table.targets[k], minutes: table.minutes[k] });
    }
    if (today[r] < Number.POSITIVE_INFINITY) pairs.push({ row, site: allowed.length, minutes: today[r] });
  });
  const rows = buildCostRows(
    {
      demands: Uint32Array.from(pairs, ({ row }) => row),
      candidates: Uint32Array.from(pairs, ({ site }) => site),
      costs: Float64Array.from(pairs, ({ minutes }) => minutes),
    },
    demands.length,
    allowed.length + (practices ? 1 : 0),
  );
  return { demands, rows, today };
}

/** Parts of the territory that no sea divides: the one with most communes, and those with enough of them. */
function listLargeParts(parts: readonly number[]): ReadonlySet<number> {
  const communes = new Map<number, number>();
  for (const part of parts) communes.set(part, (communes.get(part) ?? 0) + 1);
  const most = Math.max(...communes.values());
  return new Set([...communes].filter(([, n]) => n >= LARGE_PART || n === most).map(([part]) => part));
}

function listPractices(counts: Float64Array): readonly number[] {
  return Array.from(counts.keys()).filter((i) => counts[i] > 0);
}

/** Minutes from each place to the nearest of some others; Infinity beyond the last tier. */
function findNearest(from: readonly number[], to: readonly number[], { measure }: PlaceTimes): Float64Array {
  const nearest = new Float64Array(from.length).fill(Number.POSITIVE_INFINITY);
  for (const minutes of TIERS) {
    const left = Array.from(nearest.keys()).filter((r) => nearest[r] === Number.POSITIVE_INFINITY);
    const table = measure(
      left.map((r) => from[r]),
      to,
      minutes,
    );
    left.forEach((r, row) => {
      for (let k = table.offsets[row]; k < table.offsets[row + 1]; k++) {
        nearest[r] = Math.min(nearest[r], table.minutes[k]);
      }
    });
  }
  return nearest;
}
