import { kmBetween } from "../../src/core/geo/distance.ts";
import type { RoadNetwork } from "../../src/core/travel/road-network.ts";
import type { CommunePoints } from "../../src/engine/reach-places.ts";
import { drawNetwork } from "../core/travel/worlds.ts";

/** Roads per commune. */
const LINKS = 4;

/**
 * A made-up network over real communes: a straight road from each commune point to its four nearest, driven at one minute a
 * kilometre both ways. Roads are sorted by their first end, as in a road file.
 */
export function drawCommuneRoads({ lon, lat, codes }: CommunePoints, isWithin: (code: string) => boolean): RoadNetwork {
  const within = Array.from(codes.keys()).filter((i) => isWithin(codes[i]));
  const km = (a: number, b: number) => kmBetween(lon[within[a]], lat[within[a]], lon[within[b]], lat[within[b]]);
  const links = new Map<string, readonly [number, number]>();
  for (let a = 0; a < within.length; a++) {
    const nearest = Array.from(within.keys())
      .filter((b) => b !== a)
      .sort((b, c) => km(a, b) - km(a, c))
      .slice(0, LINKS);
    for (const b of nearest) links.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)]);
  }
  const roads = [...links.values()].sort(([a, b], [c, d]) => a - c || b - d);
  return drawNetwork(
    within.map((i) => [lon[i], lat[i]] as const),
    roads.map(([a, b]) => [a, b, Math.max(1, Math.round(km(a, b) * 600))] as const),
  );
}
