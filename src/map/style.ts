import latinUrl from "@fontsource/inter/files/inter-latin-600-normal.woff2?url";
import latinExtUrl from "@fontsource/inter/files/inter-latin-ext-600-normal.woff2?url";
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { STATUS_CLASS, ZERO_CLASS } from "../core/classes.ts";
import { DIMMED, MAX_CLASSES, NOT_ASKED, paintCode } from "./choropleth.ts";
import { PATTERN_COLOURS } from "./legend.ts";
import * as palette from "./palette.ts";
import { PATTERN_KINDS, type PatternKind } from "./patterns.ts";

export const TILES = "tiles";
export const COMMUNES = "communes";
/** Layer of the coloured communes; what the pointer is over is asked of it. */
export const COMMUNE_FILL = "commune-fill";
/** First layer above the coloured communes. */
export const COMMUNE_BORDERS = "commune-borders";
/**
 * Outlines of the commune selected and hovered, of no width around all the others. Even so a GPU runs over every
 * vertex, hence their opacity of 0 while there is nothing to outline: MapLibre then skips the layer.
 */
export const SELECTED_HALO = "selected-halo";
export const POINTED_OUTLINE = "pointed-outline";
/** Territory kind → layer that outlines it; each draws nothing until its filter names one. */
export const OUTLINE_LAYERS = {
  region: "region-outline",
  departement: "departement-outline",
  epci: "epci-outline",
  commune: "commune-outline",
} as const;

/** Layers that colour the communes, and the part of feature-state that holds the code they paint. */
export interface FillLayers {
  readonly code: string;
  readonly fill: string;
  readonly pattern: (kind: PatternKind) => string;
}

/** The whole map, or what is right of the line that splits it. */
export const MAIN_FILL: FillLayers = { code: "k", fill: COMMUNE_FILL, pattern: (kind) => `pattern-${kind}` };
/** Left of that line; there only while the map is split. */
export const LEFT_FILL: FillLayers = { code: "b", fill: "left-fill", pattern: (kind) => `left-pattern-${kind}` };

export const NOTHING: FilterSpecification = ["boolean", false];

const HOVERED: ExpressionSpecification = ["boolean", ["feature-state", "h"], false];
const SELECTED: ExpressionSpecification = ["boolean", ["feature-state", "s"], false];

const codeOf = ({ code }: FillLayers): ExpressionSpecification => ["number", ["feature-state", code], NOT_ASKED];

/** Colour of a commune by its paint code; constant for a palette, so that recolouring only moves feature-state. */
export function fillColour(classColours: readonly string[], layers: FillLayers): ExpressionSpecification {
  const colours = new Map(classColours.slice(0, MAX_CLASSES).map((colour, index) => [index, colour]));
  colours.set(ZERO_CLASS, PATTERN_COLOURS.zero);
  colours.set(STATUS_CLASS.missing, PATTERN_COLOURS.missing);
  colours.set(STATUS_CLASS.secret, PATTERN_COLOURS.secret);
  colours.set(STATUS_CLASS.unreachable, PATTERN_COLOURS.unreachable);
  const branches = [...colours].flatMap(([index, colour]) => [
    paintCode(index, false),
    colour,
    paintCode(index, true),
    palette.dimColour(colour),
  ]);
  return ["match", codeOf(layers), ...branches, "rgba(0,0,0,0)"] as unknown as ExpressionSpecification;
}

/** Filter keeping the features with these ids. */
export function onlyUnits(units: readonly number[]): FilterSpecification {
  return units.length === 0 ? NOTHING : (["match", ["id"], [...units], true, false] as unknown as FilterSpecification);
}

export function buildStyle(tilesUrl: string): StyleSpecification {
  const absolute = (url: string) => new URL(url, document.baseURI).href;
  return {
    version: 8,
    sources: { [TILES]: { type: "vector", url: tilesUrl } },
    "font-faces": {
      Inter: [
        { url: absolute(latinUrl), "unicode-range": ["U+0000-00FF", "U+0131", "U+0152-0153", "U+2000-206F"] },
        { url: absolute(latinExtUrl), "unicode-range": ["U+0100-02BA", "U+1E00-1E9F"] },
      ],
    },
    transition: { duration: 0, delay: 0 },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": palette.SEA_COLOUR } },
      fromTiles("land", { id: "land", type: "fill", paint: { "fill-color": palette.LAND_COLOUR } }),
      ...fillLayerSpecs(MAIN_FILL, []),
      fromTiles(COMMUNES, {
        id: COMMUNE_BORDERS,
        type: "line",
        paint: {
          "line-color": palette.AREA_BORDER_COLOUR,
          "line-width": zooming(6, 0.3, 8, 0.6, 10, 1, 12, 1.6),
          "line-opacity": zooming(5.9, 0, 7, 0.7, 9, 0.9),
        },
      }),
      quietBorders(),
      ...(["region", "departement", "epci", "commune"] as const).map(outlineSpec),
      fromTiles(COMMUNES, {
        id: SELECTED_HALO,
        type: "line",
        paint: { "line-color": "#ffffff", "line-opacity": 0, "line-width": ["case", SELECTED, 6, 0] },
      }),
      fromTiles(COMMUNES, {
        id: POINTED_OUTLINE,
        type: "line",
        paint: {
          "line-color": palette.OUTLINE_COLOUR,
          "line-opacity": 0,
          "line-width": ["case", SELECTED, 2.8, HOVERED, 1.8, 0],
        },
      }),
      fromTiles("towns", townLabels()),
    ],
  };
}

