import type { PairSource, TravelPairs } from "../core/access/travel-table.ts";
import type { Run } from "../core/run.ts";
import { openFile } from "../platform/node/open-file.ts";
import { isParquet, readTimesParquet } from "../platform/parquet/read-times.ts";

const QUIET: Run = { signal: { aborted: false }, progress: () => undefined };

/** A table of times in a Parquet file; null where the file is not Parquet. Fails as `readTimesParquet` does. */
export async function readParquetFile(
  file: string,
  origins: ReadonlyMap<string, number>,
  destinations: ReadonlyMap<string, number>,
): Promise<{ readonly pairs: TravelPairs; readonly source: PairSource } | null> {
  const source = await openFile(file);
  try {
    return (await isParquet(source)) ? await readTimesParquet(source, origins, destinations, QUIET) : null;
  } finally {
    await source.close();
  }
}
