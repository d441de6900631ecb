import type { ParityModel, ParityStudy } from "../../../src/app/studies.ts";
import type { ParityScores } from "../../../src/core/access/parity-scores.ts";

export const scores = (rmse: number, r: number): ParityScores => ({
  n: 3,
  r,
  weightedR: r,
  rmse,
  bias: 0.1,
  residuals: { "0.05": -2, "0.25": -1, "0.5": 0, "0.75": 1, "0.95": 2 },
});

const model = (name: string, split: "random" | "spatial", rmse: number, r: number): ParityModel => ({
  name,
  split,
  parameters: {},
  fit: scores(rmse / 2, r),
  heldOut: scores(rmse, r),
  classes: {
    "density-0-25": scores(rmse, r),
    "density-1500-more": scores(rmse, r),
    "practitioners-none": scores(rmse, r),
  },
});

/** Units 11 to 14 of `sixCommunes`, 13 held out; in whole blocks the model beats its neighbours, one by one it does not. */
export function smallStudy(): ParityStudy {
  const columns = {
    computed: Float64Array.of(3, 2.5, 3.1, 5),
    heldOut: Uint8Array.of(0, 0, 1, 0),
  };
  return {
    question: { profession: "gp", year: 2023, seed: 1, fast: true },
    chosen: { random: "calibrated-steps", spatial: "calibrated-steps" },
    models: [
      model("calibrated-steps", "random", 0.8, 0.8),
      model("neighbours", "random", 0.79, 0.81),
      model("calibrated-steps", "spatial", 1, 0.65),
      model("neighbours", "spatial", 1.2, 0.5),
    ],
    clouds: { random: { step: 0.2, cells: 36, counts: [] }, spatial: { step: 0.2, cells: 36, counts: [] } },
    counts: { places: 4, published: 3, practised: 2, pairs: 9 },
    units: Uint16Array.of(11, 12, 13, 14),
    published: Float64Array.of(2.4999, 2.5, 3.6, Number.NaN),
    columns: { random: columns, spatial: columns },
  };
}
