import { openDB } from "idb";
import type { SignedRecord } from "../../core/contributions/record.ts";
import type { Checkpoint, Receipt } from "../../core/contributions/statement.ts";

/** A key pair as this browser keeps it. */
export interface KeptIdentity {
  readonly key: string;
  readonly label: string;
  readonly isExportable: boolean;
  readonly at: string;
  /** The private half: a key the browser holds for us, or its 32-byte seed where there is no Web Cryptography. */
  readonly secret: CryptoKey | Uint8Array;
}

/** A space one trusts. */
export interface KeptSpace {
  readonly space: string;
  readonly genesis: string;
  readonly relay: string | null;
  /** Where the relay was last read up to. */
  readonly cursor: string | null;
  /** Random name of this browser's own checkpoints of the space. */
  readonly epoch: string;
  /** Day the relay last came back from a backup; null: never. */
  readonly restored: string | null;
  readonly at: string;
}

/** A record signed here that is not yet received, or was refused. */
export interface KeptSending {
  readonly space: string;
  readonly id: string;
  /** null: not refused. */
  readonly code: string | null;
  readonly where: string;
  /** Order in which they are sent. */
  readonly at: number;
}

export interface TriedRelay {
  readonly relay: string;
  readonly secret: string;
}

export interface KeptReport {
  readonly id: string;
  readonly at: string;
  /** As the relay takes it. */
  readonly body: unknown;
  readonly state: string;
  readonly reason: string | null;
  readonly relay: string | null;
  /** Id at the relay and the secret that withdraws it; null before it was received. */
  readonly sent: { readonly id: string; readonly secret: string } | null;
  /** Relays it was sent to and the secret drawn for each, kept before anything leaves: without an answer it may be there all the same. */
  readonly tried?: readonly TriedRelay[];
}

/** A report a moderator took from a file and asked to keep. */
export interface KeptBrought {
  readonly space: string;
  readonly id: string;
  /** Instant it was taken. */
  readonly at: string;
  readonly report: unknown;
}

export interface KeptSetting {
  readonly name: string;
  readonly value: string | number | null;
}

export interface RecordTables {
  readonly identities: KeptIdentity;
  readonly spaces: KeptSpace;
  readonly records: SignedRecord;
  readonly receipts: Receipt;
  readonly checkpoints: Checkpoint;
  readonly sendings: KeptSending;
  readonly reports: KeptReport;
  readonly settings: KeptSetting;
  readonly brought: KeptBrought;
}
export type RecordTable = keyof RecordTables;
export type SpaceTable = "records" | "receipts" | "checkpoints" | "sendings" | "brought";
export type TableKey = string | readonly (string | number)[];

/** Rows put and keys taken away together, or not at all. */
export type RecordEdits = {
  readonly [T in RecordTable]?: { readonly put?: readonly RecordTables[T][]; readonly remove?: readonly TableKey[] };
};

export interface RecordStore {
  list<T extends RecordTable>(table: T): Promise<readonly RecordTables[T][]>;
  listOf<T extends SpaceTable>(table: T, space: string): Promise<readonly RecordTables[T][]>;
  setting(name: string): Promise<KeptSetting["value"]>;
  /** One transaction, on the disk when it resolves. */
  write(edits: RecordEdits): Promise<void>;
  /** Everything of a space, and the space. */
  dropSpace(space: string): Promise<void>;
  close(): void;
}

const KEY_PATHS: Readonly<Record<RecordTable, string | string[]>> = {
  identities: "key",
  spaces: "space",
  records: ["hdr.space", "id"],
  receipts: ["space", "seq", "id", "key", "rts"],
  checkpoints: ["space", "key", "epoch", "size", "root"],
  sendings: ["space", "id"],
  reports: "id",
  settings: "name",
  brought: ["space", "id"],
};
const TABLES = Object.keys(KEY_PATHS) as RecordTable[];
const OF_SPACE: readonly SpaceTable[] = ["records", "receipts", "checkpoints", "sendings", "brought"];

/** Signed records, keys and reports of this browser, in IndexedDB. Rejects where the browser keeps nothing. */
export async function openRecordStore(name = "oasis-contributions"): Promise<RecordStore> {
  const db = await openDB(name, 2, {
    upgrade(opened) {
      for (const table of TABLES) {
        if (!opened.objectStoreNames.contains(table)) opened.createObjectStore(table, { keyPath: KEY_PATHS[table] });
      }
    },
    // Another tab has a newer version of the application: it must not wait for this one.
    blocking: () => db.close(),
  });
  return {
    list: (table) => db.getAll(table),
    listOf: (table, space) => db.getAll(table, rangeOf(space)),
    setting: async (asked) => (await db.get("settings", asked))?.value ?? null,
    async write(edits) {
      const tables = TABLES.filter((table) => edits[table] !== undefined);
      if (tables.length === 0) return;
      const tx = db.transaction(tables, "readwrite", { durability: "strict" });
      const asked: Promise<unknown>[] = [];
      for (const table of tables) {
        const { put = [], remove = [] } = edits[table] ?? {};
        const store = tx.objectStore(table);
        for (const key of remove) asked.push(store.delete(key as IDBValidKey));
        for (const row of put) asked.push(store.put(row));
      }
      await Promise.all([...asked, tx.done]);
    },
    async dropSpace(space) {
      const tx = db.transaction([...OF_SPACE, "spaces"], "readwrite", { durability: "strict" });
      const asked: Promise<unknown>[] = [tx.objectStore("spaces").delete(space)];
      for (const table of OF_SPACE) asked.push(tx.objectStore(table).delete(rangeOf(space)));
      await Promise.all([...asked, tx.done]);
    },
    close: () => db.close(),
  };
}

/** Keys that begin with a space: a list sorts after every number and text. */
function rangeOf(space: string): IDBKeyRange {
  return IDBKeyRange.bound([space], [space, []]);
}
