import type { Texts } from "./fr.ts";

export const enRobustness: Texts["robustness"] = {
  label: (count) => `Inhabitants whose diagnosis changes with the method (${count} methods)`,
  sentence: (always, never, threshold) =>
    `${always} inhabitants live in a desert whatever the method, ${never} never do. Mark: ${threshold} consultations a year.`,
  unjudged: (people) => `${people} inhabitants are not judged: a method has no value where they live.`,
  thresholdFixed: (shown) =>
    `The threshold you moved has no effect here: robustness is judged at the threshold of ${shown}.`,
  split: {
    title: "Who disagrees with whom?",
    official: "Published figures among themselves",
    officialHelp: "every doctor, or only those up to 65",
    estimate: "Estimates among themselves",
    estimateHelp: "same places of practice, same trips: only the weight of minutes changes",
    all: "All methods together",
  },
  people: { title: "Inhabitants by number of methods", none: "nobody" },
  classes: {
    never: (of) => `no desert in ${of}/${of}`,
    always: (of) => `desert in ${of}/${of}`,
    between: (from, to, of) => (from === to ? `desert in ${from}/${of}` : `desert in ${from} to ${to}/${of}`),
    unjudged: "not judged",
  },
  verdicts: {
    always: "a desert whatever the method",
    never: "no desert whatever the method",
    depends: "depends on the method",
    unjudged: "not judged: a method has no value here",
  },
  count: (under, of) => `desert in ${under}/${of} methods`,
  legend: (of) => `A desert in how many of the ${of} methods?`,
  note: "Methods other than the two official ones are estimates: estimated travel times, places of practice and not activity.",
  rule: {
    label: "Where is the threshold of the estimates?",
    names: { "same-share": "Share of people", "same-ratio": "Ratio to the mean" },
    help: {
      "same-share": "Each method counts as many inhabitants of France in a desert; they can only differ on where.",
      "same-ratio":
        "Each method puts the threshold at the same fraction of its national mean; a smoother method sees fewer deserts.",
    },
  },
  methods: {
    title: "The methods, one by one",
    columns: { name: "Method", under: "Under", flipped: "Change" },
    flippedHelp: "Inhabitants whom this method classes otherwise than the official figure, all ages.",
    published: "published",
    stated: "partly a stated choice of Oasis",
    source: (source, published) => `${source} · ${published}`,
    reference: "reference",
    threshold: (value, unit) => `threshold ${value} ${unit}`,
  },
  variants: {
    "official-all": { name: "Official APL, every doctor", how: "the published value", source: "DREES" },
    "official-le65": { name: "Official APL, doctors up to 65", how: "the published value", source: "DREES" },
    "apl-v1": {
      name: "Steps at 5, 10 and 15 minutes",
      how: "weights 1, 0.3 then 0.1: the first APL (2012)",
      source: "Lucas-Gabrielli & Nestrigue, IRDES, DT 70, 2016",
    },
    "apl-v2": {
      name: "Steps at 10, 15 and 20 minutes",
      how: "weights 1, 0.3 then 0.1: what is known of today's APL",
      source: "first APL moved by five minutes, today's weights are not published",
    },
    "dt70-exp": {
      name: "Slow decrease up to 30 minutes",
      how: "exponential, a third left at 9 minutes",
      source: "Lucas-Gabrielli & Nestrigue, IRDES, DT 70, 2016",
    },
    "dt70-gauss": {
      name: "Bell curve up to 30 minutes",
      how: "Gaussian, a third left at 14 minutes",
      source: "Lucas-Gabrielli & Nestrigue, IRDES, DT 70, 2016",
    },
    "dt70-empirical": {
      name: "Fast decrease up to 30 minutes",
      how: "exponential fitted to observed trips, a third left at 5 minutes",
      source: "Lucas-Gabrielli & Nestrigue, IRDES, DT 70, 2016",
    },
    "linear-20": {
      name: "Even decrease up to 20 minutes",
      how: "a straight line, from 1 to 0",
      source: "after ARS Bourgogne-Franche-Comté, 2017, the straight line being ours",
    },
    "2sfca-20": {
      name: "All or nothing at 20 minutes",
      how: "every minute counts alike, then nothing",
      source: "Luo & Wang, 2003, with the limit of the APL instead of their 30 minutes",
    },
    "e2sfca-30": { name: "Steps at 10, 20 and 30 minutes", how: "weights 1, 0.68 then 0.22", source: "Luo & Qi, 2009" },
  },
  units: { official: "consult./year/inhab.", estimate: "places per 100,000 inhab." },
  caveats: {
    title: "What this badge does not say",
    items: [
      "estimates count places of practice (BPE 2024), not their activity: one open a day a week counts like another;",
      "their minutes are estimated from straight lines: no river, no relief, no traffic;",
      "Paris, Lyon and Marseille are one place each in them;",
      "all share the same supply and the same trips: they agree more than independent studies would.",
    ],
  },
  badge: {
    title: "Does the diagnosis hold?",
    seeAll: "Show the methods on the map",
    row: (value, threshold, unit) => `${value} for a threshold of ${threshold} ${unit}`,
    under: "desert",
    above: "no desert",
    missing: "no value",
  },
  table: { under: "Methods: desert", verdict: "Verdict", official: "Official APL" },
  method:
    "A method calls a commune a desert when its value is strictly under the threshold of that method. Ten methods somebody published or used: two are the official values (every doctor; up to 65), eight compute again in two steps with another weight of minutes, over estimated times and places of practice. The verdict is firm when all ten agree.",
  methodRule:
    "The official threshold (2.5 consultations) has no meaning in the unit of the estimates (places per 100,000 inhabitants). It is carried over in either of two ways: the same share of the country's people under the threshold, or the same fraction of the national mean. Thresholds are national: they do not change with the territory shown.",
};
