import { existsSync, readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import type { Run } from "../../../src/core/run.ts";
import { findComponents } from "../../../src/core/travel/components.ts";
import { readOsmRoads } from "../../../src/core/travel/read-osm.ts";
import { readRoadFile, writeRoadFile } from "../../../src/core/travel/road-file.ts";
import { UNREACHED } from "../../../src/core/travel/road-graph.ts";
import { networkGraph } from "../../../src/core/travel/road-network.ts";
import { fillTable, prepareRoads } from "../../../src/core/travel/road-times.ts";
import { type DrawnNode, drawOsmFile } from "./osm-file.ts";
import { QUIET } from "./run-quietly.ts";

const read = (bytes: Uint8Array, run: Run = QUIET) =>
  readOsmRoads(
    { name: "x.osm.pbf", length: bytes.length, read: (start, end) => bytes.subarray(start, end) },
    (packed) => inflateSync(packed),
    run,
  );

const failureOf = async (bytes: Uint8Array) => {
  try {
    await read(bytes);
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  return null;
};

/** Nodes on the equator, a thousandth of a degree (111.19 m) apart. */
const onLine = (count: number, tagged: Record<number, Record<string, string>> = {}): DrawnNode[] =>
  Array.from({ length: count }, (_, i) => ({
    id: 5_000_000_000 + i,
    lon: i / 1000,
    lat: 0,
    ...(tagged[i] ? { tags: tagged[i] } : {}),
  }));
const refs = (...places: number[]) => places.map((place) => 5_000_000_000 + place);
const METRES = (6_371_008.8 * Math.PI) / 180_000;
const tenths = (pieces: number, kmh: number) => Math.round((pieces * METRES * 36) / kmh);

describe("reading OpenStreetMap extracts", () => {
  it("drives each class at its speed, and contracts what has no choice", async () => {
    const bytes = drawOsmFile(onLine(6), [
      { refs: refs(0, 1, 2), tags: { highway: "primary", name: "Grande Rue" } },
      { refs: refs(2, 3), tags: { highway: "residential", maxspeed: "FR:urban" } },
      { refs: refs(4, 5), tags: { highway: "footway" } },
    ]);
    const { network, counts } = await read(bytes);
    expect(counts).toEqual({ highways: 3, carWays: 2, carNodes: 4, segments: 3 });
    expect(network.nodeLon.length).toBe(2);
    const exact = (2 / 65 + 1 / 40) * METRES * 36;
    expect([...network.forward]).toEqual([Math.round(exact)]);
    expect([...network.backward]).toEqual([Math.round(exact)]);
  });

  it("turns round what is closed forward", async () => {
    const { network } = await read(
      drawOsmFile(onLine(2), [{ refs: refs(0, 1), tags: { highway: "primary", oneway: "-1" } }]),
    );
    expect([network.nodeLon[network.from[0]], network.nodeLon[network.to[0]]]).toEqual([100, 0]);
    expect([network.forward[0], network.backward[0]]).toEqual([tenths(1, 65), UNREACHED]);
  });

  it("stops at a bollard and where the extract lacks a node", async () => {
    const road = { refs: refs(0, 1, 2, 3, 9, 4), tags: { highway: "primary" } };
    const { network } = await read(drawOsmFile(onLine(5, { 1: { barrier: "bollard" } }), [road]));
    const sizes = [...findComponents(networkGraph(network)).size].sort();
    expect(sizes).toEqual([2, 2]);
    expect([...network.forward].sort((a, b) => a - b)).toEqual([tenths(1, 65), tenths(2, 65)]);
  });

  it("keeps an island, and joins it by a ferry with a timetable", async () => {
    const ways = [
      { refs: refs(0, 1), tags: { highway: "primary" } },
      { refs: refs(3, 4), tags: { highway: "primary" } },
    ];
    const apart = await read(drawOsmFile(onLine(5), ways));
    expect([...findComponents(networkGraph(apart.network)).size]).toEqual([2, 2]);
    const ferry = { refs: refs(1, 2, 3), tags: { route: "ferry", duration: "00:30" } };
    const { network } = await read(drawOsmFile(onLine(5), [...ways, ferry]));
    expect([...findComponents(networkGraph(network)).size]).toEqual([4]);
    expect(network.forward[network.open.indexOf(0)]).toBe(18_000);
  });

  it("does not depend on the order of the nodes", async () => {
    const ways = [
      { refs: refs(0, 1, 2), tags: { highway: "primary" } },
      { refs: refs(1, 3), tags: { highway: "tertiary" } },
    ];
    const sorted = await read(drawOsmFile(onLine(4), ways));
    const shuffled = await read(drawOsmFile(onLine(4).reverse(), ways));
    expect(shuffled).toEqual(sorted);
  });

  it("names the blob and offset of what it cannot read", async () => {
    const bytes = drawOsmFile(onLine(3), [{ refs: refs(0, 1), tags: { highway: "primary" } }]);
    for (let length = 0; length < bytes.length; length++) {
      const failure = await failureOf(bytes.subarray(0, length));
      const cutBetweenBlobs = failure?.code === "no-roads";
      expect(cutBetweenBlobs || failure?.params.reason === "truncated").toBe(true);
    }
    const damaged = Uint8Array.from(bytes);
    damaged[bytes.length - 20] ^= 0xff;
    expect(await failureOf(damaged)).toMatchObject({ code: "osm-unreadable", params: { file: "x.osm.pbf", blob: 2 } });
    expect(await failureOf(Buffer.from("id,lon,lat\n1,2,48\n"))).toMatchObject({
      code: "osm-unreadable",
      params: { blob: 0, offset: 0, reason: "not an OSM PBF file" },
    });
    expect((await failureOf(new Uint8Array(0)))?.code).toBe("osm-unreadable");
    expect((await failureOf(drawOsmFile([], [], ["HistoricalInformation"])))?.params.reason).toBe(
      "requires HistoricalInformation",
    );
  });

  it("says when there is no road for cars", async () => {
    const bytes = drawOsmFile(onLine(3), [{ refs: refs(0, 1), tags: { highway: "path" } }]);
    expect(await failureOf(bytes)).toEqual({ code: "no-roads", params: { file: "x.osm.pbf", highways: 1 } });
  });

  it("stops when the caller gives up", async () => {
    const bytes = drawOsmFile(onLine(3), []);
    await expect(read(bytes, { ...QUIET, signal: { aborted: true } })).rejects.toThrow("cancelled");
  });
});

const EXTRACTS = "../shared/data/sources/road";
const present = existsSync(EXTRACTS);
if (!present) process.stderr.write(`\n*** no extracts in ${EXTRACTS}: the golden runs are SKIPPED ***\n`);

/** Ways with `highway` were counted by another reader; the rest is what this one gave, to notice a change. */
const GOLDEN = [
  {
    file: "andorra",
    highways: 1615,
    carWays: 1159,
    carNodes: 16_480,
    segments: 16_793,
    junctions: 1354,
    roads: 1667,
    largest: 1333,
  },
  {
    file: "liechtenstein",
    highways: 4660,
    carWays: 2346,
    carNodes: 16_626,
    segments: 17_087,
    junctions: 2949,
    roads: 3405,
    largest: 2901,
  },
];

describe.skipIf(!present).each(GOLDEN)("the extract of $file", ({ file, junctions, roads, largest, ...counts }) => {
  it("gives the network it always gave, the same through the road file", async () => {
    const bytes = readFileSync(`${EXTRACTS}/${file}.osm.pbf`);
    const found = await read(bytes);
    expect(found.counts).toEqual(counts);
    const { network } = found;
    expect([network.nodeLon.length, network.from.length]).toEqual([junctions, roads]);
    expect(Math.max(...findComponents(networkGraph(network)).size)).toBe(largest);
    expect(readRoadFile(writeRoadFile(network), file)).toEqual(network);
  });

  it("gives the same times from few sources as from many", async () => {
    const { network } = await read(readFileSync(`${EXTRACTS}/${file}.osm.pbf`));
    const prepared = prepareRoads(network);
    const nodes = Array.from({ length: 500 }, (_, node) => ({ node }));
    const rowsOf = (sources: readonly { node: number }[]) => {
      const rows: Uint32Array[] = [];
      fillTable(prepared, sources, nodes, 18_000, QUIET, (_, row) => rows.push(row.slice()));
      return rows;
    };
    expect(rowsOf(nodes).slice(0, 40)).toEqual(rowsOf(nodes.slice(0, 40)));
  });
});
