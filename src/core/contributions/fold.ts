import { type Authority, type Fork, type Grant, judgeAuthority, type Placed } from "./authority.ts";
import { encodeBase64url } from "./base64url.ts";
import { canonicalise, type Json } from "./canonical.ts";
import type { Act, Docket } from "./docket.ts";
import { type Attestation, foldAttestations } from "./fold-attestations.ts";
import { type Commitment, foldCommitments } from "./fold-commitments.ts";
import { type Consultation, type Decision, foldConsultations } from "./fold-consultations.ts";
import { type Correction, foldCorrections } from "./fold-corrections.ts";
import { type Contribution, foldModeration } from "./fold-moderation.ts";
import { foldObjectives, type Objective } from "./fold-objectives.ts";
import { foldSupports, type SupportTally } from "./fold-supports.ts";
import { compareText, type RecordLog } from "./record-log.ts";
import { isRecordType, RECORD_TYPES, type Role } from "./record-types.ts";
import type { RefusalCode } from "./refusal.ts";
import { ANYBODY, AUTOMATIC, RULES } from "./rules.ts";
import { sha256 } from "./sha-256.ts";
import type { TerritoryTree } from "./territory-tree.ts";
import { encodeUtf8 } from "./utf8.ts";

/** Changes whenever the same log could give another state; decisions quote it. */
export const FOLD_VERSION = 1;

export interface FoldQuestion {
  readonly log: RecordLog;
  /** Id of the genesis record one trusts. */
  readonly genesis: string;
  readonly territories: TerritoryTree;
  /** Day for which expiries are said. */
  readonly asOf: string;
}

export interface FoldState {
  readonly foldVersion: number;
  readonly space: string;
  readonly genesis: string;
  readonly territories: string;
  readonly asOf: string;
  readonly sequencer: string;
  readonly roots: readonly string[];
  readonly grants: readonly Grant[];
  readonly contributions: readonly Contribution[];
  readonly supports: readonly SupportTally[];
  readonly corrections: readonly Correction[];
  readonly consultations: readonly Consultation[];
  readonly decisions: readonly Decision[];
  readonly objectives: readonly Objective[];
  /** Absent where there are none, so that the state of a log without them is what it always was. */
  readonly commitments?: readonly Commitment[];
  readonly attestations?: readonly Attestation[];
  /** Bodies that must not be kept. */
  readonly erased: readonly string[];
  readonly refused: readonly { readonly id: string; readonly code: RefusalCode }[];
  /** Received, without effect until a grant, or the record they speak of, comes. */
  readonly pending: readonly string[];
  /** Without a receipt: nothing rests on them. */
  readonly local: readonly string[];
  /** Of types this version does not know. */
  readonly unread: readonly string[];
  readonly forks: readonly Fork[];
}

/**
 * What a log says: the same for any order, repetition or partition of the same records, in every engine. Order is that of
 * receipts, never of claimed dates. Records are taken as verified. Throws `bad-input` without the genesis.
 */
