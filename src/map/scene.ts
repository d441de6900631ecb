import type { Map as MapLibreMap } from "maplibre-gl";
import type { Territory } from "../core/territory.ts";
import { type Choropleth, NOT_ASKED } from "./choropleth.ts";
import { createCommunePainter } from "./commune-painter.ts";
import { hideIgn, showIgn } from "./ign-background.ts";
import { drawLinks } from "./link-layers.ts";
import type { LinkOverlay } from "./link-overlay.ts";
import { drawReach } from "./reach-layers.ts";
import type { ReachOverlay } from "./reach-overlay.ts";
import { drawRoutes } from "./route-layers.ts";
import type { RouteOverlay } from "./route-overlay.ts";
import type { Split } from "./split-layers.ts";
import {
  COMMUNES,
  LEFT_FILL,
  MAIN_FILL,
  NOTHING,
  OUTLINE_LAYERS,
  POINTED_OUTLINE,
  SELECTED_HALO,
  TILES,
} from "./style.ts";
import type { Apply } from "./updater.ts";

/** Everything the map shows besides its camera. */
export interface Scene {
  background: "none" | "ign";
  territory: Territory;
  choropleth: Choropleth;
  left: Choropleth | null;
  selected: number | null;
  hovered: number | null;
  reach: ReachOverlay | null;
  routes: RouteOverlay | null;
  links: LinkOverlay | null;
}

export interface SceneAppliers {
  readonly appliers: { readonly [Part in keyof Scene]: Apply<Scene[Part]> };
  /** Whether a commune is in the territory last coloured. */
  isColoured(unit: number): boolean;
  /** Nothing is on the map any more. */
  reset(): void;
}

/** How much of IGN's map shows through the colours. */
const FILL_OPACITY = { none: 1, ign: 0.62 } as const;

/** What brings each part of the scene onto a MapLibre map whose style is loaded. */
export function createSceneAppliers(map: MapLibreMap, split: Split): SceneAppliers {
  const main = createCommunePainter(map, MAIN_FILL);
  const left = createCommunePainter(map, LEFT_FILL);
  const target = { source: TILES, sourceLayer: COMMUNES, id: 0 };
  const setState = (unit: number, state: Record<string, unknown>) =>
    map.setFeatureState({ ...target, id: unit }, state);
  const pointed: Record<"s" | "h", boolean> = { s: false, h: false };
  const moveFlag =
    (flag: "s" | "h"): Apply<number | null> =>
    (wanted, shown) => {
      if (typeof shown === "number") setState(shown, { [flag]: false });
      if (wanted !== null) setState(wanted, { [flag]: true });
      pointed[flag] = wanted !== null;
      map.setPaintProperty(SELECTED_HALO, "line-opacity", pointed.s ? 0.9 : 0);
      map.setPaintProperty(POINTED_OUTLINE, "line-opacity", pointed.s || pointed.h ? 1 : 0);
    };

  return {
    appliers: {
      background(wanted) {
        if (wanted === "ign") showIgn(map);
        else hideIgn(map);
        for (const { fill } of [MAIN_FILL, LEFT_FILL]) {
          if (map.getLayer(fill)) map.setPaintProperty(fill, "fill-opacity", FILL_OPACITY[wanted]);
        }
      },
      territory(wanted) {
        for (const [kind, layer] of Object.entries(OUTLINE_LAYERS)) {
          map.setFilter(layer, kind === wanted.kind ? ["==", ["get", "code"], wanted.code] : NOTHING, {
            validate: false,
          });
        }
      },
      choropleth: main.paint,
      left(wanted, shown) {
        split.toggle(wanted !== null);
        if (wanted) left.paint(wanted, shown ?? undefined);
      },
      selected: moveFlag("s"),
      hovered: moveFlag("h"),
      reach: (wanted) => drawReach(map, wanted),
      routes: (wanted) => drawRoutes(map, wanted),
      links: (wanted, shown) => drawLinks(map, wanted, shown, split),
    },
    isColoured: (unit) => main.codes[unit] > NOT_ASKED,
    reset() {
      main.codes.fill(NOT_ASKED);
      left.codes.fill(NOT_ASKED);
    },
  };
}
