import type { TravelTable } from "../core/access/travel-table.ts";
import type { Run } from "../core/run.ts";
import { type Place, placeOnRoad } from "../core/travel/placement.ts";
import { UNREACHED } from "../core/travel/road-graph.ts";
import { DEGREE } from "../core/travel/road-network.ts";
import { fillTable, limitTicks, type Roads } from "../core/travel/road-times.ts";
import { snapPoint } from "../core/travel/snap.ts";
import { buildSnapIndex } from "../core/travel/snap-index.ts";
import type { ParityPlaces } from "./parity-places.ts";

/** Metres from a road up to which a place is on the network: geometric centres stand in fields and woods. */
const NEAR_METRES = 2000;
/** Minutes looked for; a stretched decay never reaches further. */
const FAR_MINUTES = 90;
/** Minutes of a pair that no road joins within these: beyond every decay, and finite so that sums stay numbers. */
const OUT_OF_REACH = 600;

/** Places whose pairs have times by road where somebody brought them; the others keep their estimate. */
export interface TimedPlaces {
  readonly places: ParityPlaces;
  /** Pairs of two different places, and how many of these have a time by road. */
  readonly pairs: number;
  readonly byRoad: number;
}

/**
 * Times of a table of units, `unitOf` giving that of each place. A pair it does not list keeps its estimate, since a table
 * may be a sample.
 */
export function bringTable(places: ParityPlaces, table: TravelTable, unitOf: Uint32Array): TimedPlaces {
  const { near, placeOf } = places.world;
  const listed = new Float64Array(table.destinations).fill(Number.NaN);
  return bring(places, (set) => {
    for (let i = 0; i < near.origins; i++) {
      const [from, to] = [table.offsets[unitOf[i]], table.offsets[unitOf[i] + 1]];
      if (from === to) continue;
      for (let k = from; k < to; k++) listed[table.targets[k]] = table.minutes[k];
      for (let k = near.offsets[i]; k < near.offsets[i + 1]; k++) set(i, k, listed[unitOf[placeOf[near.targets[k]]]]);
      for (let k = from; k < to; k++) listed[table.targets[k]] = Number.NaN;
    }
  });
}

/**
 * Times by road between places up to 2 km from a road of the network; a pair of these that no road joins within 90 minutes is
 * out of reach. Throws `cancelled`.
 */
export function bringRoads(places: ParityPlaces, roads: Roads, run: Run): TimedPlaces {
  const { near, placeOf } = places.world;
  const spots = locate(places, roads);
  const sources = Array.from(spots.keys()).filter((i) => spots[i] !== null && near.offsets[i] < near.offsets[i + 1]);
  const sites = Array.from(placeOf.keys()).filter((j) => spots[placeOf[j]] !== null);
  const column = new Int32Array(placeOf.length).fill(-1);
  sites.forEach((j, c) => {
    column[j] = c;
  });
  const at = (rows: readonly number[]) => rows.flatMap((i) => spots[i] ?? []);
  const { ticksPerSecond } = roads.network;
  return bring(places, (set) => {
    const targets = at(sites.map((j) => placeOf[j]));
    fillTable(roads, at(sources), targets, limitTicks(roads.network, FAR_MINUTES), run, (s, row) => {
      const i = sources[s];
      for (let k = near.offsets[i]; k < near.offsets[i + 1]; k++) {
        const c = column[near.targets[k]];
        if (c >= 0) set(i, k, row[c] === UNREACHED ? OUT_OF_REACH : row[c] / ticksPerSecond / 60);
      }
    });
  });
}

/** Sets times through `set`, which leaves NaN and pairs within a place as they were. */
function bring(places: ParityPlaces, fill: (set: (i: number, k: number, time: number) => void) => void): TimedPlaces {
  const { near, placeOf } = places.world;
  const minutes = places.world.minutes.slice();
  const isByRoad = new Uint8Array(minutes.length);
  fill((i, k, time) => {
    if (Number.isNaN(time) || placeOf[near.targets[k]] === i) return;
    minutes[k] = time;
    isByRoad[k] = 1;
  });
  let pairs = 0;
  let byRoad = 0;
  for (let i = 0; i < near.origins; i++) {
    for (let k = near.offsets[i]; k < near.offsets[i + 1]; k++) {
      if (placeOf[near.targets[k]] === i) continue;
      pairs++;
      byRoad += isByRoad[k];
    }
  }
  return { places: { ...places, world: { ...places.world, minutes, isByRoad } }, pairs, byRoad };
}

/** Each place on a road, null where none is near; places far outside the network are not looked for. */
function locate({ world: { points } }: ParityPlaces, { network, components }: Roads): readonly (Place | null)[] {
  const index = buildSnapIndex(network, components);
  const around = DEGREE / 20;
  const east = index.west + index.columns * index.cell;
  const north = index.south + index.rows * index.cell;
  return Array.from(points.lon, (lon, i) => {
    const [x, y] = [lon * DEGREE, points.lat[i] * DEGREE];
    if (!(x > index.west - around && x < east + around && y > index.south - around && y < north + around)) return null;
    const snap = snapPoint(index, lon, points.lat[i]);
    return snap && snap.metres <= NEAR_METRES ? placeOnRoad(network, snap.road, snap.ticks) : null;
  });
}
