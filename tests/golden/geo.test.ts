import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { VectorTile } from "@mapbox/vector-tile";
import type { FeatureCollection, Position } from "geojson";
import { PbfReader } from "pbf";
import { PMTiles, tileIdToZxy, zxyToTileId } from "pmtiles";
import { feature } from "topojson-client";
import { beforeAll, describe, expect, it } from "vitest";
import { bands, simplifyForBands } from "../../scripts/geo/bands.ts";
import { buildBboxes } from "../../scripts/geo/bboxes.ts";
import type { CatalogueEntry } from "../../scripts/geo/catalogue.ts";
import { readCog } from "../../scripts/geo/cog.ts";
import type { Areal } from "../../scripts/geo/planar.ts";
import { areaKm2, contains, distanceKm, polygonsOf } from "../../scripts/geo/planar.ts";
import { readCentres } from "../../scripts/geo/read-centres.ts";
import { readLabels, readTopology } from "../../scripts/geo/read-topology.ts";
import { memorySource } from "../scripts/geo/memory-source.ts";

const geo = "data/geo";
const sources = process.env.OASIS_SOURCES ?? "../shared/data/sources";
const archivePath = "build/assets/oasis.pmtiles";

const cog = readCog();
const topology = readTopology(geo);
const mapped = cog.communes.filter((commune) => !commune.collectivity);
const communes = new Map(
  feature(topology, topology.objects.communes).features.map((commune) => [commune.properties.code, commune]),
);
const outline = (code: string): Areal => communes.get(code)?.geometry as Areal;
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

const arcsOf = (arcs: unknown): number[] => (Array.isArray(arcs) ? arcs.flatMap(arcsOf) : [arcs as number]);
const distinctArc = (arc: number): number => (arc < 0 ? ~arc : arc);

describe("outlines of the communes", () => {
  it("has every commune of 2026 exactly once, overseas collectivities apart", () => {
    expect(mapped).toHaveLength(34_875);
    const codes = topology.objects.communes.geometries.map((commune) => commune.id);
    expect(codes).toEqual(mapped.map((commune) => commune.code));
  });

  it("carries the shared row number, département, region and EPCI", () => {
    for (const { unit, code, departement, region, epci } of mapped)
      expect(communes.get(code)?.properties).toEqual({ unit, code, departement, region, epci });
  });

  it("has neither empty nor inverted outlines", () => {
    for (const { code } of mapped) expect(areaKm2(outline(code))).toBeGreaterThan(0.005);
  });

  it("uses every border twice, in opposite directions, and every coast once", () => {
    const uses = new Map<number, number[]>();
    for (const commune of topology.objects.communes.geometries)
      for (const arc of arcsOf(commune.arcs))
        uses.set(distinctArc(arc), [...(uses.get(distinctArc(arc)) ?? []), Math.sign(arc + 0.5)]);
    expect(uses.size).toBe(topology.arcs.length);
    const coast = new Set(topology.objects.land.geometries.flatMap((land) => arcsOf(land.arcs)).map(distinctArc));
    for (const [arc, directions] of uses) {
      if (coast.has(arc)) expect(directions).toHaveLength(1);
      else expect(directions.toSorted()).toEqual([-1, 1]);
    }
  });

  it("fills each larger area without overlap or gap", () => {
    const total = (filter: (commune: (typeof mapped)[number]) => boolean): number =>
      sum(mapped.filter(filter).map(({ code }) => areaKm2(outline(code))));
    const { land, departements, epci } = topology.objects;
    const landArea = sum(feature(topology, land).features.map((f) => areaKm2(f.geometry as Areal)));
    expect(total(() => true) / landArea).toBeCloseTo(1, 7);
    for (const departement of feature(topology, departements).features) {
      const own = areaKm2(departement.geometry as Areal);
      expect(total((c) => c.departement === departement.properties.code) / own).toBeCloseTo(1, 6);
    }
    for (const area of feature(topology, epci).features.slice(0, 200)) {
      const own = areaKm2(area.geometry as Areal);
      expect(total((c) => c.epci === area.properties.code) / own).toBeCloseTo(1, 6);
    }
  });

  it("has the known extent of France: 632,734 km² with the five overseas regions", () => {
    const area = sum(mapped.map(({ code }) => areaKm2(outline(code))));
    expect(Math.abs(area / 632_734 - 1)).toBeLessThan(0.015);
  });

  it.each<[string, string, Position]>([
    ["Rennes", "35238", [-1.68, 48.111]],
    ["Vitré", "35360", [-1.213, 48.124]],
    ["Paris", "75056", [2.347, 48.859]],
    ["Marseille", "13055", [5.38, 43.297]],
    ["Ajaccio", "2A004", [8.738, 41.927]],
    ["Saint-Denis de La Réunion", "97411", [55.448, -20.882]],
    ["Cayenne", "97302", [-52.326, 4.933]],
    ["Ouessant", "29155", [-5.097, 48.459]],
    ["Île-de-Sein", "29083", [-4.853, 48.037]],
    ["Hœdic", "56085", [-2.872, 47.34]],
    ["Groix", "56069", [-3.464, 47.637]],
    ["Sannerville", "14666", [-0.226, 49.183]],
    ["L'Oie", "85165", [-1.127, 46.797]],
    ["Chalinargues", "15035", [2.917, 45.151]],
    ["Neussargues-Moissac", "15141", [2.981, 45.133]],
  ])("puts %s in its own outline", (_name, code, centre) => {
    expect(contains(outline(code), centre)).toBe(true);
  });

  it("gives the re-established communes about their known area", () => {
    const known: [string, number][] = [
      ["15031", 18.4],
      ["15035", 27.4],
      ["15171", 16.4],
      ["85165", 14.3],
      ["14666", 4.8],
    ];
    for (const [code, area] of known) expect(Math.abs(areaKm2(outline(code)) / area - 1)).toBeLessThan(0.1);
  });

  it("keeps every commune and no overlap in every zoom band", () => {
    const landArea = (file: typeof topology): number =>
      sum(feature(file, file.objects.land).features.map((f) => areaKm2(f.geometry as Areal)));
    const simplified = simplifyForBands(topology);
    for (const [i, file] of simplified.entries()) {
      if (!bands[i]?.communes) continue;
      const features = feature(file, file.objects.communes).features;
      expect(features).toHaveLength(mapped.length);
      expect(sum(features.map((f) => areaKm2(f.geometry as Areal))) / landArea(file)).toBeCloseTo(1, 4);
    }
  }, 60_000);
});

