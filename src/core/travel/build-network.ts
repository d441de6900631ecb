import { type Chains, chainTimes, contractChains, wholeTicks } from "./contract-chains.ts";
import { GrowingList } from "./growing.ts";
import { hilbertIndex } from "./hilbert.ts";
import { DEGREE, type RoadNetwork } from "./road-network.ts";
import type { Segments } from "./segments.ts";
import { markNeeded } from "./simplify-line.ts";

/** Ten-millionths of a degree in a unit of the network. */
const FINE = 1e7 / DEGREE;

/** Bends closer than this to the line without them are left out, metres. */
const BEND_METRES = 8;

const METRES_PER_DEGREE = 111_195;

/**
 * Network of the junctions of segments. Times of a road are summed exactly and rounded once; inner points keep the
 * rounded time of their place, so that what is left out of the shape does not shift what is kept. Junctions are numbered
 * along a Hilbert curve, roads by their ends, equal ends in the order of the extract.
 */
export function buildNetwork(segments: Segments): RoadNetwork {
  const chains = contractChains(segments);
  const count = chains.start.length - 1;
  const ends = (c: number) => {
    const first = chains.members[chains.start[c]];
    const last = chains.members[chains.start[c + 1] - 1];
    return { first: startOf(segments, first), last: endOf(segments, last) };
  };
  const { vertices, number } = numberJunctions(segments, count, ends);
  const key = (c: number) => {
    const { first, last } = ends(c);
    return number[first] * vertices.length + number[last];
  };
  const keys = Float64Array.from({ length: count }, (_, c) => key(c));
  const order = Uint32Array.from({ length: count }, (_, c) => c).sort((a, b) => keys[a] - keys[b] || a - b);
  const shape = new ShapeWriter(segments, chains);
  const times = Array.from(order, (c) => chainTimes(segments, chains, c));
  for (let r = 0; r < count; r++) shape.add(order[r]);
  return {
    ticksPerSecond: 10,
    nodeLon: Int32Array.from(vertices, (v) => Math.round(segments.lon[v] / FINE)),
    nodeLat: Int32Array.from(vertices, (v) => Math.round(segments.lat[v] / FINE)),
    from: Uint32Array.from(order, (c) => number[ends(c).first]),
    to: Uint32Array.from(order, (c) => number[ends(c).last]),
    forward: Uint32Array.from(times, ({ ahead }) => wholeTicks(ahead)),
    backward: Uint32Array.from(times, ({ back }) => wholeTicks(back)),
    open: Uint8Array.from(order, (c) => segments.open[memberSegment(chains.members[chains.start[c]])]),
    shapeStart: shape.start.filled().slice(),
    shapeLon: shape.lon.filled().slice(),
    shapeLat: shape.lat.filled().slice(),
    shapeTicks: shape.ticks.filled().slice(),
  };
}

/** The vertices at the ends of chains in their new order, and the number of each (elsewhere meaningless). */
function numberJunctions(segments: Segments, count: number, ends: (c: number) => { first: number; last: number }) {
  const isEnd = new Uint8Array(segments.lon.length);
  for (let c = 0; c < count; c++) {
    const { first, last } = ends(c);
    isEnd[first] = isEnd[last] = 1;
  }
  const found = new GrowingList((size) => new Uint32Array(size));
  let [west, south, east, north] = [1.8e9, 0.9e9, -1.8e9, -0.9e9];
  for (let v = 0; v < isEnd.length; v++) {
    if (isEnd[v] === 0) continue;
    found.push(v);
    west = Math.min(west, segments.lon[v]);
    east = Math.max(east, segments.lon[v]);
    south = Math.min(south, segments.lat[v]);
    north = Math.max(north, segments.lat[v]);
  }
  const side = Math.max(1, east - west, north - south);
  const place = new Float64Array(segments.lon.length);
  for (const v of found.filled()) {
    place[v] = hilbertIndex((segments.lon[v] - west) / side, (segments.lat[v] - south) / side);
  }
  const vertices = found.filled().sort((a, b) => place[a] - place[b] || a - b);
  const number = new Uint32Array(segments.lon.length);
  vertices.forEach((v, i) => {
    number[v] = i;
  });
  return { vertices, number };
}

class ShapeWriter {
  readonly start = new GrowingList((size) => new Uint32Array(size));
  readonly lon = new GrowingList((size) => new Int32Array(size));
  readonly lat = new GrowingList((size) => new Int32Array(size));
  readonly ticks = new GrowingList((size) => new Uint32Array(size));
  readonly #segments: Segments;
  readonly #chains: Chains;

  constructor(segments: Segments, chains: Chains) {
    this.#segments = segments;
    this.#chains = chains;
    this.start.push(0);
  }

  /** Adds the inner points of a chain that its shape needs; a ring keeps at least its middle. */
  add(chain: number): void {
    const { lon, lat, forward, backward } = this.#segments;
    const { start, members } = this.#chains;
    const length = start[chain + 1] - start[chain];
    const x = new Float64Array(length + 1);
    const y = new Float64Array(length + 1);
    const time = new Float64Array(length + 1);
    const points = new Uint32Array(length + 1);
    points[0] = startOf(this.#segments, members[start[chain]]);
    const squeeze = Math.cos((lat[points[0]] * Math.PI) / 180 / 1e7);
    for (let i = 0; i <= length; i++) {
      if (i > 0) {
        const member = members[start[chain] + i - 1];
        points[i] = endOf(this.#segments, member);
        time[i] = time[i - 1] + (member < 0 ? backward[~member] : forward[member]);
      }
      x[i] = lon[points[i]] * squeeze;
      y[i] = lat[points[i]];
    }
    const keep = new Uint8Array(length + 1);
    if (points[0] === points[length] && length > 1) keep[length >>> 1] = 1;
    markNeeded(x, y, 0, length, (BEND_METRES / METRES_PER_DEGREE) * 1e7, keep);
    for (let i = 1; i < length; i++) {
      if (keep[i] === 0) continue;
      this.lon.push(Math.round(lon[points[i]] / FINE));
      this.lat.push(Math.round(lat[points[i]] / FINE));
      this.ticks.push(wholeTicks(time[i]));
    }
    this.start.push(this.ticks.length);
  }
}

function memberSegment(member: number): number {
  return member < 0 ? ~member : member;
}

function startOf(segments: Segments, member: number): number {
  return member < 0 ? segments.to[~member] : segments.from[member];
}

function endOf(segments: Segments, member: number): number {
  return member < 0 ? segments.from[~member] : segments.to[member];
}
