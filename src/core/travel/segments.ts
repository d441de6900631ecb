import { GrowingList } from "./growing.ts";
import { ABSENT, type CarNodes } from "./osm-nodes.ts";
import type { CarWays } from "./osm-ways.ts";

/** Straight pieces of road between two vertices, with exact times. */
export interface Segments {
  /** Vertex of each place, in ten-millionths of a degree. */
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Tenths of a second, not rounded; −1: closed that way. Never both. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** 1 where a trip may start or end. */
  readonly open: Uint8Array;
}

const EARTH_METRES = 6_371_008.8;
const RADIANS = Math.PI / 180 / 1e7;
const TENTHS_PER_METRE_AT_1_KMH = 36;

/**
 * Cuts car ways into segments. A way is interrupted where the extract lacks a node, and at a blocked node each way ends
 * on a vertex of its own. Segments closed forward are turned round.
 */
export function cutSegments(ways: CarWays, nodes: CarNodes): Segments {
  const lon = new GrowingList((size) => new Int32Array(size));
  const lat = new GrowingList((size) => new Int32Array(size));
  const from = new GrowingList((size) => new Uint32Array(size));
  const to = new GrowingList((size) => new Uint32Array(size));
  const forward = new GrowingList((size) => new Float64Array(size));
  const backward = new GrowingList((size) => new Float64Array(size));
  const open = new GrowingList((size) => new Uint8Array(size));
  const addVertex = (node: number) => {
    lon.push(nodes.lon[node]);
    lat.push(nodes.lat[node]);
    return lon.length - 1;
  };
  for (let v = 0; v < nodes.ids.length; v++) addVertex(v);
  ways.rules.forEach((rule, w) => {
    const first = ways.start.items[w];
    const end = ways.start.items[w + 1];
    const passed = Array.from({ length: end - first }, (_, i) => nodes.find(ways.refs.items[first + i]));
    const lengths = passed.map((node, i) => (i === 0 ? 0 : metresBetween(nodes, passed[i - 1], node)));
    const whole = lengths.reduce((sum, metres) => sum + (Number.isNaN(metres) ? 0 : metres), 0);
    const perMetre = (speed: number) => {
      if (speed === 0) return -1;
      return rule.seconds !== null && whole > 0 ? (rule.seconds * 10) / whole : TENTHS_PER_METRE_AT_1_KMH / speed;
    };
    const [ahead, behind] = [perMetre(rule.forward), perMetre(rule.backward)];
    const vertexOf = (node: number) => (nodes.blocked[node] === 1 ? addVertex(node) : node);
    for (let i = 1; i < passed.length; i++) {
      const metres = lengths[i];
      if (Number.isNaN(metres) || passed[i] === passed[i - 1]) continue;
      const [a, b] = [vertexOf(passed[i - 1]), vertexOf(passed[i])];
      const turned = ahead < 0;
      from.push(turned ? b : a);
      to.push(turned ? a : b);
      forward.push(metres * (turned ? behind : ahead));
      backward.push(turned || behind < 0 ? -1 : metres * behind);
      open.push(rule.open ? 1 : 0);
    }
  });
  return {
    lon: lon.filled(),
    lat: lat.filled(),
    from: from.filled(),
    to: to.filled(),
    forward: forward.filled(),
    backward: backward.filled(),
    open: open.filled(),
  };
}

/** Great-circle distance (haversine on the mean sphere); NaN when a node is absent. */
function metresBetween(nodes: CarNodes, a: number, b: number): number {
  if (nodes.lon[a] === ABSENT || nodes.lon[b] === ABSENT) return Number.NaN;
  const dLat = Math.sin(((nodes.lat[b] - nodes.lat[a]) * RADIANS) / 2);
  const dLon = Math.sin(((nodes.lon[b] - nodes.lon[a]) * RADIANS) / 2);
  const h = dLat * dLat + Math.cos(nodes.lat[a] * RADIANS) * Math.cos(nodes.lat[b] * RADIANS) * dLon * dLon;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}
