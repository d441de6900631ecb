import { kmBetween, type Places } from "../geo/distance.ts";
import { buildNeighbours, type Neighbours } from "./neighbours.ts";

const RADIANS = Math.PI / 180;

/** A k-d tree laid out in one array: the middle of each stretch parts it along an axis that turns x, y, z. */
interface Tree {
  readonly order: Uint32Array;
  /** Points of the unit sphere, three numbers each: nearest on a chord is nearest over ground, poles and 180° included. */
  readonly xyz: Float64Array;
}

/**
 * The `count` nearest other places of each, as the crow flies, weight 1; the lower number first where two are as far. Fewer
 * where there are fewer. A place at NaN has none and is none's. Not symmetric.
 */
export function findNearestNeighbours(places: Places, count: number): Neighbours {
  const { lon, lat } = places;
  const units = lon.length;
  const tree = growTree(places);
  const from: number[] = [];
  const to: number[] = [];
  const search = prepareSearch(tree, count, (a, b) => kmBetween(lon[a], lat[a], lon[b], lat[b]));
  for (const unit of tree.order.slice().sort()) {
    for (const neighbour of search(unit)) {
      from.push(unit);
      to.push(neighbour);
    }
  }
  return buildNeighbours({ from: Uint32Array.from(from), to: Uint32Array.from(to) }, units);
}

function growTree({ lon, lat }: Places): Tree {
  const xyz = new Float64Array(3 * lon.length);
  for (let i = 0; i < lon.length; i++) {
    const across = Math.cos(lat[i] * RADIANS);
    xyz[3 * i] = across * Math.cos(lon[i] * RADIANS);
    xyz[3 * i + 1] = across * Math.sin(lon[i] * RADIANS);
    xyz[3 * i + 2] = Math.sin(lat[i] * RADIANS);
  }
  const order = Uint32Array.from(lon.keys()).filter((i) => !Number.isNaN(lon[i] + lat[i]));
  const part = (start: number, end: number, axis: number) => {
    if (end - start < 2) return;
    order.subarray(start, end).sort((a, b) => xyz[3 * a + axis] - xyz[3 * b + axis]);
    const middle = (start + end) >> 1;
    part(start, middle, (axis + 1) % 3);
    part(middle + 1, end, (axis + 1) % 3);
  };
  part(0, order.length, 0);
  return { order, xyz };
}

/** Looks for the nearest of one unit at a time; what it returns is overwritten by the next search. */
function prepareSearch({ order, xyz }: Tree, count: number, km: (a: number, b: number) => number) {
  const found: number[] = [];
  const distances: number[] = [];
  let own = 0;
  const offer = (candidate: number) => {
    const distance = km(own, candidate);
    let at = found.length;
    while (at > 0 && (distances[at - 1] > distance || (distances[at - 1] === distance && found[at - 1] > candidate)))
      at--;
    if (at >= count) return;
    found.splice(at, 0, candidate);
    distances.splice(at, 0, distance);
    if (found.length > count) {
      found.pop();
      distances.pop();
    }
  };
  const visit = (start: number, end: number, axis: number) => {
    if (start >= end) return;
    const middle = (start + end) >> 1;
    const unit = order[middle];
    if (unit !== own) offer(unit);
    const offset = xyz[3 * own + axis] - xyz[3 * unit + axis];
    const next = (axis + 1) % 3;
    if (offset < 0) visit(start, middle, next);
    else visit(middle + 1, end, next);
    if (found.length === count && Math.abs(offset) > chordOf(distances[count - 1])) return;
    if (offset < 0) visit(middle + 1, end, next);
    else visit(start, middle, next);
  };
  return (unit: number): readonly number[] => {
    own = unit;
    found.length = 0;
    distances.length = 0;
    if (count > 0) visit(0, order.length, 0);
    return found;
  };
}

/** Chord of the unit sphere under `km` over ground, a hair longer so that rounding loses no tie. */
function chordOf(km: number): number {
  return 2 * Math.sin(Math.min(Math.PI, km / EARTH_KM) / 2) * (1 + 1e-9) + 1e-12;
}

const EARTH_KM = kmBetween(0, 0, 0, 180) / Math.PI;
