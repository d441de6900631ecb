/** What a relay, or the way to it, refuses: the codes of the protocol beyond those of records. */
export type ExchangeCode =
  | "personal_data"
  | "need_verification"
  | "busy"
  | "spent"
  | "expired"
  | "not_found"
  | "rate"
  | "cursor_epoch"
  /** No answer: no network, or no relay there. */
  | "unreachable"
  /** The page may not speak with this address. */
  | "not_allowed_here"
  /** What answers is no relay. */
  | "not_a_relay"
  /** Another key gives the orders of the space. */
  | "other_sequencer"
  | "error";

export class ExchangeError extends Error {
  /** One of `ExchangeCode`, or the code of a refused record. */
  readonly code: string;
  readonly where: string;
  /** Status of the answer; null: none came. */
  readonly status: number | null;
  /** Milliseconds after which to ask again, as the answer says; 0: it does not. */
  readonly wait: number;

  constructor(code: ExchangeCode | (string & {}), where = "", { status = null, wait = 0 }: Answered = {}) {
    super(`${code}: ${where}`);
    this.name = "ExchangeError";
    this.code = code;
    this.where = where;
    this.status = status;
    this.wait = wait;
  }
}

interface Answered {
  readonly status?: number | null;
  readonly wait?: number;
}
