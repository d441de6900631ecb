import type { BodyOf } from "../../../core/contributions/record-types.ts";

export type Evidence = BodyOf<"correction">["evidence"];

export const EVIDENCES: readonly Evidence[] = [
  "site-visit",
  "register",
  "phone-call",
  "public-notice",
  "official-letter",
  "own-practice",
];
