/** « Vécu / calculé »: what people report against what is computed. */
export const frFelt = {
  title: "Vécu / calculé",
  subtitle: "Ce que disent les habitants, à côté de ce que disent les chiffres ; et qui n'a pas été entendu.",
  register: "Registre",
  legend: "Vécu / calculé",
  note: "Chaque commune prend la couleur du territoire dont des comptes sont publiés.",
  rate: (n: string) => `${n} signalement(s) pour 1 000 hab. et par an`,
  nothing: {
    text: (fewest: number) =>
      `Rien à montrer pour l'instant : aucun registre de ce navigateur ne publie de comptes. Il faut au moins ${fewest} personnes différentes, dans un même département, le même mois, pour la même difficulté et le même métier.`,
    report: "Signaler une difficulté",
    take: "Prendre un registre public",
    whyTitle: "Pourquoi attendre ?",
    why: (fewest: number) =>
      `Sous ${fewest} personnes, on pourrait deviner qui a parlé. Ces cases ne sont donc jamais publiées, et un vrai zéro ne se distingue pas d'un silence imposé. Les comptes publiés sont arrondis à 5 et paraissent à date fixe, pour qu'aucune soustraction ne les trahisse. Aucune donnée d'exemple n'est montrée ici : elle pourrait passer pour vraie.`,
    readTitle: "Ce qu'on y lira",
  },
  quadrants: {
    confirmed: {
      name: "Confirmé",
      means: "Mal desservi selon les chiffres, et les habitants le disent.",
    },
    hidden: {
      name: "Caché",
      means:
        "Bien desservi selon les chiffres, mais les habitants disent le contraire : délais, refus, patientèles closes ?",
    },
    silent: {
      name: "Silencieux",
      means: "Mal desservi selon les chiffres, et presque personne ne le dit : allez écouter, ne concluez pas.",
    },
    served: { name: "Desservi", means: "Ni les chiffres ni les habitants ne signalent de difficulté." },
    uncertain: {
      name: "Incertain",
      means: "Les comptes publiés ne suffisent pas à trancher : l'intervalle chevauche la limite.",
    },
    unknown: { name: "Inconnu", means: "Les chiffres ne disent rien de ce territoire." },
  },
  limitsLabel: "À lire avant les chiffres",
  limits: {
    "self-selection":
      "Parle qui veut : ces comptes comparent des territoires, ils ne mesurent pas un besoin. Un appel local suffit à les faire monter.",
    suppressed: "Un silence peut vouloir dire personne, ou trop peu de personnes pour le dire.",
    "areas-not-people": "On sait d'où viennent les voix, pas de qui.",
    "ages-partly-known": "Les âges ne sont connus que pour une partie des habitants.",
    "none-told": "Rien n'est publié pour ce territoire et ce métier.",
  },
  crossed: (profession: string) => `Ce qui est dit, ce qui est calculé · ${profession}`,
  counted: (name: string, areas: number, people: string) =>
    `${name} : ${areas} territoire${areas >= 2 ? "s" : ""}, ${people} hab.`,
  cuts: (rate: string, share: string) =>
    `Limites : ${rate} signalement(s) publiés pour 1 000 habitants et par an, et ${share} d'habitants sous le seuil, soit l'ensemble de ces territoires. Traits : intervalle à 95 % du hasard, élargi de tout ce que l'arrondi et le silence peuvent cacher.`,
  chart: {
    label: (n: number) => `${n} territoires : part d'habitants sous le seuil, et signalements publiés`,
    across: "Part d'habitants sous le seuil",
    up: "Signalements pour 1 000 hab. et par an",
  },
  table: {
    title: "Territoire par territoire",
    caption: "Vécu et calculé par territoire",
    area: "Territoire",
    quadrant: "Lecture",
    under: "Sous le seuil",
    rate: "Signalements /1 000/an",
    interval: "Entre",
    untold: "non publié",
    between: (low: string, high: string) => `${low} et ${high}`,
  },
  heard: {
    title: "Qui n'a pas été entendu",
    intro:
      "Part de chaque groupe parmi les habitants, et parmi les signalements publiés. Les signalements d'un territoire sont partagés entre ses groupes comme ses habitants.",
    by: "Groupes",
    names: {
      density: "Densité",
      "income-tenth": "Revenu",
      age: "Âge",
      access: "Accès",
    },
    caption: (by: string) => `Habitants et signalements, par groupe : ${by}`,
    group: "Groupe",
    people: "Habitants",
    told: "Signalements, entre",
    verdict: "Entendus",
    verdicts: { less: "moins", more: "plus", uncertain: "on ne sait pas" },
    known: (share: string) => `Groupe connu pour ${share} des habitants.`,
    tenth: (rank: string) => `${rank} dixième de revenu`,
    range: (from: string, to: string) => `de ${from} à ${to}`,
    atLeast: (from: string) => `${from} et plus`,
  },
};
