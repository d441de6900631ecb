import "./site-markers.css";
import { type Map as MapLibreMap, Marker } from "maplibre-gl";
import type { SiteMark } from "./map-handle.ts";

export interface SiteMarkers {
  show(sites: readonly SiteMark[]): void;
}

/** Numbered places above the communes; a click goes through to the commune beneath. */
export function createSiteMarkers(map: MapLibreMap): SiteMarkers {
  let markers: readonly Marker[] = [];
  return {
    show(sites) {
      for (const marker of markers) marker.remove();
      // The first is drawn last: above those it overlaps.
      markers = sites.toReversed().map(({ lon, lat, text, label, colour }) => {
        const element = map.getContainer().ownerDocument.createElement("div");
        element.className = "site-marker";
        element.textContent = text;
        if (colour) element.style.background = colour;
        element.setAttribute("role", "img");
        element.setAttribute("aria-label", label);
        return new Marker({ element }).setLngLat([lon, lat]).addTo(map);
      });
    },
  };
}
