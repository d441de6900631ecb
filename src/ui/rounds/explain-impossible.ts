import type { FailureError } from "../../core/failure.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { explainFailure } from "../parts/failure-notice.tsx";

/** The constraint that leaves no rounds, in the reader's language. */
export function explainImpossible(error: FailureError, f: Formats, t: Texts): string {
  const { params } = error.failure;
  const words = t.rounds.impossible;
  const { rule = "other" } = params;
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === "number" ? f.integer(value) : value]),
  );
  if (!(rule in words)) return explainFailure(error, t);
  return words[rule as keyof typeof words](shown);
}
