import { PROFESSION_RULES, type Profession } from "../../src/core/professions.ts";

const BELOW = ["#7b4a0f", "#bd8537", "#ebd29b"];
const ABOVE = ["#bde6df", "#88cac0", "#57afa4", "#0b5d56"];

/** Brown below the threshold, teal above it, as on the map: colours of the seven classes of general practitioners. */
export const PALETTE = [...BELOW, ...ABOVE];

/** Colours when only the first class is below the threshold. */
export const NURSE_PALETTE = [BELOW[1], ...ABOVE];

/** Areas whose values follow a skewed bell: a region as one could meet it, the same every time. */
export function region(profession: Profession, rows: number) {
  const { domainMax } = PROFESSION_RULES[profession];
  const values = new Float64Array(rows);
  const people = new Float64Array(rows);
  let state = 42;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  for (let row = 0; row < rows; row++) {
    const bell = (next() + next() + next() + next()) / 4;
    values[row] = row % 97 === 0 ? Number.NaN : domainMax * 1.25 * bell ** 1.6;
    people[row] = Math.round(200 + 3000 * next() ** 3);
  }
  return { values, people, counted: new Uint8Array(rows).fill(1) };
}

export const formatFr = (value: number) => String(Math.round(value * 100) / 100).replace(".", ",");
export const formatPeopleFr = (people: number) => String(Math.round(people)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
