import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { inflateSync } from "node:zlib";
import { buildTravelTable, type TravelPairs } from "../core/access/travel-table.ts";
import { FailureError } from "../core/failure.ts";
import type { Run } from "../core/run.ts";
import { type CsvColumns, indexIds, readCsvColumns, readNumber } from "../core/travel/csv-columns.ts";
import { ESTIMATE, fillEstimates, type Points } from "../core/travel/estimate.ts";
import { traceIsochrone } from "../core/travel/isochrone.ts";
import { type Place, placeOnRoad } from "../core/travel/placement.ts";
import { readOsmRoads } from "../core/travel/read-osm.ts";
import { readRoadFile } from "../core/travel/road-file.ts";
import { UNREACHED } from "../core/travel/road-graph.ts";
import type { RoadNetwork } from "../core/travel/road-network.ts";
import { fillReach, fillTable, limitTicks, prepareRoads, type Roads } from "../core/travel/road-times.ts";
import { snapPoint } from "../core/travel/snap.ts";
import { buildSnapIndex } from "../core/travel/snap-index.ts";
import { type NamedText, readTableNetwork } from "../core/travel/table-network.ts";
import { readOsrmTable, readTimesTable } from "../core/travel/times-table.ts";
import { openFile } from "../platform/node/open-file.ts";
import { formatCsv } from "./csv.ts";
import { readParquetFile } from "./read-parquet-file.ts";
import { writeOutput } from "./write-output.ts";

const QUIET: Run = { signal: { aborted: false }, progress: () => undefined };

/** A snap farther than this is said on stderr, metres. */
const FAR = 1000;

const WAYS = ["pbf", "road", "nodes", "times", "osrm", "estimate"] as const;

/**
 * `oasis travel`: times from sources to targets by road, from a table somebody else computed, or estimated; or how many
 * junctions each source reaches by road.
 */
export async function travel(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pbf: { type: "string" },
      road: { type: "string" },
      nodes: { type: "string" },
      edges: { type: "string" },
      times: { type: "string" },
      osrm: { type: "string" },
      estimate: { type: "boolean" },
      sources: { type: "string" },
      targets: { type: "string" },
      isochrones: { type: "string" },
      "limit-minutes": { type: "string", default: "30" },
      out: { type: "string", default: "-" },
    },
  });
  const minutes = Number(values["limit-minutes"]);
  if (values["limit-minutes"].trim() === "" || !(minutes >= 0 && minutes <= 6000)) {
    throw new FailureError("bad-input", { option: "--limit-minutes", text: values["limit-minutes"] });
  }
  const ways = WAYS.filter((way) => values[way] !== undefined);
  if (ways.length !== 1) {
    const options = "--pbf, --road, --nodes with --edges, --times, --osrm or --estimate";
    throw new FailureError("bad-input", { options, reason: "one of them is needed" });
  }
  const sources = readPoints(needed(values.sources, "--sources"));
  const [way] = ways;
  if (way === "times" || way === "osrm" || way === "estimate") {
    const targets = readPoints(needed(values.targets, "--targets"));
    const times = new TimesCsv(sources, targets);
    if (way === "estimate") estimate(sources, targets, minutes, times);
    else await imported(way, needed(values[way], `--${way}`), sources, targets, minutes, times);
    await writeOutput(values.out, times.parts);
    return;
  }
  const { roads, locate } = await openRoads(values);
  const limit = limitTicks(roads.network, minutes);
  const places = locate(sources);
  if (values.isochrones !== undefined)
    await writeOutput(values.isochrones, [isochrones(roads, sources, places, minutes)]);
  if (values.targets === undefined) await writeOutput(values.out, [tableReach(roads, sources, places, limit)]);
  else {
    const targets = values.targets === values.sources ? sources : readPoints(values.targets);
    const times = new TimesCsv(sources, targets);
    const { ticksPerSecond } = roads.network;
    fillTable(roads, places, locate(targets), limit, QUIET, (i, row) => {
      for (let t = 0; t < row.length; t++) if (row[t] !== UNREACHED) times.add(i, t, row[t] / ticksPerSecond);
      times.close();
    });
    await writeOutput(values.out, times.parts);
  }
}

interface OpenRoads {
  readonly roads: Roads;
  readonly locate: (points: CsvColumns) => Place[];
}

type Inputs = Readonly<Partial<Record<"pbf" | "road" | "nodes" | "edges", string | undefined>>>;

async function openRoads({ pbf, road, nodes, edges }: Inputs): Promise<OpenRoads> {
  if (nodes !== undefined) {
    const table = readTableNetwork(readText(nodes), readText(needed(edges, "--edges")));
    return createLocator(prepareRoads(table.network), table.nodes, table.located);
  }
  const network = road !== undefined ? readRoadFile(readBytes(road), road) : await readPbf(needed(pbf, "--pbf"));
  return createLocator(prepareRoads(network), new Map(), true);
}

async function readPbf(file: string): Promise<RoadNetwork> {
  const source = await openFile(file);
  const { network, counts } = await readOsmRoads(source, (packed) => inflateSync(packed), QUIET);
  await source.close();
  const size = `${network.nodeLon.length} junctions, ${network.from.length} roads`;
  console.error(
    `${file}: ${counts.carWays} car ways of ${counts.highways}, ${size}; © OpenStreetMap contributors, ODbL`,
  );
  return network;
}

