import { FailureError } from "../core/failure.ts";
import { AGE_LIMITS, isProfession, nearestSeries, type Series } from "../core/professions.ts";
import { parseWholeNumber } from "./territory-command.ts";

type SeriesOptions = { readonly [K in "profession" | "year" | "ages"]?: string | undefined };

/** The series of `--profession`, `--year`, `--ages`: GPs, the latest year, all ages by default. */
export function readSeries(options: SeriesOptions): Series {
  const profession = options.profession ?? "gp";
  if (!isProfession(profession)) throw new FailureError("unknown-profession", { text: profession });
  const ages = AGE_LIMITS.find((limit) => limit === (options.ages ?? "all"));
  if (!ages) {
    throw new FailureError("bad-input", {
      option: "--ages",
      text: options.ages ?? "",
      expected: AGE_LIMITS.join(", "),
    });
  }
  const latest = nearestSeries(profession, Number.POSITIVE_INFINITY, ages).year;
  return { profession, ages, year: options.year === undefined ? latest : parseWholeNumber(options.year, "--year") };
}
