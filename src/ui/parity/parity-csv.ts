import type { ParityModel, ParitySummary } from "../../app/studies.ts";
import type { ParityScores } from "../../core/access/parity-scores.ts";

const SCORES = "n,r,weighted_r,rmse,bias,residual_q05,residual_q25,residual_q50,residual_q75,residual_q95";

/** Every model of both splits, fitted and held out, at the precision of the study. */
export function writeModelsCsv({ question, models }: ParitySummary): readonly [name: string, text: string] {
  const lines = models.flatMap((model) =>
    (["heldOut", "fit"] as const).map((rows) =>
      [model.split, model.name, rows === "heldOut" ? "held_out" : "fitted", ...writeScores(model[rows])].join(","),
    ),
  );
  return [
    `oasis-fidelite-${question.profession}-${question.year}.csv`,
    `${[`split,model,rows,${SCORES}`, ...lines].join("\n")}\n`,
  ];
}

/** Scores of a model on held-out communes by kind of commune. */
export function writeClassesCsv(
  { question }: ParitySummary,
  { name, split, classes }: ParityModel,
): readonly [name: string, text: string] {
  const lines = Object.entries(classes).map(([id, scores]) => [split, name, id, ...writeScores(scores)].join(","));
  return [
    `oasis-ecarts-${question.profession}-${question.year}-${split}.csv`,
    `${[`split,model,class,${SCORES}`, ...lines].join("\n")}\n`,
  ];
}

function writeScores({ n, r, weightedR, rmse, bias, residuals }: ParityScores): readonly string[] {
  return [n, r, weightedR, rmse, bias, ...Object.values(residuals)].map((value) =>
    Number.isFinite(value) ? String(value) : "",
  );
}
