/** Of each weekday, Monday first: dark enough on every colour of the palette, told apart by their label too. */
export const ROUTE_COLOURS: readonly string[] = [
  "#1d4f91",
  "#a3196f",
  "#1c2925",
  "#6b3fa0",
  "#c0390b",
  "#0b7285",
  "#5c6660",
];

/** Lengths of dash and gap in line widths, of each vehicle in turn. */
export const ROUTE_DASHES: readonly (readonly number[])[] = [[1], [4, 1.6], [1, 1.4], [6, 1.4, 1, 1.4]];

/** CSS pixels. */
export const ROUTE_WIDTH = 3;
