import { FailureError } from "../failure.ts";
import { addMonths, isAheadOf } from "./calendar.ts";
import { canonicalise } from "./canonical.ts";
import type { SignedRecord } from "./record.ts";
import type { RecordLog } from "./record-log.ts";
import type { BodyOf, College, Role } from "./record-types.ts";
import type { RefusalCode } from "./refusal.ts";
import type { Receipt } from "./statement.ts";
import { covers, type TerritoryTree } from "./territory-tree.ts";

export interface Grant {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly role: Role;
  readonly scope: string;
  readonly college: College | null;
  readonly organisation: string | null;
  readonly succeeds: string | null;
  readonly notBefore: string;
  readonly notAfter: string;
  /** Grants between a root key and this one, itself included: 1 or 2. */
  readonly depth: number;
  /** Order and day from which it holds. */
  readonly at: number;
  readonly day: string;
  /** Order from which it no longer holds. */
  readonly endedAt: number | null;
}

/** A record and its place: the first receipt of the sequencer of its time. */
export interface Placed {
  readonly record: SignedRecord;
  readonly seq: number;
  readonly rts: string;
  readonly day: string;
}

interface Constitution {
  readonly id: string;
  readonly from: number;
  readonly roots: readonly string[];
  readonly threshold: number;
  readonly sequencer: string;
}

/** Two receipts that cannot both be honest. */
export interface Fork {
  readonly kind: "same-seq" | "same-record";
  readonly seq: number;
  readonly ids: readonly string[];
}

const MOST_DEPTH = 2;
const MOST_MONTHS = 18;
const MOST_MONTHS_BY_ROOT = 36;
const AUTHORITY_TYPES = new Set(["genesis", "roots", "grant", "revoke"]);

/** Who may do what from when: one pass over the records that grant and revoke, in the order of their receipts. */
export class Authority {
  readonly constitutions: Constitution[];
  readonly grants = new Map<string, Grant>();
  readonly placed: Placed[] = [];
  readonly received = new Set<string>();
  readonly forks: Fork[] = [];
  readonly refused = new Map<string, RefusalCode>();
  readonly pending = new Set<string>();
  /** Revocations for compromise that were effective: grant → last order it holds. */
  readonly compromises: { readonly revoke: string; readonly grant: string; readonly after: number }[] = [];
  readonly #log: RecordLog;
  readonly #tree: TerritoryTree;
  readonly #cuts: ReadonlyMap<string, number>;
  readonly #bySubject = new Map<string, string[]>();
  readonly #waiting = new Map<string, Placed[]>();
  readonly #revokedAt = new Map<string, number>();
  readonly #votes = new Map<string, Set<string>>();

