import { useEffect, useRef } from "react";
import { useQuestion } from "../services.tsx";
import { useFitTerritory } from "../understand/use-fit.ts";

/** A card takes the right of the map: whoever has not moved it sees the whole territory beside it. */
export function useRefit(hasCard: boolean): void {
  const fit = useFitTerritory();
  const camera = useQuestion((q) => q.camera);
  const latest = useRef({ fit, camera });
  latest.current = { fit, camera };
  useEffect(() => {
    if (hasCard && latest.current.camera === null) latest.current.fit();
  }, [hasCard]);
}
