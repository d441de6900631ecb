import "maplibre-gl/dist/maplibre-gl.css";
import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { Camera } from "../app/question.ts";
import type { Failure } from "../core/failure.ts";
import { IGN } from "./ign-background.ts";
import type { AccessMap, MapAssets, MapEvents, Padding } from "./map-handle.ts";
import { createOriginMarker } from "./origin-marker.ts";
import { drawPattern, PATTERN_KINDS } from "./patterns.ts";
import { listenToPointer } from "./pointer.ts";
import { createSceneAppliers, type Scene } from "./scene.ts";
import { createSiteMarkers } from "./site-markers.ts";
import { createSplit } from "./split-layers.ts";
import { buildStyle, TILES } from "./style.ts";
import { tileFailure } from "./tile-file.ts";
import { openTileArchive } from "./tile-protocol.ts";
import { createUnavailableMap } from "./unavailable-map.ts";
import { createUpdater } from "./updater.ts";

export type { Choropleth } from "./choropleth.ts";
export type { AccessMap, MapAssets, MapEvents, Padding } from "./map-handle.ts";

export interface MapOptions {
  readonly reducedMotion?: boolean;
  readonly camera?: Camera;
}

const METROPOLITAN_FRANCE: [number, number, number, number] = [-5.2, 41.3, 9.6, 51.1];
const ZOOM_RANGE = { minZoom: 1, maxZoom: 14 };
const FIT_MARGIN = 24;
/** MapLibre stretches a pattern up to twofold between two whole zooms; this centres it on its nominal size. */
const PATTERN_SHRINK = 4 / 3;
const BY_USER = { byUser: true };

maplibregl.setWorkerUrl(new URL(workerUrl, document.baseURI).href);

