import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { buildCatalogue } from "./geo/catalogue.ts";
import { cogFile, readCog } from "./geo/cog.ts";
import { buildLabels } from "./geo/labels.ts";
import { readCentres } from "./geo/read-centres.ts";
import { describeInput, readPieces } from "./geo/read-polygons.ts";
import { buildTopology } from "./geo/topology.ts";
import { writeNeighbours } from "./geo/write-neighbours.ts";

const { values } = parseArgs({
  options: { sources: { type: "string" }, out: { type: "string", default: "data/geo" } },
});
if (!values.sources) {
  console.error("Usage: node scripts/build-geo.ts --sources DIR [--out data/geo]");
  process.exit(2);
}

const cogUrl = "https://registry.npmjs.org/@etalab/decoupage-administratif/-/decoupage-administratif-6.0.0.tgz";
const cogInputs = ["communes", "epci", "departements", "regions"].map((name) =>
  describeInput(`@etalab/decoupage-administratif@6.0.0 data/${name}.json`, cogUrl, readFileSync(cogFile(name))),
);

const cog = readCog();
const { pieces, inputs } = await readPieces(values.sources, cog);
const { centres, input: centreInput } = await readCentres(values.sources);
const topology = await buildTopology(cog, pieces);
const labels = await buildLabels(cog, centres, topology);

mkdirSync(values.out, { recursive: true });
const topologyFile = gzipSync(JSON.stringify(topology), { level: 9 });
const labelLines = labels.features.map((feature) => JSON.stringify(feature)).join(",\n");
const labelFile = Buffer.from(`{"type":"FeatureCollection","features":[\n${labelLines}\n]}\n`);
const catalogue = buildCatalogue({
  topology: { file: topologyFile, inputs: [...inputs, ...cogInputs], rows: topology.objects },
  labels: { file: labelFile, inputs: [centreInput, ...cogInputs], rows: labels.features.length },
});
writeFileSync(join(values.out, "france.topojson.gz"), topologyFile);
writeFileSync(join(values.out, "labels.geojson"), labelFile);
writeFileSync(join(values.out, "catalogue.json"), `${JSON.stringify(catalogue, null, 2)}\n`);
const contacts = await writeNeighbours(values.out, topology);

const { communes, epci, departements, regions } = topology.objects;
console.log(
  `${communes.geometries.length} communes, ${epci.geometries.length} EPCI, ` +
    `${departements.geometries.length} départements, ${regions.geometries.length} régions, ` +
    `${labels.features.length} labels, ${contacts.length} contacts; ${topologyFile.length} bytes`,
);
