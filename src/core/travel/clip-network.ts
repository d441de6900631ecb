import { DEGREE, type RoadNetwork } from "./road-network.ts";

/**
 * The part of a network between junctions that `isWithin` keeps (degrees): roads with an end outside go, what is left keeps
 * its order, its shape and its times. A trip that would have left the part is longer there, or impossible.
 */
export function clipNetwork(network: RoadNetwork, isWithin: (lon: number, lat: number) => boolean): RoadNetwork {
  const number = new Int32Array(network.nodeLon.length).fill(-1);
  const roads: number[] = [];
  const kept = network.nodeLon.map((lon, v) => (isWithin(lon / DEGREE, network.nodeLat[v] / DEGREE) ? 1 : 0));
  for (let r = 0; r < network.from.length; r++) {
    if (kept[network.from[r]] === 0 || kept[network.to[r]] === 0) continue;
    roads.push(r);
    number[network.from[r]] = number[network.to[r]] = 0;
  }
  let nodes = 0;
  for (let v = 0; v < number.length; v++) if (number[v] === 0) number[v] = nodes++;
  const ofNode = (column: Int32Array) => column.filter((_, v) => number[v] >= 0);
  const ofRoad = (column: Uint32Array) => Uint32Array.from(roads, (r) => column[r]);
  const { shapeStart } = network;
  const shapes = new Uint32Array(roads.length + 1);
  roads.forEach((r, i) => {
    shapes[i + 1] = shapes[i] + shapeStart[r + 1] - shapeStart[r];
  });
  const ofShape = <T extends Int32Array | Uint32Array>(column: T, out: T): T => {
    roads.forEach((r, i) => {
      out.set(column.subarray(shapeStart[r], shapeStart[r + 1]), shapes[i]);
    });
    return out;
  };
  const points = shapes[roads.length];
  return {
    ticksPerSecond: network.ticksPerSecond,
    nodeLon: ofNode(network.nodeLon),
    nodeLat: ofNode(network.nodeLat),
    from: Uint32Array.from(roads, (r) => number[network.from[r]]),
    to: Uint32Array.from(roads, (r) => number[network.to[r]]),
    forward: ofRoad(network.forward),
    backward: ofRoad(network.backward),
    open: Uint8Array.from(roads, (r) => network.open[r]),
    shapeStart: shapes,
    shapeLon: ofShape(network.shapeLon, new Int32Array(points)),
    shapeLat: ofShape(network.shapeLat, new Int32Array(points)),
    shapeTicks: ofShape(network.shapeTicks, new Uint32Array(points)),
  };
}
