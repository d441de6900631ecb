import type { Texts } from "./fr.ts";

export const enCrossed: Texts["crossed"] = {
  label: "People with both little access and low incomes",
  sentence: (people, percent) => `At the other end, ${people} (${percent}) have both much access and high incomes.`,
  expected: (percent) => `Were access unrelated to incomes, each cell would hold ${percent} of those compared with.`,
  without: (people) => `${people} are not counted: access not published, or no income.`,
  secret: (people) => `Of these, ${people} where the income is a statistical secret.`,
  against: {
    label: "Little, middling, much: beside whom?",
    names: { territory: "The territory", country: "France" },
    help: {
      territory: "The thirds are those of the people of the territory: a third of them in each row.",
      country: "The thirds are those of the people of France: where the territory stands in the country.",
    },
  },
  shortAccess: ["little", "middling", "much"],
  shortIncome: ["low", "middling", "high"],
  access: ["little access", "middling access", "much access"],
  income: ["low incomes", "middling incomes", "high incomes"],
  cell: (access, income) => `${access}, ${income}`,
  square: {
    title: "People in each cell",
    label: (name) => `People of ${name} by third of access and of income`,
    access: "↑ access",
    income: "income →",
    limits: (unit, low, high) => `Access (${unit}): little up to ${low}, much above ${high}.`,
    incomeLimits: (low, high) => `Median income of the commune: low up to ${low}, high above ${high}.`,
  },
  legend: "Access and median income, by thirds",
  note: "Each commune has the colour of its two thirds: brown, little access; blue, low incomes; both, nearly black.",
  secretClass: "secret income",
  missingClass: "no access or income",
  table: { class: "Cell", access: "Access", income: "Median income (€/year)", incomeThird: "Third of income" },
  value: (access, unit, income) => `${access} ${unit} · ${income} a year`,
  caveats: {
    title: "What this crossing does not say",
    items: [
      "Income stands alone here: the embedded data have no index of deprivation (no schooling, employment or housing).",
      "It is the median income of the commune, not that of each person: a well-off commune has poor people too.",
      "Below a number of households, INSEE does not publish the income: these communes are shown apart, never classed.",
      "Thirds do not say whether “little” is enough: a third of people have little access by construction.",
    ],
  },
  method:
    "People (municipal population 2020) are ranked by the access of their commune, then by its median income (INSEE, Filosofi 2021, standard of living per year and consumption unit), and cut into three each time: the limit of a third is the smallest value at or under which a third of them live. Only communes where both are known count. The nine cells are the crossings.",
  methodIndex:
    "An index of deprivation (FDep, EDI) would say poverty better; the embedded data lack what it takes, and a half-computed index would mislead.",
};
