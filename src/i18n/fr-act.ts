import { frCapacity, frStaff } from "./fr-act-sites.ts";

/** Room « Agir »: where new centres should open; gathered and spaced by `fr.ts`. */
export const frAct = {
  panel: "Implanter des centres de santé",
  documentTitle: (territory: string) => `Oasis · Agir · ${territory}`,
  title: (n: number) => `Où implanter ${n} centre${n >= 2 ? "s" : ""} de santé ?`,
  titleCover: (minutes: string) => `Combien de centres pour que chacun soit à ${minutes} min au plus ?`,
  titleBudget: (budget: string) => `Où employer ${budget} k€ par an ?`,
  subtitle: (place: string) => `${place} · temps estimés ou apportés, calcul dans votre navigateur`,
  minutes: (n: string) => `${n} min`,
  form: {
    profession: "Profession",
    year: "APL",
    sites: "Centres",
    fte: "ETP par centre",
    aim: "Objectif",
    minutes: "Minutes au plus",
    aims: {
      shortfall: "Équité",
      "p-median": "Temps moyen",
      mclp: "Couverture",
      "p-center": "Le plus éloigné",
      lscp: "Couvrir chacun",
    },
    help: {
      shortfall: (threshold: string) =>
        `Réduire le plus ce qui manque aux habitants sous ${threshold}. Ce qui dépasse le seuil ne compte pas.`,
      "p-median": (): string => "Que le trajet moyen d'un habitant soit le plus court.",
      mclp: (): string => "Que le plus d'habitants soient dans ces minutes.",
      "p-center": (): string =>
        "Que la commune la plus éloignée le soit le moins possible, peu importe combien y vivent.",
      lscp: (): string => "Trouver le plus petit nombre de centres qui met chaque commune dans ces minutes.",
    },
    supply: {
      consultations: (fte: string, shown: string, low: string, high: string) =>
        `${fte} ETP ≈ ${shown} consultations par an (5 400 par ETP, ARS Bourgogne-Franche-Comté) ; de ${low} à ${high} aux bornes officielles d'activité d'un médecin, 3 600 et 6 000.`,
      fte: (fte: string) => `${fte} ETP ; un praticien compte pour un ETP.`,
    },
    budget: "Avec un budget au lieu d'un nombre de centres",
    total: "Budget (k€/an)",
    opening: "Un centre (k€/an)",
    perFte: "Un ETP (k€/an)",
    size: (fte: string, cost: string) => `${fte} ETP (${cost} k€)`,
    sizes: (sizes: string) =>
      `Tailles possibles d'un centre : ${sizes}. Ces coûts sont vos hypothèses : aucune source n'est supposée.`,
    versus: "En compromis avec",
    versusHelp: "Deux autres objectifs au plus : plusieurs plans seront comparés.",
    priority: "Priorité aux moins bien servis",
    priorities: { "0": "Aucune", "1": "Forte", "2": "Très forte" },
    practices: "Compter aussi les lieux d'exercice actuels",
    practicesHelp: "Sinon, seuls les nouveaux centres comptent : une permanence de garde, par exemple.",
    conditions: "Communes candidates",
    pharmacy: "Avec une pharmacie",
    franceServices: "Avec un guichet France Services",
    people: "Habitants au moins",
    away: "À plus de… minutes d'un lieu d'exercice",
    margin: "Minutes hors du territoire",
    mandatory: "Communes imposées",
    excluded: "Communes exclues",
    pick: "Nom ou code INSEE",
    remove: (name: string) => `Retirer ${name}`,
    unknown: (text: string) => `« ${text} » n'est pas une commune de la liste.`,
  },
  find: "Trouver les meilleurs sites",
  status: {
    preparing: "Lecture des communes et des temps de trajet…",
    stages: {
      start: "Démarrage du calcul…",
      communes: "Lecture des communes…",
      access: "Lecture de l'accès publié…",
      places: "Lecture des lieux d'exercice…",
      candidates: "Choix des communes candidates…",
      lifts: "Calcul de ce que chaque centre apporterait…",
      times: "Calcul des temps de trajet…",
    },
    searching: "Recherche du meilleur plan…",
    elapsed: (seconds: string) => `${seconds} s`,
    improving: (seconds: string) => `Meilleur plan après ${seconds} s, on cherche encore`,
    stop: "Arrêter et garder ce plan",
    cancel: "Annuler",
    proven: (seconds: string) => `Optimal prouvé · écart 0,0 % · ${seconds} s`,
    within: (gap: string, seconds: string) => `À ${gap} au plus du meilleur plan possible · ${seconds} s`,
    unbounded: (seconds: string) => `Meilleur plan trouvé, sans preuve · ${seconds} s`,
    gap: (gap: string) => `écart ${gap} au plus`,
    noGap: "écart encore inconnu",
    stopped: "Recherche arrêtée par vous.",
    nothing: "Recherche arrêtée avant un premier plan.",
    failed: "Aucun plan",
    candidates: (n: number, shown: string) =>
      `parmi ${shown} commune${n >= 2 ? "s" : ""} candidate${n >= 2 ? "s" : ""}`,
  },
  impossible: {
    "small-budget": (p: Readonly<Record<string, string>>) =>
      `${p.budget} k€ n'ouvrent aucun centre : le moins cher coûte ${p.least} k€.`,
    "over-budget": (p: Readonly<Record<string, string>>) =>
      `Les communes imposées coûtent au moins ${p.needed} k€, plus que le budget de ${p.budget} k€.`,
    capacity: (p: Readonly<Record<string, string>>) =>
      `${p.count} centres accueillent au plus ${p.capacity} personnes et ${p.demand} sont à desservir : il manque ${p.missing} places. Ajoutez des centres, des ETP ou des personnes par ETP, ou ne desservez que les communes sous le seuil.`,
    "no-capacity": (p: Readonly<Record<string, string>>) =>
      `${p.count} centres ont assez de places en tout, mais pas là où les temps connus permettent d'aller.`,
    "no-staff": (): string =>
      "Aucune profession du centre n'a à la fois des ETP et un poids : le plan n'a rien à combler.",
    "no-candidate": (): string => "Aucune commune ne remplit les conditions : assouplissez « Communes candidates ».",
    both: (p: Readonly<Record<string, string>>) => `${p.name} est à la fois imposée et exclue.`,
    "too-few": (p: Readonly<Record<string, string>>) =>
      `${p.count} centres sont demandés et il n'y a que ${p.free} communes candidates.`,
    "too-many": (p: Readonly<Record<string, string>>) =>
      `${p.forced} communes sont imposées pour ${p.count} centres demandés.`,
    "not-all": (p: Readonly<Record<string, string>>) =>
      `${p.count} centres ne peuvent pas desservir chaque commune par les temps connus.`,
    "out-of-reach": (p: Readonly<Record<string, string>>) =>
      `Aucune commune candidate n'est ${p.within === undefined ? "reliée à" : `à ${p.within} min ou moins de`} ${p.name}${p.others === "0" ? "" : `, ni de ${p.others} autres communes`} : ajoutez des candidates ou des minutes.`,
    "too-large": (p: Readonly<Record<string, string>>) =>
      `${p.communes} communes et ${p.candidates} candidates : trop pour un navigateur. Choisissez un territoire plus petit ou moins de candidates.`,
    other: (p: Readonly<Record<string, string>>) => `Cette demande n'a pas de réponse (${p.constraint ?? ""}).`,
  },
  staff: frStaff,
  capacity: frCapacity,
  purchase: {
    title: "Ce que le budget achète",
    bought: (n: number, shown: string, fte: string, spent: string, total: string) =>
      `${shown} centre${n >= 2 ? "s" : ""}, ${fte} ETP, pour ${spent} k€ par an sur ${total}.`,
    next: (more: string, share: string, times: string) =>
      `Avec ${more} k€ de plus, le meilleur plan comblerait ${share} de plus que celui-ci ; un k€ de plus y vaudrait ${times} fois un k€ dépensé ici (différence de deux optimums prouvés).`,
    nextUnproven: (more: string, share: string, times: string) =>
      `Avec ${more} k€ de plus, le meilleur plan trouvé comblerait ${share} de plus que celui-ci, ${times} fois ce que vaut un k€ dépensé ici ; les deux plans ne sont pas prouvés, l'écart est indicatif.`,
    nothing: (more: string) =>
      `${more} k€ de plus n'y ajouteraient rien : ce qui manque est comblé, ou hors de portée.`,
  },
  front: {
    title: "Compromis",
    intro: (n: number) =>
      n >= 2
        ? `${n} plans dont aucun n'est meilleur qu'un autre en tout. En choisir un le montre sur la carte.`
        : "Un même plan est le meilleur pour tous ces objectifs.",
    plan: (letter: string) => `Plan ${letter} :`,
    only: "le meilleur pour tous ces objectifs.",
    same: (other: string) => `presque comme le plan ${other}.`,
    sentence: (gains: string, losses: string, other: string) =>
      `${gains}${gains !== "" && losses !== "" ? ", mais " : ""}${losses} que le plan ${other}.`,
    more: {
      shortfall: (size: string, isMore: boolean, _minutes: string) =>
        `${size} de manque comblé en ${isMore ? "plus" : "moins"}`,
      "p-median": (size: string, isMore: boolean, _minutes: string) =>
        `${size} de ${isMore ? "plus" : "moins"} en moyenne`,
      mclp: (size: string, isMore: boolean, minutes: string) =>
        `${size} hab. de ${isMore ? "plus" : "moins"} à ${minutes} min au plus`,
      "p-center": (size: string, isMore: boolean, _minutes: string) =>
        `${size} de ${isMore ? "plus" : "moins"} pour la commune la plus éloignée`,
    },
    axes: {
      shortfall: (_minutes: string) => "Manque comblé",
      "p-median": (_minutes: string) => "Trajet moyen",
      mclp: (minutes: string) => `Habitants à ${minutes} min au plus`,
      "p-center": (_minutes: string) => "Le plus éloigné",
    },
    better: (axis: string) => `${axis} : mieux`,
    choose: "Choisir un plan",
    point: (letter: string, values: string) => `Plan ${letter} : ${values}`,
    caption: "Les mêmes plans en chiffres. Manque comblé : habitants × accès sous le seuil, pondérés par la priorité.",
    column: "Plan",
    standing: "Preuve",
    proven: (aim: string) => `Le meilleur possible : ${aim}`,
    within: (aim: string, gap: string) => `Le meilleur trouvé : ${aim}, à ${gap} au plus du meilleur possible`,
    found: (aim: string) => `Le meilleur trouvé : ${aim}, sans preuve`,
    approximate: "Approché : trouvé par recherche, sans preuve",
    searching: (n: number) => `${n} plan${n >= 2 ? "s" : ""} à comparer`,
    status: (n: number, seconds: string) => `${n} plan${n >= 2 ? "s" : ""} à comparer · ${seconds} s`,
    honest:
      "Aucun plan de la liste n'est dominé par un autre de la liste ni par un plan rencontré en chemin. Entre les extrêmes, il peut en exister de meilleurs.",
  },
  figures: {
    title: "Avant → après",
    under: (threshold: string) => `Sous ${threshold}`,
    mean: "Accès moyen",
    gini: "Gini de l'accès",
    fifth: "Cinquième le plus modeste",
    travel: "Trajet moyen",
    within: (minutes: string) => `À ${minutes} min au plus`,
    farthest: "Le plus éloigné",
    from: (value: string) => `avant : ${value}`,
    none: "avant : non compté",
    same: "inchangé",
  },
  why: {
    title: "Pourquoi ces sites",
    size: (fte: string, cost: string) => `${fte} ETP · ${cost} k€ par an`,
    lifted: (people: string) => `+ ${people} hab. passent le seuil`,
    noneLifted: "personne ne passe le seuil grâce à lui seul",
    nearest: (people: string) => `le plus proche pour ${people} hab.`,
    covered: (people: string) => `sans lui, ${people} hab. de moins dans les minutes`,
    runnerUp: (name: string, loss: string) => `dauphin : ${name} (−${loss})`,
    tie: (name: string) => `dauphin à égalité : ${name}`,
    alone: "aucune autre candidate",
    limit: (share: string, threshold: string) =>
      `Limite : ${share} de son offre va à des habitants sous ${threshold}, le reste à leurs voisins.`,
    ties: "Aucun site n'améliore cet objectif : chacun est déjà servi. Un autre choix vaudrait autant.",
    none: "Aucun centre n'est nécessaire : chaque commune est déjà dans les minutes.",
    download: "Télécharger les sites (CSV)",
    loss: "Le pourcentage du dauphin est la part de l'apport du site qui serait perdue.",
  },
  map: {
    side: "Carte",
    sides: { before: "Avant", after: "Après", both: "Les deux" },
    title: { before: "avant", after: "avec les centres", both: "avant et avec les centres (barres : après)" },
    marker: (rank: string, name: string) => `Site ${rank} : ${name}`,
    lifted: "passe le seuil",
    gain: (gain: string) => `+ ${gain} par les centres`,
    noGain: "rien de plus",
  },
  table: {
    after: "Avec les centres",
    official: "Publié",
    gain: "Gain",
    minutes: "Minutes",
    minutesEstimated: "Minutes estimées",
  },
  limits: {
    title: "Ce que ce plan ne dit pas",
    items: [
      "s'il se trouvera des soignants pour ces postes : c'est l'obstacle le plus fréquent ;",
      "le coût, le bâti, les projets déjà engagés ;",
      "les temps réels : sans réseau routier apporté, ils sont estimés à vol d'oiseau ;",
      "les poids de l'APL selon le trajet, que la DREES n'a pas publiés : ceux du recalcul sont employés.",
    ],
    aside: (names: string, people: string) => `Îles sans route, à part des minutes : ${names} (${people} hab.).`,
  },
  method:
    "L'accès officiel reste la base : un centre de S consultations en j ajoute w_ij · S ÷ D_j à la commune i, où D_j est la demande de toute la France à portée de j. L'accès de cette famille est linéaire en l'offre, donc les centres s'additionnent.",
  methodTotal:
    "Pourquoi pas l'accès total ? Parce que Σ P_i · ΔA_i vaut exactement l'offre ajoutée, où que soient les centres : tous les plans seraient à égalité. Il faut dire pour qui : l'équité compte ce qui manque sous le seuil, Σ P_i · max(0, T − A_i), fois ((T − A_i) ÷ T)^α pour la priorité (α = 0, 1 ou 2 ; Foster, Greer et Thorbecke 1984).",
  methodOthers:
    "Temps moyen : p-médiane (Hakimi 1964). Couverture : Church et ReVelle (1974). Le plus éloigné : p-centre (Hakimi 1964). Couvrir chacun : couverture d'ensemble (Toregas et al. 1971). Les petites îles sans route sont mises à part des minutes.",
  methodProof:
    "La recherche part d'un plan glouton, l'améliore par échanges, le borne par une relaxation lagrangienne, puis le solveur exact HiGHS ferme l'écart. « Prouvé » : aucun plan ne fait mieux, sur ces données et ces hypothèses. Le dauphin est la meilleure autre candidate à la place du site, les autres restant où ils sont.",
};
