import { createHash, randomBytes } from "node:crypto";
import { isObject, type Json } from "../core/contributions/canonical.ts";
import * as is from "../core/contributions/checks.ts";
import { screenText } from "../core/contributions/privacy/screen-text.ts";
import { RECORD_TYPES } from "../core/contributions/record-types.ts";
import { AnswerError } from "./answers.ts";
import type { Store } from "./store.ts";

const DAYS_KEPT = 90;

/**
 * Takes a report that is in no log: its author gives no key and no name, agrees explicitly, and keeps the secret that withdraws
 * it. Throws `schema`, and `personal_data` naming what a text tells of somebody.
 */
export function takeReport(body: Json, day: string, store: Store): { readonly id: string; readonly secret: string } {
  const { required, optional } = RECORD_TYPES.report;
  const wrong = is.findWrongField(body, { ...required, scope: is.scope, consent: is.oneOf(true) }, optional);
  if (wrong !== null) throw new AnswerError("schema", wrong);
  if (isObject(body) && typeof body.text === "string") {
    const kinds = new Set(screenText(body.text).map(({ kind }) => kind));
    if (kinds.size > 0) throw new AnswerError("personal_data", Array.from(kinds).join(" "));
  }
  const [id, secret] = [randomBytes(16).toString("base64url"), randomBytes(24).toString("base64url")];
  store.saveReport({ id, withdrawal: hashSecret(secret), day, payload: JSON.stringify(body) });
  return { id, secret };
}

/** Throws `not_found`, for a wrong secret too. */
export function withdrawReport(id: string, secret: string, store: Store): void {
  if (!store.withdrawReport(id, hashSecret(secret))) throw new AnswerError("not_found", "id");
}

/** Somebody says a content is unlawful. Throws `schema`. */
export function takeNotice(body: Json, day: string, store: Store): void {
  const wrong = is.findWrongField(
    body,
    { reason: is.text(is.LONGEST_TEXT) },
    { target: is.hash, contact: is.text(200) },
  );
  if (wrong !== null) throw new AnswerError("schema", wrong);
  store.saveNotice(day, JSON.stringify(body));
}

/** Deletes reports older than ninety days. */
export function expireReports(now: Date, store: Store): number {
  const oldest = new Date(now.getTime() - DAYS_KEPT * 86_400_000);
  return store.expireReports(oldest.toISOString().slice(0, 10));
}

function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
