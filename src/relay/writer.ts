import type { SignedRecord, Signer } from "../core/contributions/record.ts";
import { RefusalError } from "../core/contributions/refusal.ts";
import { type Receipt, signReceipt } from "../core/contributions/statement.ts";
import type { Admission } from "./admission.ts";
import { type AnswerCode, AnswerError, STATUS } from "./answers.ts";
import type { Row, Store } from "./store.ts";

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

/** The one writer of a relay: gives orders and receipts, commits many records at once, answers only after the commit. */
export class Writer {
  readonly #store: Store;
  readonly #signer: Signer;
  readonly #spaces: ReadonlyMap<string, Admission>;
  readonly #now: () => Date;
  readonly #onAppend: () => void;
  readonly #queue: Queued[] = [];
  #flushing: Promise<void> | null = null;

  constructor(
    store: Store,
    signer: Signer,
    spaces: ReadonlyMap<string, Admission>,
    now: () => Date,
    onAppend: () => void,
  ) {
    this.#store = store;
    this.#signer = signer;
    this.#spaces = spaces;
    this.#now = now;
    this.#onAppend = onAppend;
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
    const rts = `${this.#now().toISOString().slice(0, 19)}Z`;
    const rows = new Map<string, Omit<Row, "isPurged">>();
    const purges: string[] = [];
    const answers: (() => void)[] = [];
    let seq = this.#store.lastSeq();
    for (const { record, answer } of batch) {
      try {
        const known = rows.get(record.id) ?? this.#findKnown(record);
        if (known !== null) {
          answers.push(() => answer({ id: record.id, status: 200, receipt: known.receipt }));
          continue;
        }
        const admission = this.#spaces.get(record.hdr.space);
        if (admission === undefined) throw new AnswerError("other_space", "hdr.space");
        const target = admission.admit(record, seq + 1, rts);
        seq++;
        const receipt = await signReceipt({ space: record.hdr.space, seq, id: record.id, rts }, this.#signer);
        rows.set(record.id, { seq, record, receipt });
        if (target !== null) purges.push(target);
        admission.note(record, receipt);
        answers.push(() => answer({ id: record.id, status: 201, receipt }));
      } catch (error) {
        answers.push(() => answer(refuse(record.id, error)));
      }
    }
    try {
      if (rows.size > 0) this.#store.append(Array.from(rows.values()), purges);
    } catch {
      for (const { record, answer } of batch) answer(refuse(record.id, new AnswerError("busy", "store")));
      for (const admission of this.#spaces.values()) admission.reload();
      return;
    }
    for (const answer of answers) answer();
    if (rows.size > 0) this.#onAppend();
  }

  #findKnown(record: SignedRecord): Row | null {
    const known = this.#store.find(record.id);
    if (known?.isPurged && record.body !== null) throw new AnswerError("purged", "id");
    return known;
  }
}

/** The answer about one record, for a reason that was thrown. Rethrows what is a bug. */
export function refuse(id: string | null, error: unknown): Posted {
  if (!(error instanceof AnswerError || error instanceof RefusalError)) throw error;
  return { id, status: STATUS[error.code], code: error.code, where: error.where };
}
