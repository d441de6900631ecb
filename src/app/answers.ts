import { QueryClient, queryOptions } from "@tanstack/react-query";
import type { Catalogue } from "../core/catalogue.ts";
import type { Series } from "../core/professions.ts";
import { formatTerritory, type Territory } from "../core/territory.ts";
import { decodeAnswer } from "../engine/access-json.ts";
import type { AccessAnswer } from "../engine/describe-access.ts";
import type { EngineClient } from "../worker/client.ts";
import { fetchPackJson } from "./pack.ts";
import { type Places, type PlacesFile, readPlaces } from "./places.ts";
import { prebuiltAnswerName } from "./prebuilt.ts";

/** Answers are immutable for a release: fetched once, never structurally shared (they are typed arrays). */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        structuralSharing: false,
        networkMode: "always",
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: false,
      },
    },
  });
}

/** The access of a territory: from the build when it is there, else computed by the engine. */
export function accessQuery(engine: () => EngineClient, territory: Territory, series: Series) {
  return queryOptions<AccessAnswer>({
    queryKey: ["access", formatTerritory(territory), series.profession, series.year, series.ages],
    queryFn: async ({ signal }) => {
      const name = prebuiltAnswerName(territory, series);
      if (name !== null) return decodeAnswer(await fetchPackJson(name, signal));
      return engine().call("describeAccess", { territory, series }, { signal });
    },
  });
}

/** What the pack says of one commune. */
export function communeQuery(engine: () => EngineClient, code: string) {
  return queryOptions({
    queryKey: ["commune", code],
    queryFn: ({ signal }) => engine().call("describeCommune", { code }, { signal }),
  });
}

/** Every commune and territory by name, for search, breadcrumb and camera. */
export function placesQuery() {
  return queryOptions<Places>({
    queryKey: ["places"],
    queryFn: async ({ signal }) => readPlaces(await fetchPackJson<PlacesFile>("places.json", signal)),
  });
}

/** Producers, licences, vintages and gaps of every dataset. */
export function catalogueQuery() {
  return queryOptions<Catalogue>({
    queryKey: ["catalogue"],
    queryFn: ({ signal }) => fetchPackJson<Catalogue>("catalogue.json", signal),
  });
}

export type { AccessAnswer, AccessSummary } from "../engine/describe-access.ts";
export type { CommuneAnswer } from "../engine/describe-commune.ts";
