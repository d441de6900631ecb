/** The lens « Déserts »; gathered and spaced by `fr.ts`. */
export const frDeserts = {
  label: (threshold: string) => `Habitants d'un désert d'un seul tenant, sous ${threshold}`,
  sentence: (people: string, communes: string) =>
    `S'y ajoutent ${people} sous le seuil dans ${communes} à l'écart : trop peu de communes qui se touchent pour faire un désert.`,
  noneIsolated: "Aucune commune sous le seuil n'est à l'écart.",
  apart: (people: string) =>
    `${people} vivent dans un arrondissement sous le seuil d'une ville qui, prise entière, ne l'est pas.`,
  none: (threshold: string) => `Aucun désert d'un seul tenant sous ${threshold} ici.`,
  noneHelp: "Montez le seuil, ou acceptez des déserts de moins de communes.",
  percolates: (departements: string, people: string, communes: string) =>
    `Attention : de commune en commune, le plus grand traverse ${departements} départements (${people}, ${communes}). Les déserts se rejoignent par leurs bords ; à cette échelle, ce n'est plus un lieu où agir. Lisez plutôt un département ou une intercommunalité.`,
  within: {
    label: "Où s'arrêtent les déserts ?",
    names: { territory: "Au bord du territoire", country: "Au-delà aussi" },
    help: {
      territory: "Chaque désert est coupé au bord du territoire : ce que ses élus peuvent traiter seuls.",
      country:
        "Un désert continue chez les voisins, parfois très loin : ses habitants d'ici sont comptés, le reste est dit à part.",
    },
  },
  least: {
    label: "Communes qui se touchent, au moins",
    value: (n: number, shown: string) => `${shown} commune${n >= 2 ? "s" : ""}`,
  },
  colour: { label: "Colorer les déserts selon", names: { people: "Leurs habitants", depth: "Leur profondeur" } },
  threshold: "Seuil",
  thresholdReset: (shown: string) => `Revenir à ${shown}`,
  split: {
    title: "Habitants sous le seuil",
    names: {
      together: "dans un désert",
      isolated: "communes à l'écart",
      apart: "arrondissements à part",
    },
  },
  list: {
    title: (n: number, shown: string) => `${shown} désert${n >= 2 ? "s" : ""}, du plus au moins peuplé`,
    name: (first: string, second: string) => `Autour de ${first} et ${second}`,
    nameOne: (only: string) => `Autour de ${only}`,
    facts: (communes: string, depth: string) => `${communes} · il manque en moyenne ${depth} du seuil`,
    beyond: (people: string, communes: string) => `En tout, au-delà du territoire : ${people}, ${communes}`,
    robust: (percent: string) => `${percent} de ces habitants sont en désert quelle que soit la méthode`,
    robustNone: "Aucun de ces habitants n'est en désert dans toutes les méthodes",
    more: (n: number, shown: string) => `Voir les ${shown} autre${n >= 2 ? "s" : ""}`,
    all: "Revoir tous les déserts",
    download: "Télécharger la liste",
    downloadOne: "Télécharger ce désert",
    files: "CSV : habitants, communes, profondeur, codes INSEE",
  },
  legend: {
    people: (threshold: string) => `Déserts sous ${threshold}, par habitants`,
    depth: (threshold: string) => `Déserts sous ${threshold}, par profondeur`,
    depthNote: "Profondeur : ce qui manque pour atteindre le seuil, en moyenne pour ses habitants, en part du seuil.",
    peopleNote: "Un désert a la même couleur partout : celle de tous ses habitants dans le territoire.",
    under: (limit: string) => `moins de ${limit}`,
    between: (from: string, to: string) => `${from} à ${to}`,
    over: (limit: string) => `${limit} et plus`,
    isolated: "à l'écart",
    above: "au seuil ou plus",
  },
  row: {
    desert: (rank: string, name: string) => `désert n° ${rank}, ${name}`,
    isolated: "sous le seuil, à l'écart",
    apart: "sous le seuil, dans une ville qui ne l'est pas",
    above: "au seuil ou plus",
  },
  table: { desert: "Désert", people: "Habitants du désert", depth: "Profondeur" },
  caveats: {
    title: "Ce que ces déserts ne disent pas",
    items: [
      "Deux communes se touchent si leurs contours ont un point commun : une rivière sans pont ne sépare rien, une commune juste au-dessus du seuil sépare tout.",
      "Une île d'une seule commune ne touche personne : elle est toujours à l'écart.",
      "Paris, Lyon et Marseille sont prises entières, avec leur moyenne ; leurs habitants sont comptés par arrondissement.",
      "La part d'habitants en désert dans toutes les méthodes n'existe que pour les généralistes, à la dernière année et au seuil de départ.",
    ],
  },
  method:
    "Un désert d'un seul tenant réunit les communes strictement sous le seuil qui se touchent de proche en proche (contours d'ADMIN EXPRESS, IGN, un point commun suffit) et qui sont au moins aussi nombreuses que le minimum choisi. Ce qui est plus petit est dit à l'écart. Habitants : population municipale 2020, comme partout ici.",
  methodDepth:
    "Profondeur : moyenne sur les habitants du désert de (seuil − valeur) ÷ seuil (Foster, Greer et Thorbecke, 1984, α = 1, parmi ceux qui sont sous le seuil). 0 % : juste sous le seuil ; 100 % : rien à portée.",
};
