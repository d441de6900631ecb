import type { ActivityRule } from "./activity.ts";
import type { Bins, Decay } from "./decay.ts";
import type { AgeWeight } from "./standardised-demand.ts";

export interface PresetSource {
  readonly author: string;
  /** Null where the document bears none. */
  readonly year: number | null;
  readonly where: string;
}

/** A parameter, where it was read, and whether its author published it; one that is not may be changed and is said. */
export interface Sourced<T> {
  readonly value: T;
  readonly published: boolean;
  readonly source: PresetSource;
}

/** A published way to compute access with E2SFCA; minutes by road, everyone and everything at the town hall. */
export interface AccessPreset {
  readonly decay: Sourced<Decay>;
  readonly bins: Bins;
  readonly maxMinutes: Sourced<number>;
  readonly activity: Sourced<ActivityRule>;
  /** Null where no weights are known: demand must come standardised. */
  readonly ages: Sourced<readonly AgeWeight[] | null>;
}

const dt70 = (where: string): PresetSource => ({
  author: "Lucas-Gabrielli & Nestrigue, IRDES, Document de travail 70",
  year: 2016,
  where,
});

const published = <T>(value: T, source: PresetSource): Sourced<T> => ({ value, published: true, source });

const AGE_BANDS: readonly AgeWeight[] = [
  1.27, 0.65, 0.55, 0.51, 0.54, 0.65, 0.67, 0.72, 0.75, 0.83, 1.03, 1.07, 1.31, 1.39, 1.54, 1.82, 2.12, 2.84, 2.61,
].map((weight, k) => ({ from: 5 * k, to: k < 18 ? 5 * k + 4 : null, weight }));

const CONTINUOUS_FTE: ActivityRule = { kind: "share", meanActs: 4973, maxFte: Number.POSITIVE_INFINITY };
const CAPPED_FTE: ActivityRule = { kind: "share", meanActs: 4973, maxFte: 1.8 };

/** APL of 2012 for general practitioners: complete and published. Unit FTE per standardised inhabitant. */
const APL_V1: AccessPreset = {
  decay: published({ kind: "steps", bounds: [5, 10, 15], weights: [1, 0.3, 0.1] }, dt70("table 3")),
  bins: "half-open",
  maxMinutes: published(15, dt70("table 3")),
  activity: published({ kind: "bands", bounds: [273, 1028, 2643, 4252], ftes: [0, 0.2, 0.5, 0.7, 1] }, dt70("table 1")),
  ages: published(AGE_BANDS, dt70("table 2")),
};

/** DT 70, table 5: the supply alone, or supply and decay, changed from APL_V1; both decays end at 30 minutes. */
function variant(activity: ActivityRule, decay?: Decay, where = "table 5"): AccessPreset {
  const supply = { ...APL_V1, activity: published(activity, dt70("section 3.1, table 5")) };
  if (!decay) return supply;
  return {
    ...supply,
    decay: published(decay, dt70(where)),
    bins: "inclusive",
    maxMinutes: published(30, dt70("section 3.2.1")),
  };
}

/**
 * APL since 2015 for general practitioners, as far as it is published. Unit: consultations a year per standardised
 * inhabitant. The decay is V1 moved by five minutes, which nobody published; the age weights are not known.
 */
const APL_V2: AccessPreset = {
  decay: {
    value: { kind: "steps", bounds: [10, 15, 20], weights: [1, 0.3, 0.1] },
    published: false,
    source: { author: "V1 moved by five minutes", year: null, where: "no publication gives the weights of V2" },
  },
  bins: "inclusive",
  maxMinutes: published(20, {
    author: "ARS Bourgogne-Franche-Comté",
    year: 2017,
    where: "decreasing from 0 to 20 min",
  }),
  activity: published(
    { kind: "clamp", floor: 3600, ceiling: 6000 },
    { author: "DGOS", year: 2018, where: "questions and answers on zoning, 25 May 2018" },
  ),
  ages: {
    value: null,
    published: false,
    source: { author: "DREES", year: null, where: "standardised population is published, its weights are not" },
  },
};

/** Presets by the name the command line and addresses use. */
export const ACCESS_PRESETS = {
  "apl-v1": APL_V1,
  "apl-v2": APL_V2,
  "dt70-fte": variant(CONTINUOUS_FTE),
  "dt70-fte-capped": variant(CAPPED_FTE),
  "dt70-exp": variant(CAPPED_FTE, { kind: "exponential", rate: 0.12 }),
  "dt70-gauss": variant(CAPPED_FTE, { kind: "gaussian", beta: 180 }),
  "dt70-empirical": variant(CAPPED_FTE, { kind: "exponential", rate: 0.216 }, "section 3.2.2, graph 4"),
} as const satisfies Readonly<Record<string, AccessPreset>>;

export type PresetName = keyof typeof ACCESS_PRESETS;

export function isPresetName(text: string): text is PresetName {
  return Object.hasOwn(ACCESS_PRESETS, text);
}
