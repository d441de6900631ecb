import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { underCountsQuery } from "../../app/diagnoses.ts";
import { DEFAULT_CHOICES } from "../../app/lens-choices.ts";
import { desertsQuery, robustUnits } from "../../app/spatial.ts";
import { useQuestion, useServices } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";
import { useJob } from "../use-job.ts";

/** The deserts of the question; with the share of people under in every method where the build has judged them. */
export function useDeserts({ series, threshold, isMoved }: Reading) {
  const { engine } = useServices();
  const territory = useQuestion((q) => q.territory);
  const { within, least } = useQuestion((q) => q.choices);
  const isGp = series.profession === "gp";
  const counts = useQuery({ ...underCountsQuery(), enabled: isGp }).data;
  const robustness = useMemo(() => {
    const isJudged =
      isGp && series.ages === "all" && !isMoved && counts?.year === series.year && counts.rule === DEFAULT_CHOICES.rule;
    return isJudged ? robustUnits(counts) : null;
  }, [isGp, isMoved, counts, series]);
  return useJob((onProgress) =>
    desertsQuery(
      engine.get,
      {
        territory,
        column: series,
        threshold,
        contiguity: "queen",
        reference: within,
        bridgeMinutes: null,
        minAreas: least,
        minPeople: 0,
        robustness,
      },
      onProgress,
    ),
  );
}
