import type { Grant } from "../../../core/contributions/authority.ts";
import { addMonths } from "../../../core/contributions/calendar.ts";
import { strongKey } from "../../../core/contributions/checks.ts";
import type { FoldState } from "../../../core/contributions/fold.ts";
import { COLLEGES, type College, type Role } from "../../../core/contributions/record-types.ts";
import { type Standing, tenureOf } from "./standing.ts";

export type MemberRole = Extract<Role, "member" | "steward" | "moderator" | "association" | "professional">;
export const MEMBER_ROLES: readonly MemberRole[] = ["member", "steward", "moderator", "association", "professional"];

/** A role about to be given. */
export interface Enrolment {
  readonly key: string;
  readonly role: MemberRole;
  readonly college: College;
  readonly organisation: string;
  /** First and last day. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** The grant of a lost key this one takes the seat of; empty: none. */
  readonly succeeds: string;
}

export type EnrolmentFault = "no-key" | "weak-key" | "own-key" | "no-end" | "ends-before" | "too-long" | "already";

/** Months a role lasts at most, given by a steward or by a founding key. */
export const LONGEST = { steward: 18, root: 36 } as const;

export interface MemberGroup {
  readonly name: College | "others";
  readonly grants: readonly Grant[];
}

/** Roles by college, then those without one; the ones in force first, then by order. */
export function groupMembers({ grants }: Pick<FoldState, "grants">, day: string): readonly MemberGroup[] {
  const rank = (grant: Grant) => ["current", "coming", "expired", "ended"].indexOf(tenureOf(grant, day));
  const sorted = grants.toSorted((a, b) => rank(a) - rank(b) || a.at - b.at);
  return [
    ...COLLEGES.map((college) => ({ name: college, grants: sorted.filter((grant) => grant.college === college) })),
    { name: "others" as const, grants: sorted.filter((grant) => grant.college === null) },
  ];
}

/** People who sit today, by college. */
export function countSeats({ grants }: Pick<FoldState, "grants">, day: string): number {
  const seated = grants.filter((grant) => grant.role === "member" && tenureOf(grant, day) === "current");
  return new Set(seated.map(({ subject }) => subject)).size;
}

/** What is wrong with an enrolment, by field; none: it can be signed. */
export function findEnrolmentFaults(
  draft: Enrolment,
  issuer: Pick<Standing, "key" | "isRoot">,
  { grants }: Pick<FoldState, "grants">,
  day: string,
): ReadonlyMap<"key" | "notAfter", EnrolmentFault> {
  const faults = new Map<"key" | "notAfter", EnrolmentFault>();
  const { key, role, notBefore, notAfter } = draft;
  const has = grants.some((one) => one.subject === key && one.role === role && tenureOf(one, day) === "current");
  if (key === "") faults.set("key", "no-key");
  else if (!strongKey(key)) faults.set("key", "weak-key");
  else if (key === issuer.key) faults.set("key", "own-key");
  else if (has) faults.set("key", "already");
  if (notAfter === "") faults.set("notAfter", "no-end");
  else if (notAfter < notBefore) faults.set("notAfter", "ends-before");
  else if (notAfter > addMonths(notBefore, issuer.isRoot ? LONGEST.root : LONGEST.steward)) {
    faults.set("notAfter", "too-long");
  }
  return faults;
}
