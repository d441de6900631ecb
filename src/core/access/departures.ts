/** Where an area stands when practitioners leave by age: positions of `firstUnder` beyond the series themselves. */
export const NEVER_UNDER = 254;
export const LEFT_OUT = 255;

export interface Departures {
  /** Per area: the first series strictly under the threshold (0: already), NEVER_UNDER, or LEFT_OUT once a series is. */
  readonly firstUnder: Uint8Array;
  /** Per area: the first series that cannot be compared with the one before, because it is above it; 0 where none is. */
  readonly inconsistentAt: Uint8Array;
  readonly steps: readonly DepartureStep[];
}

/** From series k − 1 to k. People by area of residence. */
export interface DepartureStep {
  /** Areas that fall under the threshold at this step, and their people. */
  readonly areas: number;
  readonly people: number;
  /** Areas and people not under before whose values cannot be compared: more supply with fewer practitioners. */
  readonly inconsistentAreas: number;
  readonly inconsistentPeople: number;
  /** Areas above at k − 1 or before that have no value at k, and their people. */
  readonly missingAreas: number;
  readonly missingPeople: number;
  /** Every area where series k is above series k − 1, under the threshold or not. */
  readonly inconsistentEverywhere: number;
}

/**
 * Follows each area through series of the same access with ever fewer practitioners (all, up to 65, up to 62): when does
 * it fall strictly under `threshold`? A series above the one before cannot be the same publication: such an area is left out
 * from that step on and counted. `counted` 0 leaves an area out of every figure. Columns of one length, NaN where missing.
 */
export function followDepartures(
  series: readonly Float64Array[],
  people: Float64Array,
  threshold: number,
  counted: Uint8Array,
): Departures {
  const areas = people.length;
  const firstUnder = new Uint8Array(areas);
  const inconsistentAt = new Uint8Array(areas);
  for (let i = 0; i < areas; i++) {
    firstUnder[i] = follow(series, i, threshold);
    const at = series.findIndex((column, k) => k > 0 && column[i] > series[k - 1][i]);
    inconsistentAt[i] = Math.max(0, at);
  }
  const steps = series.slice(1).map((column, before): DepartureStep => {
    const step = before + 1;
    const rows = Array.from(people.keys()).filter((i) => counted[i] === 1 && people[i] > 0);
    const fallen = rows.filter((i) => firstUnder[i] === step);
    const stopped = rows.filter((i) => firstUnder[i] === LEFT_OUT && stopsAt(series, i) === step);
    const inconsistent = stopped.filter((i) => !Number.isNaN(column[i]));
    const missing = stopped.filter((i) => Number.isNaN(column[i]));
    const sum = (list: readonly number[]) => list.reduce((total, i) => total + people[i], 0);
    return {
      areas: fallen.length,
      people: sum(fallen),
      inconsistentAreas: inconsistent.length,
      inconsistentPeople: sum(inconsistent),
      missingAreas: missing.length,
      missingPeople: sum(missing),
      inconsistentEverywhere: rows.filter((i) => column[i] > series[before][i]).length,
    };
  });
  return { firstUnder, inconsistentAt, steps };
}

function follow(series: readonly Float64Array[], area: number, threshold: number): number {
  const stop = stopsAt(series, area);
  const under = series.findIndex((column, k) => k < stop && column[area] < threshold);
  if (under >= 0) return under;
  return stop < series.length ? LEFT_OUT : NEVER_UNDER;
}

/** First series without a value or above the one before; their number when there is none. */
function stopsAt(series: readonly Float64Array[], area: number): number {
  const at = series.findIndex(
    (column, k) => Number.isNaN(column[area]) || (k > 0 && column[area] > series[k - 1][area]),
  );
  return at < 0 ? series.length : at;
}
