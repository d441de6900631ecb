import type { Signer, Verifier } from "../core/contributions/record.ts";
import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import type { Admissions } from "./admissions.ts";
import type { Checkpoints } from "./checkpoints.ts";
import type { Rate } from "./rate.ts";
import type { Store } from "./store.ts";
import type { Stream } from "./stream.ts";
import type { Writer } from "./writer.ts";

type RateName =
  | "records"
  | "reports"
  | "allReports"
  | "vouchers"
  | "proofs"
  | "links"
  | "linksOfPerson"
  | "linksOfDomain"
  | "allLinks";

/** What the routes of a relay share. */
export interface RelayContext {
  readonly store: Store;
  readonly signer: Signer;
  readonly verifier: Verifier;
  readonly spaces: readonly string[];
  readonly territories: TerritoryTree;
  readonly admissions: Admissions;
  readonly writer: Writer;
  readonly streams: ReadonlyMap<string, Stream>;
  readonly checkpoints: Checkpoints;
  readonly rates: Readonly<Record<RateName, Rate>>;
  /** How people are verified here beyond paper codes, as `/v1/info` says it; `signIn`: the name of an identity provider. */
  readonly verification: { readonly mail: boolean; readonly signIn: string | null };
  readonly now: () => Date;
}

export type Query = Readonly<Record<string, string | undefined>>;

export function today({ now }: Pick<RelayContext, "now">): string {
  return now().toISOString().slice(0, 10);
}

export function seconds({ now }: Pick<RelayContext, "now">): number {
  return now().getTime() / 1000;
}
