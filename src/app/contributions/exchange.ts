import { encodeBase64url } from "../../core/contributions/base64url.ts";
import { isAheadOf } from "../../core/contributions/calendar.ts";
import { canonicalise, type Json } from "../../core/contributions/canonical.ts";
import { signReadingRequest, type Voucher } from "../../core/contributions/statement.ts";
import { encodeUtf8 } from "../../core/contributions/utf8.ts";
import { FailureError } from "../../core/failure.ts";
import type { KeptSending } from "../../platform/browser/record-store.ts";
import { signerOf } from "../../platform/crypto/key-pairs.ts";
import type { Desk } from "./desk.ts";
import { ExchangeError } from "./exchange-error.ts";
import { type Answer, type Page, Relay, type RelayInfo } from "./relay.ts";
import type { Spaces } from "./spaces.ts";

const MOST_POSTED = 100;
/** What a relay may take later: a role can still be given, a clock set right, a consultation opened. */
const LATER = new Set(["no_grant", "clock_skew", "not_found", "other_sequencer"]);
const BUSY = new Set(["busy", "rate"]);

/** One exchange with the relay of a space: what it has, what waits here, what it has bound itself to. */
export class Exchange {
  readonly #desk: Desk;
  readonly #spaces: Spaces;

  constructor(desk: Desk, spaces: Spaces) {
    this.#desk = desk;
    this.#spaces = spaces;
  }

  relay(address: string): Relay {
    return new Relay(address, this.#desk.means.fetch, (space) => this.#authorise(space));
  }

  /** Reads everything new, sends everything that waits, compares checkpoints. */
  async round(space: string): Promise<void> {
    const { relay: address, genesis } = this.#spaces.find(space).kept;
    if (address === null) return;
    const relay = this.relay(address);
    const info = await this.greet(space, address);
    const { kept } = this.#spaces.find(space);
    await this.#retryAhead(space, this.#desk.instant(address));
    if (kept.cursor !== null && kept.cursor.split(".")[0] !== info.epoch) await this.#startAgain(space);
    // A founder's first records: the relay lets nobody read a space that has not begun.
    if (this.#isWaiting(space, genesis)) await this.push(space, relay);
    await this.#pull(space, relay);
    await this.push(space, relay);
    await this.#check(space, relay);
  }

  /** That an address is a relay, serves the space, and gives its orders. */
  async greet(space: string, address: string): Promise<RelayInfo> {
    const info = await this.relay(address).info();
    const { clocks, means, board } = this.#desk;
    clocks.compare(means.now(), address, info.now);
    board.setState({ clockSkew: clocks.skew });
    if (!info.spaces.includes(space)) throw new ExchangeError("not_found", space);
    const sequencer = this.#spaces.find(space).folded?.state.sequencer;
    if (sequencer !== undefined && sequencer !== info.relayKey) throw new ExchangeError("other_sequencer", address);
    return info;
  }

  /** A voucher for the key in use. */
  async askVoucher(space: string, ballot: string, code: string): Promise<Voucher> {
    const { relay, genesis } = this.#spaces.find(space).kept;
    if (relay === null) throw new FailureError("bad-input", { space: genesis, problem: "no relay" });
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ code: code.trim(), space, ballot, subject: this.#desk.key });
    const said = await this.relay(relay).ask("/v1/vouchers", { method: "POST", headers, body });
    const { voucher } = said as { readonly voucher: Voucher };
    const { issuer, level, nullifier, sig } = voucher ?? {};
    return { issuer, level, nullifier, sig };
  }

  /** Sends what waits, once each; a relay that is busy is asked later. */
  async push(space: string, relay: Relay): Promise<void> {
    const waiting = this.#spaces.find(space).sendings.filter(({ code }) => code === null);
    const ordered = [...waiting].sort((a, b) => a.at - b.at);
    for (let start = 0; start < ordered.length; start += MOST_POSTED) {
      const batch = ordered.slice(start, start + MOST_POSTED);
      const { log } = this.#spaces.find(space);
      const records = batch.flatMap(({ id }) => log.records.get(id) ?? []).filter(({ body }) => body !== null);
      if (records.length > 0) await this.#take(space, batch, await relay.post(records));
    }
  }

  /** Takes rows of the relay in; `next` is where to go on from. */
  async take(space: string, rows: readonly unknown[], next: string): Promise<void> {
    const { records, receipts } = await this.#desk.worker.call("readRows", { space, rows });
    await this.#desk.exclusive(async () => {
      const held = this.#spaces.find(space);
      const given = new Set(
        records
          .filter(({ hdr }) => hdr.type === "grant")
          .map(({ body }) => (body as { subject?: unknown } | null)?.subject),
      );
      const again = held.sendings
        .filter(({ id, code }) => code === "no_grant" && given.has(held.log.records.get(id)?.hdr.author))
        .map((sending) => ({ ...sending, code: null, where: "" }));
      const kept = { ...held.kept, cursor: next };
      await this.#desk.grow(space, { records, receipts }, [], { spaces: { put: [kept] }, sendings: { put: again } });
    });
  }

