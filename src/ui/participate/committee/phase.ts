import type { Consultation } from "../../../core/contributions/fold-consultations.ts";
import type { Standing } from "./standing.ts";

export type Phase = "coming" | "open" | "closed";

/** Why one cannot do something now. */
export type Obstacle =
  | "no-key"
  | "not-member"
  | "not-steward"
  | "not-member-nor-steward"
  | "coming"
  | "closed"
  | "open"
  | "no-quorum"
  | "decided";

/** Both days are part of it. */
export function phaseOf({ opens, closes }: Pick<Consultation, "opens" | "closes">, day: string): Phase {
  if (day < opens) return "coming";
  return day > closes ? "closed" : "open";
}

export function whyNotConsult({ key, roles }: Standing): Obstacle | null {
  if (key === null) return "no-key";
  return roles.has("steward") || roles.has("member") ? null : "not-member-nor-steward";
}

export function whyNotTakePosition({ key, roles }: Standing, about: Consultation, day: string): Obstacle | null {
  const phase = phaseOf(about, day);
  if (phase !== "open") return phase;
  if (key === null) return "no-key";
  return roles.has("member") ? null : "not-member";
}

/** Deciding once is enough: another decision would need another consultation. */
export function whyNotDecide(
  { key, roles }: Standing,
  about: Consultation,
  day: string,
  isDecided: boolean,
): Obstacle | null {
  if (isDecided) return "decided";
  const phase = phaseOf(about, day);
  if (phase !== "closed") return phase;
  if (!about.hasQuorum) return "no-quorum";
  if (key === null) return "no-key";
  return roles.has("steward") ? null : "not-steward";
}
