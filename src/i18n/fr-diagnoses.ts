/** What the lenses « Robustesse », « Départs » and « Difficultés cumulées » share; gathered and spaced by `fr.ts`. */
export const frDiagnoses = {
  computing: "Calcul dans votre navigateur",
  stages: {
    variants: "Accès mesuré de plusieurs façons",
    minutes: "Temps de trajet estimés entre communes",
    departures: "Lecture des séries officielles",
    pharmacy: "Pharmacie la plus proche de chaque commune",
    emergency: "Urgences les plus proches de chaque commune",
    deserts: "Contours qui se touchent",
    neighbours: "Communes voisines",
    permutations: "Tirages au hasard, commune par commune",
    "global-permutations": "Tirages au hasard, pour l'ensemble",
  },
  progress: (percent: string) => `${percent} de cette étape`,
  firstTime: "La première fois prend quelques secondes ; les territoires suivants sont immédiats.",
  cancel: "Interrompre",
  stopped: "Calcul interrompu. Ce qui était fait est gardé.",
  resume: "Reprendre",
  failed: "Ce calcul n'a pas pu être fait",
  otherProfession:
    "Cette lecture n'existe que pour les médecins généralistes : les autres professions n'ont ni série par âge ni méthodes concurrentes publiées.",
  toGp: "Voir les médecins généralistes",
  otherYear: (asked: number, years: string) =>
    `Pas de données ${asked} pour cette lecture. Années publiées : ${years}.`,
  toYear: (year: number) => `Voir ${year}`,
  agesIgnored: "Le réglage « Praticiens comptés » n'agit pas sur cette lecture.",
  nobody: "Aucun habitant ne peut être compté ici : il manque une valeur publiée.",
  share: (percent: string, name: string) => `${percent} · ${name}`,
  parent: (name: string, percent: string) => `${name} ${percent}`,
  lessThan: (percent: string) => `moins de ${percent}`,
  minus: "Un de moins",
  plus: "Un de plus",
};
