import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import type { RouteOverlay } from "./route-overlay.ts";
import { ROUTE_DASHES, ROUTE_WIDTH } from "./route-style.ts";

const SOURCE = "routes";
const CASING = "routes-casing";
const LABELS = "routes-labels";
const TOWNS = "towns";

const layerOf = (dash: number) => `routes-line-${dash}`;

/** Draws lines of rounds above the communes on a white casing, what they are called along them. */
export function drawRoutes(map: MapLibreMap, overlay: RouteOverlay | null): void {
  if (!overlay) {
    for (const layer of [LABELS, ...ROUTE_DASHES.map((_, dash) => layerOf(dash)), CASING]) {
      if (map.getLayer(layer)) map.removeLayer(layer);
    }
    if (map.getSource(SOURCE)) map.removeSource(SOURCE);
    return;
  }
  const source = map.getSource<GeoJSONSource>(SOURCE);
  if (source) {
    source.setData(overlay);
    return;
  }
  map.addSource(SOURCE, { type: "geojson", data: overlay });
  const below = map.getLayer(TOWNS) ? TOWNS : undefined;
  const layout = { "line-join": "round" } as const;
  map.addLayer(
    {
      id: CASING,
      type: "line",
      source: SOURCE,
      layout,
      paint: { "line-color": "#ffffff", "line-opacity": 0.9, "line-width": ROUTE_WIDTH + 3 },
    },
    below,
  );
  ROUTE_DASHES.forEach((dashes, dash) => {
    map.addLayer(
      {
        id: layerOf(dash),
        type: "line",
        source: SOURCE,
        filter: ["==", ["get", "dash"], dash],
        layout,
        paint: {
          "line-color": ["get", "colour"],
          "line-width": ROUTE_WIDTH,
          ...(dashes.length > 1 ? { "line-dasharray": [...dashes] } : {}),
        },
      },
      below,
    );
  });
  map.addLayer({
    id: LABELS,
    type: "symbol",
    source: SOURCE,
    layout: {
      "symbol-placement": "line-center",
      "text-field": ["get", "label"],
      "text-font": ["Inter"],
      "text-size": 12,
      "text-keep-upright": true,
      "text-allow-overlap": true,
    },
    paint: { "text-color": ["get", "colour"], "text-halo-color": "#ffffff", "text-halo-width": 2.4 },
  });
}
