import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";

const LEAST = 0.001;

/** A share in percent; one that is not zero never reads as zero. */
export function writeShare(share: number, f: Formats, t: Texts): string {
  return share > 0 && share < LEAST / 2 ? t.diagnoses.lessThan(f.percent(LEAST)) : f.percent(share);
}
