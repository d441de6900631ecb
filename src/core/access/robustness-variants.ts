import type { AgeLimit } from "../professions.ts";
import type { Catchment, Decay } from "./decay.ts";
import { ACCESS_PRESETS, type AccessPreset, type PresetSource } from "./presets.ts";

interface VariantOrigin {
  readonly id: string;
  /** What it is, in a line. */
  readonly name: string;
  readonly source: PresetSource;
  /** Whether every parameter was published by its source; otherwise `source.where` says which one is ours. */
  readonly published: boolean;
}

/** The official values, as published. */
interface OfficialVariant extends VariantOrigin {
  readonly kind: "official";
  readonly ages: AgeLimit;
}

/** Two steps (R_j = S_j / Σ P_i·w_ij, A_i = Σ R_j·w_ij) over estimated minutes, with this decay. */
interface EstimatedVariant extends VariantOrigin {
  readonly kind: "estimate";
  readonly decay: Decay;
  readonly catchment: Catchment;
}

export type RobustnessVariant = OfficialVariant | EstimatedVariant;

const DREES: PresetSource = { author: "DREES", year: null, where: "APL to general practitioners, edition of the year" };

const official = (id: string, name: string, ages: AgeLimit): OfficialVariant => ({
  id,
  name,
  kind: "official",
  ages,
  source: DREES,
  published: true,
});

const fromPreset = (id: string, name: string, { decay, bins, maxMinutes }: AccessPreset): EstimatedVariant => ({
  id,
  name,
  kind: "estimate",
  decay: decay.value,
  catchment: { maxMinutes: maxMinutes.value, bins },
  source: decay.source,
  published: decay.published && maxMinutes.published,
});

/**
 * Ways to measure access to GPs that somebody published or uses. Recomputed ones take the decay of their source but not its
 * supply: places of practice, whatever the activity, because no open table gives it.
 */
export const ROBUSTNESS_VARIANTS: readonly RobustnessVariant[] = [
  official("official-all", "official APL, every practitioner", "all"),
  official("official-le65", "official APL, practitioners up to 65", "le65"),
  fromPreset("apl-v1", "steps 1, 0.3, 0.1 under 5, 10, 15 min", ACCESS_PRESETS["apl-v1"]),
  fromPreset("apl-v2", "steps 1, 0.3, 0.1 up to 10, 15, 20 min", ACCESS_PRESETS["apl-v2"]),
  fromPreset("dt70-exp", "exp(−0.12·t) up to 30 min", ACCESS_PRESETS["dt70-exp"]),
  fromPreset("dt70-gauss", "exp(−t²/180) up to 30 min", ACCESS_PRESETS["dt70-gauss"]),
  fromPreset("dt70-empirical", "exp(−0.216·t) up to 30 min", ACCESS_PRESETS["dt70-empirical"]),
  {
    id: "linear-20",
    name: "1 − t/20 up to 20 min",
    kind: "estimate",
    decay: { kind: "linear", range: 20 },
    catchment: { maxMinutes: 20, bins: "inclusive" },
    source: {
      author: "ARS Bourgogne-Franche-Comté",
      year: 2017,
      where: "decreasing from 0 to 20 min; the line is ours",
    },
    published: false,
  },
  {
    id: "2sfca-20",
    name: "every minute alike up to 20 min",
    kind: "estimate",
    decay: { kind: "exponential", rate: 0 },
    catchment: { maxMinutes: 20, bins: "inclusive" },
    source: { author: "Luo & Wang", year: 2003, where: "2SFCA; the limit is that of the APL, not their 30 min" },
    published: false,
  },
  {
    id: "e2sfca-30",
    name: "steps 1, 0.68, 0.22 up to 10, 20, 30 min",
    kind: "estimate",
    decay: { kind: "steps", bounds: [10, 20, 30], weights: [1, 0.68, 0.22] },
    catchment: { maxMinutes: 30, bins: "inclusive" },
    source: { author: "Luo & Qi", year: 2009, where: "E2SFCA, first set of weights" },
    published: true,
  },
];
