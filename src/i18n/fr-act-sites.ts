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
  method:
    "Plusieurs professions : le manque de chacune est compté en part de son propre seuil (2,5 consultations pour les généralistes, celui des arrêtés pour les autres, la moitié de la moyenne nationale pour les dentistes), puis additionné avec vos poids. C'est encore une somme de gains qui plafonnent : la même recherche et la même preuve.",
};

/** Room « Agir »: how many people a centre takes. */
export const frCapacity = {
  method:
    "Places : p-médiane et couverture avec capacités (Sridharan 1995 ; Pirkul et Schilling 1991). La demande d'une commune peut être partagée entre plusieurs centres. Une fois les sites ouverts, la meilleure répartition est un problème de transport, résolu exactement ; la borne vient d'une relaxation lagrangienne où chaque centre se remplit au mieux. Le prix d'une place est ce qu'une place de plus épargnerait.",
  toggle: "Limiter les places de chaque centre",
  perFte: "Personnes par ETP",
  help: (fte: string, each: string, all: string) =>
    `${fte} ETP × ${each} = ${all} personnes par centre. Le nombre par ETP est votre hypothèse : aucune source n'est supposée.`,
  absent: (profession: string) =>
    `Le centre n'a pas d'ETP dans la profession affichée (${profession}) : il n'accueille personne.`,
  own: (name: string) => `Places à ${name}`,
  served: "À desservir",
  choices: { all: "Tous les habitants", under: "Communes sous le seuil" },
  rule: "Une commune peut être partagée entre plusieurs centres. C'est le plan qui répartit : il peut envoyer quelqu'un plus loin que le centre le plus proche, s'il est plein.",
  today: "Les lieux d'exercice actuels prennent les autres, sans limite.",
  card: {
    title: "Places",
    all: (people: string, places: string) => `${people} habitants à desservir, ${places} places : chacun a la sienne.`,
    beside: (served: string, places: string, people: string) =>
      `${served} des ${people} habitants vont à un nouveau centre (${places} places), les autres aux lieux actuels.`,
    part: (served: string, people: string, places: string) =>
      `${served} des ${people} habitants à desservir ont une place dans ces minutes (${places} places).`,
    full: (people: string) => `${people} n'en ont pas : les centres à leur portée sont pleins.`,
    beyond: (people: string) => `${people} n'ont aucun de ces centres dans les minutes.`,
    fullSites: (n: number, of: number) =>
      n === 0 ? "Aucun centre n'est plein." : `${n} centre${n >= 2 ? "s" : ""} sur ${of} plein${n >= 2 ? "s" : ""}.`,
  },
  site: (people: string, places: string, minutes: string) =>
    `accueille ${people} hab. pour ${places} places, à ${minutes} en moyenne`,
  empty: (places: string) => `personne n'y va, pour ${places} places`,
  limitTime: (minutes: string) => `Limite : sa capacité. Une place de plus épargnerait ${minutes} à quelqu'un.`,
  limitPeople: "Limite : sa capacité. Une place de plus servirait une personne de plus.",
  full: "Plein, mais une place de plus n'y changerait rien.",
  room: (places: string) => `Sa capacité ne limite pas : il lui reste ${places} places.`,
  runnerUpTime: (name: string, loss: string) => `dauphin : ${name} (+ ${loss} de trajet en tout)`,
  runnerUpPeople: (name: string, people: string) => `dauphin : ${name} (− ${people} hab.)`,
  alone: "aucune autre candidate ne servirait chacun à sa place",
  ties: "Toutes les places sont prises. D'autres sites en rempliraient autant : cet objectif ne les départage pas.",
  note: "Ce que le dauphin coûte est compté une fois chacun réparti de nouveau au mieux.",
};
