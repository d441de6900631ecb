import { badInput } from "./bad-input.ts";
import { isCommuneCodeOfAnyDay } from "./commune-codes.ts";
import { readDelimited } from "./read-delimited.ts";

/** One line of the INSEE movement file that links a full commune to a full commune, identity lines included. */
export interface Movement {
  /** Day it took effect, YYYY-MM-DD. */
  readonly date: string;
  /** INSEE kind: 10 rename, 21 re-establishment, 32 new commune, 41 change of département, 50 change of code … */
  readonly kind: number;
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
}

/**
 * Reads `v_mvt_commune_AAAA.csv`. Codes repeat between communes and delegated communes, so only COM to COM is kept;
 * creations and removals without a counterpart (Mayotte 2011, Saint-Barthélemy 2007) move nothing.
 */
export function readMovements(file: string, bytes: Uint8Array): readonly Movement[] {
  const columns = ["MOD", "DATE_EFF", "TYPECOM_AV", "COM_AV", "LIBELLE_AV", "TYPECOM_AP", "COM_AP"];
  const movements: Movement[] = [];
  for (const row of readDelimited(file, bytes, columns)) {
    if (row.get("TYPECOM_AV") !== "COM" || row.get("TYPECOM_AP") !== "COM") continue;
    const date = row.get("DATE_EFF");
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) {
      throw badInput(file, "not a date", { row: row.line, column: "DATE_EFF", value: date });
    }
    const kind = Number(row.get("MOD"));
    if (!Number.isInteger(kind))
      throw badInput(file, "not a kind", { row: row.line, column: "MOD", value: row.get("MOD") });
    for (const column of ["COM_AV", "COM_AP"]) {
      if (!isCommuneCodeOfAnyDay(row.get(column))) {
        throw badInput(file, "not a commune code", { row: row.line, column, value: row.get(column) });
      }
    }
    movements.push({ date, kind, from: row.get("COM_AV"), fromName: row.get("LIBELLE_AV"), to: row.get("COM_AP") });
  }
  return movements;
}

/** Communes that existed on a day, worked back from those of today. */
export function listCommunesOn(today: Iterable<string>, movements: readonly Movement[], day: string): Set<string> {
  let codes = new Set(today);
  for (const { arrivals, departures } of groupByDate(movements, day).reverse()) {
    const before = new Set<string>();
    for (const code of codes) if (!arrivals.has(code)) before.add(code);
    for (const code of departures.keys()) before.add(code);
    codes = before;
  }
  return codes;
}

/**
 * Where each code of a day went. Dates are applied one after the other and identity lines kept, so that a merger later
 * undone stays a split; following codes without dates loops (60054 and 60694).
 */
export function moveCodes(
  codes: Iterable<string>,
  movements: readonly Movement[],
  day: string,
): Map<string, readonly string[]> {
  const groups = groupByDate(movements, day);
  const moved = new Map<string, readonly string[]>();
  for (const code of codes) {
    let now: readonly string[] = [code];
    for (const { departures } of groups) {
      if (!now.some((c) => departures.has(c))) continue;
      now = [...new Set(now.flatMap((c) => [...(departures.get(c) ?? [c])]))].sort();
    }
    moved.set(code, now);
  }
  return moved;
}

interface DateGroup {
  readonly departures: ReadonlyMap<string, ReadonlySet<string>>;
  readonly arrivals: ReadonlySet<string>;
}

function groupByDate(movements: readonly Movement[], after: string): DateGroup[] {
  const byDate = new Map<string, { departures: Map<string, Set<string>>; arrivals: Set<string> }>();
  for (const { date, from, to } of movements) {
    if (date <= after) continue;
    const group = byDate.get(date) ?? { departures: new Map<string, Set<string>>(), arrivals: new Set<string>() };
    byDate.set(date, group);
    group.arrivals.add(to);
    const targets = group.departures.get(from) ?? new Set<string>();
    group.departures.set(from, targets.add(to));
  }
  return [...byDate.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
