import { useCallback } from "react";
import { useStore } from "zustand";
import type { Bounds } from "../../app/places.ts";
import { formatTerritory, type Territory } from "../../core/territory.ts";
import type { Padding } from "../../map/access-map.ts";
import { useQuestion, useServices } from "../services.tsx";
import { usePlaces } from "../use-answers.ts";
import { useIsPhone } from "../use-phone.ts";
import { FIRST_BOUNDS } from "./first-bounds.ts";

/** Frames the whole territory again and forgets the camera of the question. */
export function useFitTerritory(): () => void {
  const { store, map } = useServices();
  const bounds = useTerritoryBounds();
  const hasCard = useHasCard();
  return useCallback(() => {
    store.ask({ camera: null });
    if (bounds && map.current)
      map.current.fit(bounds, { padding: fitPadding(map.current.canvas, bounds, hasCard ? CARD_WIDTH : 0) });
  }, [store, map, bounds, hasCard]);
}

/** Whether the card of a commune, or that of a plan, lies over the map. */
export function useHasCard(): boolean {
  const { plans, rounds } = useServices();
  const isPhone = useIsPhone();
  const selected = useQuestion((q) => q.selected);
  const isAct = useQuestion((q) => q.page === "act");
  const mode = useQuestion((q) => q.act.mode);
  const hasPlan = useStore(plans, ({ kind }) => kind === "found");
  const hasRounds = useStore(rounds, ({ kind }) => kind === "found");
  return !isPhone && (selected !== null || (isAct && (mode === "rounds" ? hasRounds : hasPlan)));
}

/** Where the territory lies; regions are known before the list of places has come. */
export function useTerritoryBounds(): Bounds | undefined {
  const { places } = usePlaces();
  const territory: Territory = useQuestion((q) => q.territory);
  const early = FIRST_BOUNDS[formatTerritory(territory)];
  return early ?? places?.find(territory)?.bounds;
}

/** Width of the card of a commune with its margin, CSS pixels: it covers the right of the map. */
export const CARD_WIDTH = 384;

/** Part of the legend kept clear, CSS pixels: its corner may lie over the sea. */
const LEGEND = { width: 260, height: 230 };
const EVEN: Padding = { top: 20, right: 56, bottom: 24, left: 16 };
const AIRY: Padding = { top: 56, right: 64, bottom: 36, left: 32 };

/** Keeps the territory clear of the legend: above it or beside it, wherever it can be drawn larger. */
export function fitPadding(canvas: HTMLCanvasElement, bounds: Bounds, reservedRight: number): Padding {
  const width = canvas.clientWidth - reservedRight - AIRY.left - AIRY.right;
  const height = canvas.clientHeight - AIRY.top - AIRY.bottom;
  if (width < 420 || height < 420) return EVEN;
  const [west, south, east, north] = bounds;
  const [dx, dy] = [(east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180), north - south];
  const above = Math.min(width / dx, (height - LEGEND.height) / dy);
  const beside = Math.min((width - LEGEND.width) / dx, height / dy);
  return above >= beside
    ? { ...AIRY, bottom: AIRY.bottom + LEGEND.height }
    : { ...AIRY, left: AIRY.left + LEGEND.width };
}
