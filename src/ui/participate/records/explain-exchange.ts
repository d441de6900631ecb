import { ExchangeError } from "../../../app/contributions/exchange-error.ts";
import { FailureError } from "../../../core/failure.ts";
import type { Texts } from "../../../i18n/fr.ts";

/** What went wrong with a relay, a key or a register, in words; null: something else did. */
export function explainExchange(error: unknown, t: Texts): string | null {
  if (error instanceof ExchangeError) return explainCode(error.code, error.where, t);
  if (!(error instanceof FailureError)) return null;
  const problem = String(error.failure.params.problem ?? "");
  const { problems } = t.records;
  return Object.hasOwn(problems, problem) ? problems[problem as keyof typeof problems] : null;
}

/** A code of the protocol: of the way to a relay, else of a refused record. */
export function explainCode(code: string, where: string, t: Texts): string {
  const { problems } = t.records.exchange;
  if (code !== "other" && Object.hasOwn(problems, code))
    return problems[code as Exclude<keyof typeof problems, "other">];
  const { refusals } = t.committee;
  if (Object.hasOwn(refusals, code)) return refusals[code as keyof typeof refusals](where);
  return problems.other(code);
}
