import type { FoldState } from "../contributions/fold.ts";
import type { Objective } from "../contributions/fold-objectives.ts";
import type { RecordLog } from "../contributions/record-log.ts";
import type { BodyOf } from "../contributions/record-types.ts";
import type { Measure } from "./score-objective.ts";

/** An objective in force with all its record says. */
export interface ObjectiveTerms extends Pick<Objective, "id" | "scope" | "indicator"> {
  readonly baseline: number;
  readonly baselineDate: string;
  /** Edition of the data its baseline comes from. */
  readonly release: string;
  readonly target: number;
  readonly deadline: string;
  readonly owner: string;
  readonly decision: string | null;
  /** Recorded, by date. */
  readonly measures: readonly Measure[];
}

/** Objectives of a folded log; one whose record was erased is left out. */
export function listObjectives(
  { objectives }: Pick<FoldState, "objectives">,
  { records }: Pick<RecordLog, "records">,
): readonly ObjectiveTerms[] {
  return objectives.flatMap(({ id, scope, indicator, current, measurements, ...terms }) => {
    const body = records.get(current)?.body as unknown as BodyOf<"objective"> | null | undefined;
    if (!body) return [];
    const { baselineDate, release, owner, decision = null } = body;
    const measures = measurements.map(({ id: measured, date, value }): Measure => {
      const said = records.get(measured)?.body as unknown as BodyOf<"measurement"> | null | undefined;
      return { value: Number(value), date, release: said?.release ?? "", source: "record" };
    });
    const [baseline, target] = [Number(terms.baseline), Number(terms.target)];
    return [
      {
        id,
        scope,
        indicator,
        baseline,
        baselineDate,
        release,
        target,
        deadline: terms.deadline,
        owner,
        decision,
        measures,
      },
    ];
  });
}
