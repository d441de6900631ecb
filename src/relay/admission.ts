import { type Authority, judgeAuthority } from "../core/contributions/authority.ts";
import { isAheadOf } from "../core/contributions/calendar.ts";
import type { SignedRecord } from "../core/contributions/record.ts";
import { gatherLog } from "../core/contributions/record-log.ts";
import { type BodyOf, isRecordType, RECORD_TYPES, type Role } from "../core/contributions/record-types.ts";
import { ANYBODY, AUTOMATIC, RULES } from "../core/contributions/rules.ts";
import type { Receipt } from "../core/contributions/statement.ts";
import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import { AnswerError } from "./answers.ts";
import { AUTHORITY_TYPES, type Row } from "./store.ts";

const RANKED = new Set(AUTHORITY_TYPES);
const MODERATORS: readonly Role[] = ["moderator", "steward"];
const ALWAYS = Number.MAX_SAFE_INTEGER;

/**
 * Who may write into one space of a relay, kept as records come. Stricter than the fold: what nobody granted yet is refused
 * and may be sent again, so that strangers cannot fill the disk.
 */
export class Admission {
  readonly space: string;
  readonly #key: string;
  readonly #founder: string;
  readonly #tree: TerritoryTree;
  #records: SignedRecord[] = [];
  #receipts: Receipt[] = [];
  #judged: Authority | null = null;

  constructor(space: string, key: string, founder: string, tree: TerritoryTree) {
    this.space = space;
    this.#founder = founder;
    this.#key = key;
    this.#tree = tree;
  }

  /** Takes note of a record of `AUTHORITY_TYPES` that was given a receipt. */
  keep(record: SignedRecord, receipt: Receipt): void {
    this.#records.push(record);
    this.#receipts.push(receipt);
    this.#judged = null;
  }

  forget(): void {
    this.#records = [];
    this.#receipts = [];
    this.#judged = null;
  }

  /** Whether a key has, today, any role here. */
  isMember(key: string, day: string): boolean {
    const authority = this.#authority();
    if (authority === null) return false;
    return (
      authority.isRoot(key, ALWAYS) ||
      Array.from(authority.grants.values()).some(
        ({ subject, role, scope }) => subject === key && authority.find(key, [role], scope, ALWAYS, day) !== null,
      )
    );
  }

  /** Whether a key may, today, read and close the reports about a scope. */
  isModerator(key: string, scope: string, day: string): boolean {
    const authority = this.#authority();
    if (authority === null) return false;
    return authority.isRoot(key, ALWAYS) || authority.find(key, MODERATORS, scope, ALWAYS, day) !== null;
  }

  /** Whether a key may do so somewhere. */
  moderates(key: string, day: string): boolean {
    const authority = this.#authority();
    if (authority === null) return false;
    const scopes = Array.from(authority.grants.values()).filter(({ subject }) => subject === key);
    return authority.isRoot(key, ALWAYS) || scopes.some(({ scope }) => this.isModerator(key, scope, day));
  }

  /**
   * The record whose body a record asks to erase; null for other types. `known`: rows of the ids it names, where there are any.
   * Throws the reason a record is refused for.
   */
  admit(
    record: SignedRecord,
    seq: number,
    rts: string,
    known: ReadonlyMap<string, Pick<Row, "record">>,
  ): string | null {
    const { hdr, body } = record;
    const { type, author } = hdr;
    if (!isRecordType(type)) throw new AnswerError("unknown_type", "hdr.type");
    if (body === null) throw new AnswerError("malformed", "body");
    if (isAheadOf(hdr.ts, rts)) throw new AnswerError("clock_skew", "hdr.ts");
    if (type === "genesis") {
      this.#admitGenesis(body as unknown as BodyOf<"genesis">, author);
      return null;
    }
    const authority = this.#authority();
    if (authority === null) throw new AnswerError("no_grant", "no genesis");
    const day = rts.slice(0, 10);
    if (type === "tombstone") return this.#admitTombstone(record, authority, seq, day, known);
    if (RANKED.has(type)) {
      const isOwn = type === "revoke" && authority.grants.get(String(body.grant))?.subject === author;
      const isSteward = authority.find(author, ["steward"], hdr.scope, seq, day) !== null;
      if (!isOwn && !isSteward && !authority.isRoot(author, seq)) throw new AnswerError("no_grant", "hdr.author");
      return null;
    }
    if (type === "report") throw new AnswerError("not_allowed", "reports go to /v1/reports");
    if (type === "support") {
      const { voucher, ballot } = body as unknown as BodyOf<"support">;
      if (voucher === undefined) throw new AnswerError("need_verification", "body.voucher");
      if (voucher.issuer !== this.#key) throw new AnswerError("no_grant", "body.voucher.issuer");
      assertOpen(known.get(ballot)?.record, this.space, day);
      return null;
    }
    const roles = RULES[type] ?? [];
    if (roles === ANYBODY || (AUTOMATIC.has(type) && author === this.#key)) return null;
    if (authority.find(author, roles, hdr.scope, seq, day) !== null) return null;
    const had = authority.hadBefore(author, roles, hdr.scope, seq, day);
    throw new AnswerError(had ? "revoked" : "no_grant", "hdr.author");
  }

  #admitGenesis({ sequencer, roots, threshold }: BodyOf<"genesis">, author: string): void {
    if (this.#authority() !== null) throw new AnswerError("not_allowed", "the space has its genesis");
    if (author !== this.#founder) throw new AnswerError("no_grant", "not the founder");
    if (sequencer !== this.#key) throw new AnswerError("not_allowed", "body.sequencer");
    if (!roots.includes(author) || threshold > roots.length || new Set(roots).size < roots.length) {
      throw new AnswerError("not_allowed", "body.roots");
    }
  }

  #admitTombstone(
    { hdr, body }: SignedRecord,
    authority: Authority,
    seq: number,
    day: string,
    known: ReadonlyMap<string, Pick<Row, "record">>,
  ): string {
    const target = known.get(String(body?.target));
    if (target === undefined || target.record.hdr.space !== this.space)
      throw new AnswerError("not_found", "body.target");
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

  #authority(): Authority | null {
    const genesis = this.#records.find(({ hdr }) => hdr.type === "genesis");
    if (this.#judged !== null || genesis === undefined) return this.#judged;
    this.#judged = judgeAuthority(gatherLog(this.space, this.#records, this.#receipts), genesis.id, this.#tree);
    return this.#judged;
  }
}

/** That a ballot is a consultation of a space, today open. Throws `not_found`, `closed`. */
export function assertOpen(ballot: SignedRecord | undefined, space: string, day: string): void {
  if (ballot?.hdr.type !== "consultation" || ballot.hdr.space !== space || ballot.body === null) {
    throw new AnswerError("not_found", "ballot");
  }
  const { opens, closes } = ballot.body as unknown as BodyOf<"consultation">;
  if (day < opens || day > closes) throw new AnswerError("closed", "ballot");
}

/** Ids a record names whose rows decide whether it is admitted. */
export function namedIds({ body }: SignedRecord): readonly string[] {
  return [body?.target, body?.ballot].filter((id) => typeof id === "string");
}
