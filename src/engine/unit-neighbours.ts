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
 * Neighbours among `units` (ascending), numbered in their order, weight 1. Cities with arrondissements are whole: an
 * arrondissement has no outline nor centre of its own and neighbours nobody. Islands without a road reach nobody by car.
 */
export async function loadNeighbours(
  db: Database,
  frame: NationalFrame,
  rule: NeighbourRule,
  units: Uint32Array,
): Promise<Neighbours> {
  if (rule.kind === "queen" || rule.kind === "rook") {
    return restrictNeighbours(await loadContiguity(db, frame, rule.kind), units);
  }
  const places = await loadPoints(db, frame, units);
  if (rule.kind === "nearest") return findNearestNeighbours(places, rule.count);
  return findReachableNeighbours(buildEstimateTable(places, places, rule.minutes), rule.minutes);
}

async function loadContiguity(db: Database, frame: NationalFrame, kind: "queen" | "rook"): Promise<Neighbours> {
  const table = await db.query(listNeighbours);
  const edge = getNumbers(table, "edge");
  const isKept = (_: number, row: number) => kind === "queen" || edge[row] === 1;
  const from = Uint32Array.from(getNumbers(table, "unit").filter(isKept));
  const to = Uint32Array.from(getNumbers(table, "neighbour").filter(isKept));
  return buildNeighbours(linkBothWays({ from, to }), frame.codes.length);
}

async function loadPoints(db: Database, frame: NationalFrame, units: Uint32Array): Promise<Places> {
  const table = await db.query(listPoints);
  const column = (name: string) => {
    const byUnit = new Float64Array(frame.codes.length).fill(Number.NaN);
    const values = getNumbers(table, name);
    getNumbers(table, "unit").forEach((unit, row) => {
      byUnit[unit] = values[row];
    });
    return Float64Array.from(units, (unit) => byUnit[unit]);
  };
  return {
    lon: column("lon"),
    lat: column("lat"),
    part: Uint8Array.from(units, (unit) => islandOf(frame.codes[unit])),
  };
}
