import type { SignedRecord, Signer } from "../core/contributions/record.ts";
import { RefusalError } from "../core/contributions/refusal.ts";
import { type Receipt, signReceipt } from "../core/contributions/statement.ts";
import { namedIds } from "./admission.ts";
import type { Admissions } from "./admissions.ts";
import { type AnswerCode, AnswerError, STATUS } from "./answers.ts";
import type { Batch, Row, Store, Turn } from "./store.ts";

export interface Posted {
  readonly id: string | null;
  readonly status: number;
  readonly code?: AnswerCode;
  readonly where?: string;
  readonly receipt?: Receipt;
}

const MOST_QUEUED = 5000;
const MOST_PER_COMMIT = 500;

interface Queued {
  readonly record: SignedRecord;
  readonly answer: (posted: Posted) => void;
}

interface WriterOptions {
  readonly store: Store;
  readonly signer: Signer;
  readonly admissions: Admissions;
  readonly now: () => Date;
  readonly onAppend: () => void;
  /** Hears why nothing could be appended. */
  readonly onFailure: (error: unknown) => void;
}

/** The one writer of a relay: gives orders and receipts, commits many records at once, answers only after the commit. */
export class Writer {
  readonly #options: WriterOptions;
  readonly #queue: Queued[] = [];
  #flushing: Promise<void> | null = null;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** Resolves once the record is on the disk, or refused. */
  post(record: SignedRecord): Promise<Posted> {
    if (this.#queue.length >= MOST_QUEUED) return Promise.resolve(refuse(record.id, new AnswerError("busy")));
    const posted = new Promise<Posted>((answer) => this.#queue.push({ record, answer }));
    this.#flushing ??= this.#flushAll();
    return posted;
  }

  async drain(): Promise<void> {
    while (this.#flushing !== null) await this.#flushing;
  }

  async #flushAll(): Promise<void> {
    // Requests that arrive in the same turn share a commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) await this.#flush(this.#queue.splice(0, MOST_PER_COMMIT));
    this.#flushing = null;
  }

  async #flush(batch: readonly Queued[]): Promise<void> {
    const { store, admissions, onAppend, onFailure } = this.#options;
    const answers: (() => void)[] = [];
    let appended = 0;
    try {
      await store.append(async (turn) => {
        const decided = await this.#decide(batch, turn, answers);
        appended = decided.rows.length;
        return decided;
      });
    } catch (error) {
      admissions.forget();
      onFailure(error);
      for (const { record, answer } of batch) answer(refuse(record.id, new AnswerError("busy", "store")));
      return;
    }
    for (const answer of answers) answer();
    if (appended > 0) onAppend();
  }

  async #decide(batch: readonly Queued[], turn: Turn, answers: (() => void)[]): Promise<Batch> {
    const { signer, admissions, now } = this.#options;
    const rts = `${now().toISOString().slice(0, 19)}Z`;
    await admissions.follow(turn);
    const { rows: known, purged } = await turn.known(batch.flatMap(({ record }) => [record.id, ...namedIds(record)]));
    const rows: Row[] = [];
    const receipts = new Map<string, Promise<Receipt>>();
    const purges: string[] = [];
    for (const { record, answer } of batch) {
      try {
        if (purged.has(record.id) && record.body !== null) throw new AnswerError("purged", "id");
        const same = known.get(record.id);
        if (same !== undefined) {
          const receipt = (await receipts.get(record.id)) ?? same.receipt;
          answers.push(() => answer({ id: record.id, status: 200, receipt }));
          continue;
        }
        const said = { space: record.hdr.space, seq: turn.last + rows.length + 1, id: record.id, rts };
        const target = admissions.of(said.space).admit(record, said.seq, rts, known);
        if (target !== null) purges.push(target);
        // Signatures are made side by side; until they are, the receipt says the same without one.
        const row = { seq: said.seq, record, receipt: { ...said, key: signer.key, sig: "" }, isPurged: false };
        receipts.set(record.id, signReceipt(said, signer));
        rows.push(row);
        known.set(record.id, row);
        admissions.note(row);
        answers.push(() => receipts.get(record.id)!.then((receipt) => answer({ id: record.id, status: 201, receipt })));
      } catch (error) {
        const refused = refuse(record.id, error);
        answers.push(() => answer(refused));
      }
    }
    const signed = await Promise.all(
      rows.map(async (row) => ({ ...row, receipt: await receipts.get(row.record.id)! })),
    );
    return { rows: signed, purges };
  }
}

/** The answer about one record, for a reason that was thrown. Rethrows what is a bug. */
export function refuse(id: string | null, error: unknown): Posted {
  if (!(error instanceof AnswerError || error instanceof RefusalError)) throw error;
  return { id, status: STATUS[error.code], code: error.code, where: error.where };
}
