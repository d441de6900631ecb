import type { Texts } from "./fr.ts";

export const enCumulated: Texts["cumulated"] = {
  set: {
    label: "Which difficulties?",
    names: { professions: "Three professions", firstCare: "First points of care" },
    help: {
      professions: "GPs, nurses and physiotherapists: official access under the threshold of each profession.",
      firstCare: "Official access to GPs under the threshold; pharmacy and emergency care too far, in estimated times.",
    },
  },
  minutes: {
    pharmacy: "Pharmacy: too far beyond",
    emergency: "Emergency care: too far beyond",
    value: (minutes) => `${minutes} estimated min`,
  },
  label: "Inhabitants with all three difficulties",
  atLeastTwo: (people, percent) => `${people} inhabitants (${percent}) have at least two.`,
  unknown: (people) => `${people} inhabitants are not counted: one of the three is not known where they live.`,
  people: {
    title: "Inhabitants by number of difficulties",
    names: ["none", "one", "two", "all three"],
    label: "Inhabitants by number of difficulties",
  },
  alone: {
    title: "Each difficulty, alone or not",
    columns: { name: "Difficulty", limit: "Limit", people: "Inhabitants", share: "Share" },
    names: {
      gp: "GPs",
      nurse: "Nurses",
      physio: "Physiotherapists",
      pharmacy: "Pharmacy",
      emergency: "Emergency care",
    },
    under: (limit) => `under ${limit}`,
    over: (minutes) => `over ${minutes} min`,
  },
  classes: ["no difficulty", "one difficulty", "two difficulties", "three difficulties"],
  unknownClass: "one of the three has no data",
  legend: {
    professions: "GPs, nurses, physiotherapists: how many are short?",
    firstCare: "GPs, pharmacy, emergency care: how many are short?",
  },
  noteEstimated: "Estimated times, not measured on roads.",
  table: { count: "Difficulties", minutes: "estimated min" },
  none: (minutes) => `over ${minutes}`,
  which: (list) => `in difficulty: ${list}`,
  counted: {
    professions: (year) =>
      `Access: DREES, APL ${year}. Thresholds: those of the least provided zones in the zoning orders, which are not those of the DREES study (ER 1100, 2019: 4.5 % of inhabitants in 2017).`,
    firstCare: (year) =>
      `Access: DREES, APL ${year}. Facilities: INSEE, BPE 2024, pharmacies (D307) and emergency departments (D106). Official figures also count mobile emergency units (SMUR) and GPs on call for them: the share differs (DREES, Dossier 17, 2017: 0.5 %).`,
  },
  method:
    "A difficulty is an access strictly under the threshold of the profession, or a pharmacy or emergency department strictly beyond the minutes chosen. Minutes are estimated from distances between communes, not measured on roads; a facility in the commune counts 0 minutes. A commune where one of the three is not known is counted nowhere.",
};
