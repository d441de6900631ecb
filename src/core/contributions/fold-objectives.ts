import type { Docket } from "./docket.ts";
import { compareText } from "./record-log.ts";
import type { BodyOf } from "./record-types.ts";

export interface Objective {
  readonly id: string;
  readonly scope: string;
  /** The record in force: the objective itself, or its last amendment. */
  readonly current: string;
  readonly indicator: string;
  readonly baseline: string;
  readonly target: string;
  readonly deadline: string;
  /** By date, the last received of a date counting. */
  readonly measurements: readonly { readonly id: string; readonly date: string; readonly value: string }[];
}

/** Objectives with their amendments and measurements. An amendment keeps the indicator and the territory. */
export function foldObjectives(docket: Docket): readonly Objective[] {
  const found = new Map<string, Objective>();
  for (const act of docket.acts("objective", "measurement")) {
    const { id, hdr } = act.record;
    if (hdr.type === "measurement") {
      const { objective, date, value } = act.record.body as unknown as BodyOf<"measurement">;
      const measured = found.get(objective);
      if (measured === undefined) docket.wait(act);
      else if (measured.scope !== hdr.scope) docket.refuse(act, "not_allowed");
      else {
        const others = measured.measurements.filter((one) => one.date !== date);
        const measurements = [...others, { id, date, value }].sort((a, b) => compareText(a.date, b.date));
        found.set(objective, { ...measured, measurements });
      }
      continue;
    }
    const { amends, indicator, baseline, target, deadline } = act.record.body as unknown as BodyOf<"objective">;
    const terms = { indicator, baseline, target, deadline };
    if (amends === undefined) {
      found.set(id, { id, scope: hdr.scope, current: id, ...terms, measurements: [] });
      continue;
    }
    const amended = found.get(amends);
    if (amended === undefined) docket.wait(act);
    else if (amended.scope !== hdr.scope || amended.indicator !== indicator) docket.refuse(act, "not_allowed");
    else found.set(amends, { ...amended, ...terms, current: id });
  }
  return Array.from(found.values());
}
