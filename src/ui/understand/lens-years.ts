import { type AgeLimit, type Profession, SERIES } from "../../core/professions.ts";

/** Years with the official values of general practitioners up to 65. */
export const AGE_YEARS: readonly number[] = yearsWith("gp", "le65");

/** Years with the official values of the three professions whose difficulties are cumulated. */
export const PROFESSION_YEARS: readonly number[] = yearsWith("gp", "all").filter(
  (year) => yearsWith("nurse", "all").includes(year) && yearsWith("physio", "all").includes(year),
);

function yearsWith(profession: Profession, ages: AgeLimit): readonly number[] {
  return SERIES.filter((s) => s.profession === profession && s.ages === ages).map((s) => s.year);
}
