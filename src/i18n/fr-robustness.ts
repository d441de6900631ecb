/** The lens « Robustesse »; gathered and spaced by `fr.ts`. */
export const frRobustness = {
  label: (count: number) => `Habitants dont le diagnostic change selon la méthode (${count} méthodes)`,
  sentence: (always: string, never: string, threshold: string) =>
    `${always} habitants sont en désert quelle que soit la méthode, ${never} en sont toujours hors. Repère : ${threshold} consultations par an.`,
  unjudged: (people: string) => `${people} habitants ne sont pas jugés : une méthode n'a pas de valeur chez eux.`,
  thresholdFixed: (shown: string) =>
    `Le seuil que vous avez déplacé n'agit pas ici : la robustesse se juge au seuil de ${shown}.`,
  split: {
    title: "Qui n'est pas d'accord avec qui ?",
    official: "Les chiffres publiés entre eux",
    officialHelp: "tous les médecins, ou seulement ceux de 65 ans et moins",
    estimate: "Les estimations entre elles",
    estimateHelp: "mêmes lieux d'exercice, mêmes trajets : seul le poids des minutes change",
    all: "Toutes méthodes confondues",
  },
  people: { title: "Habitants par nombre de méthodes", none: "personne" },
  classes: {
    never: (of: number) => `hors désert ${of}/${of}`,
    always: (of: number) => `désert dans ${of}/${of}`,
    between: (from: number, to: number, of: number) =>
      from === to ? `désert dans ${from}/${of}` : `désert dans ${from} à ${to}/${of}`,
    unjudged: "non jugé",
  },
  verdicts: {
    always: "désert quelle que soit la méthode",
    never: "hors désert quelle que soit la méthode",
    depends: "dépend de la méthode",
    unjudged: "non jugé : une méthode n'a pas de valeur ici",
  },
  count: (under: number, of: number) => `désert dans ${under}/${of} méthodes`,
  legend: (of: number) => `Désert dans combien des ${of} méthodes ?`,
  note: "Les méthodes autres que les deux officielles sont des estimations : temps de trajet estimés, lieux d'exercice et non activité.",
  rule: {
    label: "Où passe le seuil des estimations ?",
    names: { "same-share": "Part d'habitants", "same-ratio": "Rapport à la moyenne" },
    help: {
      "same-share":
        "Chaque méthode compte autant d'habitants en désert en France ; elles ne peuvent différer que sur le lieu.",
      "same-ratio":
        "Chaque méthode place le seuil à la même fraction de sa moyenne nationale ; une méthode plus lisse voit moins de déserts.",
    },
  },
  methods: {
    title: "Les méthodes, une par une",
    columns: { name: "Méthode", under: "Sous le seuil", flipped: "Changent" },
    flippedHelp: "Habitants que cette méthode classe autrement que le chiffre officiel, tous âges.",
    published: "publiée",
    stated: "en partie un choix d'Oasis, déclaré",
    source: (source: string, published: string) => `${source} · ${published}`,
    reference: "référence",
    threshold: (value: string, unit: string) => `seuil ${value} ${unit}`,
  },
  variants: {
    "official-all": { name: "APL officiel, tous les médecins", how: "la valeur publiée", source: "DREES" },
    "official-le65": { name: "APL officiel, médecins de 65 ans et moins", how: "la valeur publiée", source: "DREES" },
    "apl-v1": {
      name: "Paliers à 5, 10 et 15 minutes",
      how: "poids 1, 0,3 puis 0,1 : le premier APL (2012)",
      source: "Lucas-Gabrielli et Nestrigue, IRDES, DT 70, 2016",
    },
    "apl-v2": {
      name: "Paliers à 10, 15 et 20 minutes",
      how: "poids 1, 0,3 puis 0,1 : ce que l'on sait de l'APL actuel",
      source: "premier APL décalé de cinq minutes, poids actuels non publiés",
    },
    "dt70-exp": {
      name: "Baisse douce jusqu'à 30 minutes",
      how: "exponentielle, un tiers restant à 9 minutes",
      source: "Lucas-Gabrielli et Nestrigue, IRDES, DT 70, 2016",
    },
    "dt70-gauss": {
      name: "Courbe en cloche jusqu'à 30 minutes",
      how: "gaussienne, un tiers restant à 14 minutes",
      source: "Lucas-Gabrielli et Nestrigue, IRDES, DT 70, 2016",
    },
    "dt70-empirical": {
      name: "Baisse rapide jusqu'à 30 minutes",
      how: "exponentielle ajustée sur des trajets observés, un tiers restant à 5 minutes",
      source: "Lucas-Gabrielli et Nestrigue, IRDES, DT 70, 2016",
    },
    "linear-20": {
      name: "Baisse régulière jusqu'à 20 minutes",
      how: "en ligne droite, de 1 à 0",
      source: "d'après l'ARS Bourgogne-Franche-Comté, 2017, la droite étant notre choix",
    },
    "2sfca-20": {
      name: "Tout ou rien à 20 minutes",
      how: "chaque minute compte autant, puis plus rien",
      source: "Luo et Wang, 2003, avec la limite de l'APL au lieu de leurs 30 minutes",
    },
    "e2sfca-30": { name: "Paliers à 10, 20 et 30 minutes", how: "poids 1, 0,68 puis 0,22", source: "Luo et Qi, 2009" },
  },
  units: { official: "consult./an/hab.", estimate: "lieux pour 100 000 hab." },
  caveats: {
    title: "Ce que ce badge ne dit pas",
    items: [
      "les estimations comptent des lieux d'exercice (BPE 2024), pas leur activité : un cabinet ouvert un jour compte comme un autre ;",
      "leurs minutes sont estimées à vol d'oiseau corrigé : ni rivière, ni relief, ni bouchon ;",
      "Paris, Lyon et Marseille y sont chacune un seul lieu ;",
      "toutes partagent la même offre et les mêmes trajets : elles s'accordent plus que des études indépendantes.",
    ],
  },
  badge: {
    title: "Le diagnostic tient-il ?",
    seeAll: "Voir les méthodes sur la carte",
    row: (value: string, threshold: string, unit: string) => `${value} pour un seuil de ${threshold} ${unit}`,
    under: "en désert",
    above: "hors désert",
    missing: "pas de valeur",
  },
  table: { under: "Méthodes en désert", verdict: "Verdict", official: "APL officiel" },
  method:
    "Une commune est dite en désert par une méthode quand sa valeur est strictement sous le seuil de cette méthode. Dix méthodes que quelqu'un a publiées ou utilisées : deux sont les valeurs officielles (tous les médecins ; 65 ans et moins), huit refont le calcul en deux temps avec un autre poids des minutes, sur des temps estimés et des lieux d'exercice. Le verdict est sûr quand les dix s'accordent.",
  methodRule:
    "Le seuil officiel (2,5 consultations) n'a pas de sens dans l'unité des estimations (lieux pour 100 000 habitants). Il est reporté de deux façons, au choix : la même part d'habitants du pays sous le seuil, ou la même fraction de la moyenne nationale. Les seuils sont nationaux : ils ne changent pas avec le territoire affiché.",
};
