import { DEGREE } from "./road-network.ts";
import type { SnapIndex } from "./snap-index.ts";

/** Metres of one hundred-thousandth of a degree of latitude on the mean sphere (6,371,008.8 m). */
const METRES_PER_UNIT = (6_371_008.8 * Math.PI) / 180 / DEGREE;

/** How much farther than the nearest road a well connected one may be and still be preferred, metres. */
const DETOUR_METRES = 500;

/** A place on a road: `ticks` from its beginning, `metres` away from the point asked for. */
export interface Snap {
  readonly road: number;
  readonly ticks: number;
  readonly metres: number;
}

/**
 * Nearest place on a road to a point in degrees, straight line on a plane tangent at the point. A road within a well
 * connected component is preferred when at most 500 m farther, so that a car park cut off by a barrier does not swallow
 * a town. Null when there is no road at all. Equal distances: lowest road.
 */
export function snapPoint(index: SnapIndex, lon: number, lat: number): Snap | null {
  const nearest = findNearest(index, lon, lat, false);
  if (nearest < 0) return null;
  const any = placeOn(index, nearest, lon, lat);
  if (index.solid[nearest] === 1) return any;
  const connected = findNearest(index, lon, lat, true);
  if (connected < 0) return any;
  const better = placeOn(index, connected, lon, lat);
  return better.metres <= any.metres + DETOUR_METRES ? better : any;
}

/** Searches the cells in growing squares around the point until no nearer piece can follow. */
function findNearest(index: SnapIndex, lon: number, lat: number, solidOnly: boolean): number {
  const { west, south, cell, columns, rows, start, pieces, solid } = index;
  const x = lon * DEGREE;
  const y = lat * DEGREE;
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const column = Math.floor((x - west) / cell);
  const row = Math.floor((y - south) / cell);
  const nearest = Math.max(0, -column, column - columns + 1, -row, row - rows + 1);
  const farthest = Math.max(Math.abs(column), Math.abs(columns - 1 - column), Math.abs(row), Math.abs(rows - 1 - row));
  let best = -1;
  let bestSquare = Number.POSITIVE_INFINITY;
  const visit = (r: number, c: number) => {
    if (r < 0 || c < 0 || r >= rows || c >= columns) return;
    for (let k = start[r * columns + c]; k < start[r * columns + c + 1]; k++) {
      const piece = pieces[k];
      if (solidOnly && solid[piece] === 0) continue;
      const square = squareDistance(index, piece, x, y, squeeze);
      if (square > bestSquare || (square === bestSquare && piece > best)) continue;
      best = piece;
      bestSquare = square;
    }
  };
  for (let ring = nearest; ring <= farthest; ring++) {
    const clear = (ring - 1) * cell * squeeze;
    if (best >= 0 && clear > 0 && clear * clear > bestSquare) break;
    const [left, right] = [Math.max(0, column - ring), Math.min(columns - 1, column + ring)];
    for (let c = left; c <= right; c++) {
      visit(row - ring, c);
      if (ring > 0) visit(row + ring, c);
    }
    for (let r = Math.max(0, row - ring + 1); r <= Math.min(rows - 1, row + ring - 1); r++) {
      visit(r, column - ring);
      visit(r, column + ring);
    }
  }
  return best;
}

function squareDistance(index: SnapIndex, piece: number, x: number, y: number, squeeze: number): number {
  const share = shareAlong(index, piece, x, y, squeeze);
  const dx = (index.lonA[piece] + share * (index.lonB[piece] - index.lonA[piece]) - x) * squeeze;
  const dy = index.latA[piece] + share * (index.latB[piece] - index.latA[piece]) - y;
  return dx * dx + dy * dy;
}

/** Where the foot of the point falls on the piece, 0 … 1. */
function shareAlong(index: SnapIndex, piece: number, x: number, y: number, squeeze: number): number {
  const dx = (index.lonB[piece] - index.lonA[piece]) * squeeze;
  const dy = index.latB[piece] - index.latA[piece];
  const length = dx * dx + dy * dy;
  if (length === 0) return 0;
  const along = ((x - index.lonA[piece]) * squeeze * dx + (y - index.latA[piece]) * dy) / length;
  return Math.min(1, Math.max(0, along));
}

function placeOn(index: SnapIndex, piece: number, lon: number, lat: number): Snap {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const [x, y] = [lon * DEGREE, lat * DEGREE];
  const share = shareAlong(index, piece, x, y, squeeze);
  const { ticksA, ticksB } = index;
  return {
    road: index.road[piece],
    ticks: Math.round(ticksA[piece] + share * (ticksB[piece] - ticksA[piece])),
    metres: Math.sqrt(squareDistance(index, piece, x, y, squeeze)) * METRES_PER_UNIT,
  };
}
