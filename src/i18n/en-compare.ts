import type { Texts } from "./fr.ts";

export const enCompare: Texts["compare"] = {
  open: "Compare",
  openWith: (name) => `Compare ${name} with another territory`,
  change: "Compare with another",
  quit: "Leave the comparison",
  choose: "Compare with…",
  search: "Commune, intercommunality, département, region",
  near: "Nearby",
  none: (text) => `Nothing matches “${text}”.`,
  label: "Comparison of two territories",
  title: (a, b) => `${a} and ${b}`,
  subtitle: (profession, year) => `${profession} · official indicator APL ${year}`,
  swap: "Swap A and B",
  loading: "Loading the two territories…",
  updating: "Measuring…",
  sentences: {
    moreUnder: (threshold, more, moreShare, less, lessShare, times) =>
      `Under ${threshold}: ${moreShare} of people (${more}), against ${lessShare} (${less}), that is ${times} times that share.`,
    oneUnder: (threshold, more, moreShare, less) =>
      `Under ${threshold}: ${moreShare} of people (${more}), against nobody (${less}).`,
    sameUnder: (threshold, share) => `Under ${threshold}: ${share} of people, on both sides.`,
    mean: (a, aValue, b, bValue, unit) => `On average: ${aValue} ${unit} (${a}) and ${bValue} (${b}).`,
    wider: (wide, wideRatio, narrow, narrowRatio) =>
      `Gap between the best-served 10% and the worst-served 10%: ${wideRatio} (${wide}), wider than ${narrowRatio} (${narrow}).`,
    sameGap: (ratio) => `Gap between the best-served 10% and the worst-served 10%: ${ratio}, on both sides.`,
    giniApart: (more, moreValue, less, lessValue) =>
      `Gini indices: ${moreValue} (${more}), more unequal than ${lessValue} (${less}); their intervals do not touch.`,
    giniClose: (aValue, bValue) =>
      `Gini indices: ${aValue} (A) and ${bValue} (B); their intervals overlap, so the gap may hang on a few communes.`,
  },
  rows: {
    people: "People",
    peopleUnder: "People under the threshold",
    lowestTenth: "1st tenth",
  },
  table: {
    title: "Figure by figure",
    caption: (a, b) => `${a} and ${b}, figure by figure`,
    figure: "Figure",
    a: "A",
    b: "B",
    difference: "A − B",
    points: (value) => `${value} pt`,
    note: "Differences of shares in percentage points. Same threshold on both sides.",
    download: "Download as CSV",
  },
  maps: {
    label: (name) => `Map of access to care: ${name}`,
    byZoom: "Same colours on both sides. Each map is framed on its territory; zooming one zooms the other by as much.",
    byPosition: "Same colours on both sides. One holds the other: both maps always show the same place.",
    zoomIn: "Zoom in on both maps",
    zoomOut: "Zoom out of both maps",
    fit: "See both territories again",
    failed: "The map could not be drawn; the table shows the same figures.",
    noOutline: "This territory has no outline in the data.",
  },
};
