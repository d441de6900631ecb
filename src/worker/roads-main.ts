import { FailureError } from "../core/failure.ts";
import { readOsmRoads } from "../core/travel/read-osm.ts";
import { readRoadFile, writeRoadFile } from "../core/travel/road-file.ts";
import type { RoadNetwork } from "../core/travel/road-network.ts";
import type { CommunePoints } from "../engine/reach-places.ts";
import { openFileSource, readFileBytes, readFileText } from "../platform/browser/file-source.ts";
import { inflate } from "../platform/browser/inflate.ts";
import { dropKeptRoads, keepRoads, listKeptRoads, openKeptRoads } from "../platform/browser/kept-roads.ts";
import { type LaidRoads, layRoads, prepareTable, reachByRoad } from "./roads-network.ts";
import type { RoadsJobs, RoadsSummary } from "./roads-protocol.ts";
import { importOsrm, importTimes } from "./roads-times.ts";
import { type Endpoint, serve } from "./rpc.ts";

let laid: LaidRoads | undefined;

function getRoads(): LaidRoads {
  if (!laid) throw new Error("asked of roads before they were opened");
  return laid;
}

function open(name: string, network: RoadNetwork, points: CommunePoints, ways: RoadsSummary["ways"]): RoadsSummary {
  const made = layRoads(network, points);
  if (made.units.length === 0) throw new FailureError("bad-input", { file: name, reason: "no commune near its roads" });
  laid = made;
  return { ...made.summary, ways };
}

serve<RoadsJobs>(self as unknown as Endpoint, {
  async openPbf({ file, points }, run) {
    const { network, counts } = await readOsmRoads(openFileSource(file), inflate, run);
    run.progress(0, 1, "communes");
    return open(file.name, network, points, { car: counts.carWays, all: counts.highways });
  },
  async openRoadFile({ file, points }, run) {
    run.progress(0, 2, "file");
    const network = readRoadFile(await readFileBytes(file), file.name);
    run.progress(1, 2, "communes");
    return open(file.name, network, points, null);
  },
  async openKept({ points }, run) {
    run.progress(0, 2, "file");
    const { name, bytes } = await openKeptRoads();
    run.progress(1, 2, "communes");
    return open(name, readRoadFile(bytes, name), points, null);
  },
  listKept: () => listKeptRoads(),
  async dropKept() {
    await dropKeptRoads();
    return undefined;
  },
  async keep({ name }) {
    await keepRoads(name, writeRoadFile(getRoads().roads.network));
    return undefined;
  },
  writeRoadFile: async () => writeRoadFile(getRoads().roads.network),
  prepareTable: async ({ limitMinutes }) => prepareTable(getRoads(), limitMinutes),
  reach: async ({ origin, bands, limitMinutes }, run) => reachByRoad(getRoads(), origin, bands, limitMinutes, run),
  readTimes: async ({ file, points }) => importTimes({ name: file.name, text: await readFileText(file) }, points),
  readOsrm: async ({ file, list, points }) =>
    importOsrm(
      { name: file.name, text: await readFileText(file) },
      { name: list.name, text: await readFileText(list) },
      points,
    ),
});
