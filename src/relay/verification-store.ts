import type { Level } from "../core/contributions/record-types.ts";

/** A proof that waits for the key it was made for: a link sent by mail, or the way back from an identity provider. */
export interface Link {
  /** Keyed hash of its code. */
  readonly hash: string;
  readonly level: Level;
  /** Keyed hash of whom it was sent to, for limits. */
  readonly recipient: string;
  readonly space: string;
  readonly ballot: string;
  /** The key it was made for. */
  readonly subject: string;
  readonly nullifier: string;
  /** Keyed hash of what many vouchers may have in common, a mail domain; empty: nothing. */
  readonly source: string;
  /** Seconds. */
  readonly made: number;
  readonly expires: number;
}

/** A voucher as it is given. */
export interface Voice {
  readonly nullifier: string;
  readonly ballot: string;
  readonly subject: string;
  readonly level: Level;
  readonly source: string;
  /** `2026-11-22T08`. */
  readonly hour: string;
}

/** Somebody on their way through an identity provider. */
export interface SignIn {
  /** Keyed hash of the state they carry. */
  readonly state: string;
  readonly space: string;
  readonly ballot: string;
  readonly target: string;
  readonly subject: string;
  readonly expires: number;
}

/** How many vouchers of a level were given in a ballot in one hour, from one source. */
export interface VoiceCount {
  readonly ballot: string;
  readonly level: Level;
  readonly hour: string;
  readonly source: string;
  readonly count: number;
}

export interface VerificationStore {
  saveCodes(hashes: readonly string[], day: string): Promise<void>;
  hasCode(hash: string): Promise<boolean>;
  /** Keeps a link unless its recipient was sent as many as `most` since a second; whether it was kept. */
  saveLink(link: Link, since: number, most: number): Promise<boolean>;
  /** Those made for a key in a ballot. */
  links(ballot: string, subject: string): Promise<readonly (Link & { readonly isUsed: boolean })[]>;
  /** False when it was used already. */
  useLink(hash: string): Promise<boolean>;
  saveSignIn(signIn: SignIn): Promise<void>;
  /** Given once. */
  takeSignIn(state: string): Promise<SignIn | null>;
  /** Deletes links made, and sign-ins that ended, before a second; forgets the sources of vouchers given before an hour. */
  expireLinks(made: number, hour: string): Promise<void>;
  /** Binds a nullifier to the first key that comes with it; the key that stands. */
  takeNullifier(voice: Voice): Promise<string>;
  /** Codes handed out, and vouchers given in a ballot. */
  countVouchers(ballot: string): Promise<{ readonly codes: number; readonly vouchers: number }>;
  /** Vouchers given in the ballots of a space. */
  countVoices(space: string): Promise<readonly VoiceCount[]>;
}
