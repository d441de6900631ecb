import { enInequalityTopics } from "./en-inequality-method.ts";
import type { Texts } from "./fr.ts";

/** The drawer “Sources and method”. */
export const enMethod: Texts["method"] = {
  title: "Sources and method",
  open: (what) => `Sources and method: ${what}`,
  topics: {
    apl: "Localised potential accessibility (APL)",
    people: "Inhabitants under the threshold",
    threshold: "The threshold",
    comparison: "Mean, tenths, gap",
    trend: "Change over time",
    tenth: "The tenth of a commune",
    income: "Income and poverty",
    facilities: "Places of practice",
    recomputed: "The recomputation",
    reach: "What is in reach",
    times: "Estimated times, road times",
    robustness: "Robustness of the diagnosis",
    departures: "Departures",
    cumulated: "Combined difficulties",
    zoning: "Simulated zoning",
    deserts: "Deserts of one piece",
    clusters: "Clusters and hot spots",
    crossed: "Access crossed with income",
    act: "Choice of sites",
    rounds: "Mobile rounds",
    map: "Colours and outlines",
    ...enInequalityTopics,
    data: "Datasets",
  },
  recomputed: {
    formulas: ["R_j = S_j / Σ_i P_i · w_ij", "A_i = Σ_j w_ij · R_j"],
    text: "S_j: places of practice of commune j (INSEE, permanent database of facilities 2024) times an activity; P_i: inhabitants of commune i, standardised by DREES or not; w_ij: weight of the trip from i to j. Minutes are estimated from the distance as the crow flies (1.53 · km^0.90, fitted on road times of Gironde), unless you bring a road network. Islands without a bridge are joined to nothing. Paris, Lyon and Marseille are computed whole.",
    known:
      "Published for general practitioners since 2015: the limit of 20 minutes and the bounds of activity (3,600 to 6,000 acts a year). Not published: the weights by step and the age weights. No open table gives the activity of each practitioner: one place counts as another.",
    sources:
      "Method: Lucas-Gabrielli & Nestrigue, IRDES, working paper 70 (2016); Luo & Wang (2003); Luo & Qi (2009); Dai (2010); Delamater (2013); Páez et al. (2019); Saxon & Snow (2020).",
    differences:
      "The difference is the recomputed value less the official one of the same year. The error is the root mean square of differences, each commune counting once; r is Pearson's correlation.",
  },
  apl: {
    definition:
      "The APL relates the professionals within reach of a commune to the inhabitants who share them. It accounts for their actual activity, for road time, and for care needs by age. It is computed and published by DREES and IRDES; Oasis shows it as it is, without recomputing it.",
    supplyFormula: "R_j = S_j ÷ Σ_i P_i · w(t_ij)",
    supply:
      "For each commune j where professionals practise: their activity S_j, shared among the inhabitants P_i of nearby communes, who count less the further they are (w decreases with road time t_ij).",
    accessFormula: "A_i = Σ_j w(t_ij) · R_j",
    access: "For each commune i: the sum of what is within reach, weakened by distance.",
    standardised:
      "P is the standardised population: an older person, who needs more care, weighs more than a young adult.",
    unit: "Unit",
    vintage: "Vintage",
    gp: "An accessible consultation is one an average inhabitant could get in a year. The activity of a doctor is bounded between 3,600 and 6,000 acts per year.",
    fte: "One FTE is the activity of a full-time professional; for midwives the population is that of women.",
    unpublished: "The weights w per profession are not published as a table, so Oasis does not show them.",
  },
  people:
    "Sum of inhabitants (municipal population 2020, the same for every year) of communes whose value is strictly under the threshold. A commune at 2.5 is not under 2.5. Communes without a value count neither above nor below the fraction bar. Paris, Lyon and Marseille count by arrondissement.",
  exact: (people, of) => `Exact value here: ${people} inhabitants, out of ${of}.`,
  comparison:
    "Means weighted by standardised population, as DREES does. Tenths rank inhabitants (total population) from worst to best served; the commune on the border is split. The gap (D10/D1) divides the mean of the last tenth by that of the first: × 3 means three times as much.",
  trend:
    "The sum of standardised populations is rescaled every year to the total population: if the whole country ages, the indicator does not fall for that reason. Changes of method between 2015 and 2022 come on top.",
  tenth:
    "Share of inhabitants of France whose commune has a lower value. “3rd tenth”: between 20 and 30% of inhabitants are worse served.",
  income:
    "INSEE, Filosofi 2021. Under a certain number of households INSEE does not release the value: statistical secrecy, shown as such, never as zero.",
  facilities:
    "INSEE, permanent database of facilities. It counts places of practice: a doctor working in two places counts twice, a stand-in is not there.",
  reach:
    "A commune counts whole when its centre (its France Services counter where there is one, else the geometric centre) is within the minutes, limit included; its inhabitants are the municipal population 2022. So this is not the exact number of people inside the outline. Practitioners, pharmacies and emergency departments: INSEE, permanent database of facilities 2024 (D265, D281, D279, D278, D277, D307, D106); a place of practice counts once, whether or not it takes new patients. France Services: ANCT. Emergency departments are those of hospitals, without mobile units or corresponding doctors. An island without a road is reached from itself only.",
  times: {
    estimate: (factor, power) =>
      `Estimated time: minutes = ${factor} × km^${power}, km as the crow flies, fitted on 2,500 trips in Gironde computed by METRIC-OSRM (INSEE, OpenStreetMap 2021). It ignores sea, rivers, relief and congestion.`,
    road: "Road time: shortest path on the network you bring, at the speeds of the OSRM car profile (four fifths of posted limits, else by kind of road), without congestion, signals or tolls. The point is tied to the nearest road, whose distance is left out; beyond 2 km the commune is not covered. Outlines: ground within 300 m of a reached road.",
    mixed:
      "Where the network or the table covers both communes, brought time replaces the estimate, and a missing link is out of reach; elsewhere the estimate stays. The share “by road” is that of the links used.",
  },
  map: "Outlines simplified from ADMIN EXPRESS (IGN). Zero, no data and secret each have their own pattern, for they are three different things. A value equal to a limit falls above it.",
  dataset: {
    producer: "Producer",
    licence: "Licence",
    vintage: "Vintage",
    attribution: "Credit line",
    gaps: "Known gaps",
    sha256: "SHA-256 of the original file",
    page: "Official page",
    none: "none known",
    unavailable: "The data catalogue could not be loaded.",
  },
  release: "Data release",
};
