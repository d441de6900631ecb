import { createHash } from "node:crypto";
import { encodeBase64url } from "../../../src/core/contributions/base64url.ts";
import { canonicalise, type JsonObject, parseCanonical } from "../../../src/core/contributions/canonical.ts";
import { type FoldState, foldLog } from "../../../src/core/contributions/fold.ts";
import { hashBody, readRecord, recordId, type SignedRecord } from "../../../src/core/contributions/record.ts";
import { gatherLog, type RecordLog } from "../../../src/core/contributions/record-log.ts";
import type { RecordTypeName } from "../../../src/core/contributions/record-types.ts";
import type { Receipt } from "../../../src/core/contributions/statement.ts";
import type { TerritoryTree } from "../../../src/core/contributions/territory-tree.ts";
import { makeSigner } from "./signers.ts";

/** Two départements of one region, a commune in one of them, an EPCI astride both. */
export const TREE: TerritoryTree = {
  release: "2026",
  parents: new Map([
    ["dep:35", ["reg:53"]],
    ["dep:56", ["reg:53"]],
    ["com:35360", ["dep:35", "epci:200039022"]],
    ["com:56001", ["dep:56", "epci:200039022"]],
    ["epci:200039022", ["reg:53"]],
  ]),
};

const UNSIGNED = encodeBase64url(new Uint8Array(64));
const keys = Array.from({ length: 12 }, (_, number) => makeSigner(number + 1).key);
export const [ROOT, ROOT2, ROOT3, RELAY, ANNE, BOB, CARO, DAN, EVE, FAB] = keys;

export interface Where {
  readonly scope?: string;
  readonly ts?: string;
  readonly rts?: string;
  /** null: never received. */
  readonly seq?: number | null;
}

/** A log written by hand. Signatures are blank: the fold takes records as verified. */
export class World {
  readonly space: string;
  readonly records: SignedRecord[] = [];
  readonly receipts: Receipt[] = [];
  readonly genesis: SignedRecord;
  seq = 0;

  constructor(space = "committee:test") {
    this.space = space;
    const roots = [ROOT, ROOT2, ROOT3];
    this.genesis = this.make(ROOT, "genesis", { name: "Essai", roots, threshold: 2, sequencer: RELAY });
    this.records.push(this.genesis);
  }

  make(author: string, type: RecordTypeName, body: JsonObject, { scope = "dep:35", ts = "2026-01-01" }: Where = {}) {
    const number = `${this.records.length} ${author} ${type}`;
    const salted = {
      ...body,
      salt: createHash("sha256").update(number).digest().subarray(0, 16).toString("base64url"),
    };
    const hdr = { v: 1 as const, space: this.space, type, scope, author, ts, refs: [], bh: hashBody(salted) };
    const record = { id: recordId(hdr), hdr, sig: UNSIGNED, body: salted };
    return readRecord(parseCanonical(canonicalise(record as never)));
  }

  /** Writes a record, receives it unless told not to, and gives its id. */
  add(author: string, type: RecordTypeName, body: JsonObject, where: Where = {}): string {
    const record = this.make(author, type, body, where);
    this.records.push(record);
    if (where.seq !== null) this.receive(record.id, where.seq ?? this.seq + 1, where.rts);
    return record.id;
  }

  receive(id: string, seq = this.seq + 1, rts = "2026-01-02T00:00:00Z", key = RELAY): void {
    this.seq = Math.max(this.seq, seq);
    this.receipts.push({ space: this.space, seq, id, rts, key, sig: UNSIGNED });
  }

  grant(issuer: string, subject: string, role: string, more: JsonObject = {}, where: Where = {}): string {
    const college = role === "member" ? { college: "users" } : {};
    const window = { notBefore: "2026-01-01", notAfter: "2027-01-01" };
    return this.add(issuer, "grant", { subject, role, ...window, ...college, ...more }, { scope: "fr", ...where });
  }

  proposal(author: string, where: Where = {}): string {
    return this.add(author, "proposal", { title: "Un bus", text: "Le mardi" }, where);
  }

  moderate(author: string, target: string, action = "hide", where: Where = {}): string {
    const reasons = { ground: "spam", statement: "Publicité", appeal: "Écrire au comité" };
    return this.add(author, "moderation", { target, action, ...reasons }, where);
  }

  log(): RecordLog {
    return gatherLog(this.space, this.records, this.receipts);
  }

  fold(asOf = "2026-02-01"): FoldState {
    return foldLog({ log: this.log(), genesis: this.genesis.id, territories: TREE, asOf });
  }
}
