import "./origin-marker.css";
import { type Map as MapLibreMap, Marker } from "maplibre-gl";
import type { Point } from "../app/question.ts";
import type { ReachOverlay } from "./reach-overlay.ts";

/** CSS pixels a key moves the marker by. */
const STEP = 12;

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
};

export interface OriginMarker {
  show(overlay: ReachOverlay | null): void;
}

/** The point a reach starts from: dragged by pointer, moved by arrows once it has the focus. */
export function createOriginMarker(map: MapLibreMap, moved: (to: Point) => void): OriginMarker {
  let marker: Marker | undefined;
  const make = (): Marker => {
    const element = map.getContainer().ownerDocument.createElement("button");
    element.type = "button";
    element.className = "reach-origin";
    const made = new Marker({ element, draggable: true });
    const tell = () => {
      const { lng, lat } = made.getLngLat();
      moved({ lon: lng, lat });
    };
    made.on("dragend", tell);
    // The map would take a click on its marker for a click on the ground beneath.
    element.addEventListener("click", (event) => event.stopPropagation());
    element.addEventListener("keydown", (event) => {
      const move = MOVES[event.key];
      if (!move) return;
      event.preventDefault();
      event.stopPropagation();
      const at = map.project(made.getLngLat());
      made.setLngLat(map.unproject([at.x + move[0], at.y + move[1]]));
      tell();
    });
    return made;
  };
  return {
    show(overlay) {
      if (!overlay) {
        marker?.remove();
        marker = undefined;
        return;
      }
      const isNew = marker === undefined;
      marker ??= make();
      marker.setLngLat([overlay.origin.lon, overlay.origin.lat]);
      marker.getElement().setAttribute("aria-label", overlay.label);
      marker.getElement().title = overlay.label;
      if (isNew) marker.addTo(map);
    },
  };
}
