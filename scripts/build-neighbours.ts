import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Catalogue } from "../src/core/catalogue.ts";
import { readTopology } from "./geo/read-topology.ts";
import { writeNeighbours } from "./geo/write-neighbours.ts";
import { readFragment } from "./pack/read-fragment.ts";
import { computeRelease } from "./pack/write-catalogue.ts";

/** Derives the contacts of communes from the committed outlines, without the sources these came from. */
const { values } = parseArgs({ options: { data: { type: "string", default: "data" } } });
const geo = join(values.data, "geo");
const contacts = await writeNeighbours(geo, readTopology(geo));

const path = join(values.data, "catalogue.json");
const catalogue = JSON.parse(readFileSync(path, "utf8")) as Catalogue;
const outlines = readFragment(join(geo, "catalogue.json"), "geo/catalogue.json");
const fresh = new Set(outlines.map(({ id }) => id));
const datasets = [...catalogue.datasets.filter(({ id }) => !fresh.has(id)), ...outlines];
const release = computeRelease(datasets);
writeFileSync(path, `${JSON.stringify({ ...catalogue, release, datasets }, null, 2)}\n`);
const edges = contacts.filter(({ edge }) => edge).length;
console.log(`${contacts.length} contacts, ${edges} along a border; release ${release}`);
