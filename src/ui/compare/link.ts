import type { Bounds, Places } from "../../app/places.ts";
import type { Camera } from "../../app/question.ts";
import { sameTerritory, type Territory } from "../../core/territory.ts";

/** How the cameras of two maps follow each other. */
export type Link = "zoom" | "position";

/**
 * One territory inside the other: both maps show the same place, or the eye would look for one in the other. Apart: each
 * keeps to its own and only zooms with the other, since no place is on both.
 */
export function linkOf(places: Places, a: Territory, b: Territory): Link {
  const holds = (outer: Territory, inner: Territory) =>
    places.lineage(inner).some((above) => sameTerritory(above, outer));
  return holds(a, b) || holds(b, a) ? "position" : "zoom";
}

/** What each map is framed on at first: its own territory, or the larger of the two. */
export function framesOf(link: Link, a: Bounds, b: Bounds): readonly [Bounds, Bounds] {
  if (link === "zoom") return [a, b];
  const both: Bounds = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
  return [both, both];
}

/** Where the other map goes when one went from a camera to another. */
export function followCamera(link: Link, before: Camera, after: Camera, other: Camera): Camera {
  return link === "position" ? after : { ...other, zoom: other.zoom + after.zoom - before.zoom };
}
