import { PROFESSIONS } from "../professions.ts";
import type { Fields, Shape } from "./checks.ts";
import * as is from "./checks.ts";

export const ROLES = ["steward", "moderator", "member", "association", "professional", "citizen"] as const;
export type Role = (typeof ROLES)[number];
export const COLLEGES = ["users", "professionals", "deciders"] as const;
export type College = (typeof COLLEGES)[number];
export const LEVELS = ["L1", "L2", "L3"] as const;
export type Level = (typeof LEVELS)[number];
export const STANCES = ["for", "against", "abstain"] as const;
/** What a report says stood in the way; `refused`: turned away as the person one is, `no-new-patients`: full for everybody. */
export const REPORT_KINDS = [
  "no-new-patients",
  "no-practitioner",
  "delay",
  "distance",
  "transport",
  "cost",
  "disability",
  "language",
  "refused",
  "closed",
  "digital",
  "other",
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
/** How long somebody was made to wait, and minutes to get there. */
export const DELAYS = ["under-week", "weeks", "months", "half-year", "never"] as const;
export const DISTANCES = ["under-15", "15-30", "30-45", "over-45"] as const;
/** What whoever must answer says of a commitment; `later` gives another day. */
export const ANSWERS = ["yes", "partly", "no", "later", "done"] as const;
export type Answer = (typeof ANSWERS)[number];

const title = is.text(200);
const prose = is.text(is.LONGEST_TEXT);
const profession = is.oneOf(...PROFESSIONS);
const college = is.oneOf(...COLLEGES);
const count = is.whole(0, 100_000_000);
const name = is.matching(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/);
const anySpace = /^/;
const notPublic = /^(?:committee|intake):/;

interface RecordType<R extends Fields, O extends Fields> {
  readonly required: R;
  readonly optional: O;
  /** Spaces that take it. */
  readonly spaces: RegExp;
  /** Never erased: others' authority or an outcome rests on it. */
  readonly permanent: boolean;
}

function define<R extends Fields, O extends Fields>(required: R, optional: O, rule: Partial<RecordType<R, O>> = {}) {
  return { spaces: anySpace, permanent: false, ...rule, required, optional } as const;
}

const permanent = { permanent: true };

/** What the body of each type holds beside its salt. A new field is a new version of the record, not a new line here. */
export const RECORD_TYPES = {
  genesis: define(
    { name: title, roots: is.listOf(is.strongKey, 1, 7), threshold: is.whole(1, 7), sequencer: is.strongKey },
    {},
    permanent,
  ),
  roots: define(
    { previous: is.hash, roots: is.listOf(is.strongKey, 1, 7), threshold: is.whole(1, 7), sequencer: is.strongKey },
    {},
    permanent,
  ),
  grant: define(
    { subject: is.strongKey, role: is.oneOf(...ROLES), notBefore: is.day, notAfter: is.day },
    { college, organisation: is.text(100), succeeds: is.hash },
    permanent,
  ),
  revoke: define({ grant: is.hash, reason: prose }, { invalidAfterSeq: is.whole(0, 1e12) }, permanent),
  report: define(
    {
      kind: is.oneOf(...REPORT_KINDS),
      profession,
      month: is.month,
    },
    {
      delay: is.oneOf(...DELAYS),
      distance: is.oneOf(...DISTANCES),
      text: prose,
    },
    { spaces: /^intake:/ },
  ),
  "report-published": define({ source: is.hash, text: prose }, {}),
  aggregate: define(
    {
      release: name,
      cells: is.listOf(is.objectOf({ scope: is.scope, kind: name, profession, month: is.month, count }, {}), 0, 100),
    },
    {},
  ),
  support: define(
    { ballot: is.hash, target: is.hash, value: is.oneOf(true, false) },
    {
      voucher: is.objectOf(
        { issuer: is.strongKey, level: is.oneOf(...LEVELS), nullifier: is.hash, sig: is.signature },
        {},
      ),
    },
    { spaces: notPublic },
  ),
  proposal: define({ title, text: prose }, {}),
  comment: define({ target: is.hash, text: prose }, {}),
  scenario: define({ title, text: prose, parameters: is.text(8000), release: name, engine: name, result: is.hash }, {}),
  correction: define(
    {
      dataset: name,
      release: name,
      row: name,
      field: name,
      old: is.text(200),
      new: is.text(200),
      evidence: is.oneOf("official-letter", "register", "site-visit", "phone-call", "own-practice", "public-notice"),
      evidenceDate: is.day,
    },
    {},
  ),
  "correction-state": define({ target: is.hash, state: is.oneOf("accepted", "rejected", "sent", "resolved") }, {}),
  consultation: define(
    { question: title, options: is.listOf(is.text(200), 1, 20), opens: is.day, closes: is.day, quorum: count },
    { text: prose },
  ),
  position: define(
    { consultation: is.hash, option: is.whole(0, 19), stance: is.oneOf(...STANCES) },
    { statement: prose },
  ),
  decision: define(
    {
      consultation: is.hash,
      option: is.whole(0, 19),
      votes: is.listOf(is.objectOf({ college, for: count, against: count, abstain: count }, {}), 0, 3),
      text: prose,
      foldVersion: is.whole(1, 1000),
    },
    { minority: prose },
    permanent,
  ),
  objective: define(
    {
      indicator: name,
      baseline: is.decimal,
      baselineDate: is.day,
      release: name,
      target: is.decimal,
      deadline: is.day,
      owner: title,
    },
    { amends: is.hash, decision: is.hash },
  ),
  commitment: define({ title, text: prose, owner: title, answerBy: is.day }, { target: is.hash, decision: is.hash }),
  reply: define({ commitment: is.hash, answer: is.oneOf(...ANSWERS), text: prose }, { answerBy: is.day }),
  measurement: define({ objective: is.hash, value: is.decimal, date: is.day, release: name }, {}),
  moderation: define(
    {
      target: is.hash,
      action: is.oneOf("publish", "redact", "hide", "restore"),
      ground: is.oneOf("personal-data", "health-data", "defamation", "spam", "illegal", "off-topic", "error", "appeal"),
      statement: prose,
      appeal: prose,
    },
    { replacement: prose },
  ),
  tombstone: define({ target: is.hash, reason: is.oneOf("author", "legal", "retention", "error") }, {}, permanent),
  attestation: define({ commitment: is.hash }, {}),
  "attestation-revoke": define({ target: is.hash, reason: prose }, {}),
} as const;

export type RecordTypeName = keyof typeof RECORD_TYPES;
type Definition<T extends RecordTypeName> = (typeof RECORD_TYPES)[T];
export type BodyOf<T extends RecordTypeName> = Shape<Definition<T>["required"], Definition<T>["optional"]>;

export function isRecordType(type: string): type is RecordTypeName {
  return Object.hasOwn(RECORD_TYPES, type);
}
