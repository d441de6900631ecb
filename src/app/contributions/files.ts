import type { SignedRecord } from "../../core/contributions/record.ts";
import { gatherLog, type RecordLog } from "../../core/contributions/record-log.ts";
import type { BodyOf } from "../../core/contributions/record-types.ts";
import { FailureError } from "../../core/failure.ts";
import type { ReadFile } from "../../worker/records-protocol.ts";
import type { FilePreview } from "./board.ts";
import type { Desk } from "./desk.ts";
import { type Spaces, toRefusal } from "./spaces.ts";

/** Records by file, from hand to hand. */
export class Files {
  readonly #desk: Desk;
  readonly #spaces: Spaces;
  #read: { readonly file: ReadFile; readonly preview: FilePreview } | null = null;

  constructor(desk: Desk, spaces: Spaces) {
    this.#desk = desk;
    this.#spaces = spaces;
  }

  /** Throws the refusal of a file that is wrong as a whole. */
  async preview(blob: Blob): Promise<FilePreview> {
    this.#read = null;
    const file = await this.#desk.worker.call("readFile", { file: blob }).catch((error: unknown) => {
      throw toRefusal(error);
    });
    const preview = this.#compare(file);
    this.#read = { file, preview };
    return preview;
  }

  /** Throws `bad-input` without a preview, or for a new space whose genesis the file does not tell. */
  async take(): Promise<void> {
    const read = this.#read;
    if (read === null) throw new FailureError("bad-input", { file: "", problem: "no preview" });
    const { file, preview } = read;
    const { space, genesis } = preview;
    if (!this.#desk.held.has(space)) {
      if (genesis === null) throw new FailureError("bad-input", { space, problem: "no genesis" });
      await this.#spaces.join({ space, genesis, relay: null });
    }
    await this.#desk.exclusive(async () => {
      const { records, receipts, checkpoints } = file;
      const sequencer = this.#spaces.sequencerOf(space);
      const own = sequencer === null ? [] : await this.#spaces.receive(space, inOrder(file), sequencer, receipts);
      await this.#desk.grow(space, { records, receipts: [...receipts, ...own] }, checkpoints);
    });
    this.#read = null;
  }

  #compare({ space, records, receipts, refused }: ReadFile): FilePreview {
    const held = this.#desk.held.get(space);
    const log = gatherLog(space, records, receipts);
    const found = records.filter(({ hdr }) => hdr.type === "genesis");
    const genesis = held?.kept.genesis ?? (found.length === 1 ? found[0].id : null);
    const known = records.filter(({ id }) => held?.log.records.has(id)).length;
    const erased = new Set(held?.folded?.state.erased);
    return {
      space,
      genesis,
      name: nameOf(genesis, held?.log ?? log) ?? nameOf(genesis, log),
      news: records.length - known,
      known,
      erased: records.filter(({ id, body }) => body !== null && erased.has(id)).length,
      refused: refused.map(({ line, code, where }) => ({ line, code, where })),
      isNewSpace: held === undefined,
    };
  }
}

function nameOf(genesis: string | null, log: RecordLog): string | null {
  const record = genesis === null ? undefined : log.records.get(genesis);
  return record?.body ? (record.body as unknown as BodyOf<"genesis">).name : null;
}

/** As others received them, then those nobody did by the day they claim: only what comes in one file is ordered so. */
function inOrder({ records, receipts }: ReadFile): readonly SignedRecord[] {
  const seqOf = new Map<string, number>();
  for (const { id, seq } of receipts) seqOf.set(id, Math.min(seq, seqOf.get(id) ?? seq));
  const orderOf = ({ id }: SignedRecord) => seqOf.get(id) ?? Number.POSITIVE_INFINITY;
  return [...records].sort((a, b) => {
    const [one, other] = [orderOf(a), orderOf(b)];
    if (one !== other) return one - other;
    return a.hdr.ts < b.hdr.ts ? -1 : a.hdr.ts > b.hdr.ts ? 1 : a.id < b.id ? -1 : 1;
  });
}
