/**
 * Who neighbours whom, compressed by unit (CSR): the neighbours of unit i are positions offsets[i] … offsets[i + 1] − 1 of
 * `targets`, ascending, never itself, each with its weight > 0. A unit without any is an island. Not necessarily symmetric.
 */
export interface Neighbours {
  readonly units: number;
  /** units + 1 positions. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
}

/** One directed link per row, in any order; columns of equal length, weight 1 by default. */
export interface Links {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weights?: Float64Array;
}

/**
 * Groups links by unit. Links of weight 0 are none. Throws RangeError, a bug of the caller, on a unit out of range, a link to
 * itself, a negative or non-finite weight, or a link given twice.
 */
export function buildNeighbours({ from, to, weights }: Links, units: number): Neighbours {
  const weightOf = (link: number) => weights?.[link] ?? 1;
  for (let k = 0; k < from.length; k++) {
    if (from[k] >= units || to[k] >= units || from[k] === to[k]) throw new RangeError(`no link ${from[k]} → ${to[k]}`);
    if (!(weightOf(k) >= 0 && weightOf(k) < Number.POSITIVE_INFINITY)) throw new RangeError(`weight ${weightOf(k)}`);
  }
  const links = Uint32Array.from(from.keys()).filter((link) => weightOf(link) > 0);
  const byTarget = sortByKey(links, to, units).order;
  const { order, starts } = sortByKey(byTarget, from, units);
  for (let k = 1; k < order.length; k++) {
    const [before, link] = [order[k - 1], order[k]];
    if (from[before] === from[link] && to[before] === to[link])
      throw new RangeError(`${from[link]} → ${to[link]} twice`);
  }
  return {
    units,
    offsets: starts,
    targets: order.map((link) => to[link]),
    weights: Float64Array.from(order, weightOf),
  };
}

/** Links by ascending key, those of one key in the order they came; `starts` holds units + 1 positions. */
function sortByKey(links: Uint32Array, key: Uint32Array, units: number) {
  const starts = new Uint32Array(units + 1);
  for (const link of links) starts[key[link] + 1]++;
  for (let i = 0; i < units; i++) starts[i + 1] += starts[i];
  const next = starts.slice();
  const order = new Uint32Array(links.length);
  for (const link of links) order[next[key[link]]++] = link;
  return { order, starts };
}

/** Links both ways from contacts listed once. */
export function linkBothWays(contacts: Pick<Links, "from" | "to">): Links {
  const both = (first: Uint32Array, second: Uint32Array) => {
    const column = new Uint32Array(2 * first.length);
    column.set(first);
    column.set(second, first.length);
    return column;
  };
  return { from: both(contacts.from, contacts.to), to: both(contacts.to, contacts.from) };
}

/** The same neighbours, the weights of each unit that has any summing to 1. */
export function standardiseRows(neighbours: Neighbours): Neighbours {
  const { units, offsets } = neighbours;
  const weights = neighbours.weights.slice();
  for (let i = 0; i < units; i++) {
    let sum = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) sum += weights[k];
    for (let k = offsets[i]; k < offsets[i + 1]; k++) weights[k] /= sum;
  }
  return { ...neighbours, weights };
}

/** The units `kept` (ascending) and the links among them, renumbered in their order; weights as they were. */
export function restrictNeighbours(neighbours: Neighbours, kept: Uint32Array): Neighbours {
  const place = new Int32Array(neighbours.units).fill(-1);
  kept.forEach((unit, at) => {
    place[unit] = at;
  });
  const offsets = new Uint32Array(kept.length + 1);
  const targets: number[] = [];
  const weights: number[] = [];
  kept.forEach((unit, at) => {
    for (let k = neighbours.offsets[unit]; k < neighbours.offsets[unit + 1]; k++) {
      if (place[neighbours.targets[k]] < 0) continue;
      targets.push(place[neighbours.targets[k]]);
      weights.push(neighbours.weights[k]);
    }
    offsets[at + 1] = targets.length;
  });
  return { units: kept.length, offsets, targets: Uint32Array.from(targets), weights: Float64Array.from(weights) };
}

/** Σ_j w_ij·column_j of every unit; 0 on an island. */
export function lagOf({ units, offsets, targets, weights }: Neighbours, column: Float64Array): Float64Array {
  const lag = new Float64Array(units);
  for (let i = 0; i < units; i++) {
    let sum = 0;
    for (let k = offsets[i]; k < offsets[i + 1]; k++) sum += weights[k] * column[targets[k]];
    lag[i] = sum;
  }
  return lag;
}

export function isIsland({ offsets }: Neighbours, unit: number): boolean {
  return offsets[unit] === offsets[unit + 1];
}
