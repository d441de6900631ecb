import type { ExpressionSpecification, GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import type { LinkOverlay } from "./link-overlay.ts";
import { LINK_COLOUR, OUTLINE_COLOUR } from "./palette.ts";
import type { Split } from "./split-layers.ts";

const SOURCE = "links";
const CASING = "links-casing";
const LINES = "links-lines";
const CLIP = "links-clip";
const FREE = "links-free";
const TOWNS = "towns";

/** Draws who goes to which site; of a split map on the right alone, where the sites are open. */
export function drawLinks(
  map: MapLibreMap,
  wanted: LinkOverlay | null,
  shown: LinkOverlay | null | undefined,
  split: Split,
): void {
  if (!wanted) {
    for (const layer of [FREE, LINES, CASING, CLIP]) if (map.getLayer(layer)) map.removeLayer(layer);
    if (map.getSource(SOURCE)) map.removeSource(SOURCE);
    return;
  }
  const source = map.getSource<GeoJSONSource>(SOURCE);
  if (source && shown?.lines !== wanted.lines) source.setData(wanted.lines);
  if (!source) addLayers(map, wanted.lines, split);
  const { emphasised } = wanted;
  const pick = <T>(own: T, other: T, alike: T | ExpressionSpecification) =>
    emphasised === null
      ? alike
      : (["case", ["==", ["get", "site"], emphasised], own, other] as ExpressionSpecification);
  map.setPaintProperty(LINES, "line-color", pick(LINK_COLOUR, OUTLINE_COLOUR, OUTLINE_COLOUR), { validate: false });
  map.setPaintProperty(LINES, "line-opacity", pick(1, 0.2, fromAfar(0.3, 0.7)), { validate: false });
  map.setPaintProperty(CASING, "line-opacity", pick(0.85, 0, fromAfar(0, 0.3)), { validate: false });
}

/** Over a whole region a thousand lines would hide the communes they come from. */
function fromAfar(far: number, near: number): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], 7, far, 10, near];
}

function addLayers(map: MapLibreMap, lines: LinkOverlay["lines"], split: Split): void {
  map.addSource(SOURCE, { type: "geojson", data: lines });
  const below = map.getLayer(TOWNS) ? TOWNS : undefined;
  const layout = { "line-cap": "round" } as const;
  const width: ExpressionSpecification = ["get", "width"];
  map.addLayer(split.clipRight(CLIP), below);
  map.addLayer(
    {
      id: CASING,
      type: "line",
      source: SOURCE,
      layout,
      paint: { "line-color": "#ffffff", "line-width": ["+", width, 1.2] },
    },
    below,
  );
  map.addLayer({ id: LINES, type: "line", source: SOURCE, layout, paint: { "line-width": width } }, below);
  map.addLayer(split.free(FREE), below);
}
