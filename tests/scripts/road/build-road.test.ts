import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aroundOutline } from "../../../src/core/geo/around-outline.ts";
import { readRoadFile } from "../../../src/core/travel/road-file.ts";
import { DEGREE } from "../../../src/core/travel/road-network.ts";
import { drawOsmFile } from "../../core/travel/osm-file.ts";

const folder = mkdtempSync(join(tmpdir(), "oasis-roads-"));
const build = (...args: string[]) =>
  spawnSync(process.execPath, ["scripts/build-road.ts", ...args], { encoding: "utf8", timeout: 60_000 });
const read = (name: string) => readRoadFile(readFileSync(join(folder, name)), name);
const about = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));

/** A road along the parallel of Rennes, a junction with a side street each 5 km: −1.9° is in 35, −5° in the sea off 29. */
function drawParallel(): string {
  const nodes = [];
  const ways = [];
  for (let i = 0; i < 60; i++) {
    const lon = -4.6 + i * 0.0672;
    nodes.push({ id: 10 * i + 1, lon, lat: 48.1 }, { id: 10 * i + 2, lon, lat: 48.101 });
    ways.push({ refs: [10 * i + 1, 10 * i + 2], tags: { highway: "residential" } });
    if (i > 0) ways.push({ refs: [10 * i - 9, 10 * i + 1], tags: { highway: "primary" } });
  }
  nodes.sort((a, b) => a.id - b.id);
  const file = join(folder, "parallel.osm.pbf");
  writeFileSync(file, drawOsmFile(nodes, ways));
  return file;
}

describe("building road files", () => {
  const pbf = drawParallel();

  it("keeps a territory and 20 km around, or the margin asked for", () => {
    const { status, stderr } = build("--pbf", pbf, "--territory", "dep:35", "--out", join(folder, "35.road"));
    expect([status, stderr]).toEqual([0, expect.stringMatching(/most memory held: \d+ MB/)]);
    build("--pbf", pbf, "--territory", "dep:35", "--margin-km", "0", "--out", join(folder, "35-bare.road"));
    const span = (name: string) => {
      const { nodeLon } = read(name);
      return [Math.min(...nodeLon), Math.max(...nodeLon)].map((lon) => lon / DEGREE);
    };
    // The parallel 48.1° enters Ille-et-Vilaine near −2.25° and leaves it near −1.08°; 20 km are 0.27° here.
    const [bareWest, bareEast] = span("35-bare.road");
    const [west, east] = span("35.road");
    expect(bareWest - west).toBeGreaterThan(0.15);
    expect(bareWest - west).toBeLessThan(0.4);
    expect(east - bareEast).toBeGreaterThan(0.15);
    expect(about("35.road")).toMatchObject({ area: "dep:35", margin_km: 20, licence: "ODbL-1.0" });
  });

  it("writes one file for each département of a region, the same as one by one", () => {
    const { status, stderr } = build(
      "--pbf",
      pbf,
      "--territory",
      "53",
      "--by-departement",
      "--out",
      join(folder, "all"),
    );
    expect([status, stderr]).toEqual([0, expect.stringContaining("29.road")]);
    expect(["22", "29", "35", "56"].map((code) => existsSync(join(folder, "all", `${code}.road`)))).toEqual(
      Array(4).fill(true),
    );
    expect(read("all/35.road")).toEqual(read("35.road"));
  });

  it.each([
    ["an unknown territory", ["--territory", "dep:98"]],
    ["two outlines", ["--territory", "dep:35", "--outline", "x.geojson"]],
    ["départements of no region", ["--by-departement", "--territory", "dep:35"]],
    ["a margin that is no number", ["--margin-km", "far"]],
    ["an area without roads", ["--territory", "dep:13"]],
    ["an extract that is not there", ["--pbf", join(folder, "none.osm.pbf")]],
  ])("refuses %s in one line", (_, args) => {
    const { status, stderr } = build("--pbf", pbf, "--out", join(folder, "no.road"), ...args);
    expect(status).toBe(2);
    expect(stderr.trim().split("\n").at(-1)).toMatch(/^(bad-input|unknown-territory|no-roads) /);
    expect(existsSync(join(folder, "no.road"))).toBe(false);
  });
});

const ANDORRA = "../shared/data/sources/road/andorra.osm.pbf";
if (!existsSync(ANDORRA)) process.stderr.write(`\n*** ${ANDORRA} is not here: its clipping is SKIPPED ***\n`);

describe.skipIf(!existsSync(ANDORRA))("Andorra by an outline", () => {
  it("holds exactly the junctions around it that a road within joins", () => {
    const ring = [
      [1.5, 42.48],
      [1.56, 42.48],
      [1.56, 42.54],
      [1.5, 42.54],
      [1.5, 42.48],
    ];
    const outline = join(folder, "capital.geojson");
    writeFileSync(outline, JSON.stringify({ type: "Polygon", coordinates: [ring] }));
    expect(build("--pbf", ANDORRA, "--out", join(folder, "whole.road")).status).toBe(0);
    const args = ["--pbf", ANDORRA, "--outline", outline, "--margin-km", "2", "--out", join(folder, "part.road")];
    expect(build(...args).status).toBe(0);
    const [whole, part] = [read("whole.road"), read("part.road")];
    const near = aroundOutline([ring], 2);
    const isNear = (v: number) => near(whole.nodeLon[v] / DEGREE, whole.nodeLat[v] / DEGREE);
    const kept = Array.from(whole.from.keys()).filter((r) => isNear(whole.from[r]) && isNear(whole.to[r]));
    expect(part.from.length).toBe(kept.length);
    expect(part.from.length).toBeGreaterThan(300);
    expect(part.from.length).toBeLessThan(0.8 * whole.from.length);
    expect(Array.from(part.forward)).toEqual(kept.map((r) => whole.forward[r]));
  });
});
