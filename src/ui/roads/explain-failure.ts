import { type Failure, FailureError } from "../../core/failure.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";

/** What is wrong with a file somebody brought, and where: file, row and column as the command line names them. */
export function explainRoadsFailure(error: unknown, f: Formats, t: Texts): string {
  if (!(error instanceof FailureError)) return t.failures.bug;
  const { code, params } = error.failure;
  if (code === "worker-stopped") return t.roads.errors.stopped;
  const isAboutFile = ["bad-input", "osm-unreadable", "road-file-unreadable", "no-roads"].includes(code);
  if (!isAboutFile) return t.failures[code](String(params.file ?? params.text ?? ""));
  const reason =
    code === "no-roads" ? t.roads.errors.noRoads(f.integer(Number(params.highways ?? 0))) : writeReason(params, f, t);
  const where = writeWhere(params, f, t).join(", ");
  return [where, reason].filter((part) => part !== "").join(f.locale === "fr" ? "\u00a0: " : ": ");
}

function writeWhere(params: Failure["params"], f: Formats, t: Texts): string[] {
  const { where } = t.roads.errors;
  const { file, row, column, blob, offset, text } = params;
  return [
    ...(file === undefined ? [] : [String(file)]),
    ...(row === undefined ? [] : [where.row(f.integer(Number(row)))]),
    ...(column === undefined ? [] : [where.column(String(column))]),
    ...(blob === undefined ? [] : [where.blob(f.integer(Number(blob)))]),
    ...(offset === undefined ? [] : [where.offset(f.integer(Number(offset)))]),
    ...(text === undefined || text === "" ? [] : [where.text(String(text))]),
  ];
}

/** Reasons come from the readers in English; one without a translation is shown as it is. */
function writeReason(params: Failure["params"], f: Formats, t: Texts): string {
  const { errors } = t.roads;
  const given = String(params.reason ?? params.problem ?? "");
  const known: Readonly<Record<string, string>> = errors.reasons;
  const head = given.split(": ")[0];
  if (Object.hasOwn(known, given)) return known[given];
  if (Object.hasOwn(known, head)) return known[head];
  const count = (text: string) => f.integer(Number(text));
  const numbered: readonly (readonly [RegExp, (a: string, b: string) => string])[] = [
    [/^(\d+) cells, not (\d+)$/, (a, b) => errors.cells(count(a), count(b))],
    [/^(\d+) rows, not (\d+)$/, (a, b) => errors.rows(count(a), count(b))],
    [/^(\d+) durations, not (\d+)$/, (a, b) => errors.durations(count(a), count(b))],
    [/^outside (\S+) … (\S+)$/, (a, b) => errors.outside(count(a), count(b))],
    [/^version (\d+), not (\d+)$/, (a, b) => errors.version(a, b)],
    [/^requires (.+)()$/, (a) => errors.requires(a)],
  ];
  for (const [pattern, write] of numbered) {
    const match = pattern.exec(given);
    if (match) return write(match[1], match[2]);
  }
  return given;
}
