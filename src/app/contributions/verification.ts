import type { Voucher } from "../../core/contributions/statement.ts";

/** How the relay of a space can verify a person, beyond paper codes. */
export interface Ways {
  readonly mail: boolean;
  /** Name of an identity provider; null: none. */
  readonly signIn: string | null;
}

/** A proposal a person wants to support in a ballot, and what for. */
export interface Wish {
  readonly space: string;
  readonly ballot: string;
  readonly target: string;
}

/** Lets a relay verify who stands behind a key in a ballot. Nothing is asked of it before one of these is called. */
export interface Verification {
  ways(space: string): Promise<Ways>;
  /** Has a link sent, for the key in use. Says nothing of whether it will arrive. Throws `schema` (the address), `rate`, `closed`. */
  sendLink(wish: Wish, address: string, language: "fr" | "en"): Promise<void>;
  /** Where the key in use is to go for its owner to sign in. Throws `busy` when the provider does not answer. */
  beginSignIn(wish: Wish): Promise<string>;
  /** The voucher a code stands for, for the key it was asked with. Throws `spent`, `expired`, `not_found`, `closed`. */
  claim(space: string, ballot: string, code: string, key: string): Promise<Voucher>;
}