describe("label points", () => {
  const labels = readLabels(geo).features;
  const towns = labels.filter((label) => label.properties.kind === "town");

  it("names the 350 largest communes and every prefecture", () => {
    expect(towns.filter((town) => (town.properties.rank ?? Infinity) < 350)).toHaveLength(350);
    expect(towns.filter((town) => town.properties.seat).length).toBe(101);
    expect(towns[0]?.properties.name).toBe("Paris");
  });

  it("puts every label inside what it names", () => {
    const areas = {
      departement: feature(topology, topology.objects.departements).features,
      region: feature(topology, topology.objects.regions).features,
    };
    for (const { geometry, properties } of labels) {
      const place =
        properties.kind === "town"
          ? outline(properties.code)
          : (areas[properties.kind].find((area) => area.properties.code === properties.code)?.geometry as Areal);
      expect(contains(place, geometry.coordinates), properties.name).toBe(true);
    }
  });
});

describe("bounding boxes", () => {
  const boxes = buildBboxes(topology, cog.communes.length);

  it("frames Bretagne, La Réunion and metropolitan France", () => {
    const near = (box: number[] | undefined, expected: number[]): void =>
      expected.forEach((value, i) => {
        expect(Math.abs((box?.[i] ?? Number.NaN) - value)).toBeLessThan(0.06);
      });
    near(boxes.regions["53"], [-5.14, 47.28, -1.02, 48.9]);
    near(boxes.regions["04"], [55.22, -21.39, 55.84, -20.87]);
    near(boxes.fr, [-5.14, 41.33, 9.56, 51.09]);
  });

  it("has a box for each unit, zeros for the overseas collectivities only", () => {
    expect(boxes.communes).toHaveLength(4 * cog.communes.length);
    for (const { unit, collectivity } of cog.communes) {
      const [west = 0, south = 0, width = 0, height = 0] = boxes.communes.slice(4 * unit, 4 * unit + 4);
      expect(width > 0 && height > 0, String(unit)).toBe(!collectivity);
      if (collectivity) expect([west, south]).toEqual([0, 0]);
    }
    expect(JSON.stringify(boxes).length).toBeLessThan(700_000);
  });
});

