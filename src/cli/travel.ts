import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { inflateSync } from "node:zlib";
import { FailureError } from "../core/failure.ts";
import type { Run } from "../core/run.ts";
import { type CsvColumns, indexIds, readCsvColumns, readNumber } from "../core/travel/csv-columns.ts";
import { type Place, placeOnRoad } from "../core/travel/placement.ts";
import { readOsmRoads } from "../core/travel/read-osm.ts";
import { readRoadFile } from "../core/travel/road-file.ts";
import { UNREACHED } from "../core/travel/road-graph.ts";
import type { RoadNetwork } from "../core/travel/road-network.ts";
import { fillReach, fillTable, limitTicks, prepareRoads, type Roads } from "../core/travel/road-times.ts";
import { snapPoint } from "../core/travel/snap.ts";
import { buildSnapIndex } from "../core/travel/snap-index.ts";
import { readTableNetwork } from "../core/travel/table-network.ts";
import { formatCsv } from "./csv.ts";

const QUIET: Run = { signal: { aborted: false }, progress: () => undefined };

/** A snap farther than this is said on stderr, metres. */
const FAR = 1000;

/** `oasis travel`: times by road from sources to targets, or how many junctions each source reaches. */
export async function travel(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pbf: { type: "string" },
      road: { type: "string" },
      nodes: { type: "string" },
      edges: { type: "string" },
      sources: { type: "string" },
      targets: { type: "string" },
      "limit-minutes": { type: "string", default: "30" },
      out: { type: "string", default: "-" },
    },
  });
  const minutes = Number(values["limit-minutes"]);
  if (!(minutes >= 0 && minutes <= 6000)) {
    throw new FailureError("bad-input", { option: "--limit-minutes", text: values["limit-minutes"] });
  }
  const { roads, nodes, located } = await openRoads(values);
  const locate = createLocator(roads, nodes, located);
  const sources = locate(needed(values.sources, "--sources"));
  const limit = limitTicks(roads.network, minutes);
  const text =
    values.targets === undefined
      ? tableReach(roads, sources, limit)
      : tableTimes(roads, sources, locate(values.targets), limit);
  await write(values.out, text);
}

interface OpenRoads {
  readonly roads: Roads;
  readonly nodes: ReadonlyMap<string, number>;
  readonly located: boolean;
}

type Inputs = Readonly<Partial<Record<"pbf" | "road" | "nodes" | "edges", string>>>;

async function openRoads(inputs: Inputs): Promise<OpenRoads> {
  const given = [inputs.pbf, inputs.road, inputs.nodes].filter((file) => file !== undefined);
  if (given.length !== 1) {
    throw new FailureError("bad-input", { options: "--pbf, --road or --nodes with --edges", reason: "one is needed" });
  }
  if (inputs.nodes !== undefined) {
    const edges = needed(inputs.edges, "--edges");
    const nodes = { name: inputs.nodes, text: readText(inputs.nodes) };
    const table = readTableNetwork(nodes, { name: edges, text: readText(edges) });
    return { roads: prepareRoads(table.network), nodes: table.nodes, located: table.located };
  }
  const network =
    inputs.road !== undefined ? readRoadFile(readBytes(inputs.road), inputs.road) : await readPbf(inputs.pbf ?? "");
  return { roads: prepareRoads(network), nodes: new Map(), located: true };
}

async function readPbf(file: string): Promise<RoadNetwork> {
  const bytes = readBytes(file);
  const source = { name: file, length: bytes.length, read: (start: number, end: number) => bytes.subarray(start, end) };
  const { network, counts } = await readOsmRoads(source, (packed) => inflateSync(packed), QUIET);
  console.error(
    `${file}: ${counts.carWays} car ways of ${counts.highways}, ${network.nodeLon.length} junctions, ${network.from.length} roads; © OpenStreetMap contributors, ODbL`,
  );
  return network;
}

interface Points {
  readonly ids: readonly string[];
  readonly places: readonly Place[];
}

/** Points are nodes by their id where it is known, else the nearest place on a road to their coordinates. */
function createLocator(roads: Roads, nodes: ReadonlyMap<string, number>, located: boolean) {
  const index = located ? buildSnapIndex(roads.network, roads.components) : null;
  return (file: string): Points => {
    const table = readCsvColumns(readText(file), file, ["id"], ["lon", "lat"]);
    indexIds(table, "id");
    let farthest = 0;
    let far = 0;
    const places = table.columns.id.map((id, i): Place => {
      const node = nodes.get(id);
      if (node !== undefined) return { node };
      const snap = index && snapPoint(index, ...readPoint(table, i));
      if (!snap)
        throw new FailureError("bad-input", { file, row: i + 2, column: "id", text: id, reason: "unknown id" });
      farthest = Math.max(farthest, snap.metres);
      if (snap.metres > FAR) far++;
      return placeOnRoad(roads.network, snap.road, snap.ticks);
    });
    if (far > 0) {
      console.error(
        `${file}: ${far} of ${places.length} points are over ${FAR} m from a road, up to ${Math.round(farthest)} m`,
      );
    }
    return { ids: table.columns.id, places };
  };
}

function readPoint(table: CsvColumns, i: number): [number, number] {
  for (const column of ["lon", "lat"]) {
    if (table.columns[column] !== undefined) continue;
    const reason = "unknown id, and no coordinates";
    throw new FailureError("bad-input", {
      file: table.file,
      row: i + 2,
      column: "id",
      text: table.columns.id[i],
      reason,
    });
  }
  return [readNumber(table, "lon", i, -180, 180), readNumber(table, "lat", i, -90, 90)];
}

function tableReach(roads: Roads, sources: Points, limit: number): string {
  const rows: (string | number)[][] = [];
  fillReach(roads, sources.places, limit, QUIET, (i, { nodes, ticks }) => {
    rows.push([sources.ids[i], nodes, ticks / roads.network.ticksPerSecond]);
  });
  return formatCsv(["source", "reached", "sum_seconds"], rows);
}

function tableTimes(roads: Roads, sources: Points, targets: Points, limit: number): string {
  const rows: (string | number)[][] = [];
  fillTable(roads, sources.places, targets.places, limit, QUIET, (i, row) => {
    row.forEach((ticks, t) => {
      if (ticks !== UNREACHED) rows.push([sources.ids[i], targets.ids[t], ticks / roads.network.ticksPerSecond]);
    });
  });
  return formatCsv(["source", "target", "seconds"], rows);
}

function needed(value: string | undefined, option: string): string {
  if (value === undefined) throw new FailureError("bad-input", { option, reason: "required" });
  return value;
}

function readText(file: string): string {
  return new TextDecoder().decode(readBytes(file));
}

/** Bytes of a file. Throws `bad-input` naming it when it cannot be read. */
function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new FailureError("bad-input", { file, reason });
  }
}

async function write(target: string, text: string): Promise<void> {
  if (target === "-") process.stdout.write(text);
  else await writeFile(target, text);
}
