/** Lengths of dash and gap in line widths, nearest band first: told apart by rhythm and label, never by colour. */
export const REACH_DASHES: readonly (readonly number[])[] = [[1], [6, 2], [3, 2], [1, 1.6]];

/** CSS pixels, nearest band first. */
export const REACH_WIDTHS: readonly number[] = [3.2, 2.6, 2.2, 2];
