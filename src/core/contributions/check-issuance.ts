import type { RecordLog } from "./record-log.ts";
import { type BodyOf, LEVELS, type Level } from "./record-types.ts";
import type { Issuance } from "./statement.ts";

/** What a sequencer said of the vouchers it gave and what it did cannot both be. */
export interface IssuanceAlarm {
  /** `unsaid`: more people are vouched for in the log than it had said; `fewer`: it takes back what it had said. */
  readonly kind: "unsaid" | "fewer";
  readonly size: number;
  readonly ballot: string;
  readonly level: Level;
  readonly said: number;
  readonly found: number;
}

/**
 * Holds what a sequencer said against the supports among the first records of each checkpoint. `received`: ids in the order of
 * its receipts. Erased supports are not found; they make no alarm.
 */
export function checkIssuances(
  issuances: readonly Issuance[],
  log: Pick<RecordLog, "records">,
  received: readonly string[],
): readonly IssuanceAlarm[] {
  const alarms: IssuanceAlarm[] = [];
  const before = new Map<string, number>();
  for (const { epoch, size, ballots } of [...issuances].sort((a, b) => a.size - b.size)) {
    const said = new Map(ballots.map((counts) => [counts.ballot, counts]));
    const found = countPeople(log, received.slice(0, size));
    for (const ballot of new Set([...said.keys(), ...Array.from(found.keys(), (name) => name.split(" ")[0])])) {
      for (const level of LEVELS) {
        const count = said.get(ballot)?.[level] ?? 0;
        const people = found.get(`${ballot} ${level}`)?.size ?? 0;
        if (people > count) alarms.push({ kind: "unsaid", size, ballot, level, said: count, found: people });
        const name = `${epoch} ${ballot} ${level}`;
        const most = before.get(name) ?? 0;
        if (count < most) alarms.push({ kind: "fewer", size, ballot, level, said: count, found: most });
        before.set(name, Math.max(most, count));
      }
    }
  }
  return alarms;
}

function countPeople({ records }: Pick<RecordLog, "records">, ids: readonly string[]): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>();
  for (const id of ids) {
    const record = records.get(id);
    if (record?.hdr.type !== "support" || record.body === null) continue;
    const { ballot, voucher } = record.body as unknown as BodyOf<"support">;
    if (voucher === undefined) continue;
    const name = `${ballot} ${voucher.level}`;
    people.set(name, (people.get(name) ?? new Set()).add(voucher.nullifier));
  }
  return people;
}
