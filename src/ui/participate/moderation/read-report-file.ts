import type { ReceivedReport, ReportDraft } from "../../../app/contributions/board.ts";
import { encodeBase64url } from "../../../core/contributions/base64url.ts";
import { canonicalise, type Json } from "../../../core/contributions/canonical.ts";
import * as is from "../../../core/contributions/checks.ts";
import { RECORD_TYPES } from "../../../core/contributions/record-types.ts";
import { sha256 } from "../../../core/contributions/sha-256.ts";
import { encodeUtf8 } from "../../../core/contributions/utf8.ts";
import { FailureError } from "../../../core/failure.ts";

export const REPORT_FILE = "oasis-reports1";
const MOST_REPORTS = 10_000;

/**
 * Reports of a file a browser exported, each told from the others by its content and place. Throws `bad-input` naming the
 * file, and the number and field of a report that is wrong: then none is taken.
 */
export function readReportFile(text: string, file: string, day: string): readonly ReceivedReport[] {
  const { reports } = readJson(text, file);
  const { required, optional } = RECORD_TYPES.report;
  return reports.map((body, k): ReceivedReport => {
    const wrong = is.findWrongField(body, { ...required, scope: is.scope }, optional);
    if (wrong !== null) throw new FailureError("bad-input", { file, line: k + 1, field: wrong });
    const id = encodeBase64url(sha256(encodeUtf8(`${k} ${canonicalise(body)}`)));
    return { id, day, state: "received", body: body as unknown as ReportDraft, reason: null, appeal: null };
  });
}

function readJson(text: string, file: string): { readonly reports: readonly Json[] } {
  let value: { format?: unknown; reports?: unknown } | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FailureError("bad-input", { file });
  }
  const { format, reports } = value ?? {};
  if (format !== REPORT_FILE || !Array.isArray(reports) || reports.length > MOST_REPORTS) {
    throw new FailureError("bad-input", { file });
  }
  return { reports };
}
