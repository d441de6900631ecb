import { createHash, randomBytes } from "node:crypto";
import { isObject, type Json } from "../core/contributions/canonical.ts";
import * as is from "../core/contributions/checks.ts";
import { screenText } from "../core/contributions/privacy/screen-text.ts";
import { RECORD_TYPES } from "../core/contributions/record-types.ts";
import { reportIdOf, reportSecret } from "../core/contributions/report-id.ts";
import { readIntakeDecision } from "../core/contributions/statement.ts";
import { AnswerError } from "./answers.ts";
import { type RelayContext, today } from "./context.ts";
import type { IntakeReport, Notice } from "./intake-store.ts";
import { assertFresh } from "./reading.ts";
import type { Store } from "./store.ts";

const DAY = 86_400_000;
/** Text is kept this long; what was refused is then gone; what is left of the others, after three years. */
const DAYS_KEPT = { text: 90, refused: 30, fields: 3 * 365 };

/**
 * Takes a report that is in no log: its author gives no key and no name, agrees explicitly, and keeps the secret that follows
 * and withdraws it; with one they drew, the same report sent again is not another. Throws `schema`, and `personal_data` naming what
 * a text tells of somebody.
 */
export async function takeReport(
  body: Json,
  space: string,
  day: string,
  store: Store,
): Promise<{ readonly id: string; readonly secret: string }> {
  const { required, optional } = RECORD_TYPES.report;
  const [must, may] = [
    { ...required, scope: is.scope, consent: is.oneOf(true) },
    { ...optional, secret: reportSecret },
  ];
  const wrong = is.findWrongField(body, must, may);
  if (wrong !== null || !isObject(body)) throw new AnswerError("schema", wrong ?? "object");
  if (typeof body.text === "string") assertAnonymous(body.text);
  const { secret: drawn, ...told } = body;
  const secret = drawn === undefined ? randomBytes(24).toString("base64url") : String(drawn);
  const id = reportIdOf(secret);
  const payload = JSON.stringify(told);
  await store.saveReport({ id, space, scope: String(body.scope), withdrawal: hashSecret(secret), day, payload });
  return { id, secret };
}

/** What became of a report, for whoever has its secret. Throws `not_found`, for a wrong secret too. */
export async function followReport(id: string, secret: string, store: Store) {
  const { day, state, reason, closed, appeal } = await findOwn(id, secret, store);
  const path = canAppeal({ state, appeal }) ? `/v1/reports/${id}/appeal` : null;
  return { id, day, state, reason, closed, appealed: appeal !== null, appeal: path };
}

/** Its author does not agree with the moderator. Throws `not_found`, `schema`, `personal_data`, `not_allowed`. */
export async function appealReport(id: string, secret: string, body: Json, store: Store): Promise<void> {
  const report = await findOwn(id, secret, store);
  const wrong = is.findWrongField(body, { reason: is.text(is.LONGEST_TEXT) }, {});
  if (wrong !== null || !isObject(body)) throw new AnswerError("schema", wrong ?? "object");
  const reason = String(body.reason);
  assertAnonymous(reason);
  if (!canAppeal(report) || !(await store.appealReport(id, report.state, reason))) {
    throw new AnswerError("not_allowed", "state");
  }
}

/** Throws `not_found`, for a wrong secret too. */
export async function withdrawReport(id: string, secret: string, store: Store): Promise<void> {
  if (!(await store.withdrawReport(id, hashSecret(secret)))) throw new AnswerError("not_found", "id");
}

export function showToModerator({ id, day, scope, state, payload, reason, closed, closer, appeal }: IntakeReport) {
  return { id, day, scope, state, payload: JSON.parse(payload), reason, closed, closer, appeal };
}

/**
 * A moderator says what becomes of a report, with the reason its author will read; an appeal is decided by another one.
 * Throws `not_found`, `no_grant`, `not_allowed` and what is wrong with the statement.
 */
export async function closeReport(id: string, body: Json, context: RelayContext): Promise<void> {
  const { space, report: named, state, reason, rts, key } = await readIntakeDecision(body, context.verifier);
  if (named !== id) throw new AnswerError("not_found", "report");
  assertFresh(context, rts, "rts");
  const report = await context.store.report(id);
  if (report === null || report.space !== space) throw new AnswerError("not_found", "report");
  await context.admissions.follow(context.store);
  const day = today(context);
  if (!context.admissions.of(space).isModerator(key, report.scope, day)) throw new AnswerError("no_grant", "key");
  if (report.state === "appealed" && report.closer === key) throw new AnswerError("no_grant", "another moderator");
  const isOpen = report.state === "received" || report.state === "appealed";
  const said = { state, reason, day, closer: key };
  if (!isOpen || !(await context.store.closeReport(id, report.state, said))) {
    throw new AnswerError("not_allowed", "state");
  }
}

/** Somebody says a content is unlawful: read by those who read reports. Throws `schema`. */
export async function takeNotice(body: Json, space: string, day: string, store: Store): Promise<void> {
  const wrong = is.findWrongField(
    body,
    { reason: is.text(is.LONGEST_TEXT) },
    { target: is.hash, contact: is.text(200) },
  );
  if (wrong !== null) throw new AnswerError("schema", wrong);
  const id = randomBytes(16).toString("base64url");
  await store.saveNotice({ id, space, day, payload: JSON.stringify(body) });
}

export function showNotice({ id, day, payload }: Notice) {
  return { id, day, ...JSON.parse(payload) };
}

/** Deletes what has been kept long enough. */
export async function expireReports(now: Date, store: Store): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY).toISOString().slice(0, 10);
  await store.trimReports(before(DAYS_KEPT.text), dropText);
  await store.expireReports(before(DAYS_KEPT.fields), before(DAYS_KEPT.refused));
}

function dropText(payload: string): string {
  const { text: _, ...rest } = JSON.parse(payload);
  return JSON.stringify(rest);
}

function canAppeal({ state, appeal }: Pick<IntakeReport, "state" | "appeal">): boolean {
  return (state === "rejected" || state === "duplicate") && appeal === null;
}

function assertAnonymous(text: string): void {
  const kinds = new Set(screenText(text).map(({ kind }) => kind));
  if (kinds.size > 0) throw new AnswerError("personal_data", Array.from(kinds).join(" "));
}

async function findOwn(id: string, secret: string, store: Store): Promise<IntakeReport> {
  const report = await store.report(id);
  if (report === null || report.withdrawal !== hashSecret(secret)) throw new AnswerError("not_found", "id");
  return report;
}

function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