  /** What was refused for now waits again. */
  async retry(space: string): Promise<void> {
    await this.#desk.exclusive(async () => {
      const again = this.#spaces
        .find(space)
        .sendings.filter(({ code }) => code !== null && LATER.has(code))
        .map((sending) => ({ ...sending, code: null, where: "" }));
      if (again.length > 0) await this.#desk.grow(space, NOTHING, [], { sendings: { put: again } });
    });
  }

  /** Refused as written in the future, it is no longer by the clock of the relay. */
  async #retryAhead(space: string, now: string): Promise<void> {
    await this.#desk.exclusive(async () => {
      const { sendings, log } = this.#spaces.find(space);
      const again = sendings
        .filter(({ id, code }) => code === "clock_skew" && !isAheadOf(log.records.get(id)?.hdr.ts ?? now, now))
        .map((sending) => ({ ...sending, code: null, where: "" }));
      if (again.length > 0) await this.#desk.grow(space, NOTHING, [], { sendings: { put: again } });
    });
  }

  async #pull(space: string, relay: Relay): Promise<void> {
    for (;;) {
      const page = await this.#page(space, relay);
      const isNews = page.rows.length > 0 || page.next !== this.#spaces.find(space).kept.cursor;
      if (isNews) await this.take(space, page.rows, page.next);
      if (!page.more) return;
    }
  }

  async #page(space: string, relay: Relay): Promise<Page> {
    try {
      return await relay.page(space, this.#spaces.find(space).kept.cursor);
    } catch (error) {
      if (!(error instanceof ExchangeError) || error.code !== "cursor_epoch") throw error;
      await this.#startAgain(space);
      return relay.page(space, null);
    }
  }

  /**
   * The relay was restored from a backup: its orders of before no longer hold, and it may lack records. Everything is read
   * again; ours are sent again unless they come.
   */
  async #startAgain(space: string): Promise<void> {
    await this.#desk.exclusive(async () => {
      const { kept, log, folded } = this.#spaces.find(space);
      const own = new Set(this.#desk.identities.map(({ key }) => key));
      const mine = Array.from(log.records.values()).filter(({ hdr, body }) => own.has(hdr.author) && body !== null);
      const sendings = mine.map(({ id }, at): KeptSending => ({ space, id, code: null, where: "", at }));
      const spaces = { put: [{ ...kept, cursor: null, restored: this.#desk.today() }] };
      await this.#desk.dropReceipts(space, folded?.state.sequencer ?? "", { sendings: { put: sendings }, spaces });
    });
  }

  async #take(space: string, batch: readonly KeptSending[], answers: readonly Answer[]): Promise<void> {
    const busy = answers.find(({ code }) => code !== undefined && BUSY.has(code));
    const said = answers.filter(({ receipt }) => receipt !== undefined).map(({ receipt }) => receipt);
    const { receipts } = await this.#desk.worker.call("readStatements", { receipts: said, checkpoints: [] });
    const refusals = answers.filter(({ status, code }) => status >= 400 && code !== undefined && !BUSY.has(code));
    await this.#desk.exclusive(async () => {
      const put = refusals.flatMap(({ id, code = "", where = "" }) => {
        const sending = batch.find((one) => one.id === id);
        return sending ? [{ ...sending, code, where }] : [];
      });
      const purged = put.filter(({ code }) => code === "purged").map(({ id }) => id);
      await this.#desk.grow(space, { records: [], receipts }, [], { sendings: { put } });
      if (purged.length > 0) await this.#desk.dropBodies(space, purged);
    });
    if (busy) throw new ExchangeError(busy.code ?? "busy", busy.where);
  }

  async #check(space: string, relay: Relay): Promise<void> {
    const said = await relay.checkpoint(space);
    const { checkpoints } = await this.#desk.worker.call("readStatements", { receipts: [], checkpoints: [said] });
    await this.#desk.exclusive(() => this.#desk.grow(space, NOTHING, checkpoints));
  }

  #isWaiting(space: string, id: string): boolean {
    return this.#spaces.find(space).sendings.some((sending) => sending.id === id && sending.code === null);
  }

  /** A key that has a role in the space asks to read it; before there is one here, the key in use. */
  async #authorise(space: string): Promise<string | null> {
    const { folded, kept } = this.#spaces.find(space);
    const { identities, key } = this.#desk;
    const members = new Set([
      ...(folded?.state.roots ?? []),
      ...(folded?.state.grants ?? []).map((one) => one.subject),
    ]);
    const reader =
      identities.find((one) => one.key === key && members.has(one.key)) ??
      identities.find((one) => members.has(one.key)) ??
      identities.find((one) => one.key === key);
    if (!reader) return null;
    const request = await signReadingRequest({ space, rts: this.#desk.instant(kept.relay) }, signerOf(reader));
    return encodeBase64url(encodeUtf8(canonicalise(request as unknown as Json)));
  }
}

const NOTHING = { records: [], receipts: [] };
