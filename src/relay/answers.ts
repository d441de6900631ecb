import type { RefusalCode } from "../core/contributions/refusal.ts";

export type AnswerCode =
  | RefusalCode
  | "need_verification"
  | "busy"
  | "personal_data"
  | "cursor_epoch"
  | "spent"
  | "expired"
  | "not_found"
  | "rate";

/** HTTP status of each reason, the same in the answer to a request and for one record of a batch. */
export const STATUS: Readonly<Record<AnswerCode, number>> = {
  malformed: 400,
  not_canonical: 400,
  bad_signature: 401,
  weak_key: 401,
  no_grant: 403,
  revoked: 403,
  not_found: 404,
  id_mismatch: 409,
  body_hash_mismatch: 409,
  purged: 410,
  cursor_epoch: 410,
  spent: 409,
  expired: 410,
  too_large: 413,
  schema: 422,
  unknown_type: 422,
  other_space: 422,
  not_allowed: 422,
  closed: 422,
  personal_data: 422,
  clock_skew: 425,
  need_verification: 428,
  rate: 429,
  busy: 503,
};

/** A request refused as a whole. */
export class AnswerError extends Error {
  readonly code: AnswerCode;
  readonly where: string;

  constructor(code: AnswerCode, where = "") {
    super(`${code}: ${where}`);
    this.name = "AnswerError";
    this.code = code;
    this.where = where;
  }
}
