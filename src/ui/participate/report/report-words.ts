import type { ReportDraft } from "../../../app/contributions/board.ts";
import type { Places } from "../../../app/places.ts";
import { FailureError } from "../../../core/failure.ts";
import { parseTerritory } from "../../../core/territory.ts";
import type { Texts } from "../../../i18n/fr.ts";
import type { Locale } from "../../../i18n/locale.ts";
import { explainFailure } from "../../parts/failure-notice.tsx";

/** Each answer that leaves, in words, in the order they are asked. */
export function describeReport(
  report: ReportDraft,
  places: Places | undefined,
  locale: Locale,
  t: Texts,
): readonly (readonly [name: string, value: string])[] {
  const { fields } = t.report.preview;
  const { kind, profession, scope, month, delay, distance, text } = report;
  return [
    [fields.kind, t.report.kinds[kind]],
    [fields.scope, nameScope(scope, places)],
    [fields.month, writeMonth(month, locale)],
    [fields.profession, t.professions.names[profession]],
    ...(delay === undefined ? [] : [[fields.delay, t.report.how.delays[delay]] as const]),
    ...(distance === undefined ? [] : [[fields.distance, t.report.how.distances[distance]] as const]),
    ...(text === undefined ? [] : [[fields.text, text] as const]),
  ];
}

/** Name of a territory written as in records; its code when there is none. */
export function nameScope(scope: string, places: Places | undefined): string {
  try {
    return places?.find(parseTerritory(scope))?.name ?? scope;
  } catch {
    return scope;
  }
}

/** `2026-11` → `novembre 2026`. */
export function writeMonth(month: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** Hour of an instant here, with its day when that is another one. */
export function writeTime(instant: string, locale: Locale): string {
  const at = new Date(instant);
  const isToday = at.toDateString() === new Date().toDateString();
  const options = { ...(!isToday && { weekday: "long" as const }), hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", options).format(at);
}

/** Why a relay, or the rules of a space, did not take something. */
export function explainRefusal(error: unknown, t: Texts): string {
  const { refusals } = t.report;
  const code = error instanceof FailureError ? error.failure.code : codeOf(error);
  if (code !== null && code !== "other" && Object.hasOwn(refusals, code)) {
    return refusals[code as Exclude<keyof typeof refusals, "other">];
  }
  if (error instanceof FailureError) return explainFailure(error, t);
  return code === null ? t.failures.bug : refusals.other(code);
}

function codeOf(error: unknown): string | null {
  if (typeof error === "string") return error;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : null;
}

/** Host of an address, as shown to people. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
