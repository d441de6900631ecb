import type { Grouping } from "../core/inequality/group-sums.ts";
import { fault, getColumn, idCell, quantityCell, readTable, type TableHeader } from "./read-table.ts";

/** A file and the names of its columns. */
interface ValueFile {
  readonly file: string;
  readonly value: string;
  readonly weight: string;
  readonly group: string | undefined;
  readonly rank: string | undefined;
}

/** One entry per row of the file. */
interface ValueColumns {
  /** NaN where the cell is empty. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  /** Null unless asked for. */
  readonly groups: Grouping | null;
  /** Null unless asked for; NaN where the cell is empty. */
  readonly ranks: Float64Array | null;
}

/**
 * Reads the columns of a question of inequality. An empty value or rank is missing. Fails with `bad-input` naming file, row
 * and column: a value or weight that is no number or negative, a weight that is empty, a rank that is no number, a group that
 * is empty in a row that counts.
 */
export async function readValues({ file, value, weight, group, rank }: ValueFile): Promise<ValueColumns> {
  const values: number[] = [];
  const weights: number[] = [];
  const groupOf: number[] = [];
  const ranks: number[] = [];
  const numberOf = new Map<string, number>();
  await readTable(file, (header) => {
    const valueAt = getColumn(header, value);
    const weightAt = getColumn(header, weight);
    const groupAt = group === undefined ? -1 : getColumn(header, group);
    const rankAt = rank === undefined ? -1 : getColumn(header, rank);
    return (cells, row) => {
      const own = cells[valueAt] === "" ? Number.NaN : quantityCell(header, cells, valueAt, row);
      const people = quantityCell(header, cells, weightAt, row);
      values.push(own);
      weights.push(people);
      if (rankAt >= 0) ranks.push(cells[rankAt] === "" ? Number.NaN : numberCell(header, cells, rankAt, row));
      if (groupAt >= 0) {
        const name = people > 0 && !Number.isNaN(own) ? idCell(header, cells, groupAt, row) : cells[groupAt];
        if (!numberOf.has(name)) numberOf.set(name, numberOf.size);
        groupOf.push(numberOf.get(name) ?? 0);
      }
    };
  });
  return {
    values: Float64Array.from(values),
    weights: Float64Array.from(weights),
    groups: group === undefined ? null : { groupOf: Uint32Array.from(groupOf), count: numberOf.size },
    ranks: rank === undefined ? null : Float64Array.from(ranks),
  };
}

/** A finite number of any sign. */
function numberCell(header: TableHeader, cells: readonly string[], at: number, row: number): number {
  const value = Number(cells[at]);
  if (cells[at].trim() !== "" && Number.isFinite(value)) return value;
  throw fault(header, row, header.names[at], `not a number (${JSON.stringify(cells[at])})`);
}
