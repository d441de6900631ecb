import { encodeBase64url } from "../core/contributions/base64url.ts";
import { consistencyProof, inclusionProof, leafHash, merkleRoot } from "../core/contributions/merkle.ts";
import type { Signer } from "../core/contributions/record.ts";
import type { Level } from "../core/contributions/record-types.ts";
import {
  type Checkpoint,
  type Issuance,
  idBytes,
  signCheckpoint,
  signIssuance,
} from "../core/contributions/statement.ts";
import { AnswerError } from "./answers.ts";
import type { Store, Turn } from "./store.ts";

const MOST_RECORDS = 1000;
const MOST_MILLISECONDS = 86_400_000;

interface Tree {
  readonly checkpoint: Checkpoint;
  readonly ids: readonly string[];
  readonly leaves: readonly Uint8Array[];
}

/** What a relay has bound itself to, space by space, and proofs of it. */
export class Checkpoints {
  readonly #store: Store;
  readonly #signer: Signer;
  readonly #now: () => Date;
  readonly #trees = new Map<string, Promise<Tree>>();

  constructor(store: Store, signer: Signer, now: () => Date) {
    this.#store = store;
    this.#signer = signer;
    this.#now = now;
  }

  /** The last checkpoint of a space; a new one after a thousand records, or a day with any. */
  async last(space: string): Promise<Checkpoint> {
    let last = await this.#store.lastCheckpoint(space);
    if (last !== null && !(await this.#isDue(this.#store, last))) return last;
    await this.#store.append(async (turn) => {
      const before = await turn.lastCheckpoint(space);
      if (before !== null && !(await this.#isDue(turn, before))) {
        last = before;
        return { rows: [], purges: [] };
      }
      last = await this.#make(turn, space, before);
      return { rows: [], purges: [], checkpoint: last, issuance: await this.#countIssued(last) };
    });
    return last!;
  }

  /** That a record is under the last checkpoint. Throws `not_found` for one that came later, or never. */
  async proveInclusion(space: string, id: string) {
    const { checkpoint, ids, leaves } = await this.#tree(await this.last(space));
    const index = ids.indexOf(id);
    if (index < 0) throw new AnswerError("not_found", "id");
    return { checkpoint, id, index, path: inclusionProof(leaves, index).map(encodeBase64url) };
  }

  /** That the first `from` records begin the first `to` (RFC 9162, 2.1.4.1), both under the last checkpoint. Throws `malformed`. */
  async proveConsistency(space: string, from: number, to: number | null) {
    const { checkpoint, leaves } = await this.#tree(await this.last(space));
    const size = to ?? checkpoint.size;
    if (from > size || size > checkpoint.size) throw new AnswerError("malformed", "from or to");
    const path = from === size ? [] : consistencyProof(leaves.slice(0, size), from);
    return { checkpoint, from, to: size, path: path.map(encodeBase64url) };
  }

  async #isDue(reader: Pick<Turn, "count">, last: Checkpoint): Promise<boolean> {
    const isOld = this.#now().getTime() - Date.parse(last.rts) >= MOST_MILLISECONDS;
    const news = (await reader.count(last.space)) - last.size;
    return news >= MOST_RECORDS || (news > 0 && isOld);
  }

  /** Made while nobody appends, and never dated before the one it follows: two relays give no false rollback. */
  async #make(turn: Turn, space: string, before: Checkpoint | null): Promise<Checkpoint> {
    const ids = await turn.ids(space);
    const now = `${this.#now().toISOString().slice(0, 19)}Z`;
    const rts = before !== null && before.rts > now ? before.rts : now;
    const root = encodeBase64url(merkleRoot(ids.map((id) => leafHash(idBytes(id)))));
    return signCheckpoint({ space, epoch: this.#store.epoch, size: ids.length, root, rts }, this.#signer);
  }

  /** Counted while nobody appends: no support is under the checkpoint whose voucher is not counted beside it. */
  async #countIssued({ space, epoch, size, rts }: Checkpoint): Promise<Issuance> {
    const ballots = new Map<string, { ballot: string } & Record<Level, number>>();
    for (const { ballot, level, count } of await this.#store.countVoices(space)) {
      const counts = ballots.get(ballot) ?? { ballot, L1: 0, L2: 0, L3: 0 };
      counts[level] += count;
      ballots.set(ballot, counts);
    }
    const { codes } = await this.#store.countVouchers("");
    return signIssuance({ space, epoch, size, codes, ballots: Array.from(ballots.values()), rts }, this.#signer);
  }

  async #tree(checkpoint: Checkpoint): Promise<Tree> {
    const kept = await this.#trees.get(checkpoint.space);
    if (kept !== undefined && kept.checkpoint.size === checkpoint.size) return { ...kept, checkpoint };
    const made = this.#store.ids(checkpoint.space).then((all): Tree => {
      const ids = all.slice(0, checkpoint.size);
      return { checkpoint, ids, leaves: ids.map((id) => leafHash(idBytes(id))) };
    });
    made.catch(() => this.#trees.delete(checkpoint.space));
    this.#trees.set(checkpoint.space, made);
    return made;
  }
}
