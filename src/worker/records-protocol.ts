import type { Alarm } from "../core/contributions/check-checkpoints.ts";
import type { RefusedLine } from "../core/contributions/dmlog.ts";
import type { FoldState } from "../core/contributions/fold.ts";
import type { SignedRecord } from "../core/contributions/record.ts";
import type { Checkpoint, Receipt } from "../core/contributions/statement.ts";

/** Records and receipts, verified. */
export interface Batch {
  readonly records: readonly SignedRecord[];
  readonly receipts: readonly Receipt[];
}

/** What a file holds, each line verified. */
export interface ReadFile extends Batch {
  readonly space: string;
  readonly checkpoints: readonly Checkpoint[];
  readonly refused: readonly RefusedLine[];
}

export interface Refused {
  readonly id: string | null;
  readonly code: string;
  readonly where: string;
}

/** What came of verifying everything held of a space again. */
export interface Audit {
  readonly records: number;
  readonly receipts: number;
  readonly checkpoints: number;
  readonly wrong: readonly Refused[];
  readonly alarms: readonly Alarm[];
}

/** What the records worker answers: it holds the logs of the spaces it was given. */
export type RecordsJobs = {
  /** Where the pack is, which says which territory lies in which. Nothing is read yet. */
  readonly start: { readonly input: { readonly packUrl: string }; readonly output: undefined };
  /** Adds to what is held of a space, or replaces it, and folds. */
  readonly fold: {
    readonly input: Batch & {
      readonly space: string;
      readonly genesis: string;
      readonly asOf: string;
      readonly isWhole: boolean;
    };
    readonly output: { readonly state: FoldState; readonly hash: string };
  };
  readonly forget: { readonly input: { readonly space: string }; readonly output: undefined };
  /** Throws `bad-input` naming the refusal for a file that is wrong as a whole. */
  readonly readFile: { readonly input: { readonly file: Blob }; readonly output: ReadFile };
  /** Rows of a relay: records with their receipts. */
  readonly readRows: {
    readonly input: { readonly space: string; readonly rows: readonly unknown[] };
    readonly output: Batch & { readonly refused: readonly Refused[] };
  };
  /** Receipts and checkpoints a relay says; those whose signature is wrong are left out. */
  readonly readStatements: {
    readonly input: { readonly receipts: readonly unknown[]; readonly checkpoints: readonly unknown[] };
    readonly output: { readonly receipts: readonly Receipt[]; readonly checkpoints: readonly Checkpoint[] };
  };
  readonly audit: {
    readonly input: { readonly space: string; readonly sequencer: string; readonly checkpoints: readonly Checkpoint[] };
    readonly output: Audit;
  };
  /** Alarms of checkpoints against what is held. */
  readonly compare: {
    readonly input: { readonly space: string; readonly sequencer: string; readonly checkpoints: readonly Checkpoint[] };
    readonly output: readonly Alarm[];
  };
};
