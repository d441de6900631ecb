import { FLAT_DECAY } from "../../core/access/compute-access.ts";
import { type AccessModel, modelOf } from "../../core/access/model.ts";
import { ACCESS_PRESETS, type AccessPreset } from "../../core/access/presets.ts";
import type { Profession } from "../../core/professions.ts";

/** Models one may start from: the profession's own, and those of the literature. */
export const READY_MODELS = ["own", "apl-v1", "dt70-exp", "dt70-gauss", "luo-wang", "luo-qi", "nearest"] as const;
export type ReadyModel = (typeof READY_MODELS)[number];

/** Assumptions of a known model; what it does not say stays as in the profession's own. */
export function readyModel(name: ReadyModel, profession: Profession): AccessModel {
  const own = modelOf(profession);
  const of = ({ decay, maxMinutes, bins }: AccessPreset): AccessModel => ({
    ...own,
    decay: decay.value,
    maxMinutes: maxMinutes.value,
    bins,
  });
  switch (name) {
    case "own":
      return own;
    case "apl-v1":
    case "dt70-exp":
    case "dt70-gauss":
      return of(ACCESS_PRESETS[name]);
    // Luo & Wang 2003: every minute alike up to 30, each inhabitant as one.
    case "luo-wang":
      return { ...own, method: "2sfca", decay: FLAT_DECAY, maxMinutes: 30, bins: "inclusive", demand: "people" };
    // Luo & Qi 2009, first set of weights.
    case "luo-qi":
      return {
        ...own,
        decay: { kind: "steps", bounds: [10, 20, 30], weights: [1, 0.68, 0.22] },
        maxMinutes: 30,
        bins: "inclusive",
        demand: "people",
      };
    case "nearest":
      return { ...own, method: "nearest", maxMinutes: 60 };
  }
}

/** The known model a model is, if any. */
export function nameModel(model: AccessModel, profession: Profession): ReadyModel | "custom" {
  const text = JSON.stringify(model);
  return READY_MODELS.find((name) => JSON.stringify(readyModel(name, profession)) === text) ?? "custom";
}
