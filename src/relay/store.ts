import type { SignedRecord } from "../core/contributions/record.ts";
import type { Checkpoint, Issuance, Receipt } from "../core/contributions/statement.ts";
import type { IntakeStore } from "./intake-store.ts";
import type { VerificationStore } from "./verification-store.ts";

/** A record as kept, with the receipt the relay gave it. */
export interface Row {
  readonly seq: number;
  readonly record: SignedRecord;
  readonly receipt: Receipt;
  /** Its body was taken away and is not taken back. */
  readonly isPurged: boolean;
}

/** Types others' rights rest on: a relay reads all of them before it takes anything. */
export const AUTHORITY_TYPES: readonly string[] = ["genesis", "roots", "grant", "revoke"];

/** What is read of a log, in the order of commits. */
export interface Reader {
  find(id: string): Promise<Row | null>;
  /** Rows of some ids, and which of these had their body erased, be they in the log or not. */
  known(ids: readonly string[]): Promise<{ readonly rows: Map<string, Row>; readonly purged: ReadonlySet<string> }>;
  /** Rows of `AUTHORITY_TYPES` of every space after an order. */
  authority(after: number): Promise<readonly Row[]>;
  /** Rows of a space after an order. */
  after(space: string, seq: number, limit: number): Promise<readonly Row[]>;
  ids(space: string): Promise<readonly string[]>;
  count(space: string): Promise<number>;
  /** The largest of a space; null before the first. */
  lastCheckpoint(space: string): Promise<Checkpoint | null>;
  /** The largest of a space, in their order. */
  issuances(space: string, limit: number): Promise<readonly Issuance[]>;
}

/** The log while nobody else appends to it, in this relay or another: what `last` says stays true until the batch is in. */
export interface Turn extends Reader {
  readonly last: number;
}

export interface Batch {
  /** Their orders follow `last`. */
  readonly rows: readonly Omit<Row, "isPurged">[];
  /** Ids whose bodies go. */
  readonly purges: readonly string[];
  readonly checkpoint?: Checkpoint;
  /** Beside the checkpoint. */
  readonly issuance?: Issuance;
}

/** What a relay keeps. Whatever a method has done when it resolves survives a power cut. */
export interface Store extends Reader, IntakeStore, VerificationStore {
  /** Random, new with each new database or restored backup: cursors of another epoch are refused. */
  readonly epoch: string;
  /** Rejects when the store cannot be reached. */
  lastSeq(): Promise<number>;
  /** Sets a word once for everybody who shares the database; gives the one that stands. */
  once(name: string, value: string): Promise<string>;
  /** Everything `decide` says together or not at all, one turn after the other. Rejects when it may not be on the disk. */
  append(decide: (turn: Turn) => Promise<Batch>): Promise<void>;
  /** Calls back when another relay may have appended: a hint, which can be lost. */
  listen(hint: () => void): void;
  /** Every id whose body was erased. */
  purged(): Promise<readonly string[]>;
  /** After a backup was put back: a new epoch, orders that were never given, bodies erased since erased again. */
  startAfterRestore(purged: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Orders given after the backup are lost with it: the next ones leave them far behind. */
export const RESTORE_GAP = 1_000_000;