  constructor(log: RecordLog, genesis: string, tree: TerritoryTree, cuts: ReadonlyMap<string, number>) {
    this.#log = log;
    this.#tree = tree;
    this.#cuts = cuts;
    this.constitutions = [readGenesis(log, genesis)];
    this.#place();
    for (const waiting of this.#waiting.values()) for (const { record } of waiting) this.pending.add(record.id);
  }

  get constitution(): Constitution {
    return this.constitutions[this.constitutions.length - 1];
  }

  constitutionAt(seq: number): Constitution {
    return this.constitutions.findLast(({ from }) => from <= seq) ?? this.constitutions[0];
  }

  /** The least deep grant of one of `roles` that covers `scope` at an order and day; null without one. */
  find(key: string, roles: readonly Role[], scope: string, seq: number, day: string): Grant | null {
    let found: Grant | null = null;
    for (const id of this.#bySubject.get(key) ?? []) {
      const grant = this.grants.get(id)!;
      if (!this.#matches(grant, roles, scope) || !this.#holds(grant, seq, day)) continue;
      if (found === null || grant.depth < found.depth) found = grant;
    }
    return found;
  }

  /** A role once held by then, since ended, expired or cut: what comes after it waits for nothing. */
  hadBefore(key: string, roles: readonly Role[], scope: string, seq: number, day: string): boolean {
    return this.#grantsOf(key, roles, scope).some((grant) => grant.at <= seq && day >= grant.notBefore);
  }

  /** The first grant after `seq` that covers. */
  findLater(key: string, roles: readonly Role[], scope: string, seq: number): Grant | null {
    const later = this.#grantsOf(key, roles, scope).filter(
      (grant) => grant.at > seq && this.#holds(grant, grant.at, grant.day),
    );
    return later.reduce<Grant | null>((first, grant) => (first === null || grant.at < first.at ? grant : first), null);
  }

  isRoot(key: string, seq: number): boolean {
    return this.constitutionAt(seq).roots.includes(key);
  }

  #grantsOf(key: string, roles: readonly Role[], scope: string): readonly Grant[] {
    const grants = (this.#bySubject.get(key) ?? []).map((id) => this.grants.get(id)!);
    return grants.filter((grant) => this.#matches(grant, roles, scope));
  }

  #matches(grant: Grant, roles: readonly Role[], scope: string): boolean {
    return roles.includes(grant.role) && covers(this.#tree, grant.scope, scope);
  }

  #holds(grant: Grant, seq: number, day: string): boolean {
    const isOpen = grant.at <= seq && (grant.endedAt === null || seq < grant.endedAt);
    const isInTime = grant.notBefore <= day && day <= grant.notAfter;
    return isOpen && isInTime && seq <= (this.#cuts.get(grant.id) ?? Number.POSITIVE_INFINITY);
  }

  #place(): void {
    const seqOf = new Map<string, number>();
    const idAt = new Map<number, string>();
    for (const receipt of this.#log.receipts) {
      if (receipt.key !== this.constitution.sequencer) continue;
      const { id, seq } = receipt;
      const other = idAt.get(seq);
      if (other !== undefined && other !== id) this.forks.push({ kind: "same-seq", seq, ids: [other, id] });
      const first = seqOf.get(id);
      if (first !== undefined) {
        if (first !== seq) this.forks.push({ kind: "same-record", seq, ids: [id] });
        continue;
      }
      if (other === undefined) idAt.set(seq, id);
      seqOf.set(id, seq);
      this.received.add(id);
      this.#take(receipt);
    }
  }

  #take({ id, seq, rts }: Receipt): void {
    const record = this.#log.records.get(id);
    if (record === undefined || id === this.constitutions[0].id) return;
    const placed = { record, seq, rts, day: rts.slice(0, 10) };
    if (isAheadOf(record.hdr.ts, rts)) this.refused.set(id, "clock_skew");
    else if (!AUTHORITY_TYPES.has(record.hdr.type)) this.placed.push(placed);
    else if (record.hdr.type === "genesis") this.refused.set(id, "not_allowed");
    else if (record.body === null) this.pending.add(id);
    else this.#apply(placed, seq, placed.day);
  }

