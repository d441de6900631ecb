import { frInequalityTopics } from "./fr-inequality-method.ts";

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
    recomputed: "Le recalcul",
    reach: "Ce qui est à portée",
    times: "Temps estimés, temps routiers",
    robustness: "Robustesse du diagnostic",
    departures: "Départs",
    cumulated: "Difficultés cumulées",
    zoning: "Zonage simulé",
    deserts: "Déserts d'un seul tenant",
    clusters: "Grappes et points chauds",
    crossed: "Accès croisé aux revenus",
    act: "Choix des sites",
    rounds: "Tournées",
    map: "Couleurs et contours",
    ...frInequalityTopics,
    data: "Jeux de données",
  },
  recomputed: {
    formulas: ["R_j = S_j / Σ_i P_i · w_ij", "A_i = Σ_j w_ij · R_j"],
    text: "S_j : lieux d'exercice de la commune j (INSEE, base permanente des équipements 2024) multipliés par une activité ; P_i : habitants de la commune i, standardisés par la DREES ou non ; w_ij : poids du trajet de i à j. Les minutes sont estimées d'après la distance à vol d'oiseau (1,53 · km^0,90, ajusté sur des temps routiers de Gironde), sauf si vous apportez un réseau routier. Les îles sans pont ne sont reliées à rien. Paris, Lyon et Marseille sont calculées d'un seul tenant.",
    known:
      "Publié pour les généralistes depuis 2015 : la limite de 20 minutes et les bornes d'activité (3 600 à 6 000 actes par an). Non publié : les poids par palier et les poids d'âge. Aucune donnée ouverte ne donne l'activité de chaque praticien : un lieu compte pour un autre.",
    sources:
      "Méthode : Lucas-Gabrielli et Nestrigue, IRDES, document de travail 70 (2016) ; Luo et Wang (2003) ; Luo et Qi (2009) ; Dai (2010) ; Delamater (2013) ; Páez et al. (2019) ; Saxon et Snow (2020).",
    differences:
      "L'écart est la valeur recalculée moins la valeur officielle de la même année. L'erreur est la moyenne quadratique des écarts, chaque commune comptant une fois ; r est la corrélation de Pearson.",
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
  reach:
    "Une commune compte entière quand son centre (le guichet France Services s'il y en a un, sinon le centre géométrique) est dans les minutes, limite comprise ; ses habitants sont la population municipale 2022. Ce n'est donc pas le nombre exact de personnes dans le contour. Soignants, pharmacies et urgences : INSEE, base permanente des équipements 2024 (D265, D281, D279, D278, D277, D307, D106) ; un lieu d'exercice compte une fois, sans dire s'il prend de nouveaux patients. France Services : ANCT. Les urgences sont celles d'un établissement, sans SMUR ni médecins correspondants. Une île sans route n'est atteinte que depuis elle-même.",
  times: {
    estimate: (factor: string, power: string) =>
      `Temps estimé : minutes = ${factor} × km^${power}, km à vol d'oiseau, ajusté sur 2 500 trajets de Gironde calculés par METRIC-OSRM (INSEE, OpenStreetMap 2021). Il ignore la mer, les fleuves, le relief et les embouteillages.`,
    road: "Temps routier : plus court chemin sur le réseau que vous apportez, aux vitesses du profil voiture d'OSRM (limites affichées ramenées aux quatre cinquièmes, sinon selon le type de voie), sans embouteillage, feux ni péages. Le point est rattaché à la route la plus proche, dont la distance n'est pas comptée ; au-delà de 2 km, la commune n'est pas couverte. Contours : terrain à moins de 300 m d'une route atteinte.",
    mixed:
      "Là où le réseau ou la table couvre les deux communes, le temps apporté remplace l'estimation, et une liaison absente est hors d'atteinte ; ailleurs l'estimation reste. La part dite « par la route » est celle des liaisons retenues.",
  },
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
