import type { frSides } from "./fr-sides.ts";

export const enSides: typeof frSides = {
  handle: "Line between before and after",
  handleHelp: "Drag the line, or use the arrow keys: before on the left, after on the right",
  at: (percent) => `before on ${percent}% of the map, after on the rest`,
  before: "Before",
  after: "After",
  said: (side, value) => `${side}: ${value}`,
  links: {
    title: "Who goes where",
    toggle: "Lines to the nearest centre",
    help: (times) =>
      `A line per commune, to the centre that serves it: thicker when more people go there. Choose a centre on the map to follow its own. ${times}.`,
    hidden: "Lines are seen on the map “After” or “Both”.",
    equity:
      "No lines with the objective Equity: nobody is sent to a centre, each centre adds to the access of all who have it in reach.",
    site: (communes) => `${communes} go to a new centre`,
    beyond: (communes, minutes) => `${communes} have one more than ${minutes} min away`,
    today: (communes) => `${communes} stay nearer to a place of today`,
    nobody: (communes) => `${communes} go nowhere`,
    uncounted: (communes) => `${communes} are not counted`,
    header: "Served by",
    words: {
      beyond: (name, minutes) => `none within ${minutes} min (nearest: ${name})`,
      today: "a place of today",
      nobody: "nobody: out of reach or no room",
      uncounted: "not counted",
      share: (name, part) => `${name} (${part})`,
      said: (name) => `served by: ${name}`,
      saidIn: (name, minutes, times) => `served by: ${name}, ${minutes} min (${times})`,
    },
  },
  methodLinks:
    "Who goes where: each commune goes whole to the nearest open site in minutes, places of today among them if they count, equal ones to the first listed; with limited places the plan may share one. For coverage a site beyond the minutes does not serve. Lines are straight, minutes estimated unless times were brought.",
  method:
    "“Both” shares one map: left of the line communes have their colour before, right of it their colour after, in the same classes, those of before. The bars of the legend count inhabitants after.",
};
