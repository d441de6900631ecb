import type { CommuneAnswer } from "../../app/answers.ts";
import { AGE_LIMITS } from "../../core/professions.ts";

/** The values of one year, doctors of all ages then without the oldest: the latest year with the most of them. */
export function listDepartures(series: CommuneAnswer["series"]): CommuneAnswer["series"] {
  const ofYear = (year: number) =>
    AGE_LIMITS.flatMap((ages) =>
      series.filter((one) => one.profession === "gp" && one.ages === ages && one.year === year),
    );
  const years = [...new Set(series.map((one) => one.year))].sort((a, b) => b - a);
  const [fullest = []] = years.map(ofYear).sort((a, b) => b.length - a.length);
  return fullest.length > 1 ? fullest : [];
}

/** Whether anything is published for the commune; where nothing is, no count is a zero. */
export function isKnown({ series, medianIncome, povertyRate, facilities }: CommuneAnswer): boolean {
  const isCounted = facilities.some(({ count2018, count2024 }) => count2018 > 0 || count2024 > 0);
  return isCounted || [...series, medianIncome, povertyRate].some(({ status }) => status !== "missing");
}
