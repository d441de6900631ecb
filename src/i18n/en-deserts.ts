import type { Texts } from "./fr.ts";

export const enDeserts: Texts["deserts"] = {
  label: (threshold) => `People in a desert of one piece, under ${threshold}`,
  sentence: (people, communes) =>
    `Besides these, ${people} live under the threshold in ${communes} on their own: too few touching communes to make a desert.`,
  noneIsolated: "No commune under the threshold is on its own.",
  apart: (people) => `${people} live in an arrondissement under the threshold of a city that, taken whole, is not.`,
  none: (threshold) => `No desert of one piece under ${threshold} here.`,
  noneHelp: "Raise the threshold, or accept deserts of fewer communes.",
  percolates: (departements, people, communes) =>
    `Mind this: from commune to commune, the largest crosses ${departements} départements (${people}, ${communes}). Deserts join at their edges; at this scale it is no longer a place to act on. Look at a département or an intercommunality instead.`,
  within: {
    label: "Where do deserts end?",
    names: { territory: "At the territory's border", country: "Beyond it too" },
    help: {
      territory: "Each desert is cut at the border of the territory: what its representatives can deal with alone.",
      country:
        "A desert runs on among the neighbours, sometimes very far: its people here are counted, the rest is told apart.",
    },
  },
  least: { label: "Touching communes, at least", value: (n, shown) => `${shown} commune${n >= 2 ? "s" : ""}` },
  colour: { label: "Colour deserts by", names: { people: "Their people", depth: "Their depth" } },
  threshold: "Threshold",
  thresholdReset: (shown) => `Back to ${shown}`,
  split: {
    title: "People under the threshold",
    names: { together: "in a desert", isolated: "communes on their own", apart: "arrondissements apart" },
  },
  list: {
    title: (n, shown) => `${shown} desert${n >= 2 ? "s" : ""}, most people first`,
    name: (first, second) => `Around ${first} and ${second}`,
    nameOne: (only) => `Around ${only}`,
    facts: (communes, depth) => `${communes} · short of the threshold by ${depth} on average`,
    beyond: (people, communes) => `In all, beyond the territory: ${people}, ${communes}`,
    robust: (percent) => `${percent} of these people are in a desert whatever the method`,
    robustNone: "None of these people are in a desert under every method",
    more: (_, shown) => `See the other ${shown}`,
    all: "See all deserts again",
    download: "Download the list",
    downloadOne: "Download this desert",
    files: "CSV: people, communes, depth, INSEE codes",
  },
  legend: {
    people: (threshold) => `Deserts under ${threshold}, by people`,
    depth: (threshold) => `Deserts under ${threshold}, by depth`,
    depthNote: "Depth: what is missing to reach the threshold, on average for its people, as a share of the threshold.",
    peopleNote: "A desert has one colour throughout: that of all its people in the territory.",
    under: (limit) => `under ${limit}`,
    between: (from, to) => `${from} to ${to}`,
    over: (limit) => `${limit} and more`,
    isolated: "on its own",
    above: "threshold or more",
  },
  row: {
    desert: (rank, name) => `desert no. ${rank}, ${name}`,
    isolated: "under the threshold, on its own",
    apart: "under the threshold, in a city that is not",
    above: "threshold or more",
  },
  table: { desert: "Desert", people: "People of the desert", depth: "Depth" },
  caveats: {
    title: "What these deserts do not say",
    items: [
      "Two communes touch when their outlines share a point: a river without a bridge parts nothing, a commune just above the threshold parts everything.",
      "An island of a single commune touches nobody: it is always on its own.",
      "Paris, Lyon and Marseille are taken whole, with their mean; their people are counted by arrondissement.",
      "The share of people in a desert under every method exists for general practitioners only, in the latest year and at the starting threshold.",
    ],
  },
  method:
    "A desert of one piece joins the communes strictly under the threshold that touch from one to the next (outlines of ADMIN EXPRESS, IGN, one common point is enough) and that are at least as many as the least chosen. What is smaller is on its own. People: municipal population 2020, as everywhere here.",
  methodDepth:
    "Depth: mean over the people of the desert of (threshold − value) ÷ threshold (Foster, Greer and Thorbecke, 1984, α = 1, among those under it). 0 %: just under the threshold; 100 %: nothing in reach.",
};
