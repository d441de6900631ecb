import type { ExpressionSpecification, GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { OUTLINE_COLOUR, TEXT_COLOUR } from "./palette.ts";
import { MAX_BANDS, type ReachOverlay } from "./reach-overlay.ts";
import { REACH_DASHES, REACH_WIDTHS } from "./reach-style.ts";

const SOURCE = "reach";
const CASING = "reach-casing";
const LABELS = "reach-labels";
const TOWNS = "towns";

const layerOf = (rank: number) => `reach-line-${rank}`;

/** Draws the outlines of the bands above the communes: dark on a white casing, readable on every colour of the palette. */
export function drawReach(map: MapLibreMap, overlay: ReachOverlay | null): void {
  if (!overlay) {
    for (const layer of [LABELS, ...REACH_DASHES.map((_, rank) => layerOf(rank)), CASING]) {
      if (map.getLayer(layer)) map.removeLayer(layer);
    }
    if (map.getSource(SOURCE)) map.removeSource(SOURCE);
    return;
  }
  const source = map.getSource<GeoJSONSource>(SOURCE);
  if (source) {
    source.setData(overlay.areas);
    return;
  }
  map.addSource(SOURCE, { type: "geojson", data: overlay.areas });
  const below = map.getLayer(TOWNS) ? TOWNS : undefined;
  const widths = REACH_WIDTHS.flatMap((width, rank) => [rank, width + 3.4]);
  map.addLayer(
    {
      id: CASING,
      type: "line",
      source: SOURCE,
      layout: { "line-join": "round" },
      paint: {
        "line-color": "#ffffff",
        "line-opacity": 0.92,
        "line-width": ["match", ["get", "rank"], ...widths, 5] as unknown as ExpressionSpecification,
      },
    },
    below,
  );
  for (let rank = 0; rank < MAX_BANDS; rank++) {
    map.addLayer(
      {
        id: layerOf(rank),
        type: "line",
        source: SOURCE,
        filter: ["==", ["get", "rank"], rank],
        layout: { "line-join": "round" },
        paint: {
          "line-color": OUTLINE_COLOUR,
          "line-width": REACH_WIDTHS[rank],
          ...(REACH_DASHES[rank].length > 1 ? { "line-dasharray": [...REACH_DASHES[rank]] } : {}),
        },
      },
      below,
    );
  }
  map.addLayer({
    id: LABELS,
    type: "symbol",
    source: SOURCE,
    layout: {
      "symbol-placement": "line",
      "symbol-spacing": 420,
      "text-field": ["get", "label"],
      "text-font": ["Inter"],
      "text-size": 12,
      "text-keep-upright": true,
      "text-padding": 1,
      "symbol-sort-key": ["get", "rank"],
    },
    paint: { "text-color": TEXT_COLOUR, "text-halo-color": "#ffffff", "text-halo-width": 2.4 },
  });
}
