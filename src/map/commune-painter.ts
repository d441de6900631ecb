import type { Map as MapLibreMap } from "maplibre-gl";
import { type Choropleth, COMMUNE_COUNT, diffCodes, encodeChoropleth, listPatterned } from "./choropleth.ts";
import { PATTERN_KINDS } from "./patterns.ts";
import { COMMUNES, type FillLayers, fillColour, onlyUnits, TILES } from "./style.ts";
import type { Apply } from "./updater.ts";

export interface CommunePainter {
  readonly paint: Apply<Choropleth>;
  /** What feature-state holds, commune by commune: exact even when a recolouring was cut short. */
  readonly codes: Uint8Array;
}

/** Brings a choropleth onto the layers that draw it: only the communes whose code changes are touched. */
export function createCommunePainter(map: MapLibreMap, layers: FillLayers): CommunePainter {
  const codes = new Uint8Array(COMMUNE_COUNT);
  const target = { source: TILES, sourceLayer: COMMUNES, id: 0 };
  return {
    codes,
    paint(wanted, shown) {
      if (shown?.palette.join() !== wanted.palette.join()) {
        map.setPaintProperty(layers.fill, "fill-color", fillColour(wanted.palette, layers), { validate: false });
      }
      const next = encodeChoropleth(wanted);
      diffCodes(codes, next, (unit, code) => {
        map.setFeatureState({ ...target, id: unit }, { [layers.code]: code });
        codes[unit] = code;
      });
      const patterned = listPatterned(next);
      for (const kind of PATTERN_KINDS) {
        map.setFilter(layers.pattern(kind), onlyUnits(patterned[kind]), { validate: false });
      }
    },
  };
}
