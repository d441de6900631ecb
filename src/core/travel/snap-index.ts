import type { Components } from "./components.ts";
import { groupBy } from "./road-graph.ts";
import { DEGREE, type RoadNetwork } from "./road-network.ts";

/** Straight pieces of the open roads, found by cells of a grid laid over them. */
export interface SnapIndex {
  /** Ends of each piece, in hundred-thousandths of a degree. */
  readonly lonA: Int32Array;
  readonly latA: Int32Array;
  readonly lonB: Int32Array;
  readonly latB: Int32Array;
  readonly road: Uint32Array;
  /** Time from the beginning of the road to both ends of the piece. */
  readonly ticksA: Uint32Array;
  readonly ticksB: Uint32Array;
  /** 1 where the road lies within a well connected component. */
  readonly solid: Uint8Array;
  readonly west: number;
  readonly south: number;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** Pieces of cell c: `pieces[start[c]]` … `pieces[start[c + 1] - 1]`. */
  readonly start: Uint32Array;
  readonly pieces: Uint32Array;
}

/** A component of this many nodes is well connected; so is the largest, whatever its size. */
const SOLID_NODES = 50;

/** Index of the open roads of a network, or of all its roads when none is open. */
export function buildSnapIndex(network: RoadNetwork, components: Components): SnapIndex {
  const { from, to, shapeStart, nodeLon, nodeLat, shapeLon, shapeLat, shapeTicks } = network;
  const anyOpen = network.open.includes(1);
  const room = from.length + shapeLon.length;
  const [lonA, latA, lonB, latB] = Array.from({ length: 4 }, () => new Int32Array(room));
  const [road, ticksA, ticksB] = Array.from({ length: 3 }, () => new Uint32Array(room));
  const solid = new Uint8Array(room);
  const enough = Math.min(
    SOLID_NODES,
    components.size.reduce((a, b) => Math.max(a, b), 0),
  );
  let count = 0;
  for (let r = 0; r < from.length; r++) {
    if (anyOpen && network.open[r] === 0) continue;
    const label = components.label[from[r]];
    const isSolid = label === components.label[to[r]] && components.size[label] >= enough ? 1 : 0;
    let [lon, lat, ticks] = [nodeLon[from[r]], nodeLat[from[r]], 0];
    for (let s = shapeStart[r]; s <= shapeStart[r + 1]; s++) {
      const last = s === shapeStart[r + 1];
      lonA[count] = lon;
      latA[count] = lat;
      ticksA[count] = ticks;
      lon = lonB[count] = last ? nodeLon[to[r]] : shapeLon[s];
      lat = latB[count] = last ? nodeLat[to[r]] : shapeLat[s];
      ticks = ticksB[count] = last ? network.forward[r] : shapeTicks[s];
      road[count] = r;
      solid[count++] = isSolid;
    }
  }
  const grid = layGrid({ lonA, latA, lonB, latB }, count);
  return { lonA, latA, lonB, latB, road, ticksA, ticksB, solid, ...grid };
}

type Ends = Pick<SnapIndex, "lonA" | "latA" | "lonB" | "latB">;

function layGrid({ lonA, latA, lonB, latB }: Ends, count: number) {
  let [west, south, east, north] = [180 * DEGREE, 90 * DEGREE, -180 * DEGREE, -90 * DEGREE];
  for (let i = 0; i < count; i++) {
    west = Math.min(west, lonA[i], lonB[i]);
    east = Math.max(east, lonA[i], lonB[i]);
    south = Math.min(south, latA[i], latB[i]);
    north = Math.max(north, latA[i], latB[i]);
  }
  const area = Math.max(1, (east - west) * (north - south));
  const cell = Math.max(500, Math.ceil(Math.sqrt((8 * area) / Math.max(1, count))));
  const columns = Math.max(1, Math.floor((east - west) / cell) + 1);
  const rows = Math.max(1, Math.floor((north - south) / cell) + 1);
  const visit = (onCell: (cell: number, piece: number) => void) => {
    for (let i = 0; i < count; i++) {
      const [x0, x1] = [Math.min(lonA[i], lonB[i]), Math.max(lonA[i], lonB[i])].map((x) =>
        Math.floor((x - west) / cell),
      );
      const [y0, y1] = [Math.min(latA[i], latB[i]), Math.max(latA[i], latB[i])].map((y) =>
        Math.floor((y - south) / cell),
      );
      for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) onCell(y * columns + x, i);
    }
  };
  let total = 0;
  visit(() => total++);
  const cells = new Uint32Array(total);
  const owners = new Uint32Array(total);
  total = 0;
  visit((c, piece) => {
    cells[total] = c;
    owners[total++] = piece;
  });
  const { start, order } = groupBy(cells, columns * rows);
  return { west, south, cell, columns, rows, start, pieces: order.map((i) => owners[i]) };
}
