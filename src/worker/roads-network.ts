import type { Run } from "../core/run.ts";
import type { Components } from "../core/travel/components.ts";
import { traceIsochrone } from "../core/travel/isochrone.ts";
import { type Place, placeOnRoad } from "../core/travel/placement.ts";
import { UNREACHED } from "../core/travel/road-graph.ts";
import type { RoadNetwork } from "../core/travel/road-network.ts";
import { fillTable, limitTicks, prepareRoads, type Roads } from "../core/travel/road-times.ts";
import { snapPoint } from "../core/travel/snap.ts";
import { buildSnapIndex, type SnapIndex } from "../core/travel/snap-index.ts";
import type { Origin } from "../engine/list-reachable.ts";
import type { CommunePoints } from "../engine/reach-places.ts";
import type { RoadReach, RoadsSummary, TableRows, TableTask } from "./roads-protocol.ts";

/** A point farther from a road is not covered, metres. */
const COVERED_METRES = 2000;

/** A part of this many junctions is one to travel in; so is the largest, whatever its size. As in core/travel/snap-index. */
const PART_JUNCTIONS = 50;

/** A network laid over the communes. */
export interface LaidRoads {
  readonly roads: Roads;
  /** Of the open roads of the main parts only. */
  readonly index: SnapIndex;
  /** Communes covered, ascending, and where each stands. */
  readonly units: Uint16Array;
  readonly places: readonly Place[];
  readonly summary: Omit<RoadsSummary, "ways">;
}

/** Finds the main parts of a network and the communes it covers: those with a road of a main part within 2 km. */
export function layRoads(network: RoadNetwork, points: CommunePoints): LaidRoads {
  const roads = prepareRoads(network);
  const { size } = roads.components;
  const index = buildSnapIndex(keepMainParts(network, roads.components), roads.components);
  const units: number[] = [];
  const places: Place[] = [];
  let farthest = { name: "", metres: 0 };
  for (let i = 0; i < points.units.length; i++) {
    const snap = snapPoint(index, points.lon[i], points.lat[i]);
    if (!snap || snap.metres > COVERED_METRES) continue;
    units.push(points.units[i]);
    places.push(placeOnRoad(network, snap.road, snap.ticks));
    if (snap.metres > farthest.metres) farthest = { name: points.names[i], metres: snap.metres };
  }
  const parts = size.filter((junctions) => junctions >= smallestPart(size)).length;
  return {
    roads,
    index,
    units: Uint16Array.from(units),
    places,
    summary: {
      junctions: network.nodeLon.length,
      roads: network.from.length,
      parts,
      fragments: size.length - parts,
      communes: units.length,
      farthest,
      bytes: countBytes(network) + countBytes(roads.graph) + countBytes(index),
    },
  };
}

/** What roads reach from an origin, or null when none of the main parts is within 2 km of it. Throws `cancelled`. */
export function reachByRoad(
  { roads, index, units, places }: LaidRoads,
  { lon, lat }: Origin,
  bands: readonly number[],
  limitMinutes: number,
  run: Run,
): RoadReach | null {
  const { network, graph } = roads;
  const snap = snapPoint(index, lon, lat);
  if (!snap || snap.metres > COVERED_METRES) return null;
  const origin = placeOnRoad(network, snap.road, snap.ticks);
  const minutes = new Float64Array(units.length).fill(Number.POSITIVE_INFINITY);
  fillTable(roads, [origin], places, limitTicks(network, limitMinutes), run, (_, row) => {
    for (let k = 0; k < row.length; k++) if (row[k] !== UNREACHED) minutes[k] = row[k] / network.ticksPerSecond / 60;
  });
  const traced = bands.map((band) => {
    run.progress(bands.indexOf(band), bands.length, "bands");
    return { minutes: band, ...traceIsochrone(network, graph, origin, limitTicks(network, band)) };
  });
  return { times: { units: units.slice(), minutes }, bands: traced, metres: snap.metres };
}

/** The task of a pool: copies, since what leaves a worker is given away. */
export function prepareTable({ roads: { network }, units, places }: LaidRoads, limitMinutes: number): TableTask {
  return {
    network: {
      ticksPerSecond: network.ticksPerSecond,
      nodeLon: new Int32Array(network.nodeLon.length),
      nodeLat: new Int32Array(network.nodeLat.length),
      from: network.from.slice(),
      to: network.to.slice(),
      forward: network.forward.slice(),
      backward: network.backward.slice(),
      open: network.open.slice(),
      shapeStart: new Uint32Array(network.shapeStart.length),
      shapeLon: new Int32Array(0),
      shapeLat: new Int32Array(0),
      shapeTicks: new Uint32Array(0),
    },
    units: units.slice(),
    places,
    limitMinutes,
  };
}

/** Rows from … to − 1 of the table of times among the places of a task. Throws `cancelled`. */
export function fillRows(roads: Roads, task: TableTask, from: number, to: number, run: Run): TableRows {
  const { network } = roads;
  const counts = new Uint32Array(to - from);
  const targets: number[] = [];
  const minutes: number[] = [];
  const limit = limitTicks(network, task.limitMinutes);
  fillTable(roads, task.places.slice(from, to), task.places, limit, run, (source, row) => {
    const start = targets.length;
    for (let t = 0; t < row.length; t++) {
      if (row[t] === UNREACHED) continue;
      targets.push(t);
      minutes.push(row[t] / network.ticksPerSecond / 60);
    }
    counts[source] = targets.length - start;
  });
  return { counts, targets: Uint32Array.from(targets), minutes: Float64Array.from(minutes) };
}

function smallestPart(size: Uint32Array): number {
  return Math.min(
    PART_JUNCTIONS,
    size.reduce((a, b) => Math.max(a, b), 0),
  );
}

/** The same network, closed to trips outside the main parts. */
function keepMainParts(network: RoadNetwork, { label, size }: Components): RoadNetwork {
  const enough = smallestPart(size);
  const isAnyOpen = network.open.includes(1);
  const open = network.open.map((isOpen, r) => {
    const part = label[network.from[r]];
    const isMain = part === label[network.to[r]] && size[part] >= enough;
    return isMain && (isOpen === 1 || !isAnyOpen) ? 1 : 0;
  });
  return { ...network, open };
}

function countBytes(columns: object): number {
  return Object.values(columns).reduce(
    (total: number, column: unknown) => total + (ArrayBuffer.isView(column) ? column.byteLength : 0),
    0,
  );
}
