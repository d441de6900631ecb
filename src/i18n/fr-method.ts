/** The drawer « Sources et méthode »; gathered and spaced by `fr.ts`. */
export const frMethod = {
  title: "Sources et méthode",
  open: (what: string) => `Sources et méthode : ${what}`,
  topics: {
    apl: "L'accessibilité potentielle localisée (APL)",
    people: "Habitants sous le seuil",
    threshold: "Le seuil",
    comparison: "Moyenne, dixièmes, écart",
    trend: "Évolution",
    tenth: "Le dixième d'une commune",
    income: "Revenus et pauvreté",
    facilities: "Lieux d'exercice",
    map: "Couleurs et contours",
    data: "Jeux de données",
  },
  apl: {
    definition:
      "L'APL rapporte les soignants atteignables depuis une commune aux habitants qui se les partagent. Elle tient compte de l'activité réelle des soignants, du temps de route, et des besoins de soins selon l'âge. Elle est calculée et publiée par la DREES et l'IRDES ; Oasis l'affiche telle quelle, sans la recalculer.",
    supplyFormula: "R_j = S_j ÷ Σ_i P_i · w(t_ij)",
    supply:
      "Pour chaque commune j où exercent des soignants : leur activité S_j, partagée entre les habitants P_i des communes proches, qui comptent d'autant moins qu'ils sont loin (w décroît avec le temps de route t_ij).",
    accessFormula: "A_i = Σ_j w(t_ij) · R_j",
    access: "Pour chaque commune i : la somme de ce qui est à portée, affaibli par la distance.",
    standardised:
      "P est la population standardisée : une personne âgée, qui consulte davantage, pèse plus qu'un adulte jeune.",
    unit: "Unité",
    vintage: "Millésime",
    gp: "Une consultation accessible est une consultation ou visite qu'un habitant moyen pourrait obtenir en un an. L'activité d'un médecin est bornée entre 3 600 et 6 000 actes par an.",
    fte: "Un ETP est l'activité d'un professionnel à temps plein ; pour les sages-femmes, la population est celle des femmes.",
    unpublished: "Les poids w par profession n'étant pas publiés en tableau, Oasis ne les affiche pas.",
  },
  people:
    "Somme des habitants (population municipale 2020, la même pour toutes les années) des communes dont la valeur est strictement inférieure au seuil. Une commune à 2,5 n'est pas sous 2,5. Les communes sans valeur ne comptent ni en haut ni en bas de la fraction. Paris, Lyon et Marseille comptent par arrondissement.",
  exact: (people: string, of: string) => `Valeur exacte ici : ${people} habitants, sur ${of}.`,
  comparison:
    "Moyennes pondérées par la population standardisée, comme à la DREES. Les dixièmes rangent les habitants (population totale) du moins bien au mieux servi ; la commune à cheval est partagée. L'écart (D10/D1) divise la moyenne du dernier dixième par celle du premier : × 3 veut dire trois fois plus.",
  trend:
    "La somme des populations standardisées est recalée chaque année sur la population totale : si tout le pays vieillit, l'indicateur ne baisse pas pour autant. Les ruptures de méthode entre 2015 et 2022 s'ajoutent à cet effet.",
  tenth:
    "Part des habitants de France dont la commune a une valeur inférieure. « 3e dixième » : entre 20 et 30 % des habitants sont moins bien servis.",
  income:
    "INSEE, Filosofi 2021. Sous un certain nombre de ménages, l'INSEE ne diffuse pas la valeur : c'est le secret statistique, affiché comme tel, jamais comme un zéro.",
  facilities:
    "INSEE, base permanente des équipements. On y compte des lieux d'exercice : un médecin qui exerce en deux lieux compte deux fois, un remplaçant n'y est pas.",
  map: "Contours simplifiés à partir d'ADMIN EXPRESS (IGN). Zéro, sans donnée et secret ont chacun leur motif, car ce sont trois choses différentes. Une valeur égale à une limite est rangée au-dessus.",
  dataset: {
    producer: "Producteur",
    licence: "Licence",
    vintage: "Millésime",
    attribution: "Mention à citer",
    gaps: "Lacunes connues",
    sha256: "Empreinte SHA-256 du fichier d'origine",
    page: "Page officielle",
    none: "aucune connue",
    unavailable: "Le catalogue des données n'a pas pu être chargé.",
  },
  release: "Version des données",
};
