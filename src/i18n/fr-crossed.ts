/** The lens « Accès × revenus »; gathered and spaced by `fr.ts`. */
export const frCrossed = {
  label: "Habitants qui cumulent peu d'accès et bas revenus",
  sentence: (people: string, percent: string) =>
    `À l'autre bout, ${people} (${percent}) ont à la fois beaucoup d'accès et de hauts revenus.`,
  expected: (percent: string) =>
    `Si l'accès n'avait aucun lien avec les revenus, chaque case réunirait ${percent} de ceux à qui l'on compare.`,
  without: (people: string) => `${people} ne sont pas comptés : accès non publié, ou revenu absent.`,
  secret: (people: string) => `Dont ${people} où le revenu est couvert par le secret statistique.`,
  against: {
    label: "Peu, moyen, beaucoup : par rapport à qui ?",
    names: { territory: "Au territoire", country: "À la France" },
    help: {
      territory: "Les tiers sont ceux des habitants du territoire : un tiers d'entre eux dans chaque rangée.",
      country: "Les tiers sont ceux des habitants de la France : on voit où le territoire se place dans le pays.",
    },
  },
  shortAccess: ["peu", "moyen", "beaucoup"],
  shortIncome: ["bas", "moyens", "hauts"],
  access: ["peu d'accès", "accès moyen", "beaucoup d'accès"],
  income: ["bas revenus", "revenus moyens", "hauts revenus"],
  cell: (access: string, income: string) => `${access}, ${income}`,
  square: {
    title: "Habitants par case",
    label: (name: string) => `Habitants de ${name} par tiers d'accès et de revenu`,
    access: "↑ accès",
    income: "revenu →",
    limits: (unit: string, low: string, high: string) =>
      `Accès (${unit}) : peu jusqu'à ${low}, beaucoup au-delà de ${high}.`,
    incomeLimits: (low: string, high: string) =>
      `Revenu médian de la commune : bas jusqu'à ${low}, haut au-delà de ${high}.`,
  },
  legend: "Accès et revenu médian, par tiers",
  note: "Chaque commune a la couleur de ses deux tiers : brun, peu d'accès ; bleu, bas revenus ; les deux, presque noir.",
  secretClass: "revenu secret",
  missingClass: "accès ou revenu absent",
  table: { class: "Case", access: "Accès", income: "Revenu médian (€/an)", incomeThird: "Tiers de revenu" },
  value: (access: string, unit: string, income: string) => `${access} ${unit} · ${income} par an`,
  caveats: {
    title: "Ce que ce croisement ne dit pas",
    items: [
      "Le revenu est seul ici : les données embarquées n'ont pas d'indice de désavantage social (ni études, ni emploi, ni logement).",
      "C'est le revenu médian de la commune, pas celui de chaque habitant : une commune aisée a aussi des personnes pauvres.",
      "Sous un certain nombre de ménages, l'INSEE ne diffuse pas le revenu : ces communes sont montrées à part, jamais rangées.",
      "Des tiers ne disent pas si « peu » suffit : un tiers des habitants a peu d'accès par construction.",
    ],
  },
  method:
    "Les habitants (population municipale 2020) sont rangés par l'accès de leur commune, puis par son revenu médian (INSEE, Filosofi 2021, niveau de vie par an et par unité de consommation), et chaque fois coupés en trois : limite d'un tiers = plus petite valeur sous laquelle, elle comprise, vit un tiers d'entre eux. Seules comptent les communes où les deux sont connus. Les neuf cases sont les croisements.",
  methodIndex:
    "Un indice de désavantage (FDep, EDI) dirait mieux la pauvreté ; les données embarquées n'ont pas de quoi le calculer, et un indice à moitié calculé tromperait.",
};
