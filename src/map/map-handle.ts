import type { Camera, Point } from "../app/question.ts";
import type { Failure } from "../core/failure.ts";
import type { Territory } from "../core/territory.ts";
import type { Choropleth } from "./choropleth.ts";
import type { LinkOverlay } from "./link-overlay.ts";
import type { ReachOverlay } from "./reach-overlay.ts";
import type { RouteOverlay } from "./route-overlay.ts";

export interface MapAssets {
  /** Absolute URL of oasis.pmtiles. */
  readonly tilesUrl: string;
}

export interface MapEvents {
  /** The commune of the territory under the mouse, and where in the container, in CSS pixels. */
  hover(unit: number | null, point: { x: number; y: number } | null): void;
  /** `at`: the ground clicked, or the centre for Enter; absent when what was selected is let go. */
  select(unit: number | null, at?: Point): void;
  /** The origin of the reach was moved. */
  moveOrigin(to: Point): void;
  /** Double click, or Enter on the selected commune: the one gesture that also reaches outside the territory. */
  open(unit: number): void;
  /** The camera came to rest. */
  move(camera: Camera, byUser: boolean): void;
  /** Once: the first choropleth is on screen. */
  coloured(): void;
  failed(failure: Failure): void;
  contextLost(): void;
  contextRestored(): void;
}

/** CSS pixels. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A numbered place. */
export interface SiteMark {
  readonly lon: number;
  readonly lat: number;
  readonly text: string;
  /** What is said of it. */
  readonly label: string;
  /** Instead of the accent. */
  readonly colour?: string;
}

export interface AccessMap {
  /** The latest wins; changes are gathered. Arrays must not be modified afterwards. */
  setChoropleth(choropleth: Choropleth): void;
  /** What the map shows left of the line that splits it, under the same camera; null: one picture only. */
  setLeft(choropleth: Choropleth | null): void;
  /** Where that line is, CSS pixels from the left of the container. */
  setSplit(x: number): void;
  setTerritory(territory: Territory): void;
  setSelected(unit: number | null): void;
  setHovered(unit: number | null): void;
  /** Outlines of what is in reach and the point it starts from, above the communes. */
  setReach(overlay: ReachOverlay | null): void;
  /** Lines from place to place, above the communes. */
  setRoutes(overlay: RouteOverlay | null): void;
  /** Who goes to which site, above the communes. */
  setLinks(overlay: LinkOverlay | null): void;
  /** Numbered places above everything. */
  setSites(sites: readonly SiteMark[]): void;
  /** West, south, east, north; `padding` comes on top of setPadding's. */
  fit(bbox: readonly [number, number, number, number], options?: { animate?: boolean; padding?: Padding }): void;
  setCamera(camera: Camera): void;
  getCamera(): Camera;
  /** What panels cover; the camera's centre is that of the rest. */
  setPadding(padding: Padding): void;
  zoomBy(delta: number): void;
  setBackground(background: "none" | "ign"): void;
  setLabels(texts: { readonly aria: string }): void;
  /** Tries the tiles again after a failure. */
  reloadTiles(): void;
  resize(): void;
  destroy(): void;
  readonly canvas: HTMLCanvasElement;
}
