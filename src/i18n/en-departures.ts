import type { Texts } from "./fr.ts";

export const enDepartures: Texts["departures"] = {
  percent: (n) => `${n}%`,
  label: (threshold, age) => `Inhabitants under ${threshold} if doctors over ${age} left without being replaced`,
  ages: { le65: "65", le62: "62" },
  sentence: (now, more) => `${now} inhabitants already are; ${more} would fall under it.`,
  threshold: "Threshold (consultations a year)",
  thresholdReset: (shown) => `Back to ${shown}`,
  steps: {
    title: "Step by step",
    label: (name) => `Inhabitants of ${name} under the threshold, departure after departure`,
    already: "Already under the threshold",
    falls: { le65: "Without those over 65", le62: "Without those over 62" },
    above: "Stay above",
    out: "Not comparable",
    added: (people, percent) => `+ ${people} · ${percent}`,
    share: (people, percent) => `${people} · ${percent}`,
    source: (year, ages) => `DREES, APL ${year}: series published ${ages}.`,
    series: { all: "all ages", le65: "up to 65", le62: "up to 62" },
  },
  only65: (year) => `In ${year} only the series “up to 65” is published.`,
  inconsistent: (communes, people) =>
    `Not classed at the step of 62: ${communes} (${people}). The value there is above that of 65, which is impossible. The two series come from different publications; the other communes carry the same doubt.`,
  missing: (communes, people) => `No value at one of the steps: ${communes} (${people}).`,
  loss: {
    title: "What if a share of all doctors left?",
    label: "Share of departures not replaced",
    none: "No departure: move the handle.",
    sentence: (people, percent) => `${people} inhabitants would be under the threshold, ${percent}`,
    more: (people) => `of whom ${people} more than today`,
    hypothesis:
      "A hypothesis, not a forecast: activity falls by the same percentage everywhere. Official access being proportional to supply, it falls as much.",
    back: "Back to the published ages",
  },
  classes: {
    already: "already under the threshold",
    falls: { le65: "falls without those over 65", le62: "falls without those over 62" },
    fallsLoss: (percent) => `falls if ${percent} leave`,
    above: "stays above",
    out: "not comparable or no data",
    missing: "no data",
  },
  legend: (threshold) => `When the commune falls under ${threshold}`,
  legendLoss: (threshold, percent) => `Under ${threshold} if ${percent} of activity leaves`,
  note: "Nobody replaces, nobody works more: what would be missing, not a forecast.",
  table: { when: "Falls under the threshold", after: "APL after departures" },
  value: (all, rest) => `${all} → ${rest}`,
  caveats: {
    title: "What this cliff does not say",
    items: [
      "who will really leave, nor when: ages of departure vary;",
      "who will settle: no replacement is counted;",
      "whether the doctors who stay will work more or less;",
      "what happens across borders: the patients of those who leave go to neighbours, whose access already falls here.",
    ],
  },
  method:
    "DREES publishes the APL without GPs over 65 (2022 and 2023) and without those over 62 (2022). A commune falls at the first series strictly under the threshold. The series up to 62 comes from another publication than the series up to 65: where it is above, the commune is left out of that step and counted apart.",
  methodLoss:
    "The APL is linear in supply: if x % of the activity of all doctors disappears everywhere, each value is multiplied by (1 − x). Inhabitants under the threshold T are then exactly those whose value is under T ÷ (1 − x). It is a working hypothesis: real departures are not spread evenly.",
};