describe("catalogue", () => {
  it("tells the true size and hash of each file", () => {
    const entries = JSON.parse(readFileSync(`${geo}/catalogue.json`, "utf8")) as CatalogueEntry[];
    for (const entry of entries) {
      const bytes = readFileSync(entry.file);
      expect(bytes.length).toBe(entry.bytes);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(entry.sha256);
      for (const input of entry.inputs) expect(input.url).toMatch(/^https:\/\//);
    }
  });
});

const withArchive = existsSync(archivePath) ? describe : describe.skip;
if (!existsSync(archivePath))
  process.stderr.write(`SKIPPED: ${archivePath} is not built (node scripts/assets/build-tiles.ts)\n`);

withArchive("tiles", () => {
  const idsAt = new Map<number, Set<number>>();

  beforeAll(async () => {
    const reader = new PMTiles(memorySource(readFileSync(archivePath)));
    const { maxZoom } = await reader.getHeader();
    for (let zoom = 3; zoom <= maxZoom; zoom++) {
      const ids = new Set<number>();
      for (let id = zxyToTileId(zoom, 0, 0); id < zxyToTileId(zoom + 1, 0, 0); id++) {
        const tile = await reader.getZxy(...tileIdToZxy(id));
        if (!tile) continue;
        const layer = new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers.communes;
        for (let i = 0; i < (layer?.length ?? 0); i++) {
          const { id: unit, properties } = layer?.feature(i) ?? {};
          if (unit === undefined || cog.communes[unit]?.code !== properties?.code)
            throw new Error(`Unit ${unit} does not match ${String(properties?.code)}`);
          ids.add(unit);
        }
      }
      idsAt.set(zoom, ids);
    }
  }, 120_000);

  it("has every commune in every zoom from 3", () => {
    expect([...idsAt.keys()][0]).toBe(3);
    for (const [zoom, ids] of idsAt) expect(ids.size, `zoom ${zoom}`).toBe(mapped.length);
  });
});

const polygons2018 = `${sources}/geo/france-geojson-2018`;
const withSources = existsSync(polygons2018) ? describe : describe.skip;
if (!existsSync(polygons2018)) process.stderr.write(`SKIPPED: no sources at ${sources} (set OASIS_SOURCES)\n`);

withSources("against the sources", () => {
  const file = (name: string): FeatureCollection<Areal, Record<string, string>> =>
    JSON.parse(readFileSync(`${sources}/${name}`, "utf8"));

  it.each([
    ["communes-49-maine-et-loire", "49126"],
    ["communes-14-calvados", "14581"],
    ["communes-01-ain", "01015"],
    ["communes-35-ille-et-vilaine", "35360"],
  ])("merged communes of %s have the area of the polygons they unite", (name, sample) => {
    const former = new Map<string, number>();
    for (const { properties, geometry } of file(`geo/france-geojson-2018/${name}.geojson`).features) {
      const code = cog.successor(properties.code ?? "") ?? "";
      former.set(code, (former.get(code) ?? 0) + areaKm2(geometry));
    }
    expect(former.has(sample)).toBe(true);
    const split = new Set(["14712", "14666"]);
    for (const [code, area] of former) {
      if (split.has(code)) continue;
      const own = areaKm2(outline(code));
      expect(Math.abs(own - area), code).toBeLessThan(0.25 + 0.06 * area);
    }
  });

  it("has almost every published centre inside its commune, and none far from it", async () => {
    const { centres } = await readCentres(sources);
    let outside = 0;
    for (const { code } of mapped) {
      const centre = centres.get(code);
      if (!centre) throw new Error(`No centre for ${code}`);
      const place = outline(code);
      if (contains(place, centre)) continue;
      // Geometric centres of bent outlines; Granville counts its islands.
      outside++;
      const vertices = polygonsOf(place).flat(2);
      expect(Math.min(...vertices.map((vertex) => distanceKm(vertex, centre))), code).toBeLessThan(5);
    }
    expect(outside).toBeLessThan(600);
  });

  it("agrees with the outlines of 2026 in Bretagne", () => {
    const features = file("lusk_bretagne/communes.geojson").features;
    expect(features).toHaveLength(1202);
    let apart = 0;
    for (const { properties, geometry } of features) {
      const [own, theirs] = [areaKm2(outline(properties.territoire ?? "")), areaKm2(geometry)];
      if (Math.abs(own / theirs - 1) > 0.1) apart++;
    }
    // Estuaries and small islands, drawn differently.
    expect(apart).toBeLessThan(50);
  });
});
