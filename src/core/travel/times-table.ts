import type { TravelPairs } from "../access/travel-table.ts";
import { FailureError } from "../failure.ts";
import { findId, readCsvColumns, readNumber } from "./csv-columns.ts";
import type { NamedText } from "./table-network.ts";
import { LONGEST_MINUTES } from "./times-rows.ts";

/**
 * Reads a table of times (origin,destination,minutes). Throws `bad-input` naming file, row and column for an id that is
 * not among the points, a pair given twice, and minutes that are no number, negative or longer than a week.
 */
export function readTimesTable(
  file: NamedText,
  origins: ReadonlyMap<string, number>,
  destinations: ReadonlyMap<string, number>,
): TravelPairs {
  const table = readCsvColumns(file.text, file.name, ["origin", "destination", "minutes"]);
  const from = new Uint32Array(table.rows);
  const to = new Uint32Array(table.rows);
  const minutes = new Float64Array(table.rows);
  const seen = new Set<number>();
  for (let i = 0; i < table.rows; i++) {
    from[i] = findId(table, "origin", i, origins);
    to[i] = findId(table, "destination", i, destinations);
    minutes[i] = readNumber(table, "minutes", i, 0, LONGEST_MINUTES);
    const pair = from[i] * destinations.size + to[i];
    if (seen.has(pair)) {
      const text = `${table.columns.origin[i]} ${table.columns.destination[i]}`;
      throw new FailureError("bad-input", {
        file: file.name,
        row: i + 2,
        column: "destination",
        text,
        reason: "repeated",
      });
    }
    seen.add(pair);
  }
  return { origins: from, destinations: to, minutes };
}

/**
 * Reads the answer of an OSRM `table` request whose sources and destinations are the points in their order; `null` in
 * `durations` is a pair without a way. Throws `bad-input` naming file, row and column (from 1) when the answer is an
 * error or no JSON, its size is not that of the points, or a duration is not a number of at least zero.
 */
export function readOsrmTable(file: NamedText, origins: number, destinations: number): TravelPairs {
  const fail = (at: Record<string, string | number>): never => {
    throw new FailureError("bad-input", { file: file.name, ...at });
  };
  const durations = parseDurations(file, fail);
  if (durations.length !== origins) fail({ column: "durations", reason: `${durations.length} rows, not ${origins}` });
  const from: number[] = [];
  const to: number[] = [];
  const minutes: number[] = [];
  durations.forEach((cells, i) => {
    const row: readonly unknown[] = Array.isArray(cells) ? cells : fail({ row: i + 1, reason: "not a list" });
    if (row.length !== destinations) fail({ row: i + 1, reason: `${row.length} durations, not ${destinations}` });
    row.forEach((cell, j) => {
      if (cell === null) return;
      const usable = typeof cell === "number" && cell >= 0 && cell <= LONGEST_MINUTES * 60;
      if (!usable) fail({ row: i + 1, column: j + 1, text: String(cell), reason: "not a duration in seconds" });
      from.push(i);
      to.push(j);
      minutes.push(Number(cell) / 60);
    });
  });
  return { origins: Uint32Array.from(from), destinations: Uint32Array.from(to), minutes: Float64Array.from(minutes) };
}

function parseDurations(file: NamedText, fail: (at: Record<string, string>) => never): readonly unknown[] {
  let answer: unknown;
  try {
    answer = JSON.parse(file.text);
  } catch {
    fail({ reason: "not JSON" });
  }
  if (typeof answer !== "object" || answer === null) return fail({ reason: "not an OSRM answer" });
  if ("code" in answer && answer.code !== "Ok")
    return fail({ column: "code", text: String(answer.code), reason: "not Ok" });
  const durations = "durations" in answer ? answer.durations : undefined;
  return Array.isArray(durations) ? durations : fail({ column: "durations", reason: "missing" });
}
