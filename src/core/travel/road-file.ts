import { FailureError } from "../failure.ts";
import { ByteWriter } from "./byte-writer.ts";
import { ProtoReader } from "./proto-reader.ts";
import { UNREACHED } from "./road-graph.ts";
import type { RoadNetwork } from "./road-network.ts";

/**
 * Layout: the eight bytes `OASISRD\n`; seven little-endian 32-bit numbers (version, ticks per second, nodes, roads, shape
 * points, body bytes, FNV-1a hash of everything but itself); then the body of varints. Nodes are deltas of coordinates;
 * roads, sorted by `from`, are deltas of `from`, the step to `to`, forward ticks, and a head that tells the number of
 * inner points, whether the road is open and how it is driven backward. Inner points are deltas of place and time.
 */
const MAGIC = "OASISRD\n";
const VERSION = 1;
const HEADER = MAGIC.length + 7 * 4;
const BODY_BYTES_AT = 28;
const HASH_AT = 32;

/** How the way back is told: as long as forward, one-way, or by its own time. */
const BACK_SAME = 0;
const BACK_CLOSED = 1;
const BACK_OWN = 2;

/** The road file of a network; equal networks give equal bytes. Its roads must be sorted by `from`. */
export function writeRoadFile(network: RoadNetwork): Uint8Array {
  const { nodeLon, nodeLat, from, to, forward, backward, open, shapeStart, shapeLon, shapeLat, shapeTicks } = network;
  const body = new ByteWriter();
  for (let v = 0; v < nodeLon.length; v++) {
    body.signed(nodeLon[v] - (v > 0 ? nodeLon[v - 1] : 0));
    body.signed(nodeLat[v] - (v > 0 ? nodeLat[v - 1] : 0));
  }
  for (let r = 0; r < from.length; r++) {
    body.unsigned(from[r] - (r > 0 ? from[r - 1] : 0));
    body.signed(to[r] - from[r]);
    body.unsigned(forward[r]);
    const back = backward[r] === forward[r] ? BACK_SAME : backward[r] === UNREACHED ? BACK_CLOSED : BACK_OWN;
    body.unsigned((shapeStart[r + 1] - shapeStart[r]) * 8 + open[r] * 4 + back);
    if (back === BACK_OWN) body.unsigned(backward[r]);
    let [lon, lat, ticks] = [nodeLon[from[r]], nodeLat[from[r]], 0];
    for (let s = shapeStart[r]; s < shapeStart[r + 1]; s++) {
      body.signed(shapeLon[s] - lon);
      body.signed(shapeLat[s] - lat);
      body.unsigned(shapeTicks[s] - ticks);
      [lon, lat, ticks] = [shapeLon[s], shapeLat[s], shapeTicks[s]];
    }
  }
  const bytes = new Uint8Array(HEADER + body.length);
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
  const view = new DataView(bytes.buffer);
  const numbers = [VERSION, network.ticksPerSecond, nodeLon.length, from.length, shapeLon.length, body.length];
  numbers.forEach((value, i) => {
    view.setUint32(MAGIC.length + 4 * i, value, true);
  });
  bytes.set(body.filled(), HEADER);
  view.setUint32(HASH_AT, hashFile(bytes), true);
  return bytes;
}

/**
 * Reads a road file. Throws `road-file-unreadable` with the file, offset and reason when it is another kind of file, of
 * another version, truncated, longer than it says, or changed.
 */
export function readRoadFile(bytes: Uint8Array, file: string): RoadNetwork {
  const fail = (offset: number, reason: string): never => {
    throw new FailureError("road-file-unreadable", { file, offset, reason });
  };
  for (let i = 0; i < MAGIC.length; i++) {
    if (bytes[i] !== MAGIC.charCodeAt(i)) fail(0, "not a road file");
  }
  if (bytes.length < HEADER) fail(bytes.length, "truncated");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [version, ticksPerSecond, nodes, roads, points, length] = [0, 1, 2, 3, 4, 5].map((i) =>
    view.getUint32(MAGIC.length + 4 * i, true),
  );
  if (version !== VERSION) fail(MAGIC.length, `version ${version}, not ${VERSION}`);
  if (bytes.length < HEADER + length) fail(bytes.length, "truncated");
  if (bytes.length > HEADER + length) fail(HEADER + length, "bytes after its end");
  if (view.getUint32(HASH_AT, true) !== hashFile(bytes)) fail(HEADER, "its hash does not match: damaged");
  if (2 * nodes + 4 * roads + 3 * points > length) fail(BODY_BYTES_AT, "counts that its length cannot hold");
  const reader = new ProtoReader(bytes, (reason) => fail(reader.at, reason), HEADER);
  const network = createNetwork(ticksPerSecond, nodes, roads, points);
  readBody(reader, network, (reason) => fail(reader.at, reason));
  return network;
}

function readBody(reader: ProtoReader, network: RoadNetwork, fail: (reason: string) => never): void {
  const { nodeLon, nodeLat, from, to, forward, backward, open, shapeStart, shapeLon, shapeLat, shapeTicks } = network;
  for (let v = 0; v < nodeLon.length; v++) {
    nodeLon[v] = (v > 0 ? nodeLon[v - 1] : 0) + reader.signed();
    nodeLat[v] = (v > 0 ? nodeLat[v - 1] : 0) + reader.signed();
  }
  let s = 0;
  for (let r = 0; r < from.length; r++) {
    from[r] = (r > 0 ? from[r - 1] : 0) + reader.varint();
    to[r] = from[r] + reader.signed();
    if (from[r] >= nodeLon.length || to[r] >= nodeLon.length) fail("a road to a node that is not there");
    forward[r] = reader.varint();
    const head = reader.varint();
    open[r] = (head >>> 2) & 1;
    const back = head & 3;
    backward[r] = back === BACK_SAME ? forward[r] : back === BACK_CLOSED ? UNREACHED : reader.varint();
    let [lon, lat, ticks] = [nodeLon[from[r]], nodeLat[from[r]], 0];
    const end = s + (head >>> 3);
    if (end > shapeLon.length) fail("more inner points than it says");
    for (; s < end; s++) {
      lon = shapeLon[s] = lon + reader.signed();
      lat = shapeLat[s] = lat + reader.signed();
      ticks = shapeTicks[s] = ticks + reader.varint();
    }
    shapeStart[r + 1] = s;
  }
  if (s !== shapeLon.length || reader.at !== reader.end) fail("fewer roads than it says");
}

function createNetwork(ticksPerSecond: number, nodes: number, roads: number, points: number): RoadNetwork {
  return {
    ticksPerSecond,
    nodeLon: new Int32Array(nodes),
    nodeLat: new Int32Array(nodes),
    from: new Uint32Array(roads),
    to: new Uint32Array(roads),
    forward: new Uint32Array(roads),
    backward: new Uint32Array(roads),
    open: new Uint8Array(roads),
    shapeStart: new Uint32Array(roads + 1),
    shapeLon: new Int32Array(points),
    shapeLat: new Int32Array(points),
    shapeTicks: new Uint32Array(points),
  };
}

/** FNV-1a of the whole file but the four bytes of the hash itself. */
function hashFile(bytes: Uint8Array): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < bytes.length; i++) {
    if (i >= HASH_AT && i < HEADER) continue;
    hash = Math.imul(hash ^ bytes[i], 0x0100_0193);
  }
  return hash >>> 0;
}
