/** The lens « Difficultés cumulées »; gathered and spaced by `fr.ts`. */
export const frCumulated = {
  set: {
    label: "Quelles difficultés ?",
    names: { professions: "Trois professions", firstCare: "Premiers recours" },
    help: {
      professions:
        "Médecins généralistes, infirmiers et kinésithérapeutes : accès officiel sous le seuil de chaque profession.",
      firstCare: "Accès officiel aux généralistes sous le seuil ; pharmacie et urgences trop loin, en temps estimés.",
    },
  },
  minutes: {
    pharmacy: "Pharmacie : trop loin au-delà de",
    emergency: "Urgences : trop loin au-delà de",
    value: (minutes: string) => `${minutes} min estimées`,
  },
  label: "Habitants qui cumulent les trois difficultés",
  atLeastTwo: (people: string, percent: string) => `${people} habitants (${percent}) en cumulent au moins deux.`,
  unknown: (people: string) => `${people} habitants ne sont pas comptés : une des trois n'est pas connue chez eux.`,
  people: {
    title: "Habitants par nombre de difficultés",
    names: ["aucune", "une", "deux", "les trois"],
    label: "Habitants par nombre de difficultés",
  },
  alone: {
    title: "Chaque difficulté, seule ou non",
    columns: { name: "Difficulté", limit: "Limite", people: "Habitants", share: "Part" },
    names: {
      gp: "Généralistes",
      nurse: "Infirmiers",
      physio: "Kinésithérapeutes",
      pharmacy: "Pharmacie",
      emergency: "Urgences",
    },
    under: (limit: string) => `sous ${limit}`,
    over: (minutes: string) => `plus de ${minutes} min`,
  },
  classes: ["aucune difficulté", "une difficulté", "deux difficultés", "trois difficultés"],
  unknownClass: "sans donnée pour l'une des trois",
  legend: {
    professions: "Généralistes, infirmiers, kinés : combien manquent ?",
    firstCare: "Généralistes, pharmacie, urgences : combien manquent ?",
  },
  noteEstimated: "Temps estimés, non mesurés sur route.",
  table: { count: "Difficultés", minutes: "min estimées" },
  none: (minutes: string) => `plus de ${minutes}`,
  which: (list: string) => `en difficulté : ${list}`,
  counted: {
    professions: (year: number) =>
      `Accès : DREES, APL ${year}. Seuils : ceux des zones les moins dotées des arrêtés de zonage, qui ne sont pas ceux de l'étude DREES (ER 1100, 2019 : 4,5 % des habitants en 2017).`,
    firstCare: (year: number) =>
      `Accès : DREES, APL ${year}. Équipements : INSEE, BPE 2024, pharmacies (D307) et services d'urgences (D106). Les chiffres officiels comptent aussi les SMUR et les médecins correspondants du Samu : la part diffère (DREES, Dossier 17, 2017 : 0,5 %).`,
  },
  method:
    "Une difficulté est un accès strictement sous le seuil de la profession, ou une pharmacie ou des urgences strictement au-delà des minutes choisies. Les minutes sont estimées à partir des distances entre communes, pas mesurées sur les routes ; un équipement dans la commune compte pour 0 minute. Une commune dont l'une des trois est inconnue n'est comptée nulle part.",
};
