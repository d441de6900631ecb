import { useEffect, useRef } from "react";
import type { Bounds } from "../../app/places.ts";
import type { PlanRoundsAnswer } from "../../app/rounds.ts";
import type { Padding } from "../../map/map-handle.ts";
import { useQuestion, useServices } from "../services.tsx";
import { useIsPhone } from "../use-phone.ts";

/** CSS pixels: clear of the switches above and of the legend below, where there is room for both. */
const CLEAR: Padding = { top: 72, right: 56, bottom: 372, left: 40 };
const EVEN: Padding = { top: 56, right: 64, bottom: 40, left: 40 };

/** Whoever has not moved the map sees the rounds as large as they can be drawn. */
export function useFitRounds(answer: PlanRoundsAnswer | null): void {
  const { map } = useServices();
  const camera = useQuestion((q) => q.camera);
  const isMap = useQuestion((q) => q.view === "map");
  const isPhone = useIsPhone();
  const latest = useRef({ camera, isPhone });
  latest.current = { camera, isPhone };
  useEffect(() => {
    if (!answer || !isMap || !map.current || latest.current.camera !== null) return;
    const isHigh = !latest.current.isPhone && map.current.canvas.clientHeight > 640;
    map.current.fit(boundsOf(answer), { padding: isHigh ? CLEAR : EVEN });
  }, [answer, isMap, map]);
}

function boundsOf({ stops, depot }: PlanRoundsAnswer): Bounds {
  const shown = [depot, ...stops.filter(({ rhythm }) => rhythm !== null)];
  const [lon, lat] = [shown.map((place) => place.lon), shown.map((place) => place.lat)];
  return [Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)];
}
