import { useCallback } from "react";
import type { Bounds } from "../../app/places.ts";
import { formatTerritory, type Territory } from "../../core/territory.ts";
import type { Padding } from "../../map/access-map.ts";
import { useQuestion, useServices } from "../services.tsx";
import { usePlaces } from "../use-answers.ts";
import { FIRST_BOUNDS } from "./first-bounds.ts";

/** Frames the whole territory again and forgets the camera of the question. */
export function useFitTerritory(): () => void {
  const { store, map } = useServices();
  const bounds = useTerritoryBounds();
  return useCallback(() => {
    store.ask({ camera: null });
    if (bounds && map.current) map.current.fit(bounds, { padding: fitPadding(map.current.canvas) });
  }, [store, map, bounds]);
}

/** Where the territory lies; regions are known before the list of places has come. */
export function useTerritoryBounds(): Bounds | undefined {
  const { places } = usePlaces();
  const territory: Territory = useQuestion((q) => q.territory);
  const early = FIRST_BOUNDS[formatTerritory(territory)];
  return early ?? places?.find(territory)?.bounds;
}

/** Leaves the lower part of a tall map to the legend. */
export function fitPadding(canvas: HTMLCanvasElement): Padding {
  const isTall = canvas.clientHeight > 560 && canvas.clientWidth > 640;
  return isTall ? { top: 64, right: 64, bottom: Math.round(canvas.clientHeight * 0.2), left: 32 } : EVEN;
}

const EVEN: Padding = { top: 20, right: 20, bottom: 20, left: 20 };
