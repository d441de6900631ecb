import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeRoadFile } from "../../src/core/travel/road-file.ts";
import { drawNetwork } from "../core/travel/worlds.ts";
import { runOasis, sampleOf } from "./run-oasis.ts";

const folder = mkdtempSync(join(tmpdir(), "oasis-travel-"));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** A ─10 min─ B ─20 min─ C one way, D apart. */
const network = [
  "--nodes",
  file("nodes.csv", "id,lon,lat\nA,2,48\nB,2.1,48\nC,2.2,48\nD,3,49\n"),
  "--edges",
  file("edges.csv", "from,to,seconds\nA,B,600\nB,A,600\nB,C,1200.5\n"),
];
const sources = file("sources.csv", "id\nA\nD\n");
const targets = file("targets.csv", "id\nC\nA\nB\n");
const points = file("points.csv", "id,lon,lat\np,2.05,48.001\nq,2.1,48\n");

describe("oasis travel", () => {
  it("counts what is reached, the limit and the source included", () => {
    const drawing = join(folder, "reach.geojson");
    const args = ["--sources", sources, "--limit-minutes", "10", "--isochrones", drawing];
    const ran = runOasis("travel", ...network, ...args);
    expect(ran.stdout).toBe("source,reached,sum_seconds\nA,2,600\nD,1,0\n");
    expect(ran.status).toBe(0);
    const { features } = JSON.parse(readFileSync(drawing, "utf8"));
    expect(features.map((feature: { properties: object }) => feature.properties)).toEqual([
      { source: "A", minutes: 10, metres_from_road: 300 },
      { source: "D", minutes: 10, metres_from_road: 300 },
    ]);
  });

  it("gives times to targets, and leaves out the unreached", () => {
    const out = join(folder, "out.csv");
    const limit = ["--limit-minutes", "31"];
    const ran = runOasis("travel", ...network, "--sources", sources, "--targets", targets, ...limit, "--out", out);
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([0, "", ""]);
    expect(readFileSync(out, "utf8")).toBe("source,target,seconds\nA,C,1800.5\nA,A,0\nA,B,600\n");
    const half = runOasis("travel", ...network, "--sources", sources, "--targets", targets);
    expect(half.stdout).toBe("source,target,seconds\nA,A,0\nA,B,600\n");
  });

  it("snaps points that are not nodes to the middle of a road", () => {
    const ran = runOasis("travel", ...network, "--sources", points, "--targets", targets);
    expect(ran.stdout).toBe("source,target,seconds\np,C,1500.5\np,A,300\np,B,300\nq,C,1200.5\nq,A,600\nq,B,0\n");
  });

  it("reads a road file", () => {
    const road = writeRoadFile(
      drawNetwork(
        [
          [2, 48],
          [2.1, 48],
        ],
        [[0, 1, 6000]],
      ),
    );
    const args = ["--sources", points, "--targets", points];
    const ran = runOasis("travel", "--road", file("x.road", road), ...args);
    expect(ran.stdout).toBe("source,target,seconds\np,p,0\np,q,300\nq,p,300\nq,q,0\n");
    const cut = runOasis("travel", "--road", file("cut.road", road.slice(0, -1)), ...args);
    expect(cut.status).toBe(2);
    expect(cut.stderr).toMatch(
      /^oasis travel: road-file-unreadable: file .*cut\.road, offset \d+, reason truncated\n$/,
    );
  });

  it("takes times computed elsewhere", () => {
    const times = file("times.csv", "origin,destination,minutes\nA,B,10\nD,C,0.1\nA,C,45\n");
    const osrm = file("osrm.json", '{"code":"Ok","durations":[[90.5,0,600],[null,null,1801]]}');
    const args = ["--sources", sources, "--targets", targets];
    expect(runOasis("travel", "--times", times, ...args).stdout).toBe("source,target,seconds\nA,B,600\nD,C,6\n");
    expect(runOasis("travel", "--osrm", osrm, ...args).stdout).toBe(
      "source,target,seconds\nA,C,90.5\nA,A,0\nA,B,600\n",
    );
  });

  it("says that estimates are estimates", () => {
    const ran = runOasis("travel", "--estimate", "--sources", points, "--targets", points);
    expect(ran.stderr).toMatch(/^ESTIMATES, .* mean error in minutes /);
    expect(ran.stdout).toMatch(/^source,target,seconds\np,p,0\np,q,\d+(\.\d)?\nq,p,\d+(\.\d)?\nq,q,0\n$/);
  });

  it.each(
    sampleOf([
      [["--sources", sources], /one of them is needed/],
      [[...network, "--sources", file("unknown.csv", "id\nA\nZ\n")], /unknown\.csv, row 3, column id, text Z/],
      [
        [...network, "--sources", file("twice.csv", "id\nA\nA\n")],
        /twice\.csv, row 3, column id, text A, reason repeated/,
      ],
      [[...network, "--sources", file("text.csv", "id,lon,lat\nZ,east,48\n")], /row 2, column lon, text east/],
      [[...network, "--sources", sources, "--limit-minutes", "soon"], /--limit-minutes/],
      [[...network, "--sources", join(folder, "nowhere.csv")], /nowhere\.csv, reason ENOENT/],
      [["--pbf", sources, "--sources", points], /osm-unreadable: .*offset 0, reason not an OSM PBF file/],
      [["--estimate", "--sources", sources, "--targets", points], /row 2, column id, text A/],
    ]),
  )("refuses %j in one line", (args, reason) => {
    const ran = runOasis("travel", ...args);
    expect(ran.status).toBe(2);
    expect(ran.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(ran.stderr).toMatch(reason);
    expect(ran.stdout).toBe("");
  });
});
