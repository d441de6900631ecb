import type { frFelt } from "./fr-felt.ts";

export const enFelt: typeof frFelt = {
  title: "Felt / computed",
  subtitle: "What people say beside what figures say; and who has not been heard.",
  register: "Register",
  legend: "Felt / computed",
  note: "Each commune takes the colour of the territory whose counts are published.",
  rate: (n) => `${n} reports per 1,000 people a year`,
  nothing: {
    text: (fewest) =>
      `Nothing to show yet: no register of this browser publishes counts. It takes at least ${fewest} different people, in one département, the same month, for the same difficulty and the same profession.`,
    report: "Report a difficulty",
    take: "Take a public register",
    whyTitle: "Why wait?",
    why: (fewest) =>
      `Under ${fewest} people, one could guess who spoke. Such cells are therefore never published, and a true zero cannot be told from an imposed silence. Published counts are rounded to 5 and come out on fixed dates, so that no subtraction betrays them. No sample data is shown here: it could pass for true.`,
    readTitle: "What will be read here",
  },
  quadrants: {
    confirmed: { name: "Confirmed", means: "Badly served by the figures, and people say so." },
    hidden: {
      name: "Hidden",
      means: "Well served by the figures, but people say otherwise: delays, refusals, closed patient lists?",
    },
    silent: {
      name: "Silent",
      means: "Badly served by the figures, and hardly anybody says so: go and listen, conclude nothing.",
    },
    served: { name: "Served", means: "Neither figures nor people point at a difficulty." },
    uncertain: {
      name: "Uncertain",
      means: "Published counts are not enough to decide: the interval straddles the limit.",
    },
    unknown: { name: "Unknown", means: "The figures say nothing of this territory." },
  },
  limitsLabel: "To read before the figures",
  limits: {
    "self-selection":
      "Whoever wants to speaks: these counts compare territories, they do not measure need. A local campaign is enough to raise them.",
    suppressed: "Silence can mean nobody, or too few people to say so.",
    "areas-not-people": "Where voices come from is known, not whose they are.",
    "ages-partly-known": "Ages are known for part of the people only.",
    "none-told": "Nothing is published for this territory and this profession.",
  },
  crossed: (profession) => `What is said, what is computed · ${profession}`,
  counted: (name, areas, people) => `${name}: ${areas} territor${areas === 1 ? "y" : "ies"}, ${people} people`,
  cuts: (rate, share) =>
    `Limits: ${rate} published reports per 1,000 people a year, and ${share} of people under the threshold, those of all these territories together. Bars: 95% interval of chance, widened by all that rounding and silence can hide.`,
  chart: {
    label: (n) => `${n} territories: share of people under the threshold, and published reports`,
    across: "Share of people under the threshold",
    up: "Reports per 1,000 people a year",
  },
  table: {
    title: "Territory by territory",
    caption: "Felt and computed by territory",
    area: "Territory",
    quadrant: "Reading",
    under: "Under the threshold",
    rate: "Reports /1,000/year",
    interval: "Between",
    untold: "not published",
    between: (low, high) => `${low} and ${high}`,
  },
  heard: {
    title: "Who has not been heard",
    intro:
      "Share of each group among people, and among published reports. The reports of a territory are shared among its groups as its people are.",
    by: "Groups",
    names: { density: "Density", "income-tenth": "Income", age: "Age", access: "Access" },
    caption: (by) => `People and reports, by group: ${by}`,
    group: "Group",
    people: "People",
    told: "Reports, between",
    verdict: "Heard",
    verdicts: { less: "less", more: "more", uncertain: "not known" },
    known: (share) => `Group known for ${share} of people.`,
    tenth: (rank) => `${rank} tenth of income`,
    range: (from, to) => `${from} to ${to}`,
    atLeast: (from) => `${from} and more`,
  },
};
