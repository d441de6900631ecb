import { queryOptions } from "@tanstack/react-query";
import { formatTerritory } from "../core/territory.ts";
import type { CorrectedAnswer, CorrectedQuestion } from "../engine/corrected-access.ts";
import type { EngineClient } from "../worker/client.ts";
import type { Progress } from "../worker/rpc.ts";

/** Official access beside what corrections make of it; `timesVersion` tells times somebody brought apart. */
export function correctedQuery(
  engine: () => EngineClient,
  question: CorrectedQuestion,
  timesVersion: number,
  onProgress: (progress: Progress) => void,
) {
  const { territory, series, ...rest } = question;
  const { profession, year, ages } = series;
  return queryOptions<CorrectedAnswer>({
    queryKey: ["corrected", timesVersion, formatTerritory(territory), profession, year, ages, JSON.stringify(rest)],
    queryFn: ({ signal }) => engine().call("describeCorrected", question, { signal, onProgress }),
    gcTime: 2 * 60_000,
  });
}

export type { CorrectedAnswer } from "../engine/corrected-access.ts";
