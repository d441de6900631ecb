import type { Texts } from "./fr.ts";

export const enClusters: Texts["clusters"] = {
  label: {
    moran: "People in a cluster of little access",
    gi: "People in a cold spot of access",
    need: "People where need is high and nearby access low",
  },
  sentence: {
    moran: (low, high) =>
      `${low} have little access amid communes that have little; ${high} have much amid communes that have much.`,
    gi: (low, high) =>
      `${low} are in a cold spot: the commune and its neighbours together have little access; ${high} in a hot spot.`,
    need: (low, high) => `${low} have a high need amid little access; ${high} a high need amid much access.`,
  },
  odd: (n, communes) => `${communes} stand${n >= 2 ? "" : "s"} out from ${n >= 2 ? "their" : "its"} neighbours.`,
  chance:
    "What chance could explain is not coloured: on average, at most 5 % of the coloured communes are so wrongly (false discovery rate).",
  oldOnly: "The share of people of 65 and more is known in Bretagne only.",
  tooFew: "Too few communes to look for clusters here.",
  toWider: "Compare with the whole of France",
  statistic: {
    label: "What do we look for?",
    names: { moran: "Clusters (Moran)", gi: "Hot spots (Gi*)" },
    help: {
      moran: "The commune facing its neighbours: on the same side of the mean, or on opposite sides.",
      gi: "The commune together with its neighbours: is their sum higher or lower than chance makes it?",
    },
  },
  beside: {
    label: "Set beside the access of the neighbours",
    names: { itself: "The commune's access", income: "Its low incomes", old: "Its people of 65+" },
    help: {
      itself: "Access of the commune, access of its neighbours.",
      income: "Need: a low median income (INSEE, Filosofi 2021). Access: that of neighbouring communes.",
      old: "Need: the share of people of 65 and more (INSEE, census, Bretagne only). Access: that of neighbours.",
    },
  },
  against: {
    label: "High and low, beside whom?",
    names: { territory: "The territory", country: "France" },
    help: {
      territory: "Mean and chance are those of the territory; its neighbours across the border do not count.",
      country: "Mean and chance are those of the country; neighbours count across borders.",
    },
  },
  near: {
    label: "Who neighbours whom?",
    names: {
      queen: "Communes that touch",
      rook: "Communes that share a border",
      "nearest:8": "The 8 nearest communes",
      "minutes:10": "Communes 10 estimated minutes away",
    },
    slow: "Minutes are estimated as the crow flies; the neighbourhood is wider, and the computation longer.",
  },
  draw: {
    title: "Chance, and how to redo it",
    deals: "Permutations",
    seed: "Seed",
    help: (deals, seed) =>
      `${deals} random redistributions of the values, seed ${seed}: the same seed gives exactly the same figures, here and on the command line.`,
    few: "With few permutations over the whole country, the communes kept change a lot from one seed to another.",
    other: "Another seed",
  },
  global: {
    title: "Are neighbours alike?",
    value: (i) => `Moran's I: ${i}`,
    strong: "Yes, clearly: neighbouring communes have close access.",
    some: "A little: neighbouring communes have rather close access.",
    none: "No: nothing tells this map from one at random.",
    apart: "On the contrary: neighbouring communes differ more than chance would make them.",
    needGood: "Where need is high, neighbouring communes have rather more access.",
    needBad: "Where need is high, neighbouring communes have rather less access.",
    needNone: "Need and the access of neighbours have no link that chance does not explain.",
    p: (p, deals) => `Probability of such a result by chance: ${p} (${deals} permutations).`,
    over: (communes, name, islands) => `Computed over ${communes}, ${name}, of which ${islands} without a neighbour.`,
    france: "the whole of France",
    built:
      "Caution: official access is computed over catchments that overlap. Two neighbouring communes share their practitioners, so they are alike by construction; part of this figure comes from there. Compare it between years or professions, not with zero.",
  },
  scatter: {
    title: "The commune facing its neighbours",
    label: "Moran scatter plot",
    summary: (slope) => `Each point is a commune; slope ${slope}`,
    across: "commune (standard deviations)",
    acrossNeed: "need (standard deviations)",
    up: "neighbours (standard deviations)",
    corners: ["high, high", "low, high", "low, low", "high, low"],
    slope: (slope) => `slope ${slope}`,
    help: "On the right, communes above the mean; at the top, those whose neighbours are. Vivid points are those chance does not explain.",
    open: "The most extreme are brought back to the edge.",
    columns: { group: "Group", communes: "Communes", people: "People" },
  },
  classes: {
    moran: {
      HH: "high amid high",
      LL: "low amid low",
      HL: "high amid low",
      LH: "low amid high",
    },
    need: {
      HH: "high need, nearby access high",
      LL: "low need, nearby access low",
      HL: "high need, nearby access low",
      LH: "low need, nearby access high",
    },
    hot: "hot spot: much access",
    cold: "cold spot: little access",
    chance: "chance could explain it",
    island: "without a neighbour",
  },
  legend: {
    moran: "Clusters of access (local Moran)",
    gi: "Hot and cold spots (Gi*)",
    income: "Low incomes and access of neighbours",
    old: "People of 65+ and access of neighbours",
  },
  note: "5 % after correction (false discoveries). Catchments overlap: part of it comes from there.",
  row: {
    moran: (own, lag) => `commune ${own}, neighbours ${lag} (standard deviations)`,
    gi: (z) => `Gi* ${z}`,
  },
  table: {
    class: "Group",
    own: "Commune (sd)",
    lag: "Neighbours (sd)",
    p: "adjusted p",
    gi: "Gi* (z)",
    local: "Local I",
  },
  below: (limit) => `under ${limit}`,
  method:
    "Local Moran (Anselin, 1995): product of the commune's deviation from the mean and the mean deviation of its neighbours, in standard deviations. To judge chance, the commune keeps its value and those of all others are dealt around it; p = min(1, 2·(min(#≥, #≤) + 1) ÷ (permutations + 1)). The p are adjusted for the false discovery rate (Benjamini and Hochberg, 1995) over all communes of the computation, and p ≤ 0.05 are kept.",
  methodFormula: "I_i = z_i · Σ_j w_ij z_j, w_ij = 1 ÷ number of neighbours",
  methodGi:
    "Gi* (Ord and Getis, 1995): the sum of the commune and its neighbours beside what chance would make of it; z under normality, p adjusted alike. With a need, it is set beside the access of neighbours (bivariate Moran), which mixes their link in place and their link between neighbours.",
  methodGlobal:
    "Global I: n ÷ S₀ · Σ w_ij z_i z_j ÷ Σ z² (Cliff and Ord, 1981), p by at most 999 permutations. A commune without a neighbour stays counted, without a cluster. Paris, Lyon and Marseille are taken whole.",
};
