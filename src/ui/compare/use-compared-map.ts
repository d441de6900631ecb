import { type RefObject, useEffect, useRef, useState } from "react";
import { packUrl } from "../../app/pack.ts";
import type { Camera } from "../../app/question.ts";
import type { Failure } from "../../core/failure.ts";
import type { AccessMap } from "../../map/access-map.ts";
import { useServices } from "../services.tsx";

interface ComparedMapHandlers {
  hover(unit: number | null): void;
  /** The reader moved the camera. */
  move(camera: Camera): void;
  failed(failure: Failure): void;
}

/** A map of its own in a box, gone with the component. */
export function useComparedMap(box: RefObject<HTMLElement | null>, handlers: ComparedMapHandlers): AccessMap | null {
  const { loadMap } = useServices();
  const [map, setMap] = useState<AccessMap | null>(null);
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const container = box.current;
    if (!container) return;
    let made: AccessMap | undefined;
    let isGone = false;
    const create = async () => {
      const { createAccessMap } = await loadMap();
      if (isGone) return;
      made = createAccessMap(
        container,
        { tilesUrl: new URL("oasis.pmtiles", packUrl()).href },
        {
          hover: (unit) => latest.current.hover(unit),
          select: () => undefined,
          moveOrigin: () => undefined,
          open: () => undefined,
          move: (camera, byUser) => byUser && latest.current.move(camera),
          coloured: () => {
            container.dataset.coloured = "true";
          },
          failed: (failure) => latest.current.failed(failure),
          contextLost: () => undefined,
          contextRestored: () => undefined,
        },
        { reducedMotion: window.matchMedia("(prefers-reduced-motion: reduce)").matches },
      );
      setMap(made);
    };
    create().catch(() => {
      if (!isGone) latest.current.failed({ code: "pack-offline", params: { file: "access-map" } });
    });
    const observer = new ResizeObserver(() => made?.resize());
    observer.observe(container);
    return () => {
      isGone = true;
      observer.disconnect();
      made?.destroy();
      setMap(null);
    };
  }, [box, loadMap]);
  return map;
}
