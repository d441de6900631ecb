import type { PlaceSitesAnswer } from "../../app/plans.ts";
import { type AccessModel, modelOf } from "../../core/access/model.ts";
import { presetOf } from "../../core/access/profession-presets.ts";
import type { Change } from "../../core/scenario/change.ts";
import { LINEAR_METHODS, type Scenario, type ScenarioModel } from "../../core/scenario/document.ts";
import type { Texts } from "../../i18n/fr.ts";

/** A centre opened at each site of a plan, five days a week; null under a model no scenario can state. */
export function scenarioOfPlan(
  { question, sites }: Pick<PlaceSitesAnswer, "question" | "sites">,
  place: string,
  t: Texts,
): Scenario | null {
  const { territory, series, threshold, model, supply } = question;
  const { profession } = series;
  const stated = stateModel(model);
  if (!stated || sites.length === 0) return null;
  const alone = { profession, fte: supply / presetOf(profession).perPractitioner.value };
  const staff = question.staff?.filter(({ fte }) => fte > 0) ?? [alone];
  const words = t.scenario.fromPlan;
  const isOwn = JSON.stringify(stated) === JSON.stringify(stateModel(modelOf(profession)));
  return {
    title: words.title(place),
    territory,
    series,
    threshold,
    model: isOwn ? null : stated,
    changes: sites.map(
      ({ code, name, size }): Change => ({
        kind: "open-centre",
        id: `plan-${code}`,
        centre: words.centre(name, code),
        commune: code,
        to: {
          staff: staff.map((one) => ({ profession: one.profession, fte: one.fte * (size?.multiple ?? 1) })),
          days: 5,
        },
      }),
    ),
    computed: null,
  };
}

/** A model as a scenario can state it; null: it cannot. */
export function stateModel({ method, decay, maxMinutes, bins, demand }: AccessModel): ScenarioModel | null {
  const linear = LINEAR_METHODS.find((one) => one === method);
  return linear && demand !== "ages" ? { method: linear, decay, maxMinutes, bins, demand } : null;
}
