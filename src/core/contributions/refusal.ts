/** Why a record is not taken: the words of the protocol, the same from a file and from a relay. */
export type RefusalCode =
  | "malformed"
  | "not_canonical"
  | "bad_signature"
  | "weak_key"
  | "id_mismatch"
  | "body_hash_mismatch"
  | "too_large"
  | "schema"
  | "unknown_type"
  | "other_space"
  | "clock_skew"
  | "no_grant"
  | "revoked"
  | "purged"
  | "closed"
  | "not_allowed";

/** A refused record on its way to whoever reads it; `where` names the field. */
export class RefusalError extends Error {
  readonly code: RefusalCode;
  readonly where: string;

  constructor(code: RefusalCode, where: string) {
    super(`${code}: ${where}`);
    this.name = "RefusalError";
    this.code = code;
    this.where = where;
  }
}
