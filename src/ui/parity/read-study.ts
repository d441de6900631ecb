import type { ParityModel, ParitySummary, Split } from "../../app/studies.ts";
import type { ParityScores } from "../../core/access/parity-scores.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";

/** Figures below which a model says little of one commune. */
const LOW_CORRELATION = 0.7;
/** Less than this share of error saved is none. */
const SAME = 0.05;

export function modelsOf(study: ParitySummary, split: Split): readonly ParityModel[] {
  return study.models.filter((model) => model.split === split);
}

export function findModel(study: ParitySummary, split: Split, name: string): ParityModel {
  const found = modelsOf(study, split).find((model) => model.name === name);
  if (!found) throw new Error(`no model ${name} in the study`);
  return found;
}

export function nameModel(name: string, t: Texts): string {
  const { names } = t.parity.models;
  return name in names ? names[name as keyof typeof names] : name;
}

/** What the study says of the chosen model beside its neighbours alone, in plain words. */
export function writeVerdict(study: ParitySummary, split: Split, unit: string, digits: number, f: Formats, t: Texts) {
  const { sentences } = t.parity;
  const { heldOut: model } = findModel(study, split, study.chosen[split]);
  const { heldOut: around } = findModel(study, split, "neighbours");
  const gain = 1 - model.rmse / around.rmse;
  const verdict = gain > SAME ? sentences.better : gain < -SAME ? sentences.worse : sentences.same;
  const rmse = ({ rmse: value }: ParityScores) => `${f.decimal(value, digits)} ${unit}`;
  return {
    model: sentences.model(f.integer(model.n), rmse(model), f.decimal(model.r, 2)),
    neighbours: `${sentences.neighbours(rmse(around), f.decimal(around.r, 2))} ${verdict}`,
    low: model.r < LOW_CORRELATION ? sentences.low : null,
  };
}

/** Classes of places by the beginning of their identifier, in the order of the study. */
export const CLASS_GROUPS = ["urban-unit", "density", "people", "practitioners"] as const;
export type ClassGroup = (typeof CLASS_GROUPS)[number];

export function classesOf(
  { classes }: ParityModel,
  group: ClassGroup,
): readonly (readonly [id: string, scores: ParityScores])[] {
  return Object.entries(classes).filter(([id]) => id.startsWith(`${group}-`));
}

/** `density-25-75` → « 25 à 75 ». */
export function nameClass(id: string, group: ClassGroup, f: Formats, t: Texts): string {
  const rest = id.slice(group.length + 1);
  const words = t.parity.residuals;
  if (rest in words.classes) return words.classes[rest as keyof typeof words.classes];
  const [from, to] = rest.split("-");
  if (to === "more") return words.over(f.integer(Number(from)));
  if (from === "0") return words.under(f.integer(Number(to)));
  return words.between(f.integer(Number(from)), f.integer(Number(to)));
}
