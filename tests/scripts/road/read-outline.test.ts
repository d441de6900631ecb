import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listDepartements, readGeojsonOutline, readTerritoryOutline } from "../../../scripts/road/read-outline.ts";
import { FailureError } from "../../../src/core/failure.ts";
import { aroundOutline } from "../../../src/core/geo/around-outline.ts";
import { parseTerritory } from "../../../src/core/territory.ts";

const GEO = "data/geo";
const RENNES = [-1.68, 48.11] as const;
const NANTES = [-1.55, 47.22] as const;
/** Across the border of Ille-et-Vilaine, 8 km from it. */
const PONTORSON = [-1.505, 48.553] as const;

describe("outline of a territory", () => {
  it("of a département, with what lies across its border", () => {
    const rings = readTerritoryOutline(GEO, parseTerritory("dep:35"));
    const near = (km: number) => [RENNES, NANTES, PONTORSON].map(([lon, lat]) => aroundOutline(rings, km)(lon, lat));
    expect(near(0)).toEqual([true, false, false]);
    expect(near(20)).toEqual([true, false, true]);
  });

  it.each(["reg:53", "35238", "epci:243500139", "fr"])(
    "of %s, where Rennes is and Nantes is not unless it is France",
    (text) => {
      const inside = aroundOutline(readTerritoryOutline(GEO, parseTerritory(text)), 0);
      expect([inside(...RENNES), inside(...NANTES)]).toEqual([true, text === "fr"]);
    },
  );

  it("of none", () => {
    expect(() => readTerritoryOutline(GEO, { kind: "departement", code: "98" })).toThrow(FailureError);
  });

  it("lists the départements of a region", () => {
    expect(listDepartements(GEO, "53")).toEqual(["22", "29", "35", "56"]);
    expect(listDepartements(GEO, "94")).toEqual(["2A", "2B"]);
  });
});

describe("polygons of a GeoJSON file", () => {
  const write = (content: unknown) => {
    const file = join(mkdtempSync(join(tmpdir(), "oasis-outline-")), "area.geojson");
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    return file;
  };
  const ring = [
    [0, 0],
    [1, 0],
    [0, 1],
    [0, 0],
  ];
  const polygon = { type: "Polygon", coordinates: [ring] };
  const feature = { type: "Feature", properties: null, geometry: { type: "MultiPolygon", coordinates: [[ring]] } };

  it.each([
    ["geometry", polygon],
    ["feature", feature],
    ["collection", { type: "FeatureCollection", features: [feature] }],
    ["geometries", { type: "GeometryCollection", geometries: [polygon] }],
  ])("are read from a %s", (_, content) => {
    expect(readGeojsonOutline(write(content))).toEqual([ring]);
  });

  it.each([
    ["no polygon", { type: "Point", coordinates: [0, 0] }],
    ["JSON", "not json"],
  ])("are missed by the file's name: %s", (_, content) => {
    expect(() => readGeojsonOutline(write(content))).toThrow(/area\.geojson/);
  });
});
