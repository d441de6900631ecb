import type { SignedRecord } from "../core/contributions/record.ts";
import type { Checkpoint, Receipt } from "../core/contributions/statement.ts";

/** A record as kept, with the receipt the relay gave it. */
export interface Row {
  readonly seq: number;
  readonly record: SignedRecord;
  readonly receipt: Receipt;
  /** Its body was taken away and is not taken back. */
  readonly isPurged: boolean;
}

export interface IntakeReport {
  readonly id: string;
  /** SHA-256 of the secret its author keeps to withdraw it. */
  readonly withdrawal: string;
  readonly day: string;
  readonly payload: string;
}

/** What a relay keeps. One writer; whatever a method has done when it returns survives a power cut. */
export interface Store {
  /** Random, new with each new database or restored backup: cursors of another epoch are refused. */
  readonly epoch: string;
  lastSeq(): number;
  find(id: string): Row | null;
  /** Rows and erasures together or not at all. Throws when the disk refuses. */
  append(rows: readonly Omit<Row, "isPurged">[], purges: readonly string[]): void;
  /** Rows of a space after an order, in order. */
  after(space: string, seq: number, limit: number): readonly Row[];
  /** Ids of a space in order. */
  ids(space: string): readonly string[];
  checkpoints(space: string): readonly Checkpoint[];
  saveCheckpoint(checkpoint: Checkpoint): void;
  /** Never part of the log, never listed to anybody by the relay. */
  saveReport(report: IntakeReport): void;
  withdrawReport(id: string, withdrawal: string): boolean;
  /** Deletes reports received before a day; how many. */
  expireReports(day: string): number;
  saveNotice(day: string, payload: string): void;
  close(): void;
}
