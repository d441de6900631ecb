import { buildTravelTable, type TravelTable } from "../core/access/travel-table.ts";
import { readParquetFile } from "./read-parquet-file.ts";
import { fault, getColumn, quantityCell, readTable, type TableHeader } from "./read-table.ts";

type Index = ReadonlyMap<string, number>;

/**
 * A table of times (origin, destination, minutes) in CSV, read row by row, or in Parquet, told apart by the first bytes. Fails
 * with `bad-input` naming file, row and column on a missing column, an unknown id, minutes that are no quantity, a pair twice.
 */
export async function readTimesFile(file: string, origins: Index, destinations: Index): Promise<TravelTable> {
  const found = await readParquetFile(file, origins, destinations);
  if (found) return buildTravelTable(found.pairs, origins.size, destinations.size, found.source);
  const from = new GrowingColumn();
  const to = new GrowingColumn();
  const minutes = new GrowingColumn();
  const rows = new GrowingColumn();
  await readTable(file, (header) => {
    const origin = getColumn(header, "origin");
    const destination = getColumn(header, "destination");
    const time = getColumn(header, "minutes");
    return (cells, row) => {
      from.push(indexOf(origins, header, cells, origin, row));
      to.push(indexOf(destinations, header, cells, destination, row));
      minutes.push(quantityCell(header, cells, time, row));
      rows.push(row);
    };
  });
  return buildTravelTable(
    {
      origins: Uint32Array.from(from.values()),
      destinations: Uint32Array.from(to.values()),
      minutes: minutes.values(),
    },
    origins.size,
    destinations.size,
    { file, rows: rows.values() },
  );
}

function indexOf(ids: Index, header: TableHeader, cells: readonly string[], at: number, row: number): number {
  const index = ids.get(cells[at]);
  if (index === undefined) throw fault(header, row, header.names[at], `unknown id ${JSON.stringify(cells[at])}`);
  return index;
}

/** Numbers appended one by one in memory that doubles: a table of ten million pairs is three of these. */
class GrowingColumn {
  length = 0;
  memory = new Float64Array(1024);

  push(value: number): void {
    if (this.length === this.memory.length) {
      const memory = new Float64Array(2 * this.length);
      memory.set(this.memory);
      this.memory = memory;
    }
    this.memory[this.length++] = value;
  }

  values(): Float64Array {
    return this.memory.subarray(0, this.length);
  }
}
