import { QueryClient, queryOptions } from "@tanstack/react-query";
import type { Catalogue } from "../core/catalogue.ts";
import type { Series } from "../core/professions.ts";
import { formatTerritory, type Territory } from "../core/territory.ts";
import { decodeAnswer } from "../engine/access-json.ts";
import type { AccessAnswer } from "../engine/describe-access.ts";
import type { ReachAnswer } from "../engine/list-reachable.ts";
import type { CommunePoints } from "../engine/reach-places.ts";
import type { EngineClient } from "../worker/client.ts";
import type { RoadReach } from "../worker/roads-protocol.ts";
import { fetchPackJson } from "./pack.ts";
import { type Places, type PlacesFile, readPlaces } from "./places.ts";
import { prebuiltAnswerName } from "./prebuilt.ts";
import type { Point } from "./question.ts";
import type { RoadsStore } from "./roads.ts";

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

/** The point of every commune: where one starts from when one starts from a commune. */
export function communePointsQuery(engine: () => EngineClient) {
  return queryOptions<CommunePoints>({
    queryKey: ["commune-points"],
    queryFn: ({ signal }) => engine().call("listCommunePoints", null, { signal }),
  });
}

/** What is in reach of a point, and the ground by road where a network was brought. Another point cancels it. */
export function reachQuery(engine: () => EngineClient, roads: RoadsStore, from: Point | null) {
  const { version } = roads.getState();
  return queryOptions<Reach>({
    queryKey: ["reach", from?.lon, from?.lat, version],
    enabled: from !== null,
    queryFn: async ({ signal }) => {
      const origin = from ?? { lon: Number.NaN, lat: Number.NaN };
      const roadReach = await roads.reach(origin, REACH_BANDS, { signal });
      const question = { origin, bands: REACH_BANDS, roads: roadReach?.times ?? null };
      return { answer: await engine().call("listReachable", question, { signal }), roadReach };
    },
  });
}

/** Producers, licences, vintages and gaps of every dataset. */
export function catalogueQuery() {
  return queryOptions<Catalogue>({
    queryKey: ["catalogue"],
    queryFn: ({ signal }) => fetchPackJson<Catalogue>("catalogue.json", signal),
  });
}

/** Minutes whose reach is shown. */
export const REACH_BANDS = [10, 15, 20, 30] as const;

export interface Reach {
  readonly answer: ReachAnswer;
  /** null: no network was brought, or none near the point. */
  readonly roadReach: RoadReach | null;
}

export type { AccessAnswer, AccessSummary } from "../engine/describe-access.ts";
export type { CommuneAnswer } from "../engine/describe-commune.ts";
export type { ReachAnswer, ReachBand } from "../engine/list-reachable.ts";
export type { ReachKind } from "../engine/reach-places.ts";
