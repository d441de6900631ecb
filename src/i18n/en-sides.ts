import type { frSides } from "./fr-sides.ts";

export const enSides: typeof frSides = {
  handle: "Line between before and after",
  handleHelp: "Drag the line, or use the arrow keys: before on the left, after on the right",
  at: (percent) => `before on ${percent} of the map, after on the rest`,
  before: "Before",
  after: "After",
  said: (side, value) => `${side}: ${value}`,
  method:
    "“Both” shares one map: left of the line communes have their colour before, right of it their colour after, in the same classes, those of before. The bars of the legend count inhabitants after.",
};
