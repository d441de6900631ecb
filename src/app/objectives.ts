import { queryOptions } from "@tanstack/react-query";
import type { ObjectiveTerms } from "../core/participation/list-objectives.ts";
import type { Profession } from "../core/professions.ts";
import { formatTerritory, type Territory } from "../core/territory.ts";
import type { WorsenedAnswer } from "../engine/list-worsened.ts";
import type { ObjectiveDraft, ScoredObjective } from "../engine/score-objectives.ts";
import type { EngineClient } from "../worker/client.ts";
import type { Progress } from "../worker/rpc.ts";

/** Where objectives stand on a day, by what was recorded and by the data of this release. */
export function scoresQuery(
  engine: () => EngineClient,
  objectives: readonly ObjectiveTerms[],
  asOf: string,
  onProgress: (progress: Progress) => void,
) {
  return queryOptions<readonly ScoredObjective[]>({
    queryKey: ["objectives", asOf, JSON.stringify(objectives)],
    queryFn: ({ signal }) => engine().call("scoreObjectives", { objectives, asOf }, { signal, onProgress }),
    enabled: objectives.length > 0,
  });
}

/** What an objective would start from. */
export function objectiveDraftQuery(engine: () => EngineClient, territory: Territory, indicator: string) {
  return queryOptions<ObjectiveDraft>({
    queryKey: ["objective-draft", formatTerritory(territory), indicator],
    queryFn: ({ signal }) => engine().call("draftObjective", { territory, indicator }, { signal }),
  });
}

/** Communes that lost access between the last two editions. */
export function worsenedQuery(engine: () => EngineClient, territory: Territory, profession: Profession) {
  return queryOptions<WorsenedAnswer>({
    queryKey: ["worsened", formatTerritory(territory), profession],
    queryFn: ({ signal }) => engine().call("listWorsened", { territory, profession, threshold: null }, { signal }),
  });
}

export type { ObjectiveDraft, ScoredObjective } from "../engine/score-objectives.ts";
