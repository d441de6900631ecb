import { FailureError } from "../failure.ts";
import { findId, indexIds, readCsvColumns, readNumber } from "./csv-columns.ts";
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
  const from = new Uint32Array(edges.rows);
  const to = new Uint32Array(edges.rows);
  const forward = new Uint32Array(edges.rows);
  for (let i = 0; i < edges.rows; i++) {
    from[i] = findId(edges, "from", i, index);
    to[i] = findId(edges, "to", i, index);
    forward[i] = Math.round(readNumber(edges, "seconds", i, 0, LONGEST) * 1000);
  }
  const network: RoadNetwork = {
    ticksPerSecond: 1000,
    nodeLon,
    nodeLat,
    from,
    to,
    forward,
    backward: new Uint32Array(edges.rows).fill(UNREACHED),
    open: new Uint8Array(edges.rows).fill(1),
    shapeStart: new Uint32Array(edges.rows + 1),
    shapeLon: new Int32Array(0),
    shapeLat: new Int32Array(0),
    shapeTicks: new Uint32Array(0),
  };
  return { network, nodes: index, located };
}
