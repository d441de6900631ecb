import type { CustomLayerInterface, Map as MapLibreMap } from "maplibre-gl";
import { COMMUNE_BORDERS, COMMUNE_FILL, emptyLayerSpec, fillLayerSpecs, LEFT_FILL } from "./style.ts";

/** Undermost layer of a split map. */
export const LEFT_BASE = "left-base";
const CLIP_LEFT = "clip-left";
const CLIP_RIGHT = "clip-right";
const CLIP_NONE = "clip-none";

export interface Split {
  /** Draws the layers of the left or takes them away; the style is loaded. */
  toggle(isOn: boolean): void;
  /** CSS pixels from the left of the container. */
  moveTo(x: number): void;
  /** A layer above which the right of the line alone is drawn while there is one; everything again above `free`. */
  clipRight(id: string): CustomLayerInterface;
  free(id: string): CustomLayerInterface;
}

/** Columns of a drawing buffer `width` wide, device pixels: those left of the line, then the others. */
export function splitColumns(
  x: number,
  ratio: number,
  width: number,
): { readonly left: readonly [x: number, width: number]; readonly right: readonly [x: number, width: number] } {
  const at = Math.min(width, Math.max(0, Math.round(x * ratio)));
  return { left: [0, at], right: [at, width - at] };
}

/**
 * Two pictures of the same communes in one map: the colours of the left and those of the right are drawn one after the other
 * with the same tiles, camera and context, each within its columns by the scissor test of WebGL.
 */
export function createSplit(map: MapLibreMap): Split {
  let x = 0;
  let isSplit = false;
  let isDrawn = false;
  const clip = (id: string, side: "left" | "right"): CustomLayerInterface => ({
    id,
    type: "custom",
    render(gl) {
      if (!isSplit) return;
      const [from, width] = splitColumns(isDrawn ? x : 0, map.getPixelRatio(), gl.drawingBufferWidth)[side];
      gl.enable(gl.SCISSOR_TEST);
      gl.scissor(from, 0, width, gl.drawingBufferHeight);
    },
  });
  const free = (id: string): CustomLayerInterface => ({
    id,
    type: "custom",
    render: (gl) => gl.disable(gl.SCISSOR_TEST),
  });
  const lefts = fillLayerSpecs(LEFT_FILL, []);
  return {
    toggle(isOn) {
      isSplit = isOn;
      if (isOn === (map.getLayer(LEFT_BASE) !== undefined)) return;
      if (!isOn) {
        for (const id of [CLIP_LEFT, ...lefts.map((layer) => layer.id), CLIP_RIGHT, CLIP_NONE, LEFT_BASE]) {
          map.removeLayer(id);
        }
        return;
      }
      // Draws nothing, but has the tiles' own limits marked before anything is clipped: they are marked once a frame.
      map.addLayer(emptyLayerSpec(LEFT_BASE), COMMUNE_FILL);
      map.addLayer(clip(CLIP_LEFT, "left"), COMMUNE_FILL);
      const opacity = map.getPaintProperty(COMMUNE_FILL, "fill-opacity") ?? 1;
      for (const layer of lefts) map.addLayer(layer, COMMUNE_FILL);
      map.setPaintProperty(LEFT_FILL.fill, "fill-opacity", opacity);
      map.addLayer(clip(CLIP_RIGHT, "right"), COMMUNE_FILL);
      map.addLayer(free(CLIP_NONE), COMMUNE_BORDERS);
      // Until the tiles know the new layers the right fills the map, rather than nothing the left.
      isDrawn = false;
      map.once("idle", () => {
        isDrawn = true;
        map.triggerRepaint();
      });
    },
    moveTo(wanted) {
      if (x === wanted) return;
      x = wanted;
      map.triggerRepaint();
    },
    clipRight: (id) => clip(id, "right"),
    free,
  };
}
