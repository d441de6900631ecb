import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Labels } from "./labels.ts";
import type { FranceTopology } from "./topology.ts";

export const readTopology = (directory: string): FranceTopology =>
  JSON.parse(gunzipSync(readFileSync(join(directory, "france.topojson.gz"))).toString()) as FranceTopology;

export const readLabels = (directory: string): Labels =>
  JSON.parse(readFileSync(join(directory, "labels.geojson"), "utf8")) as Labels;
