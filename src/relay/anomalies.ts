import type { Level } from "../core/contributions/record-types.ts";
import type { VoiceCount } from "./verification-store.ts";

/** How the vouchers of a level came in a ballot; something odd is looked into, and nothing is set aside by itself. */
export interface VoiceReport {
  readonly ballot: string;
  readonly level: Level;
  readonly vouchers: number;
  /** The hour that had most, and how many; null where hours were not kept. */
  readonly busiest: { readonly hour: string; readonly vouchers: number } | null;
  /** Share of the mail domain that has most, among vouchers whose domain is still kept; null without any. */
  readonly largestDomain: number | null;
  /** Share of the domain asked about. */
  readonly domain?: number;
  readonly odd: readonly ("burst" | "one-domain")[];
}

/** Fewer say nothing: a meeting or a family is no anomaly. */
const FEWEST = 11;
const MOST_OF_DOMAIN = 0.5;
const MOST_OF_HOUR = 0.5;

/** `sourceOf`: hash of a domain asked about, in a ballot. */
export function assessVoices(
  counts: readonly VoiceCount[],
  sourceOf: ((ballot: string) => string) | null,
): readonly VoiceReport[] {
  const groups = groupBy(counts, ({ ballot, level }) => `${ballot} ${level}`);
  return Array.from(groups.values(), (group) => {
    const [{ ballot, level }] = group;
    const vouchers = sum(group);
    const hours = tally(
      group.filter(({ hour }) => hour !== ""),
      ({ hour }) => hour,
    );
    const domains = tally(
      group.filter(({ source }) => source !== ""),
      ({ source }) => source,
    );
    const known = sum(group.filter(({ source }) => source !== ""));
    const [busiest] = hours;
    const [largest] = domains;
    const odd: ("burst" | "one-domain")[] = [];
    if (busiest && busiest[1] >= FEWEST && busiest[1] > MOST_OF_HOUR * vouchers) odd.push("burst");
    if (largest && largest[1] >= FEWEST && largest[1] > MOST_OF_DOMAIN * known) odd.push("one-domain");
    const asked = sourceOf && known > 0 ? (new Map(domains).get(sourceOf(ballot)) ?? 0) / known : undefined;
    return {
      ballot,
      level,
      vouchers,
      busiest: busiest ? { hour: busiest[0], vouchers: busiest[1] } : null,
      largestDomain: largest ? largest[1] / known : null,
      ...(asked === undefined ? {} : { domain: asked }),
      odd,
    };
  });
}

/** Counts by name, the largest first. */
function tally(
  counts: readonly VoiceCount[],
  name: (count: VoiceCount) => string,
): readonly (readonly [string, number])[] {
  const sums = Array.from(groupBy(counts, name), ([of, group]) => [of, sum(group)] as const);
  return sums.sort((a, b) => b[1] - a[1]);
}

function sum(counts: readonly VoiceCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function groupBy(
  counts: readonly VoiceCount[],
  name: (count: VoiceCount) => string,
): ReadonlyMap<string, readonly VoiceCount[]> {
  const groups = new Map<string, VoiceCount[]>();
  for (const count of counts) {
    const group = groups.get(name(count));
    if (group) group.push(count);
    else groups.set(name(count), [count]);
  }
  return groups;
}
