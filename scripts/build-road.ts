import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { inflateSync } from "node:zlib";
import { FailureError } from "../src/core/failure.ts";
import { aroundOutline, type Ring } from "../src/core/geo/around-outline.ts";
import { formatTerritory, parseTerritory, type Territory } from "../src/core/territory.ts";
import { clipNetwork } from "../src/core/travel/clip-network.ts";
import { findComponents } from "../src/core/travel/components.ts";
import { readOsmRoads } from "../src/core/travel/read-osm.ts";
import { writeRoadFile } from "../src/core/travel/road-file.ts";
import { networkGraph, type RoadNetwork } from "../src/core/travel/road-network.ts";
import { openFile } from "../src/platform/node/open-file.ts";
import { listDepartements, readGeojsonOutline, readTerritoryOutline } from "./road/read-outline.ts";

/**
 * Builds compact road files of an OpenStreetMap extract, and beside each what it was made of.
 * `node scripts/build-road.ts --pbf bretagne.osm.pbf --out bretagne.road [--source "Geofabrik, Bretagne, 2026-11-01"]`
 * `--territory dep:35 [--margin-km 20]` keeps the roads up to that far around it; `--outline AREA.geojson` any polygons;
 * `--territory reg:53 --by-departement --out FOLDER` writes one file for each département of a region, the extract read once.
 */
const { values } = parseArgs({
  options: {
    pbf: { type: "string" },
    out: { type: "string" },
    source: { type: "string" },
    territory: { type: "string" },
    outline: { type: "string" },
    "margin-km": { type: "string", default: "20" },
    "by-departement": { type: "boolean", default: false },
    geo: { type: "string", default: "data/geo" },
  },
});

interface Part {
  readonly out: string;
  /** What was kept; null for the whole extract. */
  readonly area: string | null;
  readonly rings: readonly Ring[];
}

try {
  if (values.pbf === undefined || values.out === undefined) {
    throw new FailureError("bad-input", { options: "--pbf, --out", reason: "required" });
  }
  const margin = Number(values["margin-km"]);
  if (values["margin-km"].trim() === "" || !(margin >= 0 && margin <= 200)) {
    throw new FailureError("bad-input", { option: "--margin-km", text: values["margin-km"], expected: "0 … 200" });
  }
  const parts = chooseParts(values.out);
  const { network, counts } = await readNetwork(values.pbf);
  for (const part of parts) {
    const area = part.area === null ? {} : { area: part.area, margin_km: margin };
    const clipped = part.area === null ? network : clipNetwork(network, aroundOutline(part.rings, margin));
    if (clipped.from.length === 0) throw new FailureError("no-roads", { file: values.pbf, ...area });
    write(part.out, clipped, { source: values.source ?? basename(values.pbf), ...area, extract: counts });
  }
  console.error(`most memory held: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} catch (error) {
  if (!(error instanceof FailureError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function chooseParts(out: string): readonly Part[] {
  if (values.territory !== undefined && values.outline !== undefined) {
    throw new FailureError("bad-input", { options: "--territory, --outline", reason: "one of them" });
  }
  const territory = values.territory === undefined ? null : parseTerritory(values.territory);
  const drawn = (of: Territory, file: string): Part => ({
    out: file,
    area: formatTerritory(of),
    rings: readTerritoryOutline(values.geo, of),
  });
  if (values["by-departement"]) {
    if (territory?.kind !== "region") {
      throw new FailureError("bad-input", { option: "--by-departement", reason: "needs a region as --territory" });
    }
    mkdirSync(out, { recursive: true });
    const codes = listDepartements(values.geo, territory.code);
    return codes.map((code) => drawn({ kind: "departement", code }, join(out, `${code}.road`)));
  }
  if (territory) return [drawn(territory, out)];
  if (values.outline === undefined) return [{ out, area: null, rings: [] }];
  return [{ out, area: basename(values.outline), rings: readGeojsonOutline(values.outline) }];
}

async function readNetwork(pbf: string) {
  const file = await openFile(pbf);
  try {
    const run = { signal: { aborted: false }, progress: reportTenths() };
    return await readOsmRoads(file, (packed) => inflateSync(packed), run);
  } finally {
    await file.close();
  }
}

function write(out: string, network: RoadNetwork, origin: Readonly<Record<string, unknown>>): void {
  const bytes = writeRoadFile(network);
  const { size } = findComponents(networkGraph(network));
  const about = {
    ...origin,
    licence: "ODbL-1.0",
    attribution: "© OpenStreetMap contributors",
    processing: "car network: speeds of the OSRM car profile, bends of less than 8 m left out",
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    junctions: network.nodeLon.length,
    roads: network.from.length,
    inner_points: network.shapeLon.length,
    strong_components: size.length,
    largest_component: size.reduce((a, b) => Math.max(a, b), 0),
  };
  writeFileSync(out, bytes);
  writeFileSync(`${out}.json`, `${JSON.stringify(about, null, 2)}\n`);
  console.error(JSON.stringify({ file: out, ...about }));
}

function reportTenths(): (done: number, total: number, stage: string) => void {
  let last = "";
  return (done, total, stage) => {
    const line = `${stage} ${Math.floor((10 * done) / total) * 10} %`;
    if (line !== last) console.error(line);
    last = line;
  };
}
