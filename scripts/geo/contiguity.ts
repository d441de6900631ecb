import type { Topology } from "topojson-specification";
import type { FranceTopology } from "./topology.ts";

/** Two communes that touch, `unit` < `neighbour`; `edge` where they share a stretch of border, not only a point. */
export interface Contact {
  readonly unit: number;
  readonly neighbour: number;
  readonly edge: boolean;
}

type Communes = Pick<Topology, "arcs"> & { readonly objects: Pick<FranceTopology["objects"], "communes"> };

/**
 * Every contact of the outlines, ascending, each once. A shared arc is a shared border (rook); a shared vertex, on the grid
 * the arcs are quantized to, is at least a shared point (queen).
 */
export const listContacts = ({ arcs, objects }: Communes): Contact[] => {
  const owners = new Map<number, number[]>();
  for (const { type, arcs: rings, properties } of objects.communes.geometries)
    for (const arc of (type === "Polygon" ? rings : rings.flat()).flat()) {
      const distinct = arc < 0 ? ~arc : arc;
      append(owners, distinct, properties?.unit as number);
    }
  const edges = new Set<number>();
  const touching = new Set<number>();
  const atVertex = new Map<number, number[]>();
  for (const [arc, units] of owners) {
    for (const pair of pairsOf(units)) edges.add(pair);
    let x = 0;
    let y = 0;
    for (const [dx, dy] of arcs[arc]) {
      x += dx;
      y += dy;
      for (const unit of units) append(atVertex, x * span + y, unit);
    }
  }
  for (const units of atVertex.values()) for (const pair of pairsOf(units)) touching.add(pair);
  return [...touching]
    .sort((a, b) => a - b)
    .map((pair) => ({ unit: Math.floor(pair / span), neighbour: pair % span, edge: edges.has(pair) }));
};

/** Beyond the largest quantized coordinate and the largest unit, so that two of either make one number. */
const span = 2 ** 24;

const append = (lists: Map<number, number[]>, key: number, unit: number): void => {
  const list = lists.get(key);
  if (!list) lists.set(key, [unit]);
  else if (!list.includes(unit)) list.push(unit);
};

function* pairsOf(units: readonly number[]): Generator<number> {
  for (const a of units) for (const b of units) if (a < b) yield a * span + b;
}
