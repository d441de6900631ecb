import { type RefObject, useEffect, useRef, useState } from "react";
import { keepForOffline } from "../../app/offline.ts";
import { packUrl } from "../../app/pack.ts";
import type { Point } from "../../app/question.ts";
import type { AccessMap } from "../../map/access-map.ts";
import { useServices } from "../services.tsx";
import type { MapTroubleKind } from "./map-trouble-kind.ts";

interface LiveMapHandlers {
  select(unit: number | null, at?: Point): void;
  moveOrigin(to: Point): void;
  open(unit: number): void;
  trouble(trouble: MapTroubleKind | null): void;
}

const ENGINE_DELAY_MS = 1500;

/** Makes the map once its box is shown, outside React's tree, and destroys it with the component. */
export function useLiveMap(
  box: RefObject<HTMLElement | null>,
  isShown: boolean,
  handlers: LiveMapHandlers,
): AccessMap | null {
  const { store, hover, engine, loadMap, map: shared } = useServices();
  const [map, setMap] = useState<AccessMap | null>(null);
  const [isWanted, setIsWanted] = useState(isShown);
  const latest = useRef(handlers);
  latest.current = handlers;
  if (isShown && !isWanted) setIsWanted(true);

  useEffect(() => {
    if (!isWanted || !box.current) return;
    const container = box.current;
    let made: AccessMap | undefined;
    let isGone = false;
    let engineTimer: number | undefined;
    const create = async () => {
      const { createAccessMap } = await loadMap();
      if (isGone) return;
      const camera = store.getState().question.camera;
      made = createAccessMap(
        container,
        { tilesUrl: new URL("oasis.pmtiles", packUrl()).href },
        {
          hover: (unit, point) => hover.set(unit === null ? null : { unit, point }),
          select: (unit, at) => latest.current.select(unit, at),
          moveOrigin: (to) => latest.current.moveOrigin(to),
          open: (unit) => latest.current.open(unit),
          move(moved, byUser) {
            if (byUser) store.ask({ camera: moved });
          },
          coloured() {
            performance.mark("oasis:first-colour");
            document.documentElement.dataset.oasis = "coloured";
            engineTimer = window.setTimeout(
              () =>
                startWhenIdle(() => {
                  engine.get();
                  keepForOffline();
                }),
              ENGINE_DELAY_MS,
            );
          },
          failed: (failure) => latest.current.trouble({ kind: "failed", failure }),
          contextLost: () => latest.current.trouble({ kind: "lost" }),
          contextRestored: () => latest.current.trouble(null),
        },
        {
          reducedMotion: window.matchMedia("(prefers-reduced-motion: reduce)").matches,
          ...(camera ? { camera } : {}),
        },
      );
      shared.current = made;
      setMap(made);
    };
    create().catch(() => {
      if (!isGone)
        latest.current.trouble({ kind: "failed", failure: { code: "pack-offline", params: { file: "access-map" } } });
    });
    const observer = new ResizeObserver(() => made?.resize());
    observer.observe(container);
    return () => {
      isGone = true;
      observer.disconnect();
      window.clearTimeout(engineTimer);
      made?.destroy();
      shared.current = null;
      setMap(null);
    };
  }, [isWanted, box, store, hover, engine, loadMap, shared]);

  return map;
}

/** The engine is a large download: it waits until nothing else happens, unless a question asks for it first. */
function startWhenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(run, { timeout: 5000 });
  else run();
}
