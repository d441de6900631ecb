import type { Texts } from "./fr.ts";

export const enDiagnoses: Texts["diagnoses"] = {
  computing: "Computing in your browser",
  stages: {
    variants: "Access measured in several ways",
    minutes: "Estimated travel times between communes",
    departures: "Reading the official series",
    pharmacy: "Pharmacy nearest to each commune",
    emergency: "Emergency care nearest to each commune",
    deserts: "Outlines that touch",
    neighbours: "Neighbouring communes",
    permutations: "Random draws, commune by commune",
    "global-permutations": "Random draws, for the whole",
  },
  progress: (percent) => `${percent} of this stage`,
  firstTime: "The first time takes a few seconds; the next territories are immediate.",
  cancel: "Stop",
  stopped: "Computation stopped. What was done is kept.",
  resume: "Resume",
  failed: "This computation could not be done",
  otherProfession:
    "This reading exists for general practitioners only: the other professions have neither series by age nor competing methods published.",
  toGp: "Show general practitioners",
  otherYear: (asked, years) => `No ${asked} data for this reading. Published years: ${years}.`,
  toYear: (year) => `Show ${year}`,
  agesIgnored: "The setting “Practitioners counted” has no effect on this reading.",
  nobody: "No inhabitant can be counted here: a published value is missing.",
  share: (percent, name) => `${percent} · ${name}`,
  parent: (name, percent) => `${name} ${percent}`,
  lessThan: (percent) => `less than ${percent}`,
  minus: "One less",
  plus: "One more",
};
