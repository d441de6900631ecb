import type { PairSource, TravelPairs } from "../access/travel-table.ts";
import { FailureError } from "../failure.ts";

/** Longest time taken for a time, minutes: a week. */
export const LONGEST_MINUTES = 7 * 24 * 60;

/** Columns of a table of times; origin and destination are ids. */
export const TIMES_COLUMNS = ["origin", "destination", "minutes"] as const;
export type TimesColumn = (typeof TIMES_COLUMNS)[number];

/** Cells of one column from row `first` on, counted from 0; whatever the file held. */
export type Cells = ArrayLike<unknown>;

/**
 * A table of times taken by columns, as column files give it, in any order and in parts. Rows are counted from 1, since such
 * files have no header row. Whole numbers are taken for the ids they are written as.
 */
export class TimesRows {
  readonly file: string;
  readonly #ids: Readonly<Record<"origin" | "destination", ReadonlyMap<string, number>>>;
  readonly #pairs: TravelPairs;

  constructor(
    file: string,
    rows: number,
    origins: ReadonlyMap<string, number>,
    destinations: ReadonlyMap<string, number>,
  ) {
    this.file = file;
    this.#ids = { origin: origins, destination: destinations };
    this.#pairs = {
      origins: new Uint32Array(rows),
      destinations: new Uint32Array(rows),
      minutes: new Float64Array(rows),
    };
  }

  /**
   * Takes a part of a column. Throws `bad-input` naming file, row and column for an empty cell, an id that is not among the
   * points, and minutes that are no number, negative or longer than a week.
   */
  take(column: TimesColumn, cells: Cells, first: number): void {
    if (column === "minutes") this.#takeMinutes(cells, first);
    else this.#takeIds(column, cells, first);
  }

  /** The pairs, once every column is taken, and the row of each; `buildTravelTable` refuses one given twice by it. */
  finish(): { readonly pairs: TravelPairs; readonly source: PairSource } {
    const rows = Float64Array.from({ length: this.#pairs.minutes.length }, (_, k) => k + 1);
    return { pairs: this.#pairs, source: { file: this.file, rows } };
  }

  #takeIds(column: "origin" | "destination", cells: Cells, first: number): void {
    const index = this.#ids[column];
    const out = column === "origin" ? this.#pairs.origins : this.#pairs.destinations;
    for (let i = 0; i < cells.length; i++) {
      const found = index.get(idOf(cells[i]));
      if (found === undefined) throw this.#fault(column, first + i, cells[i], "unknown id");
      out[first + i] = found;
    }
  }

  #takeMinutes(cells: Cells, first: number): void {
    const out = this.#pairs.minutes;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      const minutes = typeof cell === "number" ? cell : typeof cell === "bigint" ? Number(cell) : Number.NaN;
      if (!Number.isFinite(minutes)) throw this.#fault("minutes", first + i, cell, "not a number");
      if (minutes < 0) throw this.#fault("minutes", first + i, cell, "negative");
      if (minutes > LONGEST_MINUTES) throw this.#fault("minutes", first + i, cell, "longer than a week");
      out[first + i] = minutes;
    }
  }

  #fault(column: TimesColumn, at: number, cell: unknown, reason: string): FailureError {
    const isEmpty = cell === null || cell === undefined || cell === "";
    const text = isEmpty ? "" : String(cell);
    return new FailureError("bad-input", {
      file: this.file,
      row: at + 1,
      column,
      text,
      reason: isEmpty ? "empty" : reason,
    });
  }
}

function idOf(cell: unknown): string {
  if (typeof cell === "string") return cell;
  return typeof cell === "bigint" || Number.isInteger(cell) ? String(cell) : "";
}
