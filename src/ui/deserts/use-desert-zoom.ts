import { choose } from "../../app/commands.ts";
import type { Bounds, Places } from "../../app/places.ts";
import type { DesertsAnswer } from "../../app/spatial.ts";
import { useServices } from "../services.tsx";
import { CARD_WIDTH, fitPadding, useHasCard } from "../understand/use-fit.ts";
import { usePlaces } from "../use-answers.ts";
import { keysOfDeserts } from "./desert-names.ts";

/** Looks at one desert, or at all of them again; the address says which, and from where. */
export function useDesertZoom(answer: DesertsAnswer): (desert: number | null) => void {
  const { store, map } = useServices();
  const { places } = usePlaces();
  const hasCard = useHasCard();
  return (desert) => {
    choose(store, { desert: desert === null ? null : keysOfDeserts(answer)[desert] });
    if (desert === null) {
      store.ask({ camera: null });
      return;
    }
    const bounds = places && boundsOfDesert(answer, places, desert);
    if (!bounds || !map.current) return;
    const padding = fitPadding(map.current.canvas, bounds, hasCard ? CARD_WIDTH : 0);
    map.current.fit(bounds, { padding, animate: false });
    store.ask({ camera: map.current.getCamera() });
  };
}

/** What its communes in the territory cover, or undefined where none has an outline. */
export function boundsOfDesert(
  { units, desertOf }: Pick<DesertsAnswer, "units" | "desertOf">,
  { file }: Pick<Places, "file">,
  desert: number,
): Bounds | undefined {
  let [west, south, east, north] = [180, 90, -180, -90];
  desertOf.forEach((of, row) => {
    const at = units[row] * 4;
    if (of !== desert || at >= file.bounds.length) return;
    west = Math.min(west, file.bounds[at] / 1e4);
    south = Math.min(south, file.bounds[at + 1] / 1e4);
    east = Math.max(east, file.bounds[at + 2] / 1e4);
    north = Math.max(north, file.bounds[at + 3] / 1e4);
  });
  return west <= east ? [west, south, east, north] : undefined;
}