export function foldLog({ log, genesis, territories, asOf }: FoldQuestion): FoldState {
  const authority = judgeAuthority(log, genesis, territories);
  const refused = new Map(authority.refused);
  const pending = new Set(authority.pending);
  const erased = findErased(log, authority, refused, pending);
  const acts: Act[] = [];
  for (const placed of authority.placed) {
    const { id, hdr, body } = placed.record;
    if (!isRecordType(hdr.type) || hdr.type === "tombstone" || erased.has(id) || body === null) continue;
    const act = judge(authority, placed, RULES[hdr.type] ?? []);
    if (typeof act === "object") acts.push(act);
    else if (act === "pending") pending.add(id);
    else refused.set(id, act);
  }
  acts.sort((a, b) => a.at - b.at || a.seq - b.seq || compareText(a.record.id, b.record.id));
  const docket: Docket = {
    authority,
    log,
    asOf,
    acts: (...types) => {
      const names = new Set<string>(types);
      return acts.filter(({ record }) => names.has(record.hdr.type) && !refused.has(record.id));
    },
    refuse: ({ record }, code) => refused.set(record.id, code),
    wait: ({ record }) => pending.add(record.id),
  };
  const { consultations, decisions } = foldConsultations(docket);
  const supports = foldSupports(docket, consultations);
  const corrections = foldCorrections(docket);
  const objectives = foldObjectives(docket);
  const commitments = foldCommitments(docket);
  const attestations = foldAttestations(docket);
  const contributions = foldModeration(docket);
  const ids = Array.from(log.records.keys()).sort();
  return {
    foldVersion: FOLD_VERSION,
    space: log.space,
    genesis,
    territories: territories.release,
    asOf,
    sequencer: authority.constitution.sequencer,
    roots: authority.constitution.roots,
    grants: Array.from(authority.grants.values()).sort((a, b) => a.at - b.at || compareText(a.id, b.id)),
    contributions,
    supports,
    corrections,
    consultations,
    decisions,
    objectives,
    ...(commitments.length > 0 && { commitments }),
    ...(attestations.length > 0 && { attestations }),
    erased: Array.from(erased).sort(),
    refused: Array.from(refused, ([id, code]) => ({ id, code })).sort((a, b) => compareText(a.id, b.id)),
    pending: Array.from(pending)
      .filter((id) => !refused.has(id))
      .sort(),
    local: ids.filter((id) => id !== genesis && !authority.received.has(id)),
    unread: ids.filter((id) => !isRecordType(log.records.get(id)!.hdr.type)),
    forks: authority.forks,
  };
}

/** One text for a state, whoever folded it. */
export function hashState(state: FoldState): string {
  return encodeBase64url(sha256(encodeUtf8(canonicalise(state as unknown as Json))));
}

function judge(
  authority: Authority,
  placed: Placed,
  roles: typeof ANYBODY | readonly Role[],
): Act | "pending" | RefusalCode {
  const { hdr } = placed.record;
  const { seq, day } = placed;
  if (roles === ANYBODY) return { ...placed, at: seq, grant: null };
  if (AUTOMATIC.has(hdr.type) && authority.constitutionAt(seq).sequencer === hdr.author) {
    return { ...placed, at: seq, grant: null };
  }
  const grant = authority.find(hdr.author, roles, hdr.scope, seq, day);
  if (grant !== null) return { ...placed, at: seq, grant };
  if (authority.hadBefore(hdr.author, roles, hdr.scope, seq, day)) return "revoked";
  const later = authority.findLater(hdr.author, roles, hdr.scope, seq);
  return later === null ? "pending" : { ...placed, at: later.at, day: later.day, grant: later };
}

/**
 * Records whose body a tombstone takes away, for ever and from the beginning: some replicas no longer have it. Only the
 * author, a steward of the scope, a root or the sequencer can; what others' rights rest on stays.
 */
function findErased(
  log: RecordLog,
  authority: Authority,
  refused: Map<string, RefusalCode>,
  pending: Set<string>,
): ReadonlySet<string> {
  const erased = new Set<string>();
  for (const placed of authority.placed) {
    const { id, hdr, body } = placed.record;
    if (hdr.type !== "tombstone" || body === null) continue;
    const target = String(body.target);
    const record = log.records.get(target);
    if (record === undefined) {
      pending.add(id);
      continue;
    }
    const { type, author, scope } = record.hdr;
    const { seq, day } = placed;
    const isAllowed =
      author === hdr.author ||
      authority.isRoot(hdr.author, seq) ||
      authority.constitutionAt(seq).sequencer === hdr.author ||
      authority.find(hdr.author, ["steward"], scope, seq, day) !== null;
    const isPermanent = isRecordType(type) && RECORD_TYPES[type].permanent;
    if (isAllowed && !isPermanent) erased.add(target);
    else refused.set(id, isPermanent ? "not_allowed" : "no_grant");
  }
  return erased;
}
