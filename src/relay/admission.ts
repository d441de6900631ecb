import { type Authority, judgeAuthority } from "../core/contributions/authority.ts";
import { isAheadOf } from "../core/contributions/calendar.ts";
import type { SignedRecord } from "../core/contributions/record.ts";
import { gatherLog } from "../core/contributions/record-log.ts";
import { type BodyOf, isRecordType, RECORD_TYPES } from "../core/contributions/record-types.ts";
import { ANYBODY, AUTOMATIC, RULES } from "../core/contributions/rules.ts";
import type { Receipt } from "../core/contributions/statement.ts";
import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import { AnswerError } from "./answers.ts";
import type { Row, Store } from "./store.ts";

const RANKED = new Set(["genesis", "roots", "grant", "revoke"]);
const PAGE = 1000;

/**
 * Who may write into one space of a relay, kept as records come. Stricter than the fold: what nobody granted yet is refused
 * and may be sent again, so that strangers cannot fill the disk.
 */
export class Admission {
  readonly space: string;
  readonly #key: string;
  readonly #founder: string;
  readonly #tree: TerritoryTree;
  readonly #store: Store;
  #records: SignedRecord[] = [];
  #receipts: Receipt[] = [];
  #authority: Authority | null = null;

  constructor(space: string, key: string, founder: string, tree: TerritoryTree, store: Store) {
    this.space = space;
    this.#founder = founder;
    this.#key = key;
    this.#tree = tree;
    this.#store = store;
    this.reload();
  }

  /** Reads the store again: at the start, and after an append that failed. */
  reload(): void {
    this.#records = [];
    this.#receipts = [];
    for (let seq = 0; ; ) {
      const rows = this.#store.after(this.space, seq, PAGE);
      for (const { record, receipt } of rows) this.#keep(record, receipt);
      if (rows.length < PAGE) break;
      seq = rows[rows.length - 1].seq;
    }
    this.#judge();
  }

  /** Takes note of a record that was given a receipt. */
  note(record: SignedRecord, receipt: Receipt): void {
    if (this.#keep(record, receipt)) this.#judge();
  }

  /** Whether a key has, today, any role here. */
  isMember(key: string, day: string): boolean {
    if (this.#authority === null) return false;
    const last = Number.MAX_SAFE_INTEGER;
    return (
      this.#authority.isRoot(key, last) ||
      Array.from(this.#authority.grants.values()).some(
        ({ subject, role, scope }) => subject === key && this.#authority?.find(key, [role], scope, last, day) !== null,
      )
    );
  }

  /** The record whose body a record asks to erase; null for other types. Throws the reason a record is refused for. */
  admit(record: SignedRecord, seq: number, rts: string): string | null {
    const { hdr, body } = record;
    const { type, author } = hdr;
    if (!isRecordType(type)) throw new AnswerError("unknown_type", "hdr.type");
    if (body === null) throw new AnswerError("malformed", "body");
    if (isAheadOf(hdr.ts, rts)) throw new AnswerError("clock_skew", "hdr.ts");
    if (type === "genesis") {
      this.#admitGenesis(body as unknown as BodyOf<"genesis">, author);
      return null;
    }
    const authority = this.#authority;
    if (authority === null) throw new AnswerError("no_grant", "no genesis");
    const day = rts.slice(0, 10);
    if (type === "tombstone") return this.#admitTombstone(record, authority, seq, day);
    if (RANKED.has(type)) {
      const isOwn = type === "revoke" && authority.grants.get(String(body.grant))?.subject === author;
      const isSteward = authority.find(author, ["steward"], hdr.scope, seq, day) !== null;
      if (!isOwn && !isSteward && !authority.isRoot(author, seq)) throw new AnswerError("no_grant", "hdr.author");
      return null;
    }
    if (type === "report") throw new AnswerError("not_allowed", "reports go to /v1/reports");
    if (type === "support") {
      const voucher = (body as unknown as BodyOf<"support">).voucher;
      if (voucher === undefined) throw new AnswerError("need_verification", "body.voucher");
      if (voucher.issuer !== this.#key) throw new AnswerError("no_grant", "body.voucher.issuer");
      return null;
    }
    const roles = RULES[type] ?? [];
    if (roles === ANYBODY || (AUTOMATIC.has(type) && author === this.#key)) return null;
    if (authority.find(author, roles, hdr.scope, seq, day) !== null) return null;
    const had = authority.hadBefore(author, roles, hdr.scope, seq, day);
    throw new AnswerError(had ? "revoked" : "no_grant", "hdr.author");
  }

  #admitGenesis({ sequencer, roots, threshold }: BodyOf<"genesis">, author: string): void {
    if (this.#authority !== null) throw new AnswerError("not_allowed", "the space has its genesis");
    if (author !== this.#founder) throw new AnswerError("no_grant", "not the founder");
    if (sequencer !== this.#key) throw new AnswerError("not_allowed", "body.sequencer");
    if (!roots.includes(author) || threshold > roots.length || new Set(roots).size < roots.length) {
      throw new AnswerError("not_allowed", "body.roots");
    }
  }

  #admitTombstone({ hdr, body }: SignedRecord, authority: Authority, seq: number, day: string): string {
    const target: Row | null = this.#store.find(String(body?.target));
    if (target === null || target.record.hdr.space !== this.space) throw new AnswerError("not_found", "body.target");
    const { type, author, scope } = target.record.hdr;
    if (!isRecordType(type) || RECORD_TYPES[type].permanent) throw new AnswerError("not_allowed", "body.target");
    const isAllowed =
      author === hdr.author ||
      hdr.author === this.#key ||
      authority.isRoot(hdr.author, seq) ||
      authority.find(hdr.author, ["steward"], scope, seq, day) !== null;
    if (!isAllowed) throw new AnswerError("no_grant", "hdr.author");
    return target.record.id;
  }

  #keep(record: SignedRecord, receipt: Receipt): boolean {
    if (!RANKED.has(record.hdr.type)) return false;
    this.#records.push(record);
    this.#receipts.push(receipt);
    return true;
  }

  #judge(): void {
    const genesis = this.#records.find(({ hdr }) => hdr.type === "genesis");
    const log = gatherLog(this.space, this.#records, this.#receipts);
    this.#authority = genesis === undefined ? null : judgeAuthority(log, genesis.id, this.#tree);
  }
}
