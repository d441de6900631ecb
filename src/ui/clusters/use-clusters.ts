import { clustersQuery } from "../../app/spatial.ts";
import { ruleOf } from "../../app/spatial-choices.ts";
import { useQuestion, useServices } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";
import { useJob } from "../use-job.ts";

/** The clusters of the question, or the last ones while they are computed. */
export function useClusters({ series }: Reading) {
  const { engine } = useServices();
  const territory = useQuestion((q) => q.territory);
  const { against, near, deals, seed, beside } = useQuestion((q) => q.choices);
  return useJob((onProgress) =>
    clustersQuery(
      engine.get,
      {
        territory,
        series,
        need: beside === "itself" ? null : beside,
        neighbours: ruleOf(near),
        reference: against,
        permutations: deals,
        seed,
      },
      onProgress,
    ),
  );
}
