import { useMediaQuery } from "@mantine/hooks";

/** Same limit as in the style sheets: below it the map is above the figures, and the rooms are a bar at the bottom. */
export function useIsPhone(): boolean {
  return useMediaQuery("(max-width: 56em)", undefined, { getInitialValueInEffect: false }) ?? false;
}
