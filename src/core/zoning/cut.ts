/** Class of an area without access: in no class. */
export const UNZONED = -1;

/** Areas by access with their people: what classes by share are cut from. */
export interface Ranking {
  /** Areas with access and people, worst served first; equal access by position. */
  readonly order: Uint32Array;
  /** People of `order` before each area and all those of its access: a tie is one block. */
  readonly blockStart: Float64Array;
  readonly blockEnd: Float64Array;
  readonly people: number;
}

/** Areas without access are left out; NaN people count as none. */
export function rankAreas(access: Float64Array, people: Float64Array): Ranking {
  const order = Uint32Array.from(access.keys())
    .filter((i) => !Number.isNaN(access[i]))
    .sort((a, b) => access[a] - access[b] || a - b);
  const blockStart = new Float64Array(order.length);
  const blockEnd = new Float64Array(order.length);
  let before = 0;
  for (let first = 0; first < order.length; ) {
    let end = before;
    let next = first;
    while (next < order.length && access[order[next]] === access[order[first]]) end += people[order[next++]] || 0;
    blockStart.fill(before, first, next);
    blockEnd.fill(end, first, next);
    before = end;
    first = next;
  }
  return { order, blockStart, blockEnd, people: before };
}

/**
 * Classes of areas cut by cumulated shares of people, worst served first. No order says where the area astride a limit goes:
 * here it goes where most of its people are (its middle at the limit or below: the lower class), and areas of equal access
 * move together. No class is then further from its share than half of such a block. `limits` ascending, 0 … 1, the last
 * class takes the rest.
 */
export function cutByShares(access: Float64Array, people: Float64Array, limits: readonly number[]): Int8Array {
  const { order, blockStart, blockEnd, people: all } = rankAreas(access, people);
  const classes = new Int8Array(access.length).fill(UNZONED);
  order.forEach((area, k) => {
    classes[area] = classAt((blockStart[k] + blockEnd[k]) / 2 / all, limits);
  });
  return classes;
}

/** First class whose limit is not passed. Nobody at all (0 / 0) is in the first class. */
export function classAt(middle: number, limits: readonly number[]): number {
  let at = 0;
  while (at < limits.length && middle > limits[at]) at++;
  return at;
}

/** Classes by upper bounds of access, inclusive; the last class takes the rest. */
export function cutByBounds(access: Float64Array, bounds: readonly number[]): Int8Array {
  return Int8Array.from(access, (value) => (Number.isNaN(value) ? UNZONED : classAt(value, bounds)));
}
