/** What may be difficult: access of a profession under its threshold, or the nearest facility too many minutes away. */
export type DifficultyId = "gp" | "nurse" | "physio" | "pharmacy" | "emergency";

/** Three professions under their thresholds (DREES, ER 1100), or three first points of care (DREES, Dossier 17). */
export const DIFFICULTY_SETS = {
  professions: ["gp", "nurse", "physio"],
  firstCare: ["gp", "pharmacy", "emergency"],
} as const satisfies Readonly<Record<string, readonly DifficultyId[]>>;
export type DifficultySet = keyof typeof DIFFICULTY_SETS;

/** Minutes within which the nearest facility is looked for: as far as the limit may be set. */
export const SEARCH_MINUTES = { pharmacy: 30, emergency: 60 } as const;
export type Facility = keyof typeof SEARCH_MINUTES;

/** Minutes beyond which the nearest one is a difficulty, as in DREES, Dossier 17. */
export const FAR_MINUTES: Readonly<Record<Facility, number>> = { pharmacy: 10, emergency: 30 };
