import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { inflateSync } from "node:zlib";
import { FailureError } from "../src/core/failure.ts";
import { findComponents } from "../src/core/travel/components.ts";
import type { ByteSource } from "../src/core/travel/osm-blobs.ts";
import { readOsmRoads } from "../src/core/travel/read-osm.ts";
import { writeRoadFile } from "../src/core/travel/road-file.ts";
import { networkGraph } from "../src/core/travel/road-network.ts";

/**
 * Builds the compact road file of an OpenStreetMap extract, and beside it what it was made of.
 * `node scripts/build-road.ts --pbf EXTRACT.osm.pbf --out ROADS.road [--source "Geofabrik, Bretagne, 2026-11-01"]`
 */
const { values } = parseArgs({
  options: { pbf: { type: "string" }, out: { type: "string" }, source: { type: "string" } },
});
try {
  if (values.pbf === undefined || values.out === undefined) {
    throw new FailureError("bad-input", { options: "--pbf, --out", reason: "required" });
  }
  await build(values.pbf, values.out, values.source ?? basename(values.pbf));
} catch (error) {
  if (!(error instanceof FailureError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function build(pbf: string, out: string, source: string): Promise<void> {
  const file = openSync(pbf, "r");
  const { network, counts } = await readOsmRoads(byteSource(file, pbf), (packed) => inflateSync(packed), {
    signal: { aborted: false },
    progress: reportTenths(),
  });
  closeSync(file);
  const bytes = writeRoadFile(network);
  const { size } = findComponents(networkGraph(network));
  const about = {
    source,
    licence: "ODbL-1.0",
    attribution: "© OpenStreetMap contributors",
    processing: "car network: speeds of the OSRM car profile, bends of less than 8 m left out",
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    ...counts,
    junctions: network.nodeLon.length,
    roads: network.from.length,
    inner_points: network.shapeLon.length,
    strong_components: size.length,
    largest_component: size.reduce((a, b) => Math.max(a, b), 0),
  };
  writeFileSync(out, bytes);
  writeFileSync(`${out}.json`, `${JSON.stringify(about, null, 2)}\n`);
  console.error(JSON.stringify(about));
}

/** Reads the extract by ranges: only one blob is in memory. */
function byteSource(file: number, name: string): ByteSource {
  return {
    name,
    length: fstatSync(file).size,
    read: (start, end) => {
      const bytes = new Uint8Array(end - start);
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
    },
  };
}

function reportTenths(): (done: number, total: number, stage: string) => void {
  let last = "";
  return (done, total, stage) => {
    const line = `${stage} ${Math.floor((10 * done) / total) * 10} %`;
    if (line !== last) console.error(line);
    last = line;
  };
}
