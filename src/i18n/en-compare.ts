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
    moreUnder: (times, threshold, more, moreShare, less, lessShare) =>
      `Living under ${threshold} is ${times} times as frequent in ${more} (${moreShare}) as in ${less} (${lessShare}).`,
    oneUnder: (threshold, more, moreShare, less) =>
      `Nobody lives under ${threshold} in ${less}. It is otherwise in ${more} (${moreShare}).`,
    sameUnder: (threshold, share) => `The share of people under ${threshold} is the same on both sides: ${share}.`,
    mean: (a, aValue, b, bValue, unit) => `On average, ${aValue} ${unit} in ${a}, ${bValue} in ${b}.`,
    wider: (wide, wideRatio, narrow, narrowRatio) =>
      `The gap between the best and the worst served is wider in ${wide} (${wideRatio}) than in ${narrow} (${narrowRatio}).`,
    sameGap: (ratio) => `The gap between the best and the worst served is the same on both sides: ${ratio}.`,
    giniApart: (more, moreValue, less, lessValue) =>
      `Access is more unequal in ${more} (Gini ${moreValue}) than in ${less} (${lessValue}): the intervals do not touch.`,
    giniClose: (aValue, bValue) =>
      `Gini indices ${aValue} and ${bValue}: their intervals overlap, one cannot say where access is more unequal.`,
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
