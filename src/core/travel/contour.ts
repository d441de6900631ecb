/** A closed ring of x, y pairs, first and last equal; counter-clockwise round what is inside, clockwise round holes. */
export type Ring = readonly (readonly [x: number, y: number])[];

const [SOUTH, EAST, NORTH, WEST] = [0, 1, 2, 3];

/** Sides a contour goes from and to in a cell, by which of its corners are inside (1 SW, 2 SE, 4 NE, 8 NW). */
const PASSAGES: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[SOUTH, WEST]],
  [[EAST, SOUTH]],
  [[EAST, WEST]],
  [[NORTH, EAST]],
  [
    [SOUTH, WEST],
    [NORTH, EAST],
  ],
  [[NORTH, SOUTH]],
  [[NORTH, WEST]],
  [[WEST, NORTH]],
  [[SOUTH, NORTH]],
  [
    [EAST, SOUTH],
    [WEST, NORTH],
  ],
  [[EAST, NORTH]],
  [[WEST, EAST]],
  [[SOUTH, EAST]],
  [[WEST, SOUTH]],
  [],
];

/**
 * Rings around the grid points whose value is under `level` (marching squares with linear interpolation), in grid units.
 * `values` has `columns` a row, south to north; its border must not be under the level. Opposite corners are not joined.
 */
export function traceContours(values: Float32Array, columns: number, level: number): Ring[] {
  const rows = values.length / columns;
  const next = new Int32Array(2 * values.length).fill(-1);
  const inside = (at: number) => (values[at] < level ? 1 : 0);
  for (let y = 0; y + 1 < rows; y++) {
    for (let x = 0; x + 1 < columns; x++) {
      const at = y * columns + x;
      const corners = inside(at) + 2 * inside(at + 1) + 4 * inside(at + columns + 1) + 8 * inside(at + columns);
      if (corners === 0 || corners === 15) continue;
      const sides = [2 * at, 2 * (at + 1) + 1, 2 * (at + columns), 2 * at + 1];
      for (const [from, to] of PASSAGES[corners]) next[sides[from]] = sides[to];
    }
  }
  const rings: Ring[] = [];
  for (let edge = 0; edge < next.length; edge++) {
    if (next[edge] < 0) continue;
    const ring: [number, number][] = [];
    for (let at = edge; next[at] >= 0; ) {
      ring.push(crossing(values, columns, level, at));
      const following = next[at];
      next[at] = -1;
      at = following;
    }
    ring.push(ring[0]);
    rings.push(ring);
  }
  return rings;
}

/** Where the level is met on a side of a cell: an even number goes east from its point, an odd one north. */
function crossing(values: Float32Array, columns: number, level: number, edge: number): [number, number] {
  const at = edge >>> 1;
  const other = edge % 2 === 0 ? at + 1 : at + columns;
  const share = (level - values[at]) / (values[other] - values[at]);
  const [x, y] = [at % columns, Math.floor(at / columns)];
  return edge % 2 === 0 ? [x + share, y] : [x, y + share];
}

/** Polygons of rings: each hole goes to the smallest ring around it. */
export function nestRings(rings: readonly Ring[]): Ring[][] {
  const areas = rings.map(signedArea);
  const outer = rings.map((_, i) => i).filter((i) => areas[i] > 0);
  const polygons = new Map(outer.map((i) => [i, [rings[i]]]));
  rings.forEach((ring, i) => {
    if (areas[i] >= 0) return;
    const around = outer.filter((o) => areas[o] > -areas[i] && holds(rings[o], ring[0]));
    const smallest = around.reduce((best, o) => (best < 0 || areas[o] < areas[best] ? o : best), -1);
    polygons.get(smallest)?.push(ring);
  });
  return [...polygons.values()];
}

/** Area of a ring, positive when counter-clockwise. */
export function signedArea(ring: Ring): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) twice += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return twice / 2;
}

function holds(ring: Ring, [x, y]: readonly [number, number]): boolean {
  let odd = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  }
  return odd;
}
