import { GrowingList } from "./growing.ts";
import { groupBy, UNREACHED } from "./road-graph.ts";
import type { Segments } from "./segments.ts";

/** A run of segments between two junctions, in driving order; `members[start[c]]` … are segments, ~s when reversed. */
export interface Chains {
  readonly start: Uint32Array;
  readonly members: Int32Array;
}

/**
 * Joins segments over vertices where nothing can be decided: two segments meet, both one-way the same way round or both
 * two-way, and equally open. Rings without a junction start at their lowest vertex. Every segment is in one chain.
 */
export function contractChains(segments: Segments): Chains {
  const count = segments.from.length;
  const vertices = segments.lon.length;
  const { start: rows, order } = groupBy(concat(segments.from, segments.to), vertices);
  const segmentAt = (k: number) => order[k] % Math.max(1, count);
  const passes = new Uint8Array(vertices);
  for (let v = 0; v < vertices; v++) {
    if (rows[v + 1] - rows[v] !== 2) continue;
    const [s, t] = [segmentAt(rows[v]), segmentAt(rows[v] + 1)];
    const oneWay = segments.backward[s] < 0;
    if (s === t || segments.open[s] !== segments.open[t] || oneWay !== segments.backward[t] < 0) continue;
    const headOn = (segments.to[s] === v) === (segments.to[t] === v);
    if (!oneWay || !headOn) passes[v] = 1;
  }
  const used = new Uint8Array(count);
  const start = new GrowingList((size) => new Uint32Array(size));
  const members = new GrowingList((size) => new Int32Array(size));
  start.push(0);
  const follow = (vertex: number, first: number) => {
    let [v, s] = [vertex, first];
    for (;;) {
      used[s] = 1;
      const reversed = segments.from[s] !== v;
      members.push(reversed ? ~s : s);
      v = reversed ? segments.from[s] : segments.to[s];
      if (passes[v] === 0) break;
      const other = segmentAt(rows[v]) === s ? segmentAt(rows[v] + 1) : segmentAt(rows[v]);
      if (used[other] === 1) break;
      s = other;
    }
    start.push(members.length);
  };
  for (const ringsToo of [false, true]) {
    for (let v = 0; v < vertices; v++) {
      if (passes[v] === 1 && !ringsToo) continue;
      for (let k = rows[v]; k < rows[v + 1]; k++) {
        const s = segmentAt(k);
        if (used[s] === 1) continue;
        const against = segments.from[s] !== v;
        if (against && segments.backward[s] < 0) continue;
        follow(v, s);
      }
    }
  }
  return { start: start.filled(), members: members.filled() };
}

/** Exact times along a chain and back, in the segments' unit; back is −1 where closed. */
export function chainTimes(segments: Segments, chains: Chains, chain: number): { ahead: number; back: number } {
  let ahead = 0;
  let back = 0;
  for (let k = chains.start[chain]; k < chains.start[chain + 1]; k++) {
    const member = chains.members[k];
    const s = member < 0 ? ~member : member;
    ahead += member < 0 ? segments.backward[s] : segments.forward[s];
    const behind = member < 0 ? segments.forward[s] : segments.backward[s];
    back = back < 0 || behind < 0 ? -1 : back + behind;
  }
  return { ahead, back };
}

/** Whole ticks of an exact time, or UNREACHED when closed. */
export function wholeTicks(time: number): number {
  return time < 0 ? UNREACHED : Math.round(time);
}

function concat(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
