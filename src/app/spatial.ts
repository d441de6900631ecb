import { queryOptions } from "@tanstack/react-query";
import { UNJUDGED, type UnderCounts } from "../core/access/under-counts.ts";
import { formatTerritory } from "../core/territory.ts";
import type { IncomeCrossAnswer, IncomeCrossQuestion } from "../engine/cross-income.ts";
import type { ClustersAnswer } from "../engine/find-clusters.ts";
import type { DesertsAnswer, DesertsQuestion } from "../engine/find-deserts.ts";
import type { NamedClustersQuestion } from "../engine/spatial-studies.ts";
import type { EngineClient } from "../worker/client.ts";
import type { CallOptions } from "../worker/rpc.ts";

type OnProgress = CallOptions["onProgress"];

export function desertsQuery(engine: () => EngineClient, question: DesertsQuestion, onProgress?: OnProgress) {
  const { territory, robustness, ...rest } = question;
  return queryOptions<DesertsAnswer>({
    queryKey: ["deserts", formatTerritory(territory), rest, robustness !== null],
    queryFn: ({ signal }) => engine().call("findDeserts", question, { signal, onProgress }),
  });
}

export function clustersQuery(engine: () => EngineClient, question: NamedClustersQuestion, onProgress?: OnProgress) {
  const { territory, ...rest } = question;
  return queryOptions<ClustersAnswer>({
    queryKey: ["clusters", formatTerritory(territory), rest],
    queryFn: ({ signal }) => engine().call("findClusters", question, { signal, onProgress }),
  });
}

export function crossedQuery(engine: () => EngineClient, question: IncomeCrossQuestion, onProgress?: OnProgress) {
  const { territory, ...rest } = question;
  return queryOptions<IncomeCrossAnswer>({
    queryKey: ["crossed", formatTerritory(territory), rest],
    queryFn: ({ signal }) => engine().call("crossIncome", question, { signal, onProgress }),
  });
}

/** 1 where every way of measuring access puts a unit under, 0 where that depends or never, NaN where it is not judged. */
export function robustUnits({ under, variants }: UnderCounts): Float64Array {
  return Float64Array.from(under, (n) => (n === UNJUDGED ? Number.NaN : n === variants ? 1 : 0));
}

export type { IncomeCrossAnswer } from "../engine/cross-income.ts";
export type { ClustersAnswer, GlobalAutocorrelation } from "../engine/find-clusters.ts";
export type { DesertRow, DesertsAnswer } from "../engine/find-deserts.ts";
