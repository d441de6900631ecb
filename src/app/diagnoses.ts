import { queryOptions } from "@tanstack/react-query";
import { readUnderCounts, type UnderCounts } from "../core/access/under-counts.ts";
import { formatTerritory } from "../core/territory.ts";
import type { RobustnessAnswer, RobustnessQuestion } from "../engine/assess-robustness.ts";
import type { CumulatedAnswer, CumulatedQuestion } from "../engine/cumulate-difficulties.ts";
import type { DeparturesAnswer, DeparturesQuestion } from "../engine/describe-departures.ts";
import type { EngineClient } from "../worker/client.ts";
import type { CallOptions } from "../worker/rpc.ts";
import { fetchPackJson } from "./pack.ts";
import { UNDER_COUNTS_FILE } from "./prebuilt.ts";

type OnProgress = CallOptions["onProgress"];

export function robustnessQuery(engine: () => EngineClient, question: RobustnessQuestion, onProgress?: OnProgress) {
  return queryOptions<RobustnessAnswer>({
    queryKey: ["robustness", formatTerritory(question.territory), question.year, question.rule],
    queryFn: ({ signal }) => engine().call("assessRobustness", question, { signal, onProgress }),
  });
}

export function departuresQuery(engine: () => EngineClient, question: DeparturesQuestion, onProgress?: OnProgress) {
  return queryOptions<DeparturesAnswer>({
    queryKey: ["departures", formatTerritory(question.territory), question.year, question.threshold],
    queryFn: ({ signal }) => engine().call("describeDepartures", question, { signal, onProgress }),
  });
}

export function cumulatedQuery(engine: () => EngineClient, question: CumulatedQuestion, onProgress?: OnProgress) {
  const { territory, year, pharmacyMinutes, emergencyMinutes } = question;
  return queryOptions<CumulatedAnswer>({
    queryKey: ["cumulated", formatTerritory(territory), year, pharmacyMinutes, emergencyMinutes],
    queryFn: ({ signal }) => engine().call("cumulateDifficulties", question, { signal, onProgress }),
  });
}

/** How many ways put each commune under, computed by the build for the latest year, so that no badge waits. */
export function underCountsQuery() {
  return queryOptions<UnderCounts>({
    queryKey: ["under-counts"],
    queryFn: async ({ signal }) => readUnderCounts(await fetchPackJson(UNDER_COUNTS_FILE, signal)),
  });
}

export type { AssessedVariant, RobustnessAnswer, RobustnessSummary } from "../engine/assess-robustness.ts";
export type { CumulatedAnswer, CumulatedSummary } from "../engine/cumulate-difficulties.ts";
export type { DeparturesAnswer, DeparturesSummary } from "../engine/describe-departures.ts";
export type { Progress } from "../worker/rpc.ts";
