import type { Position } from "geojson";
import { xy } from "./planar.ts";
import type { FranceTopology } from "./topology.ts";

const metresPerDegree = 111_195;

interface SimplifiableArc {
  points: Position[];
  /** The detail, in metres, at which each vertex disappears. */
  detail: Float64Array;
}

/** Visvalingam's effective area, larger for sharp corners, as a length. */
const detailAt = (before: Position, at: Position, after: Position): number => {
  const [x, y] = xy(at);
  const scale = Math.cos((y * Math.PI) / 180);
  const [ax, ay] = [(xy(before)[0] - x) * scale * metresPerDegree, (xy(before)[1] - y) * metresPerDegree];
  const [bx, by] = [(xy(after)[0] - x) * scale * metresPerDegree, (xy(after)[1] - y) * metresPerDegree];
  const cosine = (ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by) || 1);
  const area = Math.abs(ax * by - ay * bx) / 2;
  return 0.65 * Math.sqrt(area * (1 + 0.7 * cosine));
};

const rankVertices = (points: Position[]): Float64Array => {
  const detail = new Float64Array(points.length).fill(Infinity);
  const left = points.map((_, i) => i);
  const current = points.map((at, i) =>
    i === 0 || i === points.length - 1 ? Infinity : detailAt(points[i - 1] as Position, at, points[i + 1] as Position),
  );
  let reached = 0;
  while (left.length > 2) {
    let lowest = 1;
    for (let k = 2; k < left.length - 1; k++)
      if ((current[left[k] as number] as number) < (current[left[lowest] as number] as number)) lowest = k;
    const removed = left[lowest] as number;
    reached = Math.max(reached, current[removed] as number);
    detail[removed] = reached;
    left.splice(lowest, 1);
    for (const k of [lowest - 1, lowest]) {
      const [before, at, after] = [left[k - 1], left[k], left[k + 1]];
      if (before !== undefined && at !== undefined && after !== undefined)
        current[at] = detailAt(points[before] as Position, points[at] as Position, points[after] as Position);
    }
  }
  return detail;
};

const absolute = (topology: FranceTopology): Position[][] => {
  if (!topology.transform) return topology.arcs;
  const { scale, translate } = topology.transform;
  return topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map((step) => {
      x += step[0] ?? 0;
      y += step[1] ?? 0;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
};

const ringsOf = (arcs: unknown): number[][] => {
  const list = arcs as unknown[];
  return typeof list[0] === "number" ? [list as number[]] : list.flatMap(ringsOf);
};
const distinct = (arc: number): number => (arc < 0 ? ~arc : arc);

/** Vertices an arc must keep so that each ring it closes still has an area: no commune, no island vanishes. */
const neededVertices = (topology: FranceTopology): Uint8Array => {
  const needed = new Uint8Array(topology.arcs.length);
  for (const commune of topology.objects.communes.geometries)
    for (const ring of ringsOf(commune.arcs))
      for (const arc of ring) needed[distinct(arc)] = Math.max(needed[distinct(arc)] ?? 0, 3 - ring.length);
  return needed;
};

/** Simplifies along shared arcs, so that neighbours keep identical borders; the outer edge may keep more detail. */
export const simplifier = (topology: FranceTopology): ((metres: number, edgeMetres: number) => FranceTopology) => {
  const arcs: SimplifiableArc[] = absolute(topology).map((points) => ({ points, detail: rankVertices(points) }));
  const needed = neededVertices(topology);
  const edge = new Set(
    topology.objects.land.geometries.flatMap((land) =>
      ringsOf("arcs" in land ? land.arcs : [])
        .flat()
        .map(distinct),
    ),
  );
  return (metres, edgeMetres) => ({
    type: "Topology",
    objects: topology.objects,
    arcs: arcs.map(({ points, detail }, i) => {
      const wanted = edge.has(i) ? edgeMetres : metres;
      const strongest = detail.toSorted().toReversed()[1 + (needed[i] ?? 0)] ?? 0;
      const limit = Math.min(wanted, strongest);
      return points.filter((_, k) => (detail[k] ?? 0) >= limit);
    }),
  });
};
