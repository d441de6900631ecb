import type { frInequalityMethod, frInequalityTopics } from "./fr-inequality-method.ts";

export const enInequalityTopics: typeof frInequalityTopics = {
  inequality: "How inequality is measured",
  lorenz: "Lorenz curve and the worse-served half",
  gini: "Gini index and its interval",
  hoover: "Hoover index",
  move: "Supply to move",
  theil: "Theil index, between and within territories",
  meanLogDeviation: "Mean log deviation",
  atkinson: "Atkinson indices",
  percentileRatio: "P90/P10",
  tenthRatio: "D10/D1",
  palma: "Palma ratio",
  shortfall: "Under the threshold: share, depth, severity (FGT)",
  concentration: "Concentration by income",
  erreygers: "Erreygers index",
  groups: "Access by group of people",
  measureTrend: "Inequality from year to year",
  unequalMap: "The map of inequality",
  compared: "Comparing two territories",
};

export const enInequalityMethod: typeof frInequalityMethod = {
  source: "Source",
  texts: {
    inequality: {
      definition:
        "Everyone is given the value of their commune (or arrondissement in Paris, Lyon and Marseille) and counts once: x_i is the value, f_i the share of people, μ their mean. A figure that does not exist says so, with the reason; nothing is added to a zero to give it a logarithm.",
      formula: "f_i = w_i ÷ Σ w_i; μ = Σ f_i x_i",
      source: "DREES, APL; INSEE, municipal population 2020, the same for every year.",
    },
    lorenz: {
      definition:
        "People are ranked from worst to best served: the curve says what share of the supply in reach goes to the first of them. Under perfect equality it is straight; the deeper it sags, the more unequal access is.",
      formula: "L(p) = Σ f_i x_i ÷ μ, up to the share p of people",
      source: "Lorenz, 1905.",
    },
    gini: {
      definition:
        "Twice the area between the Lorenz curve and the line of equality. The interval redraws communes 999 times (bootstrap, 95%): it says how far the index hangs on a few communes. It is no survey margin, and neighbouring communes are alike: it is rather too narrow.",
      formula: "G = 1 − Σ f_i (L_i + L_{i−1})",
      source: "Gini, 1912; Efron, 1979.",
    },
    hoover: {
      definition: "Share of access that would have to move for everyone to have the mean, each person counting once.",
      formula: "H = ½ Σ f_i |x_i ÷ μ − 1|",
      source: "Hoover, 1936.",
    },
    move: {
      definition:
        "The same on supply itself (value × standardised population): consultations a year for GPs, FTE for the others. Turned into doctors between 6,000 and 3,600 consultations a year each, the bounds of the official indicator. It is a size, not a project: nobody moves doctors this way.",
      formula: "½ Σ s_i |x_i − μ_s|",
      source: "Hoover, 1936; bounds of activity: order of 13 November 2017 and questions and answers of the DGOS.",
    },
    theil: {
      definition:
        "A measure sensitive to the top, which splits exactly into inequality between territories (as if everyone had the mean of theirs) and inside them. The share “between” tells whether the problem lies between intercommunalities or within.",
      formula: "T = Σ f_i (x_i ÷ μ) ln(x_i ÷ μ) = between + within",
      source: "Theil, 1967; Bourguignon, 1979.",
    },
    meanLogDeviation: {
      definition: "Like Theil, but sensitive to the bottom. It does not exist once an inhabited commune is at zero.",
      formula: "Σ f_i ln(μ ÷ x_i)",
      source: "Theil, 1967; Shorrocks, 1980.",
    },
    atkinson: {
      definition:
        "Share of access one could do without if it were evenly shared, for the same welfare: the aversion to inequality is 0.5 (moderate) or 1 (strong).",
      formula: "A = 1 − (Σ f_i (x_i ÷ μ)^{1−ε})^{1 ÷ (1−ε)}",
      source: "Atkinson, 1970.",
    },
    percentileRatio: {
      definition: "The value 10% of people exceed over the one 10% do not reach.",
      formula: "x at 90% ÷ x at 10%, without interpolation",
      source: "Common statistical usage.",
    },
    tenthRatio: {
      definition:
        "Mean of the best-served 10% of people over that of the worst-served 10%; the commune on the border is split.",
      formula: "mean of the 10th tenth ÷ mean of the 1st",
      source: "DREES, definition of its publications on the APL.",
    },
    palma: {
      definition: "Mean of the best-served 10% of people over that of the worst-served 40%.",
      formula: "mean of the top 10% ÷ mean of the bottom 40%",
      source: "Palma, 2011, with means instead of shares.",
    },
    shortfall: {
      definition:
        "Share of people strictly under the threshold (FGT 0); what they lack, as a share of the threshold, spread over all (FGT 1, depth); the same squared, which weighs the worst off more (FGT 2, severity).",
      formula: "FGT_α = Σ f_i ((z − x_i) ÷ z)^α, over x_i < z",
      source: "Foster, Greer and Thorbecke, 1984.",
    },
    concentration: {
      definition:
        "People are ranked by the median income of their commune. Above zero, access concentrates in richer communes; below, in poorer ones. The standard error counts communes. Secret and missing incomes are left out and counted. “Richest / poorest communes” compares the mean of the 10% of people in the richest communes with that of the 40% in the poorest.",
      formula: "C = 2 ÷ μ · Σ f_i x_i R_i − 1",
      source: "Kakwani, Wagstaff and van Doorslaer, 1997; INSEE, Filosofi 2021.",
    },
    erreygers: {
      definition:
        "Concentration corrected for the bounds of the variable: lowest and highest value of the country for access, 0 and 1 for “being under the threshold”. Below zero for the latter: being under the threshold is more frequent in poorer communes.",
      formula: "E = 4μ ÷ (b − a) · C",
      source: "Erreygers, 2009.",
    },
    groups: {
      definition:
        "Mean access and share under the threshold of groups of people. Where a group is a share of every commune (ages, car), its members are given the value of the commune. A group known for fewer than half of the people is not shown: ages and cars are in the data for Bretagne only.",
      formula: "Σ share_i · w_i · x_i ÷ Σ share_i · w_i",
      source: "INSEE: Filosofi 2021, urban units 2020, census.",
    },
    measureTrend: {
      definition:
        "The same measure on every published year of the series, with the people of one year and the same threshold: only access moves. Communes without a value may change from year to year.",
      formula: "same w_i, same z, x_i of each year",
      source: "DREES, APL 2015, 2022 and 2023.",
    },
    unequalMap: {
      definition:
        "“Against the mean” colours each commune by its value over the mean of the territory: under perfect equality all would be at 1. “What is missing” colours the effort: standardised population × (threshold − value) where the value is under the threshold; the sum is what would have to be added to bring everyone to it, taking nothing elsewhere.",
      formula: "x_i ÷ μ_s; s_i · (z − x_i) if x_i < z",
      source: "DREES, APL and standardised populations.",
    },
    compared: {
      definition:
        "Two territories side by side: same colours, same classes, same threshold. The difference is A minus B, for ratios and indices too. A gap between two Ginis smaller than the intervals says nothing for sure.",
      formula: "A − B",
      source: "The sources of each figure.",
    },
  },
};
