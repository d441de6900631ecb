import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { PMTiles, zxyToTileId } from "pmtiles";
import { describe, expect, it } from "vitest";
import { cutTiles } from "../../../scripts/geo/cut-tiles.ts";
import { writeArchive } from "../../../scripts/geo/pmtiles-writer.ts";
import type { LayerData } from "../../../scripts/geo/tile-layers.ts";
import { memorySource } from "./memory-source.ts";

const settings = {
  minZoom: 0,
  maxZoom: 6,
  bounds: [-5, 42, 8, 51] as [number, number, number, number],
  center: [2, 46, 4] as [number, number, number],
  metadata: { name: "small" },
};

const twoSquares: LayerData = {
  type: "FeatureCollection",
  features: [7, 8].map((id) => ({
    type: "Feature",
    id,
    properties: { code: `0100${id}` },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [id - 6, 45],
          [id - 5, 45],
          [id - 5, 46],
          [id - 6, 46],
          [id - 6, 45],
        ],
      ],
    },
  })),
};

describe("tile archive", () => {
  it("gives the same bytes for the same shapes", () => {
    const layers = new Map([["land", twoSquares]]);
    const write = (): Buffer => writeArchive(cutTiles(layers, 0, 6), settings);
    expect(write().equals(write())).toBe(true);
  });

  it("is read back by the public reader, ids and properties included", async () => {
    const archive = writeArchive(cutTiles(new Map([["land", twoSquares]]), 0, 6), settings);
    const reader = new PMTiles(memorySource(archive));
    const header = await reader.getHeader();
    expect([header.minZoom, header.maxZoom, header.minLon, header.maxLat]).toEqual([0, 6, -5, 51]);
    expect(await reader.getMetadata()).toEqual({ name: "small" });
    const tile = await reader.getZxy(0, 0, 0);
    if (!tile) throw new Error("No top tile");
    const layer = new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers.land;
    const features = [0, 1].map((i) => layer?.feature(i));
    expect(features.map((f) => f?.id)).toEqual([7, 8]);
    expect(features.map((f) => f?.properties)).toEqual([{ code: "01007" }, { code: "01008" }]);
  });

  it("finds every tile through leaf directories, and stores equal tiles once", async () => {
    const side = 128;
    const tiles = Array.from({ length: side * side }, (_, i) => ({
      tileId: zxyToTileId(7, i % side, Math.floor(i / side)),
      data: Buffer.from(`tile ${(i * 7919) % 5000}`),
    }));
    const reader = new PMTiles(memorySource(writeArchive(tiles, { ...settings, maxZoom: 7 })));
    const header = await reader.getHeader();
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect(header.numAddressedTiles).toBe(side * side);
    expect(header.numTileContents).toBe(5000);
    for (const i of [0, 1, 5000, 9999, side * side - 1]) {
      const tile = await reader.getZxy(7, i % side, Math.floor(i / side));
      expect(Buffer.from(tile?.data ?? new ArrayBuffer(0)).toString()).toBe(`tile ${(i * 7919) % 5000}`);
    }
  });
});
