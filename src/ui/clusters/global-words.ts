import type { GlobalAutocorrelation } from "../../app/spatial.ts";
import type { Texts } from "../../i18n/fr.ts";

/** p above which chance explains what is seen. */
const MOST_P = 0.05;
/** Moran's I from which neighbours are plainly alike. */
const PLAIN_I = 0.3;

/** Moran's I in one sentence; a need is read the other way round. */
export function sayGlobal(global: GlobalAutocorrelation, t: Texts): string {
  const words = t.clusters.global;
  const { i, p, kind } = global;
  if (kind === "bivariate") {
    if (p > MOST_P) return words.needNone;
    return i > 0 ? words.needGood : words.needBad;
  }
  if (p > MOST_P) return words.none;
  if (i < 0) return words.apart;
  return i >= PLAIN_I ? words.strong : words.some;
}
