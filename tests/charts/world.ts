import { PROFESSION_RULES, type Profession } from "../../src/core/professions.ts";

/** ColorBrewer BrBG from sand to oasis, 7 classes; every other one for fewer. */
export const PALETTE = ["#7f4b0c", "#bd8433", "#e8cf95", "#f0e9d6", "#b9e4de", "#55aea4", "#0b655e"];

/** Colours for a number of classes, spread over the palette. */
export function paletteOf(classes: number): readonly string[] {
  return Array.from({ length: classes }, (_, k) => PALETTE[Math.round((k * (PALETTE.length - 1)) / (classes - 1))]);
}

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
