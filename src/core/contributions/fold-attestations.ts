import type { Docket } from "./docket.ts";
import type { BodyOf } from "./record-types.ts";

/** A commitment to a document its holder keeps: what it says is not in the log. */
export interface Attestation {
  readonly id: string;
  readonly scope: string;
  /** Key that attests: a steward's then. */
  readonly issuer: string;
  readonly commitment: string;
  readonly at: number;
  /** Record that withdrew it; null: it holds. */
  readonly revoked: string | null;
}

/** Attestations and what withdrew them: the issuer, or a steward of the same territory. */
export function foldAttestations(docket: Docket): readonly Attestation[] {
  const found = new Map<string, Attestation>();
  for (const act of docket.acts("attestation", "attestation-revoke")) {
    const { id, hdr } = act.record;
    if (hdr.type === "attestation") {
      const { commitment } = act.record.body as unknown as BodyOf<"attestation">;
      found.set(id, { id, scope: hdr.scope, issuer: hdr.author, commitment, at: act.at, revoked: null });
      continue;
    }
    const { target } = act.record.body as unknown as BodyOf<"attestation-revoke">;
    const attested = found.get(target);
    if (attested === undefined) docket.wait(act);
    else if (docket.authority.find(hdr.author, ["steward"], attested.scope, act.at, act.day) === null) {
      docket.refuse(act, "not_allowed");
    } else if (attested.revoked === null) found.set(target, { ...attested, revoked: id });
  }
  return Array.from(found.values());
}
