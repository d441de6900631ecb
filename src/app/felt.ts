import { queryOptions } from "@tanstack/react-query";
import type { FeltAnswer, FeltQuestion } from "../engine/describe-felt.ts";
import type { EngineClient } from "../worker/client.ts";
import type { Progress } from "../worker/rpc.ts";

/** What people report against what is computed. */
export function feltQuery(
  engine: () => EngineClient,
  question: FeltQuestion,
  onProgress: (progress: Progress) => void,
) {
  return queryOptions<FeltAnswer>({
    queryKey: ["felt", JSON.stringify(question)],
    queryFn: ({ signal }) => engine().call("describeFelt", question, { signal, onProgress }),
    enabled: question.counts.length > 0,
    gcTime: 2 * 60_000,
  });
}

export type { FeltAnswer, FeltQuestion } from "../engine/describe-felt.ts";
