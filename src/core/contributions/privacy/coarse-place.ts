/** Inhabitants under which a commune is not told: its people would be recognised. */
const LEAST_PEOPLE = 1000;

/** How many live in a territory. */
export interface Peopled {
  readonly people: number;
}

/** The first territory that is large enough, from the commune outwards; the last one where none is; null for none at all. */
export function coarsePlace<T extends Peopled>(outwards: readonly T[]): T | null {
  return outwards.find(({ people }) => people >= LEAST_PEOPLE) ?? outwards.at(-1) ?? null;
}
