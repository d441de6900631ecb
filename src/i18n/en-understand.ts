import type { Texts } from "./fr.ts";

/** The room “Understand”. */
export const enUnderstand: Texts["understand"] = {
  panel: {
    label: "Figures of the territory",
    subtitle: (territory, year) => `${territory} · official APL indicator ${year}`,
    updating: "Computing…",
  },
  selectors: {
    profession: "Profession",
    year: "Year",
    ages: "Practitioners counted",
    agesNames: { all: "All ages", le65: "65 and under", le62: "62 and under" },
    agesHelp:
      "The indicator is also published without GPs over 65 or 62: what would remain if all of them left tomorrow and nobody replaced them.",
    agesOnlyAll: "For this profession and year, only the “all ages” series is published.",
  },
  headline: {
    label: (threshold, unit) => `Inhabitants under ${threshold} ${unit}`,
    share: (percent, name) => `${percent} · ${name}`,
    parent: (name, percent) => `${name} ${percent}`,
    sentence: (people) =>
      `Out of ${people} inhabitants of communes where the indicator is published (municipal population 2022).`,
    without: (people) => `${people} inhabitants live where it is not: they are counted nowhere here.`,
    withoutNone: "No inhabitant without data.",
    nothing: "No value published for this territory.",
    moved: (shown) => `Threshold moved. Back to ${shown}`,
  },
  thresholds: {
    title: "Where does this threshold come from?",
    sources: {
      "order-2017-gp":
        "2.5 consultations: limit of the French order of 13 November 2017 for priority intervention zones. The order applies it to living areas and to doctors aged 65 and under; here it is a landmark, commune by commune.",
      "order-2018-physio":
        "43.8 FTE: national limit of “very underserved” zones in the order of 24 September 2018. The order applies it to living areas; here it is a landmark, commune by commune.",
      "order-2019-midwife":
        "7.1 FTE: national limit of “very underserved” zones in the order of 17 October 2019. The order applies it to living areas; here it is a landmark, commune by commune.",
      "order-2020-nurse":
        "58.8 FTE: national limit of “very underserved” zones in the order of 10 January 2020. The order applies it to living areas; here it is a landmark, commune by commune.",
      "half-national-mean":
        "No regulatory threshold is published for dentists: the landmark is half the national mean, as in IRDES, Questions d’économie de la santé no. 564.",
    },
  },
  comparison: {
    title: "Compared with whom?",
    territory: "Territory",
    mean: "Mean",
    below: "Under threshold",
    lowest: "Lowest tenth",
    ratio: "D10/D1",
    ratioHelp: "Mean of the best-served 10% of inhabitants over the mean of the worst-served 10%.",
    unit: (unit) => `Means in ${unit}`,
  },
  trend: {
    title: "Since 2015",
    titleShort: "From year to year",
    label: (name) => `Mean of ${name} by published year`,
    point: (year, value) => `${year}: ${value}`,
    caveat:
      "Read with care: the standardised population is rescaled every year to the total population, which hides the effect of ageing. Years not shown are not in the data.",
    change: (from, to, delta) => `${delta} between ${from} and ${to}`,
  },
  limits: {
    title: "What this figure does not say",
    items: [
      "how long one waits for an appointment;",
      "whether professionals take new patients;",
      "the price, extra fees, direct billing;",
      "opening hours and out-of-hours care;",
      "the journey of those without a car: times are by road;",
      "needs that stay silent because nobody was consulted.",
    ],
  },
  map: {
    label: "Map of access to care by commune",
    help: "Arrow keys: move from a commune to its neighbour. Enter: open its card. Escape: clear the selection.",
    loading: "Drawing the map…",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "See the whole territory",
    background: "Background map",
    backgroundOn: "Show the IGN background",
    backgroundHelp:
      "Off at first. Turning it on contacts data.geopf.fr (IGN, France), which then sees your IP address and the area shown. This setting is never part of the shared link.",
    backgroundCredit: "Background: Plan IGN v2, © IGN",
    announce: (name, value) => `${name}: ${value}`,
    lostTitle: "The map stopped",
    lost: "The browser took the graphics card back. The map returns by itself as soon as it can; the table shows the same figures.",
    noWebglTitle: "The map cannot be shown here",
    tilesTitle: "The outlines of communes could not be loaded",
    showTable: "See the table",
    sources: (year) => `Sources: DREES (APL ${year}), INSEE, IGN · drawn by your browser`,
    method: "Sources and method",
  },
  legend: {
    title: "Legend and distribution",
    collapse: "Fold the legend",
    expand: "Open the legend",
    scale: "Colour scale",
    scales: { fixed: "Official limits", quantile: "Equal counts" },
    scalesHelp: "Equal counts: as many communes in each class; good for nuances, not for judging.",
    filter: "Filter the communes",
    filters: { all: "All", below: "Under threshold", above: "At or above" },
    lit: (communes, people) => `${communes} · ${people}`,
    empty: "No commune matches this filter.",
    reset: "Show all",
    under: (limit) => `under ${limit}`,
    between: (from, to) => `${from} to ${to}`,
    over: (limit) => `${limit} and over`,
    histogram: (territory) => `Inhabitants of ${territory} by level of access`,
    thresholdMark: (value) => `threshold ${value}`,
    bar: (interval, people) => `${interval}: ${people} inhabitants`,
    overflow: (limit) => `${limit}+`,
    zero: "zero",
  },
  classes: {
    gp: [
      "extremely low access",
      "very low access",
      "low access",
      "middling access, lower",
      "middling access",
      "high access",
      "very high access",
    ],
    order: ["very underserved", "underserved", "intermediate", "well served", "over-served"],
    mean: ["less than half the mean", "below the mean", "above the mean", "more than twice the mean"],
    quantile: (at, of) => `class ${at} of ${of}, from worst to best served`,
  },
  tenth: {
    badge: (ordinal) => `${ordinal} tenth`,
    better: (n) =>
      n === 0
        ? "among the best-served 10%"
        : n === 1
          ? "1 inhabitant in 10 is better served"
          : `${n} inhabitants in 10 are better served`,
  },
  commune: {
    label: (name) => `Card of ${name}`,
    compare: "Compared with",
    reasons: {
      missing: "The indicator is not published for this commune.",
      secret: "The indicator is under statistical secrecy for this commune.",
      unreachable: "No road links this commune to the professionals counted.",
    },
    zero: "Zero: no such professional within reach.",
    professions: "All professions",
    latest: (year) => `Values for ${year}, all ages, each in its own unit.`,
    departures: "If the oldest left and nobody replaced them",
    departing: { all: "All doctors", le65: "Without those over 65", le62: "Without those over 62" },
    facilities: "Places of practice and facilities",
    facilitiesHelp: "INSEE facilities database. Places, not people; 2018 → 2024.",
    facilitiesNone: "No place counted in the commune in 2024.",
    notCounted: "not counted",
    moreFacilities: (n) => `See the other ${n}`,
    income: "Median standard of living",
    poverty: "Poverty rate",
    incomeNote: "INSEE, Filosofi 2021; standard of living per year and consumption unit.",
    arrondissements: "By arrondissement",
    folded: "Mean of the arrondissements, weighted by their standardised population.",
    zoom: "Zoom to the commune",
    epci: (name) => `See ${name}`,
    loading: "Reading the card…",
  },
  table: {
    label: (territory) => `Communes of ${territory}`,
    switch: "View",
    views: { map: "Map", table: "Table" },
    columns: {
      commune: "Commune",
      group: "Intercommunality",
      departement: "Département",
      population: "Population",
      class: "Level",
      status: "Status",
    },
    download: "Download as CSV",
    rows: (n, shown) => `${shown} row${n === 1 ? "" : "s"}`,
    ascending: "Sort from lowest to highest",
    descending: "Sort from highest to lowest",
  },
};
