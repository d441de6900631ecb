import { GeoJSONVT } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import { zxyToTileId } from "pmtiles";
import type { ArchiveTile } from "./pmtiles-writer.ts";
import type { LayerData } from "./tile-layers.ts";

const extent = 4096;
/** Tile units drawn beyond the edge: 4 screen pixels, enough for the borders. */
const buffer = 32;

/** Cuts layers into vector tiles. The shapes are simplified already, so nothing is simplified here. */
export const cutTiles = (layers: Map<string, LayerData>, minZoom: number, maxZoom: number): ArchiveTile[] => {
  const options = { maxZoom, indexMaxZoom: maxZoom, indexMaxPoints: 0, tolerance: 0, extent, buffer };
  const indexes = [...layers].map(([name, data]) => ({ name, index: new GeoJSONVT(data, options) }));
  const tiles: ArchiveTile[] = [];
  for (const { z, x, y } of placesWith(indexes, minZoom, maxZoom)) {
    const found = indexes.flatMap(({ name, index }) => {
      const tile = index.getTile(z, x, y);
      return tile && tile.features.length > 0 ? [[name, tile] as const] : [];
    });
    if (found.length > 0)
      tiles.push({
        tileId: zxyToTileId(z, x, y),
        data: fromGeojsonVt(Object.fromEntries(found), { version: 2, extent }),
      });
  }
  return tiles;
};

interface Place {
  z: number;
  x: number;
  y: number;
}

/** Tiles with land, or at the top of the pyramid with anything that leads to land. */
const placesWith = (indexes: { name: string; index: GeoJSONVT }[], minZoom: number, maxZoom: number): Place[] => {
  const land = indexes.find(({ name }) => name === "land");
  if (!land) throw new Error("Tiles are found by their land layer");
  const places: Place[] = [];
  const pending: Place[] = [{ z: 0, x: 0, y: 0 }];
  for (let place = pending.pop(); place; place = pending.pop()) {
    const { z, x, y } = place;
    if (!land.index.getTile(z, x, y)?.features.length) continue;
    if (z >= minZoom) places.push(place);
    if (z < maxZoom)
      for (const [dx, dy] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ] as const)
        pending.push({ z: z + 1, x: 2 * x + dx, y: 2 * y + dy });
  }
  return places;
};
