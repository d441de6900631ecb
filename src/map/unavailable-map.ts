import type { Camera } from "../app/question.ts";
import type { AccessMap } from "./map-handle.ts";

/** Stands in where no map can be drawn: remembers the camera, does nothing else. The table says the rest. */
export function createUnavailableMap(container: HTMLElement, camera: Camera | undefined): AccessMap {
  const canvas = container.ownerDocument.createElement("canvas");
  let current = camera ?? { lon: 2.5, lat: 46.6, zoom: 5 };
  const nothing = () => {};
  return {
    canvas,
    setChoropleth: nothing,
    setLeft: nothing,
    setSplit: nothing,
    setTerritory: nothing,
    setSelected: nothing,
    setHovered: nothing,
    setReach: nothing,
    setRoutes: nothing,
    setLinks: nothing,
    setSites: nothing,
    fit: nothing,
    setCamera: (wanted) => {
      current = wanted;
    },
    getCamera: () => current,
    setPadding: nothing,
    zoomBy: nothing,
    setBackground: nothing,
    setLabels: nothing,
    reloadTiles: nothing,
    resize: nothing,
    destroy: nothing,
  };
}
