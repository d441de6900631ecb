import type { ParityPlaces } from "./parity-places.ts";

interface PlaceClass {
  readonly id: string;
  readonly rows: readonly number[];
}

/** Inhabitants per km² between the bands of density; 25, 300 and 1,500 are the limits of the degree of urbanisation. */
export const DENSITY_BOUNDS = [25, 75, 300, 1500] as const;
const PEOPLE_BOUNDS = [500, 2000, 10_000] as const;

/** The rows by urban unit, density, inhabitants, whether anyone practises there and, if any time is, how many are by road. */
export function listClasses(places: ParityPlaces, rows: readonly number[]): readonly PlaceClass[] {
  const { isUrban, density, people, practitioners } = places;
  return [
    { id: "urban-unit-inside", rows: rows.filter((i) => isUrban[i] === 1) },
    { id: "urban-unit-outside", rows: rows.filter((i) => isUrban[i] === 0) },
    ...bands("density", density, DENSITY_BOUNDS, rows),
    ...bands("people", people, PEOPLE_BOUNDS, rows),
    { id: "practitioners-some", rows: rows.filter((i) => practitioners[i] > 0) },
    { id: "practitioners-none", rows: rows.filter((i) => practitioners[i] === 0) },
    ...byTimes(places, rows),
  ];
}

/** Rows most of whose pairs have a time by road, and the others. */
function byTimes({ world: { near, isByRoad } }: ParityPlaces, rows: readonly number[]): readonly PlaceClass[] {
  if (!isByRoad) return [];
  const isMost = (i: number) => {
    let balance = 0;
    for (let k = near.offsets[i]; k < near.offsets[i + 1]; k++) balance += isByRoad[k] === 1 ? 1 : -1;
    return balance > 0;
  };
  return [
    { id: "times-by-road", rows: rows.filter(isMost) },
    { id: "times-estimated", rows: rows.filter((i) => !isMost(i)) },
  ];
}

function bands(name: string, column: Float64Array, bounds: readonly number[], rows: readonly number[]): PlaceClass[] {
  return [0, ...bounds].map((from, k) => {
    const to = bounds[k] ?? Number.POSITIVE_INFINITY;
    const id = k < bounds.length ? `${name}-${from}-${to}` : `${name}-${from}-more`;
    return { id, rows: rows.filter((i) => column[i] >= from && column[i] < to) };
  });
}
