/** Room « Agir »: who works at a centre. */
export const frStaff = {
  toggle: "Plusieurs professions par centre",
  caption: "Ce que tient un centre",
  profession: "Profession",
  fte: "ETP",
  importance: "Poids",
  cost: "k€/ETP",
  cell: (what: string, profession: string) => `${what} : ${profession}`,
  help: "Le plan comble la somme de ce qui manque dans chaque profession, en part du seuil de chacune, fois son poids. Les poids sont un choix moral : le vôtre. À 0, une profession est présente mais ne décide de rien.",
  helpTime:
    "Cet objectif ne compte que des minutes : les professions ne changent pas les sites, mais ce qu'ils apportent.",
  shown: (profession: string) => `La carte et les chiffres « avant → après » sont ceux de : ${profession}.`,
  absent: (profession: string) =>
    `La carte montre une profession absente du centre (${profession}) : elle ne changera pas.`,
  gains: {
    title: "Par profession",
    caption: "Ce que le plan change pour chaque profession du centre",
    under: "Sous le seuil",
    lifted: "Passent le seuil",
    filled: "Manque comblé",
    row: (profession: string, threshold: string) => `${profession} (seuil ${threshold})`,
    staff: (fte: string, importance: string) => `${fte} ETP en tout · poids ${importance}`,
    change: (before: string, after: string) => `${before} → ${after}`,
    none: "personne ne manque",
  },
  site: (fte: string, profession: string) => `${fte} ETP ${profession}`,
  lifted: (parts: string) => `passent le seuil : ${parts}`,
  people: (people: string, profession: string) => `${people} hab. (${profession})`,
  noneLifted: "personne ne passe un seuil grâce à lui seul",
  limit: (shares: string) => `Limite : part de son offre qui va à des habitants sous le seuil : ${shares}.`,
  share: (share: string, profession: string) => `${share} (${profession})`,
};
