import type { PlanRoundsAnswer } from "../../app/rounds.ts";
import { modelOf } from "../../core/access/model.ts";
import type { MobileUnit } from "../../core/scenario/change.ts";
import type { Scenario } from "../../core/scenario/document.ts";
import { MONTHS } from "../../core/scenario/supply-shifts.ts";
import type { Texts } from "../../i18n/fr.ts";
import { stateModel } from "../scenario/scenario-of-plan.ts";

/** The rounds of a plan as one mobile unit, the same supply a year at each stop; null where nothing is served. */
export function changeOfRounds({ question, stops, depot }: PlanRoundsAnswer): MobileUnit | null {
  const served = stops.filter(({ rhythm }) => rhythm !== null);
  if (served.length === 0) return null;
  return {
    kind: "mobile-unit",
    id: `rounds-${depot.code}`,
    stops: served.map(({ code, visitsPerYear }) => ({
      commune: code,
      halfDays: visitsPerYear / MONTHS,
      consultations: question.supplyPerVisit,
    })),
  };
}

/** A scenario of these rounds alone; null under a model no scenario can state. */
export function scenarioOfRounds(answer: PlanRoundsAnswer, place: string, t: Texts): Scenario | null {
  const { territory, series, threshold, model } = answer.question;
  const stated = stateModel(model);
  const change = changeOfRounds(answer);
  if (!stated || !change) return null;
  const isOwn = JSON.stringify(stated) === JSON.stringify(stateModel(modelOf(series.profession)));
  return {
    title: t.rounds.actions.scenario(place),
    territory,
    series,
    threshold,
    model: isOwn ? null : stated,
    changes: [change],
    computed: null,
  };
}
