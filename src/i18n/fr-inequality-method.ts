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

/** Definition, formula and source of each measure. */
export const frInequalityMethod = {
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
};
