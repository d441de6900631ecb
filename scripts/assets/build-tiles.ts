import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bands, simplifyForBands } from "../geo/bands.ts";
import { buildBboxes } from "../geo/bboxes.ts";
import { readCog } from "../geo/cog.ts";
import { cutTiles } from "../geo/cut-tiles.ts";
import type { ArchiveTile } from "../geo/pmtiles-writer.ts";
import { writeArchive } from "../geo/pmtiles-writer.ts";
import { readLabels, readTopology } from "../geo/read-topology.ts";
import type { LayerData } from "../geo/tile-layers.ts";
import { layersOf, pointLayersOf } from "../geo/tile-layers.ts";

const { values } = parseArgs({
  options: {
    geo: { type: "string", default: "data/geo" },
    out: { type: "string", default: "build/assets" },
  },
});

const topology = readTopology(values.geo);
const points = pointLayersOf(readLabels(values.geo));
const simplified = simplifyForBands(topology);

const tiles: ArchiveTile[] = [];
bands.forEach((band, i) => {
  const layers = new Map<string, LayerData>([...layersOf(simplified[i] ?? topology, band), ...points]);
  tiles.push(...cutTiles(layers, band.minZoom, band.maxZoom));
});

const bboxes = buildBboxes(topology, readCog().communes.length);
const maxZoom = Math.max(...bands.map((band) => band.maxZoom));
const archive = writeArchive(tiles, {
  minZoom: 0,
  maxZoom,
  bounds: [-61.9, -21.5, 55.9, 51.2],
  center: [2.5, 46.6, 5],
  metadata: {
    name: "Oasis",
    attribution: "IGN ADMIN EXPRESS COG 2018, INSEE COG 2026",
    vector_layers: [
      { id: "land", fields: {} },
      { id: "communes", fields: { code: "String" }, minzoom: 3, maxzoom: maxZoom },
      { id: "epci", fields: { code: "String" }, minzoom: 4, maxzoom: maxZoom },
      { id: "departements", fields: { code: "String" } },
      { id: "regions", fields: { code: "String" } },
      { id: "borders", fields: { level: "String" } },
      { id: "coast", fields: {} },
      {
        id: "towns",
        fields: { code: "String", name: "String", rank: "Number", population: "Number", seat: "String" },
      },
      { id: "labels", fields: { level: "String", code: "String", name: "String" } },
    ],
  },
});

mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, "oasis.pmtiles"), archive);
writeFileSync(join(values.out, "bboxes.json"), JSON.stringify(bboxes));
console.log(`${tiles.length} tiles, ${archive.length} bytes`);
