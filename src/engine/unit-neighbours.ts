import type { Places } from "../core/geo/distance.ts";
import { findNearestNeighbours } from "../core/spatial/nearest-neighbours.ts";
import { buildNeighbours, linkBothWays, type Neighbours, restrictNeighbours } from "../core/spatial/neighbours.ts";
import { findReachableNeighbours } from "../core/spatial/reachable-neighbours.ts";
import { buildEstimateTable } from "../core/travel/estimate-table.ts";
import type { NationalFrame } from "./national-frame.ts";
import { type Database, getNumbers } from "./ports.ts";
import { islandOf } from "./roadless-islands.ts";
import listNeighbours from "./sql/list-neighbours.sql?raw";
import listPoints from "./sql/list-points.sql?raw";

/** Who neighbours whom: a common point, a common border, the nearest centres, or estimated minutes by car between centres. */
export type NeighbourRule =
  | { readonly kind: "queen" }
  | { readonly kind: "rook" }
  | { readonly kind: "nearest"; readonly count: number }
  | { readonly kind: "minutes"; readonly minutes: number };

export const NEIGHBOUR_KINDS = ["queen", "rook", "nearest", "minutes"] as const;

/**
 * Neighbours among `units` (ascending), numbered in their order, weight 1, as often as asked: contacts and centres are read
 * once. Cities with arrondissements are whole: an arrondissement has no outline nor centre of its own and neighbours nobody.
 * Islands without a road reach nobody by car.
 */
export function createNeighbourhoods(db: Database, frame: NationalFrame) {
  const size = frame.codes.length;
  const contacts = keepEach((kind: "queen" | "rook") => loadContiguity(db, size, kind));
  const centres = keepEach((_: "all") => loadCentres(db, size));
  return async (rule: NeighbourRule, units: Uint32Array): Promise<Neighbours> => {
    if (rule.kind === "queen" || rule.kind === "rook") return restrictNeighbours(await contacts(rule.kind), units);
    const places = placesOf(frame, await centres("all"), units);
    if (rule.kind === "nearest") return findNearestNeighbours(places, rule.count);
    return findReachableNeighbours(buildEstimateTable(places, places, rule.minutes), rule.minutes);
  };
}

/** A failure is not kept. */
function keepEach<K, T>(load: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const kept = new Map<K, Promise<T>>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    const pending = load(key).catch((error: unknown) => {
      kept.delete(key);
      throw error;
    });
    kept.set(key, pending);
    return pending;
  };
}

async function loadContiguity(db: Database, size: number, kind: "queen" | "rook"): Promise<Neighbours> {
  const table = await db.query(listNeighbours);
  const edge = getNumbers(table, "edge");
  const isKept = (_: number, row: number) => kind === "queen" || edge[row] === 1;
  const from = Uint32Array.from(getNumbers(table, "unit").filter(isKept));
  const to = Uint32Array.from(getNumbers(table, "neighbour").filter(isKept));
  return buildNeighbours(linkBothWays({ from, to }), size);
}

/** Longitude and latitude by unit, NaN where there is none. */
interface Centres {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

async function loadCentres(db: Database, size: number): Promise<Centres> {
  const table = await db.query(listPoints);
  const unit = getNumbers(table, "unit");
  const column = (name: string) => {
    const byUnit = new Float64Array(size).fill(Number.NaN);
    getNumbers(table, name).forEach((value, row) => {
      byUnit[unit[row]] = value;
    });
    return byUnit;
  };
  return { lon: column("lon"), lat: column("lat") };
}

function placesOf(frame: NationalFrame, { lon, lat }: Centres, units: Uint32Array): Places {
  return {
    lon: Float64Array.from(units, (unit) => lon[unit]),
    lat: Float64Array.from(units, (unit) => lat[unit]),
    part: Uint8Array.from(units, (unit) => islandOf(frame.codes[unit])),
  };
}
