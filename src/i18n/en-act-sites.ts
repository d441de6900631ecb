import type { frCapacity, frStaff } from "./fr-act-sites.ts";

export const enStaff: typeof frStaff = {
  toggle: "Several professions in a centre",
  caption: "Who works at a centre",
  profession: "Profession",
  fte: "FTE",
  importance: "Weight",
  cost: "€k/FTE",
  cell: (what, profession) => `${what}: ${profession}`,
  help: "The plan fills the sum of what is lacking in each profession, as a part of its own threshold, times its weight. Weights are a moral choice: yours. At 0 a profession is there but decides nothing.",
  helpTime: "This objective counts minutes alone: professions do not change the sites, but what they bring.",
  shown: (profession) => `The map and the “before → after” figures are those of: ${profession}.`,
  absent: (profession) => `The map shows a profession that is not in the centre (${profession}): it will not change.`,
  gains: {
    title: "By profession",
    caption: "What the plan changes for each profession of the centre",
    under: "Under the threshold",
    lifted: "Pass the threshold",
    filled: "Shortfall filled",
    row: (profession, threshold) => `${profession} (threshold ${threshold})`,
    staff: (fte, importance) => `${fte} FTE in all · weight ${importance}`,
    change: (before, after) => `${before} → ${after}`,
    none: "nobody lacks any",
  },
  site: (fte, profession) => `${fte} FTE ${profession}`,
  lifted: (parts) => `pass the threshold: ${parts}`,
  people: (people, profession) => `${people} people (${profession})`,
  noneLifted: "nobody passes a threshold thanks to it alone",
  limit: (shares) => `Limit: part of what it offers that goes to people under the threshold: ${shares}.`,
  share: (share, profession) => `${share} (${profession})`,
  method:
    "Several professions: what each lacks is counted as a part of its own threshold (2.5 consultations for general practitioners, that of the orders for others, half the national mean for dentists), then added up with your weights. It is still a sum of gains that level off: the same search and the same proof.",
};

export const enCapacity: typeof frCapacity = {
  method:
    "Places: p-median and coverage with capacities (Sridharan 1995; Pirkul & Schilling 1991). The demand of a commune may be split between several centres. Once sites are open, sharing people out at best is a transportation problem, solved exactly; the bound comes from a Lagrangian relaxation where each centre fills itself at best. The price of a place is what one more would save.",
  toggle: "Limit the places of each centre",
  perFte: "People per FTE",
  help: (fte, each, all) =>
    `${fte} FTE × ${each} = ${all} people per centre. The number per FTE is your assumption: no source stands behind it.`,
  absent: (profession) => `The centre has no FTE in the profession shown (${profession}): it takes nobody.`,
  own: (name) => `Places in ${name}`,
  served: "To be served",
  choices: { all: "All inhabitants", under: "Communes under the threshold" },
  rule: "A commune may be shared between several centres. The plan shares people out: it may send somebody further than the nearest centre, when that one is full.",
  today: "Today's places of practice take the others, without limit.",
  card: {
    title: "Places",
    all: (people, places) => `${people} inhabitants to be served, ${places} places: each has one.`,
    beside: (served, places, people) =>
      `${served} of ${people} inhabitants go to a new centre (${places} places), the others to today's places.`,
    part: (served, people, places) =>
      `${served} of the ${people} inhabitants to be served have a place within these minutes (${places} places).`,
    full: (people) => `${people} have none: the centres within their reach are full.`,
    beyond: (people) => `${people} have none of these centres within the minutes.`,
    fullSites: (n, of) => (n === 0 ? "No centre is full." : `${n} centre${n === 1 ? "" : "s"} of ${of} full.`),
  },
  site: (people, places, minutes) => `takes ${people} people for ${places} places, ${minutes} away on average`,
  empty: (places) => `nobody goes there, for ${places} places`,
  limitTime: (minutes) => `Limit: its capacity. One more place would save somebody ${minutes}.`,
  limitPeople: "Limit: its capacity. One more place would serve one more person.",
  full: "Full, but one more place there would change nothing.",
  room: (places) => `Its capacity does not limit it: ${places} places are left.`,
  runnerUpTime: (name, loss) => `runner-up: ${name} (+ ${loss} of travel in all)`,
  runnerUpPeople: (name, people) => `runner-up: ${name} (− ${people} people)`,
  alone: "no other candidate would serve everyone in its place",
  ties: "Every place is taken. Other sites would fill as many: this objective does not tell them apart.",
  note: "What the runner-up costs is counted once everyone is shared out anew at best.",
};
