import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { communePointsQuery } from "../../app/answers.ts";
import { startFrom } from "../../app/commands.ts";
import { useServices } from "../services.tsx";

/** Starts from the point of a commune: its France Services counter where there is one, else its centre. */
export function useStartFromCommune(): (code: string) => Promise<void> {
  const { store, engine } = useServices();
  const queries = useQueryClient();
  return useCallback(
    async (code) => {
      const points = await queries.fetchQuery(communePointsQuery(engine.get));
      const i = points.codes.indexOf(code);
      if (i >= 0) startFrom(store, { lon: points.lon[i], lat: points.lat[i] });
    },
    [store, engine, queries],
  );
}