/** Points are nodes by their id where it is known, else the nearest place on a road to their coordinates. */
function createLocator(roads: Roads, nodes: ReadonlyMap<string, number>, located: boolean): OpenRoads {
  const index = located ? buildSnapIndex(roads.network, roads.components) : null;
  const locate = (points: CsvColumns): Place[] => {
    let farthest = 0;
    let far = 0;
    const places = points.columns.id.map((id, i): Place => {
      const node = nodes.get(id);
      if (node !== undefined) return { node };
      const snap = index && snapPoint(index, ...readPoint(points, i));
      if (!snap) throw unknownId(points, i, "unknown id");
      farthest = Math.max(farthest, snap.metres);
      if (snap.metres > FAR) far++;
      return placeOnRoad(roads.network, snap.road, snap.ticks);
    });
    const share = `${far} of ${places.length} points are over ${FAR} m from a road`;
    if (far > 0)
      console.error(`${points.file}: ${share}, up to ${Math.round(farthest)} m, which their times leave out`);
    return places;
  };
  return { roads, locate };
}

function readPoints(file: string): CsvColumns {
  const { name, text } = readText(file);
  const points = readCsvColumns(text, name, ["id"], ["lon", "lat"]);
  indexIds(points, "id");
  return points;
}

function readPoint(points: CsvColumns, i: number): [number, number] {
  if (points.columns.lon === undefined || points.columns.lat === undefined) {
    throw unknownId(points, i, "unknown id, and no columns lon and lat");
  }
  return [readNumber(points, "lon", i, -180, 180), readNumber(points, "lat", i, -90, 90)];
}

function unknownId(points: CsvColumns, i: number, reason: string): FailureError {
  return new FailureError("bad-input", {
    file: points.file,
    row: i + 2,
    column: "id",
    text: points.columns.id[i],
    reason,
  });
}

function tableReach(roads: Roads, sources: CsvColumns, places: readonly Place[], limit: number): string {
  const rows: (string | number)[][] = [];
  fillReach(roads, places, limit, QUIET, (i, { nodes, ticks }) => {
    rows.push([sources.columns.id[i], nodes, ticks / roads.network.ticksPerSecond]);
  });
  return formatCsv(["source", "reached", "sum_seconds"], rows);
}

/** GeoJSON (RFC 7946), a feature per source. */
function isochrones(roads: Roads, sources: CsvColumns, places: readonly Place[], minutes: number): string {
  const features = places.map((place, i) => {
    const { polygons, margin } = traceIsochrone(roads.network, roads.graph, place, limitTicks(roads.network, minutes));
    const properties = { source: sources.columns.id[i], minutes, metres_from_road: margin };
    return JSON.stringify({ type: "Feature", properties, geometry: { type: "MultiPolygon", coordinates: polygons } });
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`;
}

async function imported(
  kind: "times" | "osrm",
  file: string,
  sources: CsvColumns,
  targets: CsvColumns,
  limit: number,
  times: TimesCsv,
): Promise<void> {
  const pairs =
    kind === "times"
      ? await readTimes(file, indexIds(sources, "id"), indexIds(targets, "id"))
      : readOsrmTable(readText(file), sources.rows, targets.rows);
  pairs.minutes.forEach((time, k) => {
    if (time <= limit) times.add(pairs.origins[k], pairs.destinations[k], Math.round(time * 60e6) / 1e6);
  });
  times.close();
}

type Ids = ReadonlyMap<string, number>;

/** Times in CSV or Parquet, told apart by the first bytes of the file. */
async function readTimes(file: string, origins: Ids, destinations: Ids): Promise<TravelPairs> {
  const found = await readParquetFile(file, origins, destinations);
  if (!found) return readTimesTable(readText(file), origins, destinations);
  buildTravelTable(found.pairs, origins.size, destinations.size, found.source);
  return found.pairs;
}

function estimate(sources: CsvColumns, targets: CsvColumns, limit: number, times: TimesCsv): void {
  fillEstimates(pointsOf(sources), pointsOf(targets), limit * 60, QUIET, (i, row) => {
    row.forEach((seconds, t) => {
      if (seconds < Number.POSITIVE_INFINITY) times.add(i, t, seconds);
    });
    times.close();
  });
  const errors = [
    ...ESTIMATE.errors_minutes.map((band) => `${band.mean_absolute} under ${band.to_km} km`),
    ...ESTIMATE.errors_by_rurality.map(
      ({ ends, mean_absolute, to_km }) => `${mean_absolute} ${ends} under ${to_km} km`,
    ),
  ];
  console.error(
    `ESTIMATES, ${ESTIMATE.form}; mean error in minutes ${errors.join(", ")}; fitted on ${ESTIMATE.source}`,
  );
}

/** Rows of times as CSV text in parts, since a table may be larger than one string can be. */
class TimesCsv {
  readonly parts: string[] = [formatCsv(["source", "target", "seconds"], [])];
  readonly #sources: readonly string[];
  readonly #targets: readonly string[];
  #lines: string[] = [];

  constructor(sources: CsvColumns, targets: CsvColumns) {
    const quote = (id: string) => formatCsv([id], []).slice(0, -1);
    this.#sources = sources.columns.id.map(quote);
    this.#targets = targets.columns.id.map(quote);
  }

  add(source: number, target: number, seconds: number): void {
    this.#lines.push(`${this.#sources[source]},${this.#targets[target]},${seconds}\n`);
  }

  /** Ends a part. */
  close(): void {
    this.parts.push(this.#lines.join(""));
    this.#lines = [];
  }
}

function pointsOf(points: CsvColumns): Points {
  const both = points.columns.id.map((_, i) => readPoint(points, i));
  return { lon: Float64Array.from(both, ([lon]) => lon), lat: Float64Array.from(both, ([, lat]) => lat) };
}

function needed(value: string | undefined, option: string): string {
  if (value === undefined) throw new FailureError("bad-input", { option, reason: "required" });
  return value;
}

function readText(file: string): NamedText {
  return { name: file, text: new TextDecoder().decode(readBytes(file)) };
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
