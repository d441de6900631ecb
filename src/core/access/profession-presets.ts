import type { Profession } from "../professions.ts";
import type { ActivityRule } from "./activity.ts";
import { ACCESS_PRESETS, type AccessPreset, type PresetSource, type Sourced } from "./presets.ts";

/** How the APL published since 2015 is computed for a profession, part by part, as far as anybody published it. */
export interface ProfessionPreset extends AccessPreset {
  /** Upper limits of the steps of `decay`, minutes, inclusive. */
  readonly bounds: Sourced<readonly number[]>;
  /** Weight of each step, the first 1. */
  readonly weights: Sourced<readonly number[]>;
  /** Supply of a practitioner whose activity is not known, in the unit of `activity`. */
  readonly perPractitioner: Sourced<number>;
  /** People a published value is said for: access per inhabitant times this is in the unit of the published series. */
  readonly perPeople: 1 | 100_000;
}

const known = <T>(value: T, source: PresetSource): Sourced<T> => ({ value, published: true, source });
const assumed = <T>(value: T, source: PresetSource): Sourced<T> => ({ value, published: false, source });

const MOVED: PresetSource = {
  author: "V1 moved by five minutes",
  year: null,
  where: "nobody published the decay of this profession",
};

/** One practitioner, one full-time equivalent; `where` says what is known of the real rule. */
const headCount = (author: string, year: number | null, where: string): PresetParts["activity"] =>
  assumed({ kind: "head", supply: 1 }, { author, year, where: `${where}; here one practitioner is one FTE` });

interface PresetParts {
  readonly bounds: Sourced<readonly number[]>;
  readonly weights: Sourced<readonly number[]>;
  readonly maxMinutes: Sourced<number>;
  readonly activity: Sourced<ActivityRule>;
  readonly ages: string;
}

/** In full-time equivalents per 100,000. */
function inFullTime({ bounds, weights, maxMinutes, activity, ages }: PresetParts): ProfessionPreset {
  const { source } = bounds.published ? weights : bounds;
  const decay = { kind: "steps", bounds: bounds.value, weights: weights.value } as const;
  return {
    decay: { value: decay, published: bounds.published && weights.published, source },
    bins: "inclusive",
    maxMinutes,
    activity,
    ages: assumed(null, { author: "DREES", year: null, where: `${ages} is published, its weights are not` }),
    bounds,
    weights,
    perPractitioner: assumed(1, activity.source),
    perPeople: 100_000,
  };
}

const movedSteps = {
  bounds: assumed([10, 15, 20], MOVED),
  weights: assumed([1, 0.3, 0.1], MOVED),
  maxMinutes: assumed(20, MOVED),
} as const;

const UNSSF: PresetSource = {
  author: "UNSSF",
  year: 2016,
  where:
    "report of the DREES meeting of 11 October 2016: 0 to 45 min by 15, 30 and 45; a design then, weights not given",
};

const gp = ACCESS_PRESETS["apl-v2"];

/**
 * Every profession with an official APL. Of what is `published` the value may not be changed without leaving the method;
 * the rest is an assumption its reader may change.
 */
export const PROFESSION_PRESETS: Readonly<Record<Profession, ProfessionPreset>> = {
  gp: {
    ...gp,
    bounds: assumed([10, 15, 20], gp.decay.source),
    weights: assumed([1, 0.3, 0.1], gp.decay.source),
    perPractitioner: assumed(5400, {
      author: "ARS Bourgogne-Franche-Comté",
      year: null,
      where: "a full-time equivalent is about 5,400 consultations; that a practitioner is one is assumed here",
    }),
    perPeople: 1,
  },
  nurse: inFullTime({
    ...movedSteps,
    activity: headCount(
      "Observatoire des territoires",
      null,
      "one FTE is the median activity of self-employed nurses, whose amount and bounds are not given; newcomers are one",
    ),
    ages: "standardised population for nurses",
  }),
  physio: inFullTime({
    ...movedSteps,
    activity: headCount("DREES", null, "FTE from activity, by a rule whose amounts are not published"),
    ages: "standardised population for physiotherapists",
  }),
  midwife: inFullTime({
    bounds: known([15, 30, 45], UNSSF),
    weights: assumed([1, 0.3, 0.1], {
      author: "weights of V1",
      year: null,
      where: "nobody published the weights of midwives",
    }),
    maxMinutes: known(45, UNSSF),
    activity: headCount(
      "ONSSF; DGOS",
      2020,
      "FTE from reimbursable fees up to 65 years, without sonographers and those doing nursing acts, amounts not given",
    ),
    ages: "standardised population of women for midwives",
  }),
  dentist: inFullTime({
    ...movedSteps,
    activity: headCount(
      "DREES",
      null,
      "FTE from reimbursable fees up to 65 years and health centres, orthodontics apart, amounts not given",
    ),
    ages: "standardised population for dentists",
  }),
};

/** The preset of the APL since 2015 for a profession. */
export function presetOf(profession: Profession): ProfessionPreset {
  return PROFESSION_PRESETS[profession];
}
