import type { Map as MapLibreMap } from "maplibre-gl";
import { LEFT_BASE } from "./split-layers.ts";
import { COMMUNE_FILL } from "./style.ts";

export const IGN = "ign";

const TILE_URL =
  "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2" +
  "&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}";

/** Adds IGN's map under the colours, the only thing ever asked of another origin. Nothing happens if it is there. */
export function showIgn(map: MapLibreMap): void {
  if (map.getSource(IGN)) return;
  map.addSource(IGN, { type: "raster", tiles: [TILE_URL], tileSize: 256, maxzoom: 18 });
  const above = map.getLayer(LEFT_BASE) ? LEFT_BASE : COMMUNE_FILL;
  map.addLayer({ id: IGN, type: "raster", source: IGN, paint: { "raster-saturation": -0.5 } }, above);
}

export function hideIgn(map: MapLibreMap): void {
  if (!map.getSource(IGN)) return;
  map.removeLayer(IGN);
  map.removeSource(IGN);
}
