import type { Docket } from "./docket.ts";
import type { Consultation } from "./fold-consultations.ts";
import { compareText } from "./record-log.ts";
import type { BodyOf, Level } from "./record-types.ts";

/** How many stand behind a target in a ballot, by how well they were verified. L0: devices, nobody verified, never ranked. */
export interface SupportTally {
  readonly ballot: string;
  readonly target: string;
  readonly level: "L0" | Level;
  readonly count: number;
}

/** One support a verified person and ballot, whatever their keys; the last received before the close counts. */
export function foldSupports(docket: Docket, consultations: readonly Consultation[]): readonly SupportTally[] {
  const ballots = new Map(consultations.map((consultation) => [consultation.id, consultation]));
  const last = new Map<string, Omit<SupportTally, "count"> & { readonly value: boolean }>();
  for (const act of docket.acts("support")) {
    const { ballot, target, value, voucher } = act.record.body as unknown as BodyOf<"support">;
    const consultation = ballots.get(ballot);
    if (consultation === undefined) docket.wait(act);
    else if (act.day < consultation.opens || act.day > consultation.closes) docket.refuse(act, "closed");
    else if (voucher !== undefined && voucher.issuer !== docket.authority.constitutionAt(act.seq).sequencer) {
      docket.refuse(act, "no_grant");
    } else {
      const person = voucher === undefined ? `key ${act.record.hdr.author}` : `person ${voucher.nullifier}`;
      last.set(`${ballot} ${person}`, { ballot, target, level: voucher?.level ?? "L0", value });
    }
  }
  const counts = new Map<string, SupportTally>();
  for (const { ballot, target, level, value } of last.values()) {
    if (!value) continue;
    const name = `${ballot} ${target} ${level}`;
    counts.set(name, { ballot, target, level, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return Array.from(counts)
    .sort(([a], [b]) => compareText(a, b))
    .map(([, tally]) => tally);
}
