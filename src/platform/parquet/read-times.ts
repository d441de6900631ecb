import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetRead, parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import type { PairSource, TravelPairs } from "../../core/access/travel-table.ts";
import { FailureError } from "../../core/failure.ts";
import { breathe, type Run } from "../../core/run.ts";
import type { ByteSource } from "../../core/travel/osm-blobs.ts";
import { TIMES_COLUMNS, type TimesColumn, TimesRows } from "../../core/travel/times-rows.ts";

const MAGIC = "PAR1";

/** Whether a file is Parquet, by its first bytes. */
export async function isParquet(source: ByteSource): Promise<boolean> {
  if (source.length < MAGIC.length) return false;
  return String.fromCharCode(...(await source.read(0, MAGIC.length))) === MAGIC;
}

/**
 * Reads a table of times (origin, destination, minutes) from Parquet, one row group in memory at a time, by ranges: the same
 * in Node and on a File in the browser. Throws `bad-input` naming the file where it is damaged, the column where it is
 * missing or nested, and row (from 1) and column of a bad cell; `cancelled`. Pairs given twice are left to `buildTravelTable`.
 */
export async function readTimesParquet(
  source: ByteSource,
  origins: ReadonlyMap<string, number>,
  destinations: ReadonlyMap<string, number>,
  run: Run,
): Promise<{ readonly pairs: TravelPairs; readonly source: PairSource }> {
  const file: AsyncBuffer = {
    byteLength: source.length,
    slice: async (start, end = source.length) => toBuffer(await source.read(start, end)),
  };
  const metadata = await readable(source, () => parquetMetadataAsync(file));
  assertColumns(source.name, metadata);
  const rows = new TimesRows(source.name, Number(metadata.num_rows), origins, destinations);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    await breathe(run);
    run.progress(rowStart, Number(metadata.num_rows), "times");
    const rowEnd = rowStart + Number(group.num_rows);
    const parts: { readonly column: TimesColumn; readonly cells: ArrayLike<unknown>; readonly first: number }[] = [];
    await readable(source, () =>
      parquetRead({
        file,
        metadata,
        compressors,
        columns: [...TIMES_COLUMNS],
        rowStart,
        rowEnd,
        onChunk: ({ columnName, columnData, rowStart: first }) => {
          parts.push({ column: columnName as TimesColumn, cells: columnData, first });
        },
      }),
    );
    const taken = parts.reduce((sum, { cells }) => sum + cells.length, 0);
    if (taken !== TIMES_COLUMNS.length * (rowEnd - rowStart)) throw damaged(source.name, "rows are missing");
    for (const { column, cells, first } of parts) rows.take(column, cells, first);
    rowStart = rowEnd;
  }
  return rows.finish();
}

function assertColumns(file: string, metadata: FileMetaData): void {
  const { children } = parquetSchema(metadata);
  for (const column of TIMES_COLUMNS) {
    const found = children.find(({ element }) => element.name === column);
    const reason = !found ? "missing" : found.children.length > 0 ? "nested" : "";
    if (reason) throw new FailureError("bad-input", { file, column, reason });
  }
}

/** What the reader of the format throws says the file is damaged or of a kind it does not know. */
async function readable<T>(source: ByteSource, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof FailureError
      ? error
      : damaged(source.name, error instanceof Error ? error.message : String(error));
  }
}

function damaged(file: string, reason: string): FailureError {
  return new FailureError("bad-input", { file, reason: `not readable as Parquet: ${reason}` });
}

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  const whole = byteOffset === 0 && byteLength === buffer.byteLength && buffer instanceof ArrayBuffer;
  return whole ? buffer : (buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
}
