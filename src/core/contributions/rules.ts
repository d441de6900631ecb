import type { RecordTypeName, Role } from "./record-types.ts";

export const ANYBODY = "anybody";
const SPEAKERS: readonly Role[] = ["citizen", "member", "association", "professional", "moderator", "steward"];
/** Roles one of which lets a type have effect; types that grant are judged apart. */
export const RULES: Readonly<Partial<Record<RecordTypeName, typeof ANYBODY | readonly Role[]>>> = {
  report: ANYBODY,
  support: ANYBODY,
  tombstone: ANYBODY,
  "report-published": ["moderator"],
  aggregate: ["moderator"],
  proposal: SPEAKERS,
  comment: SPEAKERS,
  scenario: SPEAKERS,
  correction: ["association", "professional"],
  "correction-state": ["moderator", "steward"],
  consultation: ["member", "steward"],
  position: ["member"],
  decision: ["steward"],
  objective: ["member", "steward"],
  commitment: ["member", "steward"],
  reply: ["member", "steward"],
  measurement: ["member", "steward"],
  moderation: ["moderator"],
  attestation: ["steward"],
  "attestation-revoke": ["steward"],
};
/** What the sequencer may also say by itself: counts and measures of a machine. */
export const AUTOMATIC: ReadonlySet<string> = new Set(["aggregate", "measurement"]);
