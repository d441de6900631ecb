import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** From the quiet wash of an active entry to the green of the logo. */
const oasis: MantineColorsTuple = [
  "#e3f0ee",
  "#cfe6e2",
  "#a5d3cb",
  "#7abeb3",
  "#57afa4",
  "#2f8f83",
  "#15736a",
  "#0b5d56",
  "#084a45",
  "#053f3b",
];

const desert: MantineColorsTuple = [
  "#f7eddc",
  "#f0dfc0",
  "#ebd29b",
  "#dcb66d",
  "#bd8537",
  "#a36b22",
  "#8a4f08",
  "#7b4a0f",
  "#633a09",
  "#4f2d06",
];

export const theme = createTheme({
  fontFamily: '"Inter Variable", "Inter", system-ui, sans-serif',
  primaryColor: "oasis",
  primaryShade: 7,
  colors: { oasis, desert },
  black: "#1c2925",
  defaultRadius: "md",
  radius: { xs: "4px", sm: "6px", md: "10px", lg: "12px", xl: "16px" },
  headings: { fontFamily: '"Inter Variable", "Inter", system-ui, sans-serif', fontWeight: "700" },
  shadows: {
    sm: "0 1px 2px rgb(28 41 37 / 6%)",
    md: "0 4px 18px rgb(28 41 37 / 9%)",
    lg: "0 10px 34px rgb(28 41 37 / 14%)",
  },
  focusRing: "auto",
  respectReducedMotion: true,
  cursorType: "pointer",
});
