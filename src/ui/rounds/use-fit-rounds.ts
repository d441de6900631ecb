import { useEffect, useRef } from "react";
import type { Bounds } from "../../app/places.ts";
import type { PlanRoundsAnswer } from "../../app/rounds.ts";
import { useQuestion, useServices } from "../services.tsx";
import { CARD_WIDTH, fitPadding } from "../understand/use-fit.ts";
import { useIsPhone } from "../use-phone.ts";

/** Whoever has not moved the map sees the rounds as large as they can be drawn. */
export function useFitRounds(answer: PlanRoundsAnswer | null): void {
  const { map } = useServices();
  const camera = useQuestion((q) => q.camera);
  const isPhone = useIsPhone();
  const latest = useRef({ camera, isPhone });
  latest.current = { camera, isPhone };
  useEffect(() => {
    if (!answer || !map.current || latest.current.camera !== null) return;
    const bounds = boundsOf(answer);
    const reserved = latest.current.isPhone ? 0 : CARD_WIDTH;
    map.current.fit(bounds, { padding: fitPadding(map.current.canvas, bounds, reserved) });
  }, [answer, map]);
}

function boundsOf({ stops, depot }: PlanRoundsAnswer): Bounds {
  const shown = [depot, ...stops.filter(({ rhythm }) => rhythm !== null)];
  const [lon, lat] = [shown.map((place) => place.lon), shown.map((place) => place.lat)];
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}
