import { ExchangeError } from "../../../app/contributions/exchange-error.ts";
import type { Texts } from "../../../i18n/fr.ts";
import { explainRefusal } from "../report/report-words.ts";

/** What a link sent by mail, or the way back from an identity provider, brings after the #. */
export interface VerifyLink {
  readonly code: string;
  readonly ballot: string;
  /** The key it was asked with. */
  readonly key: string;
}

export type SignInFailure = "refused" | "expired" | "busy";

const LINK = /^#verify=((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})\.([\w-]{43})\.([\w-]{43})$/;
const FAILURE = /^#unverified=(refused|expired|busy)$/;

/** null: it is none. */
export function readVerifyLink(hash: string): VerifyLink | null {
  const [, code, ballot, key] = LINK.exec(hash) ?? [];
  return code === undefined ? null : { code, ballot, key };
}

export function readSignInFailure(hash: string): SignInFailure | null {
  return (FAILURE.exec(hash)?.[1] as SignInFailure | undefined) ?? null;
}

/** Why somebody could not be verified. */
export function explainUnverified(error: unknown, t: Texts): string {
  const { problems } = t.verification;
  if (!(error instanceof ExchangeError)) return explainRefusal(error, t);
  const { code, where } = error;
  if (code === "schema" && where === "address") return problems.address;
  if (code === "spent") return where === "person" ? problems.person : problems.used;
  if (code === "not_found") return problems[where === "path" ? "gone" : where === "code" ? "unknown" : "notYet"];
  if (code === "no_grant" && where.endsWith("rts")) return problems.clock;
  if (code === "rate" || code === "busy" || code === "unreachable" || code === "expired") return problems[code];
  return explainRefusal(error, t);
}
