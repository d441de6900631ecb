import { useCallback } from "react";
import type { Bounds } from "../../app/places.ts";
import { formatTerritory, type Territory } from "../../core/territory.ts";
import { useQuestion, useServices } from "../services.tsx";
import { usePlaces } from "../use-answers.ts";
import { FIRST_BOUNDS } from "./first-bounds.ts";

/** Frames the whole territory again and forgets the camera of the question. */
export function useFitTerritory(): () => void {
  const { store, map } = useServices();
  const bounds = useTerritoryBounds();
  return useCallback(() => {
    store.ask({ camera: null });
    if (bounds) map.current?.fit(bounds);
  }, [store, map, bounds]);
}

/** Where the territory lies; regions are known before the list of places has come. */
export function useTerritoryBounds(): Bounds | undefined {
  const { places } = usePlaces();
  const territory: Territory = useQuestion((q) => q.territory);
  const early = FIRST_BOUNDS[formatTerritory(territory)];
  return early ?? places?.find(territory)?.bounds;
}
