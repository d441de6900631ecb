import { weighMinutes } from "../core/access/decay.ts";
import { peopleBelow, weightedMean } from "../core/access/distribution.ts";
import { presetOf } from "../core/access/profession-presets.ts";
import type { Profession } from "../core/professions.ts";
import type { Change, TransportLine } from "../core/scenario/change.ts";
import type { BroughtTimes } from "./brought-times.ts";
import type { NationalFrame } from "./national-frame.ts";
import type { ReachPlaces } from "./reach-places.ts";
import { reachSites, type SpreadModel } from "./reach-sites.ts";
import type { FindPlace, SiteSupply } from "./scenario-supply.ts";
import type { SeriesColumns } from "./series-columns.ts";
import { supplyPerPlace } from "./supply-per-place.ts";

/**
 * People without a car in the communes some lines serve. The official indicator gives everybody a car, so a line changes nothing
 * in it; these people reach the practitioners of their own commune, then those of the destinations too. What there is at each
 * place is recomputed: places of practice, each with the activity that makes up the official total, plus the scenario's own.
 */
export interface PeopleWithoutCar {
  /** Communes served, in unit order; they may lie outside the territory. */
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly people: Float64Array;
  /** In the unit of the series. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly figures: {
    readonly people: number;
    /** Weighed by these people. */
    readonly meanBefore: number;
    readonly meanAfter: number;
    readonly peopleUnderBefore: number;
    readonly peopleUnderAfter: number;
  };
}

interface CarlessSources {
  readonly frame: NationalFrame;
  readonly series: SeriesColumns;
  readonly places: ReachPlaces;
  readonly brought: BroughtTimes | null;
}

/** Null where no line serves anybody. */
export function describePeopleWithoutCar(
  { frame, series, places, brought: times }: CarlessSources,
  changes: readonly Change[],
  supplied: readonly SiteSupply[],
  { profession, model, threshold, find }: CarlessQuestion,
): PeopleWithoutCar | null {
  const lines = changes.filter((change): change is TransportLine => change.kind === "transport-line");
  const served = listServed(lines, find);
  if (served.size === 0) return null;
  const rows = Array.from(served.keys()).toSorted((a, b) => a - b);
  const sites = [...new Set([...rows, ...rows.flatMap((row) => [...(served.get(row)?.minutes.keys() ?? [])])])];
  const { perPeople } = presetOf(profession);
  const { weighted } = reachSites({ series, places, brought: times }, sites, [], model, 1);
  const perPlace = supplyPerPlace(frame, series, places.counts[profession], perPeople);
  const brought = new Map(supplied.map(({ place, supply }) => [place, supply]));
  const rates = (withScenario: boolean) =>
    new Map(
      sites.map((place, j) => {
        const extra = withScenario ? (brought.get(place) ?? 0) : 0;
        const supply = Math.max(0, places.counts[profession][place] * perPlace + extra);
        return [place, weighted[j] > 0 ? (supply / weighted[j]) * perPeople : 0];
      }),
    );
  const weigh = (minutes: number) => weighMinutes(model.decay, Float64Array.of(minutes), model)[0];
  const [today, planned] = [rates(false), rates(true)];
  const people = Float64Array.from(rows, (row) => {
    const inhabitants = Math.max(0, series.people[places.units[row]] || 0);
    return inhabitants * (served.get(row)?.share ?? 0);
  });
  const before = Float64Array.from(rows, (row) => weigh(0) * (today.get(row) ?? 0));
  const after = Float64Array.from(rows, (row) => {
    let access = weigh(0) * (planned.get(row) ?? 0);
    for (const [place, minutes] of served.get(row)?.minutes ?? []) {
      if (place !== row) access += weigh(minutes) * (planned.get(place) ?? 0);
    }
    return access;
  });
  return {
    codes: rows.map((row) => places.codes[row]),
    names: rows.map((row) => places.names[row]),
    people,
    before,
    after,
    figures: {
      people: people.reduce((sum, n) => sum + n, 0),
      meanBefore: weightedMean(before, people),
      meanAfter: weightedMean(after, people),
      peopleUnderBefore: peopleBelow(before, people, threshold),
      peopleUnderAfter: peopleBelow(after, people, threshold),
    },
  };
}

interface CarlessQuestion {
  readonly profession: Profession;
  readonly model: SpreadModel;
  readonly threshold: number;
  readonly find: FindPlace;
}

interface Served {
  readonly share: number;
  /** By destination. */
  readonly minutes: ReadonlyMap<number, number>;
}

/** Where several lines serve a commune: its largest share, and the fewest minutes to each destination, in order of place. */
function listServed(lines: readonly TransportLine[], find: FindPlace): ReadonlyMap<number, Served> {
  const served = new Map<number, Served>();
  for (const line of lines) {
    for (const row of line.communes.map(find)) {
      const known = served.get(row);
      const minutes = new Map(known?.minutes);
      for (const place of line.destinations.map(find)) {
        minutes.set(place, Math.min(line.minutes, minutes.get(place) ?? Number.POSITIVE_INFINITY));
      }
      const inOrder = Array.from(minutes).toSorted(([a], [b]) => a - b);
      served.set(row, { share: Math.max(line.share, known?.share ?? 0), minutes: new Map(inOrder) });
    }
  }
  return served;
}
