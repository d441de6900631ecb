import { FailureError } from "../failure.ts";

/**
 * Travel times compressed by origin (CSR): the pairs of origin i are positions offsets[i] … offsets[i + 1] − 1 of
 * `targets` and `minutes`, targets ascending. A pair that is not listed is out of reach.
 */
export interface TravelTable {
  readonly origins: number;
  readonly destinations: number;
  /** origins + 1 positions. */
  readonly offsets: Uint32Array;
  /** Destination index of each pair. */
  readonly targets: Uint32Array;
  /** Minutes of each pair, ≥ 0. */
  readonly minutes: Float64Array;
}

/** One row per pair, in any order: origin index, destination index, minutes; columns of equal length. */
export interface TravelPairs {
  readonly origins: Uint32Array;
  readonly destinations: Uint32Array;
  readonly minutes: Float64Array;
}

/** Where pairs were read from, so that a failure names the file and its row. */
export interface PairSource {
  readonly file: string;
  /** Row of each pair in the file, the header being row 1; by default pair k is on row k + 2. */
  readonly rows?: Float64Array;
}

/**
 * Groups pairs by origin in two counting passes, targets ascending within an origin.
 * Fails with `bad-input` (file, row, column) on an index out of range, on minutes that are negative or not finite, and
 * on a pair given twice, whose second row it names.
 */
export function buildTravelTable(
  pairs: TravelPairs,
  origins: number,
  destinations: number,
  source: PairSource = { file: "times" },
): TravelTable {
  const count = pairs.minutes.length;
  if (pairs.origins.length !== count || pairs.destinations.length !== count) {
    throw new RangeError("pair columns differ in length");
  }
  for (let k = 0; k < count; k++) {
    if (pairs.origins[k] >= origins) throw fault(source, k, "origin", "unknown id");
    if (pairs.destinations[k] >= destinations) throw fault(source, k, "destination", "unknown id");
    if (!(pairs.minutes[k] >= 0 && pairs.minutes[k] < Number.POSITIVE_INFINITY)) {
      throw fault(source, k, "minutes", "must be a number that is not negative");
    }
  }
  const byDestination = { origins: destinations, destinations: origins, ...group(pairs, destinations) };
  const table = transposeTravelTable(byDestination);
  assertNoDuplicate(table, pairs, source);
  return table;
}

/** The same pairs seen from their destinations: origins and destinations swap places, targets ascending. */
export function transposeTravelTable(table: TravelTable): TravelTable {
  const { origins, destinations, offsets, targets, minutes } = table;
  const next = startsOf(targets, destinations);
  const turned = {
    origins: destinations,
    destinations: origins,
    offsets: next.slice(),
    targets: new Uint32Array(targets.length),
    minutes: new Float64Array(targets.length),
  };
  for (let i = 0; i < origins; i++) {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      const at = next[targets[k]]++;
      turned.targets[at] = i;
      turned.minutes[at] = minutes[k];
    }
  }
  return turned;
}

function group(pairs: TravelPairs, destinations: number): Pick<TravelTable, "offsets" | "targets" | "minutes"> {
  const count = pairs.minutes.length;
  const next = startsOf(pairs.destinations, destinations);
  const offsets = next.slice();
  const targets = new Uint32Array(count);
  const minutes = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const at = next[pairs.destinations[k]]++;
    targets[at] = pairs.origins[k];
    minutes[at] = pairs.minutes[k];
  }
  return { offsets, targets, minutes };
}

/** Position at which each of `groups` keys begins once sorted, and the total as last element. */
function startsOf(keys: Uint32Array, groups: number): Uint32Array {
  const starts = new Uint32Array(groups + 1);
  for (let k = 0; k < keys.length; k++) starts[keys[k] + 1]++;
  for (let g = 0; g < groups; g++) starts[g + 1] += starts[g];
  return starts;
}

function assertNoDuplicate(table: TravelTable, pairs: TravelPairs, source: PairSource): void {
  const { offsets, targets } = table;
  for (let i = 0; i < table.origins; i++) {
    for (let k = offsets[i] + 1; k < offsets[i + 1]; k++) {
      if (targets[k] !== targets[k - 1]) continue;
      const first = findPair(pairs, i, targets[k], 0);
      const second = findPair(pairs, i, targets[k], first + 1);
      throw fault(source, second, "origin,destination", `the pair of row ${rowOf(source, first)} again`);
    }
  }
}

function findPair(pairs: TravelPairs, origin: number, destination: number, from: number): number {
  let k = from;
  while (pairs.origins[k] !== origin || pairs.destinations[k] !== destination) k++;
  return k;
}

function fault(source: PairSource, pair: number, column: string, problem: string): FailureError {
  return new FailureError("bad-input", { file: source.file, row: rowOf(source, pair), column, problem });
}

function rowOf(source: PairSource, pair: number): number {
  return source.rows?.[pair] ?? pair + 2;
}
