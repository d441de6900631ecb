import { FailureError } from "../failure.ts";
import { type CsvColumns, findId, indexIds, readCsvColumns, readNumber } from "./csv-columns.ts";
import { UNREACHED } from "./road-graph.ts";
import { DEGREE, type RoadNetwork } from "./road-network.ts";

/** A network read from two tables, with the node of each id and whether the nodes have coordinates. */
export interface TableNetwork {
  readonly network: RoadNetwork;
  readonly nodes: ReadonlyMap<string, number>;
  readonly located: boolean;
}

/** A file's text with the name errors give it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Longest time of one edge, seconds. */
const LONGEST = 1_000_000;

/**
 * Reads nodes (id[,lon,lat] in degrees) and directed edges (from,to,seconds, rounded to the millisecond).
 * Throws `bad-input` naming file, row and column for unknown or repeated ids and for what is not a number in range;
 * `no-roads` when there is no edge.
 */
export function readTableNetwork(nodeFile: NamedText, edgeFile: NamedText): TableNetwork {
  const nodes = readCsvColumns(nodeFile.text, nodeFile.name, ["id"], ["lon", "lat"]);
  const index = indexIds(nodes, "id");
  const located = nodes.columns.lon !== undefined && nodes.columns.lat !== undefined;
  const nodeLon = new Int32Array(nodes.rows);
  const nodeLat = new Int32Array(nodes.rows);
  for (let i = 0; located && i < nodes.rows; i++) {
    nodeLon[i] = Math.round(readNumber(nodes, "lon", i, -180, 180) * DEGREE);
    nodeLat[i] = Math.round(readNumber(nodes, "lat", i, -90, 90) * DEGREE);
  }
  const edges = readCsvColumns(edgeFile.text, edgeFile.name, ["from", "to", "seconds"]);
  if (edges.rows === 0) throw new FailureError("no-roads", { file: edgeFile.name });
  const roads = pairEdges(edges, index);
  const network: RoadNetwork = {
    ticksPerSecond: 1000,
    nodeLon,
    nodeLat,
    ...roads,
    open: new Uint8Array(roads.from.length).fill(1),
    shapeStart: new Uint32Array(roads.from.length + 1),
    shapeLon: new Int32Array(0),
    shapeLat: new Int32Array(0),
    shapeTicks: new Uint32Array(0),
  };
  return { network, nodes: index, located };
}

/** Makes one road of two opposite edges, so that a point between its ends can leave it both ways. */
function pairEdges(edges: CsvColumns, nodes: ReadonlyMap<string, number>) {
  const from = new Uint32Array(edges.rows);
  const to = new Uint32Array(edges.rows);
  const forward = new Uint32Array(edges.rows);
  const backward = new Uint32Array(edges.rows).fill(UNREACHED);
  const oneWay = new Map<number, number>();
  let count = 0;
  for (let i = 0; i < edges.rows; i++) {
    const [u, v] = [findId(edges, "from", i, nodes), findId(edges, "to", i, nodes)];
    const ticks = Math.round(readNumber(edges, "seconds", i, 0, LONGEST) * 1000);
    const opposite = oneWay.get(v * nodes.size + u);
    if (opposite !== undefined) {
      backward[opposite] = ticks;
      oneWay.delete(v * nodes.size + u);
      continue;
    }
    from[count] = u;
    to[count] = v;
    forward[count] = ticks;
    oneWay.set(u * nodes.size + v, count++);
  }
  return {
    from: from.slice(0, count),
    to: to.slice(0, count),
    forward: forward.slice(0, count),
    backward: backward.slice(0, count),
  };
}