/** The communes in the colours of their codes, and in the patterns of those that have none. */
export function fillLayerSpecs(layers: FillLayers, palette: readonly string[]): readonly LayerSpecification[] {
  return [
    fromTiles(COMMUNES, { id: layers.fill, type: "fill", paint: { "fill-color": fillColour(palette, layers) } }),
    ...PATTERN_KINDS.map((kind) => patternLayerSpec(kind, layers)),
  ];
}

/** A layer of the tiles in which nothing is drawn. */
export function emptyLayerSpec(id: string): LayerSpecification {
  return fromTiles(COMMUNES, { id, type: "fill", filter: NOTHING, paint: {} });
}

type TileLayer = Exclude<LayerSpecification, { type: "background" }>;
/** `Omit` over a union keeps only the common keys; this keeps each member whole. */
type WithoutSource<Layer> = Layer extends unknown ? Omit<Layer, "source" | "source-layer"> : never;

function fromTiles(sourceLayer: string, layer: WithoutSource<TileLayer>): LayerSpecification {
  return { ...layer, source: TILES, "source-layer": sourceLayer } as LayerSpecification;
}

function zooming(...stops: number[]): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], ...stops] as unknown as ExpressionSpecification;
}

function patternLayerSpec(kind: PatternKind, layers: FillLayers): LayerSpecification {
  const code = codeOf(layers);
  return fromTiles(COMMUNES, {
    id: layers.pattern(kind),
    type: "fill",
    filter: NOTHING,
    paint: {
      "fill-pattern": kind,
      "fill-antialias": false,
      "fill-opacity": ["case", [">=", code, DIMMED], 0.25, [">", code, NOT_ASKED], 1, 0],
    },
  });
}

/** Département and region limits: a shade over colours and pale land alike. */
function quietBorders(): LayerSpecification {
  return fromTiles("borders", {
    id: "quiet-borders",
    type: "line",
    filter: ["in", ["get", "level"], ["literal", ["region", "departement"]]],
    layout: { "line-join": "round" },
    paint: {
      "line-color": palette.QUIET_BORDER_COLOUR,
      "line-opacity": ["match", ["get", "level"], "region", 0.5, 0.32],
      "line-width": zooming(4, 0.5, 7, 0.9, 10, 1.5),
    },
  });
}

function outlineSpec(kind: keyof typeof OUTLINE_LAYERS): LayerSpecification {
  return fromTiles(OUTLINE_SOURCE_LAYERS[kind], {
    id: OUTLINE_LAYERS[kind],
    type: "line",
    filter: NOTHING,
    layout: { "line-join": "round" },
    paint: {
      "line-color": palette.OUTLINE_COLOUR,
      "line-opacity": 0.65,
      "line-width": zooming(5, 0.8, 8, 1.3, 11, 2.2),
    },
  });
}

const OUTLINE_SOURCE_LAYERS = {
  region: "regions",
  departement: "departements",
  epci: "epci",
  commune: COMMUNES,
} as const;

/**
 * Few labels, the largest towns first: by zoom, then by generous padding. Variable anchors are out:
 * MapLibre moves them by the padded box, so a label would land far from its town.
 */
function townLabels(): WithoutSource<TileLayer> {
  return {
    id: "towns",
    type: "symbol",
    filter: [
      "step",
      ["zoom"],
      ["any", ["==", ["get", "seat"], "region"], ["<", ["get", "rank"], 14]],
      6,
      ["any", ["has", "seat"], ["<", ["get", "rank"], 60]],
      7,
      true,
    ],
    layout: {
      "text-field": ["get", "name"],
      "text-font": ["Inter"],
      "text-size": zooming(5, 12, 9, 13),
      "text-padding": 36,
      "text-max-width": 9,
      "symbol-sort-key": ["-", ["get", "rank"], ["match", ["get", "seat"], "region", 60, "departement", 30, 0]],
    },
    paint: {
      "text-color": palette.TEXT_COLOUR,
      "text-halo-color": "rgba(255,255,255,0.92)",
      "text-halo-width": 1.6,
    },
  };
}
