/** Anchors of each side of the scale, from the threshold outwards: ColorBrewer BrBG, deepened so white borders read. */
const UNDER = ["#ebd29b", "#bd8537", "#7b4a0f"] as const;
const OVER = ["#bde6df", "#57afa4", "#0b5d56"] as const;
/** With many classes on one side the outermost goes further, to keep its neighbours apart. */
const UNDER_END = "#4f2d06";
const OVER_END = "#053f3b";

/** Below and above another figure, not below and above need: ColorBrewer PRGn, seven classes around nothing. */
export const DIFFERENCE_PALETTE = [
  "#5b2a86",
  "#9a70b8",
  "#cdb7de",
  "#f1eff2",
  "#c4e0bd",
  "#7fbb78",
  "#2f7d3b",
] as const;

/** Fill of areas outside the classes; each also has its pattern, so that none is told by colour alone. */
export const ZERO_COLOUR = "#6b3d0a";
export const MISSING_COLOUR = "#e3e6e4";
export const SECRET_COLOUR = "#dcdfe8";
export const UNREACHABLE_COLOUR = "#cfc8c0";

/** The quiet map under and around what is asked. */
export const SEA_COLOUR = "#edf0ee";
export const LAND_COLOUR = "#f8f9f7";
export const QUIET_BORDER_COLOUR = "#4d5f57";
export const AREA_BORDER_COLOUR = "#ffffff";
export const OUTLINE_COLOUR = "#22302c";
/** Lines to the site one looks at: far from both hues of the scale. */
export const LINK_COLOUR = "#a3196f";
export const TEXT_COLOUR = "#1c2925";

/**
 * Colours of `classCount` classes, lowest first: the first `classesBelow` are brown, darkest at the bottom; the others
 * teal, darkest at the top. Either side may be empty.
 */
export function choosePalette(classCount: number, classesBelow: number): readonly string[] {
  const below = Math.max(0, Math.min(classCount, classesBelow));
  return [...sampleSide(UNDER, UNDER_END, below).reverse(), ...sampleSide(OVER, OVER_END, classCount - below)];
}

/** What a colour becomes when its area is filtered out: mostly land, with a breath of itself. */
export function dimColour(colour: string): string {
  return mix(colour, LAND_COLOUR, 0.82);
}

/** `share` of `other` in `colour`, both `#rrggbb`. */
export function mix(colour: string, other: string, share: number): string {
  const [from, to] = [readRgb(colour), readRgb(other)];
  return writeRgb(from.map((channel, i) => channel + (to[i] - channel) * share));
}

function sampleSide(anchors: readonly string[], end: string, count: number): string[] {
  if (count === 0) return [];
  if (count === 1) return [anchors[1]];
  if (count === 2) return [anchors[0], mix(anchors[1], anchors[2], 0.25)];
  const stops = count > 4 ? [...anchors, end] : anchors;
  return Array.from({ length: count }, (_, i) => {
    const at = (i / (count - 1)) * (stops.length - 1);
    const low = Math.min(Math.floor(at), stops.length - 2);
    return mix(stops[low], stops[low + 1], at - low);
  });
}

function readRgb(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function writeRgb(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
