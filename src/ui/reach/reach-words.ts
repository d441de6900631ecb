import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";

/** Whole minutes: no time here is better known than that. */
export function writeMinutes(minutes: number, f: Formats, t: Texts): string {
  return minutes < 1 ? t.reach.nearest.underOne : t.reach.nearest.minutes(f.integer(Math.round(minutes)));
}