  /** Applies a record of authority at an order and day, those of its receipt or of the grant it waited for. */
  #apply(placed: Placed, at: number, day: string): void {
    const { hdr, id } = placed.record;
    if (hdr.type === "roots") this.#changeRoots(placed.record, at);
    else if (hdr.type === "grant") this.#grant(placed, at, day);
    else this.#revoke(placed, at, day);
    if (this.grants.has(id)) this.#wake(this.grants.get(id)!);
  }

  #wake({ subject, at, day }: Grant): void {
    const waiting = this.#waiting.get(subject);
    if (waiting === undefined) return;
    this.#waiting.delete(subject);
    for (const placed of waiting) this.#apply(placed, at, day);
  }

  #wait(placed: Placed): void {
    const { author } = placed.record.hdr;
    const waiting = this.#waiting.get(author);
    if (waiting === undefined) this.#waiting.set(author, [placed]);
    else waiting.push(placed);
  }

  /** Depth of whoever acts as steward over a scope: 0 for a root key. null: refused or waiting, already said. */
  #stewardDepth(placed: Placed, scope: string, at: number, day: string): number | null {
    const { author } = placed.record.hdr;
    if (this.isRoot(author, at)) return 0;
    const grant = this.find(author, ["steward"], scope, at, day);
    if (grant !== null) return grant.depth;
    if (this.hadBefore(author, ["steward"], scope, at, day)) this.refused.set(placed.record.id, "revoked");
    else this.#wait(placed);
    return null;
  }

  #grant(placed: Placed, at: number, day: string): void {
    const { id, hdr } = placed.record;
    const body = placed.record.body as unknown as BodyOf<"grant">;
    const above = this.#stewardDepth(placed, hdr.scope, at, day);
    if (above === null) return;
    const longest = above === 0 ? MOST_MONTHS_BY_ROOT : MOST_MONTHS;
    const isTooLong = body.notAfter > addMonths(body.notBefore, longest) || body.notAfter < body.notBefore;
    const isRevoked = (this.#revokedAt.get(id) ?? Number.POSITIVE_INFINITY) <= at;
    const isBarred = body.subject === hdr.author || above + 1 > MOST_DEPTH || isTooLong;
    if (isBarred || isRevoked || (body.role === "member") !== (body.college !== undefined)) {
      this.refused.set(id, isRevoked ? "revoked" : "not_allowed");
      return;
    }
    const { subject, role, notBefore, notAfter } = body;
    const optional = {
      college: body.college ?? null,
      organisation: body.organisation ?? null,
      succeeds: body.succeeds ?? null,
    };
    const window = { notBefore, notAfter, depth: above + 1, at, day, endedAt: null };
    this.grants.set(id, { id, issuer: hdr.author, subject, role, scope: hdr.scope, ...optional, ...window });
    const ids = this.#bySubject.get(subject);
    if (ids === undefined) this.#bySubject.set(subject, [id]);
    else ids.push(id);
  }

  #revoke(placed: Placed, at: number, day: string): void {
    const { id, hdr } = placed.record;
    const body = placed.record.body as unknown as BodyOf<"revoke">;
    const target = this.#log.records.get(body.grant);
    if (target === undefined || target.hdr.type !== "grant" || target.body === null) {
      this.pending.add(id);
      return;
    }
    const grant = this.grants.get(body.grant);
    const isOwn = hdr.author === (target.body as unknown as BodyOf<"grant">).subject;
    if (!isOwn) {
      const depth = this.#stewardDepth(placed, target.hdr.scope, at, day);
      if (depth === null) return;
      if (depth >= (grant?.depth ?? MOST_DEPTH)) {
        this.refused.set(id, "not_allowed");
        return;
      }
    }
    this.#revokedAt.set(body.grant, Math.min(at, this.#revokedAt.get(body.grant) ?? at));
    if (grant !== undefined && grant.endedAt === null) this.grants.set(grant.id, { ...grant, endedAt: at });
    if (body.invalidAfterSeq !== undefined && !isOwn) {
      this.compromises.push({ revoke: id, grant: body.grant, after: body.invalidAfterSeq });
    }
  }

  /** Roots change once enough of them sign the same text about the constitution in force. */
  #changeRoots({ id, hdr, body }: SignedRecord, at: number): void {
    const { previous, roots, threshold, sequencer } = body as unknown as BodyOf<"roots">;
    const now = this.constitution;
    const isSound = threshold <= roots.length && new Set(roots).size === roots.length;
    if (previous !== now.id || !now.roots.includes(hdr.author) || !isSound) {
      this.refused.set(id, "not_allowed");
      return;
    }
    const text = canonicalise({ previous, roots, threshold, sequencer });
    const signers = (this.#votes.get(text) ?? new Set()).add(hdr.author);
    this.#votes.set(text, signers);
    if (signers.size >= now.threshold) this.constitutions.push({ id, from: at, roots, threshold, sequencer });
  }
}

/**
 * Authority of a log. A revocation for compromise reaches back, and may undo what a later one rests on: the first received
 * is taken, everything is judged again, and so on until none is left.
 */
export function judgeAuthority(log: RecordLog, genesis: string, tree: TerritoryTree): Authority {
  const cuts = new Map<string, number>();
  const taken = new Set<string>();
  for (;;) {
    const authority = new Authority(log, genesis, tree, cuts);
    const next = authority.compromises.find(({ revoke }) => !taken.has(revoke));
    if (next === undefined) return authority;
    taken.add(next.revoke);
    cuts.set(next.grant, Math.min(next.after, cuts.get(next.grant) ?? next.after));
  }
}

function readGenesis(log: RecordLog, id: string): Constitution {
  const record = log.records.get(id);
  const body = record?.body as unknown as BodyOf<"genesis"> | null | undefined;
  if (record?.hdr.type !== "genesis" || !body) throw new FailureError("bad-input", { genesis: id, problem: "missing" });
  const { roots, threshold, sequencer } = body;
  const isSound = threshold <= roots.length && new Set(roots).size === roots.length;
  if (!isSound || !roots.includes(record.hdr.author))
    throw new FailureError("bad-input", { genesis: id, problem: "roots" });
  return { id, from: 0, roots, threshold, sequencer };
}
