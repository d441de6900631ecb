/** Parts of the drawer « Sources et méthode » on inequality. */
export const frInequalityTopics = {
  inequality: "Comment l'inégalité est mesurée",
  lorenz: "Courbe de Lorenz et moitié la moins bien servie",
  gini: "Indice de Gini et son intervalle",
  hoover: "Indice de Hoover",
  move: "Offre à déplacer",
  theil: "Indice de Theil, entre et dans les territoires",
  meanLogDeviation: "Déviation logarithmique moyenne",
  atkinson: "Indices d'Atkinson",
  percentileRatio: "P90/P10",
  tenthRatio: "D10/D1",
  palma: "Rapport de Palma",
  shortfall: "Sous le seuil : part, profondeur, sévérité (FGT)",
  concentration: "Concentration selon le revenu",
  erreygers: "Indice d'Erreygers",
  groups: "Accès par groupe d'habitants",
  measureTrend: "Inégalité d'une année à l'autre",
  unequalMap: "La carte des inégalités",
  compared: "Comparer deux territoires",
};

/** The lens « Inégalités »; gathered and spaced by `fr.ts`. */
export const frInequality = {
  title: "Un accès inégal ?",
  computing: "Mesure des inégalités…",
  cancel: "Interrompre",
  cancelled: "La mesure a été interrompue.",
  resume: "Reprendre",
  basis: "Valeurs mesurées",
  bases: { official: "Officielles", recomputed: "Recalculées" },
  basisNote: "Mesuré sur le recalcul, avec les hypothèses de la lecture « Recalcul ».",
  basisNone: "Le recalcul en cours n'est pas un taux : ses valeurs ne se partagent pas, l'officiel est mesuré.",
  single: {
    title: "Une seule commune, une seule valeur",
    text: (name: string) =>
      `L'indicateur donne la même valeur à tous les habitants de ${name} : il n'y a pas d'inégalité à mesurer à l'intérieur. Cela ne veut pas dire que tous y sont égaux, mais que cette donnée ne le voit pas.`,
    go: (name: string) => `Voir les inégalités : ${name}`,
  },
  empty: (name: string) => `Aucune valeur publiée pour ${name} : rien à mesurer.`,
  fileSource: (year: number) => `Sources : DREES (APL ${year}), INSEE. Calcul : Oasis, dans le navigateur.`,
  against: (name: string, value: string) => `${name} : ${value}`,
  sentences: {
    tenthRatio: "d'écart entre les 10 % d'habitants les mieux servis et les 10 % les moins bien servis.",
    worseHalf: "de l'offre accessible va à la moitié des habitants les moins bien servis. À égalité, ce serait 50 %.",
    move: (amount: string) => `de l'offre serait à déplacer pour que chacun ait la moyenne, soit ${amount}.`,
    moveGp: (acts: string, few: string, many: string) =>
      `${acts} consultations par an, l'activité de ${few} à ${many} médecins`,
    moveFte: (fte: string) => `${fte} ETP`,
    perGp: "Un médecin compte pour 3 600 à 6 000 consultations par an, les bornes de l'indicateur officiel.",
    gini: "d'indice de Gini : 0 si tous ont autant, 1 si un seul a tout.",
    giniInterval: (low: string, high: string) => `Entre ${low} et ${high} selon les communes tirées (95 %)`,
    under: (threshold: string, lack: string) =>
      `des habitants vivent sous ${threshold}. Il leur manque en moyenne ${lack}.`,
    lack: {
      gp: (value: string) => `${value} consultation par an`,
      nurse: (value: string) => `${value} ETP pour 100 000 habitants`,
      physio: (value: string) => `${value} ETP pour 100 000 habitants`,
      midwife: (value: string) => `${value} ETP pour 100 000 femmes`,
      dentist: (value: string) => `${value} ETP pour 100 000 habitants`,
    },
    nobodyUnder: (threshold: string) => `des habitants vivent sous ${threshold} : personne n'est sous le seuil.`,
    between: {
      epci: (within: string) => `de l'inégalité se joue entre intercommunalités, ${within} à l'intérieur de chacune.`,
      bassin_de_vie: (within: string) =>
        `de l'inégalité se joue entre bassins de vie, ${within} à l'intérieur de chacun.`,
      departement: (within: string) => `de l'inégalité se joue entre départements, ${within} à l'intérieur de chacun.`,
    },
    richer:
      "entre l'accès moyen des 10 % d'habitants des communes les plus aisées et celui des 40 % des plus modestes.",
    richerMore: (index: string, error: string) =>
      `L'accès va avec le revenu de la commune (indice de concentration ${index} ± ${error}).`,
    richerLess: (index: string, error: string) =>
      `L'accès est meilleur dans les communes modestes (indice de concentration ${index} ± ${error}).`,
    richerNone: (index: string, error: string) =>
      `Pas de lien net avec le revenu de la commune (indice de concentration ${index} ± ${error}).`,
  },
  reasons: {
    nobody: "personne n'a de valeur ici",
    "mean-zero": "toutes les valeurs sont nulles",
    "value-zero": "une commune est à zéro, qui n'a pas de logarithme",
    "value-negative": "une valeur est négative",
    "lowest-zero": "les moins bien servis ont zéro : on ne divise pas par zéro",
    "one-area": "une seule commune",
    "no-threshold": "pas de seuil au-dessus de zéro",
    "outside-bounds": "une valeur sort des bornes",
    "one-part": "un seul territoire : rien entre",
  },
  measures: {
    mean: "Moyenne",
    tenthRatio: "D10/D1",
    percentileRatio: "P90/P10",
    palma: "Palma",
    worseHalf: "Part de la moitié la moins bien servie",
    gini: "Gini",
    hoover: "Hoover",
    move: "Offre à déplacer",
    theil: "Theil T",
    meanLogDeviation: "Déviation log. moyenne",
    atkinsonHalf: "Atkinson 0,5",
    atkinsonOne: "Atkinson 1",
    headcount: "Part sous le seuil",
    depth: "Profondeur (FGT 1)",
    severity: "Sévérité (FGT 2)",
    theilEpci: "Theil entre intercommunalités",
    theilBassin: "Theil entre bassins de vie",
    theilDepartement: "Theil entre départements",
    mldEpci: "DLM entre intercommunalités",
    mldBassin: "DLM entre bassins de vie",
    mldDepartement: "DLM entre départements",
    concentration: "Concentration",
    erreygers: "Erreygers, accès",
    erreygersUnder: "Erreygers, sous le seuil",
    richest: "Communes aisées / modestes",
  },
  table: {
    title: "Toutes les mesures",
    measure: "Mesure",
    scroll: "Tableau de toutes les mesures, à faire défiler",
    groups: {
      spread: "Écarts entre habitants",
      indices: "Indices, 0 pour l'égalité",
      under: (threshold: string) => `Sous le seuil de ${threshold}`,
      between: "Part entre territoires",
      income: "Selon le revenu de la commune",
    },
    interval: (low: string, high: string) => `${low} à ${high}`,
    error: (error: string) => `± ${error}`,
    undefined: "n. d.",
    note: (people: string) =>
      `Chaque habitant compte une fois (${people}, population municipale 2020) ; la moyenne, l'offre à déplacer et les deux moyennes de D10/D1 pèsent la population standardisée, comme à la DREES.`,
    reason: (reason: string, measures: string) => `n. d. (${reason}) : ${measures}.`,
    csv: "CSV",
    json: "JSON",
    download: "Télécharger tous les chiffres",
  },
  chart: {
    asTable: "Voir en table",
    asChart: "Voir le graphique",
    svg: "SVG",
    png: "PNG",
    save: (format: string, title: string) => `Télécharger en ${format} : ${title}`,
  },
  lorenz: {
    title: "Qui a quelle part ?",
    label: "Courbe de Lorenz de l'accès",
    summary: (name: string, half: string) => `${name} : la moitié la moins bien servie a ${half} de l'offre accessible`,
    people: "part des habitants, du moins au mieux servi",
    held: "part de l'offre accessible",
    equality: "égalité parfaite",
    share: "Habitants les moins bien servis",
    tick: (percent: string) => `${percent} %`,
  },
  distribution: {
    title: "Combien d'habitants à chaque niveau ?",
    titleOf: (name: string) => `Habitants selon leur accès : ${name}`,
    from: "De",
    to: "à moins de",
    people: "Habitants",
    help: "La poignée déplace le seuil, partout dans la page.",
  },
  groups: {
    title: "Qui vit avec moins ?",
    by: "Groupes",
    names: {
      "income-fifth": "Revenu de la commune",
      density: "Densité",
      "urban-unit": "Ville et campagne",
      age: "Âge",
      car: "Voiture",
    },
    short: { "income-fifth": "Revenu", density: "Densité", "urban-unit": "Ville", age: "Âge", car: "Voiture" },
    label: (by: string, name: string) => `Accès moyen et part sous le seuil, ${name}, par groupe : ${by}`,
    mean: "Accès moyen",
    under: (threshold: string) => `Sous ${threshold}`,
    people: (n: string) => `${n} hab.`,
    group: "Groupe",
    populationTitle: "Habitants",
    fifths: ["1er cinquième", "2e cinquième", "3e cinquième", "4e cinquième", "5e cinquième"],
    fifth: (name: string, from: string, to: string) => `${name} · ${from} à ${to}`,
    densities: {
      "0-25": "Moins de 25 hab./km²",
      "25-75": "25 à 75 hab./km²",
      "75-300": "75 à 300 hab./km²",
      "300-1500": "300 à 1 500 hab./km²",
      "1500-more": "1 500 hab./km² et plus",
    },
    units: { outside: "Hors unité urbaine", inside: "Dans une unité urbaine" },
    ages: {
      "0-14": "0 à 14 ans",
      "15-24": "15 à 24 ans",
      "25-39": "25 à 39 ans",
      "40-54": "40 à 54 ans",
      "55-64": "55 à 64 ans",
      "65-79": "65 à 79 ans",
      "80-plus": "80 ans et plus",
    },
    cars: { without: "Sans voiture", with: "Avec voiture" },
    notes: {
      "income-fifth":
        "Un cinquième des habitants chacun, des communes les plus modestes aux plus aisées, par leur revenu médian (INSEE, Filosofi 2021) : le revenu du lieu, pas celui de chacun.",
      density: "Habitants de la commune par km².",
      "urban-unit": "Unités urbaines de l'INSEE, 2020.",
      age: "Part de chaque âge dans la commune (recensement), à qui l'on donne la valeur de la commune : les écarts viennent seulement de où l'on vit.",
      car: "Part des ménages sans voiture (recensement), comptés comme s'ils étaient aussi grands que les autres. L'indicateur, lui, suppose une voiture pour tous : il surestime leur accès.",
    },
    covered: (percent: string) => `Groupe connu pour ${percent} des habitants.`,
  },
  trend: {
    title: "D'une année à l'autre",
    measure: "Mesure suivie",
    label: (measure: string, name: string) => `${measure}, ${name}, par année publiée`,
    point: (year: number, value: string) => `${year} : ${value}`,
    year: "Année",
    value: "Valeur",
    none: "Non défini pour ces années.",
    caveat:
      "Mêmes habitants et même seuil chaque année : seul l'accès change. La méthode de la DREES a changé entre 2015 et 2022.",
  },
  map: {
    choose: "Sur la carte",
    names: { relative: "Rapport à la moyenne", missing: "Ce qui manque" },
    relativeTitle: (name: string, mean: string) => `Accès rapporté à la moyenne (${name} : ${mean})`,
    relative: {
      half: "moins de la moitié",
      quarter: "de ½ à ¾",
      below: "de ¾ à la moyenne",
      above: "de la moyenne à × 1¼",
      more: "de × 1¼ à × 1½",
      most: "plus de × 1½",
    },
    relativeNote: "À égalité, tout serait à la moyenne. Ce qui s'en éloigne fait l'inégalité.",
    missingTitle: {
      gp: (threshold: string) => `Consultations qui manquent chaque année pour atteindre ${threshold}`,
      nurse: (threshold: string) => `ETP d'infirmiers qui manquent pour atteindre ${threshold}`,
      physio: (threshold: string) => `ETP de kinésithérapeutes qui manquent pour atteindre ${threshold}`,
      midwife: (threshold: string) => `ETP de sages-femmes qui manquent pour atteindre ${threshold}`,
      dentist: (threshold: string) => `ETP de dentistes qui manquent pour atteindre ${threshold}`,
    },
    some: "il en manque",
    missingNone: "au seuil ou plus",
    missingNote:
      "Habitants (standardisés) × ce qui manque à chacun pour atteindre le seuil : où l'effort pèse le plus, en tout et non par habitant.",
    times: (ratio: string) => `${ratio} la moyenne`,
    lacks: (amount: string, unit: string) => `il manque ${amount} ${unit}`,
    enough: "rien ne manque",
    perYear: { gp: "consultations par an", nurse: "ETP", physio: "ETP", midwife: "ETP", dentist: "ETP" },
    value: "Accès",
    ratio: "÷ moyenne",
    missing: "Manque",
    share: "Part du manque",
    total: (amount: string, unit: string, percent: string) =>
      `En tout : ${amount} ${unit}, ${percent} de l'offre accessible.`,
  },
  limits: {
    title: "Ce que ces mesures ne disent pas",
    items: [
      "les inégalités à l'intérieur d'une commune : tous ses habitants ont la même valeur ;",
      "le revenu, l'âge ou la voiture de chacun : on ne connaît que ceux de la commune ;",
      "la défaveur sociale (FDep) : ni diplôme, ni profession, ni chômage dans les données ;",
      "l'erreur de l'indicateur : l'intervalle du Gini redistribue des communes, ce n'est pas une marge de sondage ;",
      "ce qui est juste : une mesure d'égalité ne dit pas combien il en faudrait.",
    ],
  },
  method: {
    source: "Source",
    texts: {
      inequality: {
        definition:
          "Chaque habitant reçoit la valeur de sa commune (ou de son arrondissement à Paris, Lyon et Marseille) et compte une fois : x_i est la valeur, f_i la part des habitants, μ leur moyenne. Un chiffre qui n'existe pas le dit, avec la raison ; rien n'est ajouté à un zéro pour lui donner un logarithme.",
        formula: "f_i = w_i ÷ Σ w_i ; μ = Σ f_i x_i",
        source: "DREES, APL ; INSEE, population municipale 2020, la même pour toutes les années.",
      },
      lorenz: {
        definition:
          "On range les habitants du moins au mieux servi : la courbe dit quelle part de l'offre accessible va aux premiers. À égalité parfaite, elle est droite ; plus elle se creuse, plus l'accès est inégal.",
        formula: "L(p) = Σ f_i x_i ÷ μ, jusqu'à la part p des habitants",
        source: "Lorenz, 1905.",
      },
      gini: {
        definition:
          "Deux fois l'aire entre la courbe de Lorenz et la droite d'égalité. L'intervalle retire les communes au sort 999 fois (bootstrap, 95 %) : il dit combien l'indice tient à quelques communes. Ce n'est pas une marge de sondage, et des communes voisines se ressemblent : il est plutôt trop étroit.",
        formula: "G = 1 − Σ f_i (L_i + L_{i−1})",
        source: "Gini, 1912 ; Efron, 1979.",
      },
      hoover: {
        definition:
          "Part de l'accès qu'il faudrait déplacer pour que chacun ait la moyenne, chaque habitant comptant une fois.",
        formula: "H = ½ Σ f_i |x_i ÷ μ − 1|",
        source: "Hoover, 1936.",
      },
      move: {
        definition:
          "Le même calcul sur l'offre elle-même (valeur × population standardisée) : consultations par an pour les généralistes, ETP pour les autres. Converti en médecins entre 6 000 et 3 600 consultations par an chacun, bornes de l'indicateur officiel. C'est une grandeur, pas un projet : personne ne déplace des médecins ainsi.",
        formula: "½ Σ s_i |x_i − μ_s|",
        source: "Hoover, 1936 ; bornes d'activité : arrêté du 13 novembre 2017 et foire aux questions de la DGOS.",
      },
      theil: {
        definition:
          "Mesure sensible à ce qui se passe en haut, qui se partage exactement entre l'inégalité entre les territoires (si chacun y avait la moyenne du sien) et celle à l'intérieur. La part « entre » dit si le problème se règle entre intercommunalités ou dedans.",
        formula: "T = Σ f_i (x_i ÷ μ) ln(x_i ÷ μ) = entre + dans",
        source: "Theil, 1967 ; Bourguignon, 1979.",
      },
      meanLogDeviation: {
        definition:
          "Comme Theil, mais sensible à ce qui se passe en bas. Elle n'existe pas dès qu'une commune habitée est à zéro.",
        formula: "Σ f_i ln(μ ÷ x_i)",
        source: "Theil, 1967 ; Shorrocks, 1980.",
      },
      atkinson: {
        definition:
          "Part de l'accès dont on pourrait se passer s'il était réparti également, pour un même bien-être : l'aversion à l'inégalité vaut 0,5 (modérée) ou 1 (forte).",
        formula: "A = 1 − (Σ f_i (x_i ÷ μ)^{1−ε})^{1 ÷ (1−ε)}",
        source: "Atkinson, 1970.",
      },
      percentileRatio: {
        definition: "La valeur que 10 % des habitants dépassent, rapportée à celle que 10 % n'atteignent pas.",
        formula: "x à 90 % ÷ x à 10 %, sans interpolation",
        source: "Usage statistique courant.",
      },
      tenthRatio: {
        definition:
          "Moyenne des 10 % d'habitants les mieux servis, rapportée à celle des 10 % les moins bien servis ; la commune à cheval est partagée.",
        formula: "moyenne du 10e dixième ÷ moyenne du 1er",
        source: "DREES, définition des publications sur l'APL.",
      },
      palma: {
        definition: "Moyenne des 10 % d'habitants les mieux servis, rapportée à celle des 40 % les moins bien servis.",
        formula: "moyenne des 10 % du haut ÷ moyenne des 40 % du bas",
        source: "Palma, 2011, en moyennes et non en parts.",
      },
      shortfall: {
        definition:
          "Part des habitants strictement sous le seuil (FGT 0) ; ce qui leur manque, en part du seuil, réparti sur tous (FGT 1, profondeur) ; le même au carré, qui pèse davantage les plus démunis (FGT 2, sévérité).",
        formula: "FGT_α = Σ f_i ((z − x_i) ÷ z)^α, sur x_i < z",
        source: "Foster, Greer et Thorbecke, 1984.",
      },
      concentration: {
        definition:
          "On range les habitants par le revenu médian de leur commune. Au-dessus de zéro, l'accès se concentre dans les communes aisées ; en dessous, dans les modestes. L'erreur type compte les communes. Les revenus secrets ou absents sont laissés de côté et comptés. « Communes aisées / modestes » compare la moyenne des 10 % d'habitants des communes les plus aisées à celle des 40 % des plus modestes.",
        formula: "C = 2 ÷ μ · Σ f_i x_i R_i − 1",
        source: "Kakwani, Wagstaff et van Doorslaer, 1997 ; INSEE, Filosofi 2021.",
      },
      erreygers: {
        definition:
          "La concentration corrigée des bornes de la variable : plus basse et plus haute valeur du pays pour l'accès, 0 et 1 pour « être sous le seuil ». En dessous de zéro pour cette dernière : être sous le seuil est plus fréquent dans les communes modestes.",
        formula: "E = 4μ ÷ (b − a) · C",
        source: "Erreygers, 2009.",
      },
      groups: {
        definition:
          "Accès moyen et part sous le seuil de groupes d'habitants. Quand un groupe est une part de chaque commune (âges, voiture), ses membres reçoivent la valeur de la commune. Un groupe connu pour moins de la moitié des habitants n'est pas montré : âges et voitures ne sont dans les données que pour la Bretagne.",
        formula: "Σ part_i · w_i · x_i ÷ Σ part_i · w_i",
        source: "INSEE : Filosofi 2021, unités urbaines 2020, recensement de la population.",
      },
      measureTrend: {
        definition:
          "La même mesure sur chaque année publiée de la série, avec les habitants d'une seule année et le même seuil : seul l'accès bouge. Des communes sans valeur peuvent changer d'une année à l'autre.",
        formula: "mêmes w_i, même z, x_i de chaque année",
        source: "DREES, APL 2015, 2022 et 2023.",
      },
      unequalMap: {
        definition:
          "« Rapport à la moyenne » colore chaque commune par sa valeur divisée par la moyenne du territoire : à égalité parfaite, tout serait à 1. « Ce qui manque » colore l'effort : population standardisée × (seuil − valeur), là où la valeur est sous le seuil ; la somme est ce qu'il faudrait ajouter pour amener chacun au seuil, sans rien prendre ailleurs.",
        formula: "x_i ÷ μ_s ; s_i · (z − x_i) si x_i < z",
        source: "DREES, APL et populations standardisées.",
      },
      compared: {
        definition:
          "Deux territoires côte à côte : mêmes couleurs, mêmes classes, même seuil. La différence est A moins B ; pour les rapports et les indices aussi. Un écart de Gini plus petit que les intervalles ne dit rien de sûr.",
        formula: "A − B",
        source: "Mêmes sources que chaque chiffre.",
      },
    },
  },
};