export function createAccessMap(
  container: HTMLElement,
  assets: MapAssets,
  events: MapEvents,
  options: MapOptions = {},
): AccessMap {
  const animate = options.reducedMotion !== true;
  let hasFailed = false;
  let hasRetried = false;
  const fail = (failure: Failure) => {
    if (hasFailed || isDestroyed) return;
    hasFailed = true;
    // A read cut short by a cache or another reader heals by itself; what is really corrupt fails again.
    if (failure.code === "pack-file-corrupt" && !hasRetried) {
      hasRetried = true;
      queueMicrotask(reopenTiles);
    } else events.failed(failure);
  };
  let isDestroyed = false;
  let archive = openTileArchive(assets.tilesUrl, fail);
  let map: maplibregl.Map;
  try {
    map = new maplibregl.Map({
      container,
      style: buildStyle(archive.sourceUrl),
      ...start(options.camera),
      ...ZOOM_RANGE,
      maxPitch: 0,
      renderWorldCopies: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      doubleClickZoom: false,
      boxZoom: false,
      attributionControl: false,
      fadeDuration: animate ? 200 : 0,
    });
  } catch (error) {
    archive.close();
    if (!(error instanceof maplibregl.GPUInitializationError)) throw error;
    // After the caller has its map in hand.
    queueMicrotask(() => events.failed({ code: "webgl-unavailable", params: {} }));
    return createUnavailableMap(container, options.camera);
  }
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();

  const split = createSplit(map);
  const scene = createSceneAppliers(map, split);
  let isReady = false;
  let coloured: "not-yet" | "applied" | "announced" = "not-yet";
  const updater = createUpdater<Scene>(
    {
      ...scene.appliers,
      choropleth(wanted, shown) {
        scene.appliers.choropleth(wanted, shown);
        if (coloured === "not-yet") coloured = "applied";
        performance.mark("oasis:recoloured");
        map.once("render", () => performance.mark("oasis:repainted"));
      },
    },
    requestAnimationFrame,
    reportError,
  );
  let selected: number | null = null;
  let paddingWanted: Padding | null = null;
  const select = (unit: number | null) => {
    selected = unit;
    updater.want("selected", unit);
  };
  const hover = (unit: number | null) => updater.want("hovered", unit);

  const sites = createSiteMarkers(map);
  const origin = createOriginMarker(map, (to) => events.moveOrigin(to));
  const stopListening = listenToPointer(
    map,
    {
      hover(unit, point) {
        hover(unit);
        events.hover(unit, point);
      },
      select(unit, at) {
        events.select(unit, at);
      },
      open: (unit) => events.open(unit),
    },
    { isReady: () => isReady, isColoured: scene.isColoured, selected: () => selected },
  );

  map.on("style.load", () => {
    const ratio = Math.max(1, Math.ceil(map.getPixelRatio()));
    for (const kind of PATTERN_KINDS) {
      if (!map.hasImage(kind)) map.addImage(kind, drawPattern(kind, ratio), { pixelRatio: ratio * PATTERN_SHRINK });
    }
    isReady = true;
    scene.reset();
    updater.forget();
    updater.setReady(true);
  });
  map.on("webglcontextlost", () => {
    isReady = false;
    updater.setReady(false);
    events.contextLost();
  });
  map.on("webglcontextrestored", () => events.contextRestored());
  map.on("moveend", (event) => {
    const byUser = "byUser" in event || ("originalEvent" in event && event.originalEvent !== undefined);
    events.move(cameraOf(map), byUser);
  });
  map.on("idle", () => {
    if (coloured !== "applied" || hasFailed || !map.isSourceLoaded(TILES)) return;
    coloured = "announced";
    events.coloured();
  });
  map.on("error", (event) => {
    const source = "sourceId" in event ? event.sourceId : undefined;
    // A tile of IGN that does not come leaves a hole in an ornament; a tile of ours that cannot be read is corrupt.
    if (source === IGN || isDestroyed) return;
    if (source === TILES) fail(tileFailure(event.error, assets.tilesUrl));
    else reportError(event.error);
  });

  const jumpOrEase = (target: maplibregl.JumpToOptions, data?: object) => {
    if (animate) map.easeTo({ duration: 250, ...target }, data);
    else map.jumpTo(target, data);
  };

  function reopenTiles(): void {
    if (isDestroyed) return;
    archive.close();
    archive = openTileArchive(assets.tilesUrl, fail, true);
    hasFailed = false;
    map.getSource<maplibregl.VectorTileSource>(TILES)?.setUrl(archive.sourceUrl);
  }

  return {
    canvas: map.getCanvas(),
    setChoropleth: (choropleth) => updater.want("choropleth", choropleth),
    setLeft: (choropleth) => updater.want("left", choropleth),
    setSplit: split.moveTo,
    setTerritory: (territory) => updater.want("territory", territory),
    setSelected: select,
    setHovered: hover,
    setReach(overlay) {
      origin.show(overlay);
      updater.want("reach", overlay);
    },
    setRoutes: (overlay) => updater.want("routes", overlay),
    setLinks: (overlay) => updater.want("links", overlay),
    setSites: (marks) => sites.show(marks),
    fit(bbox, { animate: wanted = true, padding } = {}) {
      // An ease towards another padding would be cut short by this one.
      if (paddingWanted) map.jumpTo({ padding: paddingWanted });
      const target = { padding: padding ? { ...padding } : FIT_MARGIN, maxZoom: 12, linear: false };
      map.fitBounds([...bbox], animate && wanted ? { ...target, duration: 700 } : { ...target, animate: false });
    },
    setCamera: ({ lon, lat, zoom }) => void map.jumpTo({ center: [lon, lat], zoom }),
    getCamera: () => cameraOf(map),
    setPadding(padding) {
      paddingWanted = { ...padding };
      if (isReady) jumpOrEase({ padding: paddingWanted });
      else map.jumpTo({ padding: paddingWanted });
    },
    zoomBy: (delta) => jumpOrEase({ zoom: map.getZoom() + delta }, BY_USER),
    setBackground: (background) => updater.want("background", background),
    setLabels: ({ aria }) => map.getCanvas().setAttribute("aria-label", aria),
    reloadTiles: reopenTiles,
    resize: () => void map.resize(),
    destroy() {
      if (isDestroyed) return;
      isDestroyed = true;
      updater.stop();
      stopListening();
      map.remove();
      archive.close();
    },
  };
}

function start(
  camera: Camera | undefined,
): Pick<maplibregl.MapOptions, "center" | "zoom" | "bounds" | "fitBoundsOptions"> {
  if (camera) return { center: [camera.lon, camera.lat], zoom: camera.zoom };
  return { bounds: METROPOLITAN_FRANCE, fitBoundsOptions: { padding: FIT_MARGIN } };
}

function cameraOf(map: maplibregl.Map): Camera {
  const { lng, lat } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom() };
}
