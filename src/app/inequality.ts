import { queryOptions } from "@tanstack/react-query";
import type { InequalityReply, InequalityRequest } from "../engine/ask-inequality.ts";
import type { EngineClient } from "../worker/client.ts";
import type { Progress } from "../worker/rpc.ts";

/** How unequal access is in a territory; `timesVersion` tells times somebody brought apart where values are recomputed. Another question cancels it; it is kept, so that a threshold can come back. */
export function inequalityQuery(
  engine: () => EngineClient,
  request: InequalityRequest,
  timesVersion: number,
  onProgress?: (progress: Progress) => void,
) {
  return queryOptions<InequalityReply>({
    queryKey: ["inequality", request.model ? timesVersion : 0, request],
    queryFn: ({ signal }) => engine().call("askInequality", request, { signal, onProgress }),
    gcTime: 2 * 60_000,
  });
}

export type { InequalityReply, InequalityRequest } from "../engine/ask-inequality.ts";
export type { IncomeConcentration } from "../engine/income-concentration.ts";
export type { GroupedAccess, GroupingName } from "../engine/inequality-groups.ts";
export type { DividedInequality, Division } from "../engine/inequality-parts.ts";
export type { InequalitySummary } from "../engine/inequality-summary.ts";
