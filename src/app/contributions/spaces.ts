import { encodeBase64url } from "../../core/contributions/base64url.ts";
import { canonicalise, type Json, type JsonObject } from "../../core/contributions/canonical.ts";
import { listReceived, rootOf } from "../../core/contributions/check-checkpoints.ts";
import { writeDmlog } from "../../core/contributions/dmlog.ts";
import { readRecord, type SignedRecord, signRecord } from "../../core/contributions/record.ts";
import type { RecordTypeName } from "../../core/contributions/record-types.ts";
import { RefusalError } from "../../core/contributions/refusal.ts";
import { type Checkpoint, type Receipt, signCheckpoint, signReceipt } from "../../core/contributions/statement.ts";
import { FailureError } from "../../core/failure.ts";
import type { KeptSpace } from "../../platform/browser/record-store.ts";
import { signerOf } from "../../platform/crypto/key-pairs.ts";
import type { Draft, Invitation, SpaceView } from "./board.ts";
import { cleanBody } from "./clean-text.ts";
import type { Desk } from "./desk.ts";
import type { HeldSpace } from "./held-space.ts";
import type { Identities } from "./identities.ts";

/** The spaces of this browser: begun, joined, written in. */
export class Spaces {
  readonly #desk: Desk;
  readonly #identities: Identities;

  constructor(desk: Desk, identities: Identities) {
    this.#desk = desk;
    this.#identities = identities;
  }

  /** `relayKey`: key of the relay that gives the orders; null: this browser does. Throws `bad-input` for a space already here. */
  async create(space: string, name: string, relay: string | null, relayKey: string | null): Promise<SpaceView> {
    const desk = this.#desk;
    await desk.exclusive(async () => {
      if (desk.held.has(space)) throw new FailureError("bad-input", { space, problem: "known" });
      const { key } = this.#identities.find(desk.key);
      const body = { name, roots: [key], threshold: 1, sequencer: relayKey ?? key };
      const genesis = await this.#sign(space, { type: "genesis", scope: "fr", body });
      const kept = this.#keep({ space, genesis: genesis.id, relay });
      desk.hold(kept);
      await this.#add(space, genesis, relayKey === null ? key : null, { spaces: { put: [kept] } });
    });
    await desk.askToKeep();
    return this.view(space);
  }

  /** Throws `bad-input` where another genesis of the space is trusted. */
  async join({ space, genesis, relay }: Invitation): Promise<void> {
    const desk = this.#desk;
    await desk.exclusive(async () => {
      const known = desk.held.get(space);
      if (known && known.kept.genesis !== genesis)
        throw new FailureError("bad-input", { space, problem: "other genesis" });
      const kept = known ? { ...known.kept, relay: relay ?? known.kept.relay } : this.#keep({ space, genesis, relay });
      await desk.write({ spaces: { put: [kept] } });
      if (known) desk.change({ ...known, kept });
      else desk.hold(kept);
    });
    await desk.askToKeep();
  }

