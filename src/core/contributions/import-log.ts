import type { Reading } from "./dmlog.ts";
import type { FoldState } from "./fold.ts";
import { mergeLogs, type RecordLog } from "./record-log.ts";

/** What taking a file would change, said before it is taken. */
export interface ImportPreview {
  readonly news: number;
  readonly known: number;
  readonly refused: number;
  readonly otherSpace: number;
  /** Erased here: the file still has their body, which is not taken. */
  readonly erased: number;
}

export function previewImport(mine: RecordLog, reading: Reading, erased: ReadonlySet<string>): ImportPreview {
  const ids = Array.from(reading.log.records.values());
  const known = ids.filter(({ id }) => mine.records.has(id)).length;
  return {
    news: ids.length - known,
    known,
    refused: reading.refused.length,
    otherSpace: reading.refused.filter(({ code }) => code === "other_space").length,
    erased: ids.filter(({ id, body }) => erased.has(id) && body !== null).length,
  };
}

/** Union of what one has and of a file, bodies that were erased here left out: an old file brings nothing back. */
export function takeReading(mine: RecordLog, reading: Reading, erased: ReadonlySet<string>): RecordLog {
  return dropBodies(mergeLogs(mine, reading.log), erased);
}

/** The log without the bodies a state says are erased. Ids, signatures and proofs hold as before. */
export function dropErased(log: RecordLog, state: Pick<FoldState, "erased">): RecordLog {
  return dropBodies(log, new Set(state.erased));
}

function dropBodies(log: RecordLog, erased: ReadonlySet<string>): RecordLog {
  const records = new Map(log.records);
  for (const id of erased) {
    const record = records.get(id);
    if (record !== undefined) records.set(id, { ...record, body: null });
  }
  return { ...log, records };
}