  leave(space: string): Promise<void> {
    return this.#desk.exclusive(async () => {
      await this.#desk.store.dropSpace(space);
      await this.#desk.write({});
      this.#desk.held.delete(space);
      await this.#desk.worker.call("forget", { space });
      this.#desk.unmarkIfEmpty();
      this.#desk.show();
    });
  }

  connect(space: string, relay: string | null): Promise<void> {
    return this.#desk.exclusive(async () => {
      const held = this.find(space);
      const cursor = relay === held.kept.relay ? held.kept.cursor : null;
      const kept = { ...held.kept, relay, cursor };
      await this.#desk.write({ spaces: { put: [kept] } });
      this.#desk.change({ ...held, kept, exchange: "syncing", problem: null });
    });
  }

  invitationOf(space: string): Invitation {
    const { genesis, relay } = this.find(space).kept;
    return { space, genesis, relay };
  }

  publish<T extends RecordTypeName>(space: string, draft: Draft<T>): Promise<SignedRecord> {
    return this.#desk.exclusive(async () => {
      const record = await this.#sign(space, draft);
      await this.#add(space, record, this.sequencerOf(space));
      return record;
    });
  }

  async export(space: string): Promise<Blob> {
    await this.#desk.exclusive(() => this.#bind(space));
    const { log, checkpoints } = this.find(space);
    return new Blob(Array.from(writeDmlog(log, checkpoints)), { type: "application/x-ndjson" });
  }

  /** Throws `bad-input` for a space that is not here. */
  find(space: string): HeldSpace {
    const found = this.#desk.held.get(space);
    if (!found) throw new FailureError("bad-input", { space, problem: "no space" });
    return found;
  }

  view(space: string): SpaceView {
    const view = this.#desk.board.getState().spaces.find((one) => one.space === space);
    if (!view) throw new FailureError("bad-input", { space, problem: "no genesis" });
    return view;
  }

  /** The key of this browser that gives the orders of a space; null: none does. */
  sequencerOf(space: string): string | null {
    const sequencer = this.find(space).folded?.state.sequencer ?? null;
    return this.#desk.identities.some(({ key }) => key === sequencer) ? sequencer : null;
  }

  /** Receipts for records that have none by `sequencer`, in the order given, after every other. */
  async receive(
    space: string,
    records: readonly SignedRecord[],
    sequencer: string,
    others: readonly Receipt[] = [],
  ): Promise<readonly Receipt[]> {
    const own = [...this.find(space).log.receipts, ...others].filter(({ key }) => key === sequencer);
    const received = new Set(own.map(({ id }) => id));
    let seq = own.reduce((last, receipt) => Math.max(last, receipt.seq), 0);
    // Never before another one, whatever the clock of this computer says.
    const rts = [...own.map((receipt) => receipt.rts), this.#desk.instant()].sort().at(-1)!;
    const signer = signerOf(this.#identities.find(sequencer));
    const receipts: Receipt[] = [];
    for (const { id } of records) {
      if (!received.has(id)) receipts.push(await signReceipt({ space, seq: ++seq, id, rts }, signer));
    }
    return receipts;
  }

  async #sign<T extends RecordTypeName>(space: string, { type, scope, body, refs }: Draft<T>): Promise<SignedRecord> {
    const signer = signerOf(this.#identities.find(this.#desk.key));
    const salt = encodeBase64url(crypto.getRandomValues(new Uint8Array(16)));
    const salted: JsonObject = { ...cleanBody(body), salt };
    const ts = this.#desk.instant();
    const record = await signRecord({ space, type, scope, ts, refs: refs ?? [] }, salted, signer);
    canonicalise(record as unknown as Json);
    return readRecord(record as unknown as Json);
  }

  async #add(space: string, record: SignedRecord, sequencer: string | null, edits = {}): Promise<void> {
    const { id } = record;
    const receipts = sequencer === null ? [] : await this.receive(space, [record], sequencer);
    const waiting = sequencer === null ? [{ space, id, code: null, where: "", at: this.#nextOrder(space) }] : [];
    await this.#desk.grow(space, { records: [record], receipts }, [], { ...edits, sendings: { put: waiting } });
  }

  /** Before a space leaves this browser that orders it, a checkpoint of what is in it: nothing can be taken away unseen. */
  async #bind(space: string): Promise<void> {
    const { log, checkpoints, kept } = this.find(space);
    const sequencer = this.sequencerOf(space);
    if (sequencer === null) return;
    const ids = listReceived(log.receipts, sequencer);
    const isSaid = ({ key, epoch, size }: Checkpoint) =>
      key === sequencer && epoch === kept.epoch && size === ids.length;
    if (checkpoints.some(isSaid)) return;
    const said = { space, epoch: kept.epoch, size: ids.length, root: rootOf(ids), rts: this.#desk.instant() };
    const checkpoint = await signCheckpoint(said, signerOf(this.#identities.find(sequencer)));
    await this.#desk.grow(space, { records: [], receipts: [] }, [checkpoint]);
  }

  #nextOrder(space: string): number {
    return this.find(space).sendings.reduce((last, { at }) => Math.max(last, at), 0) + 1;
  }

  #keep({ space, genesis, relay }: Invitation): KeptSpace {
    const epoch = encodeBase64url(crypto.getRandomValues(new Uint8Array(16)));
    return { space, genesis, relay, cursor: null, epoch, restored: null, at: this.#desk.means.now().toISOString() };
  }
}

/** The refusal a worker named, as the one the protocol throws. */
export function toRefusal(error: unknown): unknown {
  if (!(error instanceof FailureError) || error.failure.code !== "bad-input") return error;
  const { problem, where } = error.failure.params;
  if (problem === undefined || where === undefined) return error;
  return new RefusalError(String(problem) as RefusalError["code"], String(where));
}
