/** The room « Comprendre »; gathered and spaced by `fr.ts`. */
export const frUnderstand = {
  panel: {
    label: "Chiffres du territoire",
    subtitle: (territory: string, year: number) => `${territory} · indicateur officiel APL ${year}`,
    updating: "Calcul en cours…",
  },
  selectors: {
    profession: "Profession",
    year: "Année",
    ages: "Praticiens comptés",
    agesNames: { all: "Tous âges", le65: "65 ans et moins", le62: "62 ans et moins" },
    agesHelp:
      "L'indicateur est aussi publié sans les généralistes de plus de 65 ou 62 ans : c'est ce qui resterait si tous partaient demain sans être remplacés.",
    agesOnlyAll: "Pour cette profession et cette année, seule la série « tous âges » est publiée.",
  },
  headline: {
    label: (threshold: string, unit: string) => `Habitants sous ${threshold} ${unit}`,
    share: (percent: string, name: string) => `${percent} · ${name}`,
    parent: (name: string, percent: string) => `${name} ${percent}`,
    sentence: (people: string) =>
      `Sur ${people} habitants des communes où l'indicateur est publié (population municipale 2020, la même pour toutes les années).`,
    without: (people: string) => `${people} habitants vivent où il ne l'est pas : ils ne sont comptés nulle part ici.`,
    withoutNone: "Aucun habitant sans donnée.",
    nothing: "Aucune valeur publiée pour ce territoire.",
    moved: (shown: string) => `Seuil déplacé. Revenir à ${shown}`,
  },
  thresholds: {
    title: "D'où vient ce seuil ?",
    sources: {
      "order-2017-gp":
        "2,5 consultations : limite de l'arrêté du 13 novembre 2017 pour les zones d'intervention prioritaire. L'arrêté l'applique à des bassins (territoires de vie-santé) et aux médecins de 65 ans et moins ; ici, elle sert de repère commune par commune.",
      "order-2018-physio":
        "43,8 ETP : limite nationale des zones « très sous-dotées » de l'arrêté du 24 septembre 2018. L'arrêté l'applique à des bassins de vie ; ici, elle sert de repère commune par commune.",
      "order-2019-midwife":
        "7,1 ETP : limite nationale des zones « très sous-dotées » de l'arrêté du 17 octobre 2019. L'arrêté l'applique à des bassins de vie ; ici, elle sert de repère commune par commune.",
      "order-2020-nurse":
        "58,8 ETP : limite nationale des zones « très sous-dotées » de l'arrêté du 10 janvier 2020. L'arrêté l'applique à des bassins de vie ; ici, elle sert de repère commune par commune.",
      "half-national-mean":
        "Aucun seuil réglementaire publié pour les dentistes : le repère est la moitié de la moyenne nationale, comme dans IRDES, Questions d'économie de la santé n° 564.",
    },
  },
  comparison: {
    title: "Comparé à qui ?",
    territory: "Territoire",
    mean: "Moyenne",
    below: "Sous le seuil",
    lowest: "1er dixième",
    ratio: "Écart",
    ratioHelp: "Moyenne des 10 % d'habitants les mieux servis, rapportée à celle des 10 % les moins bien servis.",
    unit: (unit: string) => `Moyennes en ${unit}`,
  },
  trend: {
    title: "Depuis 2015",
    titleShort: "D'une année à l'autre",
    label: (name: string) => `Moyenne de ${name} par année publiée`,
    point: (year: number, value: string) => `${year} : ${value}`,
    caveat:
      "À lire avec prudence : la population standardisée est recalée chaque année sur la population totale, ce qui masque l'effet du vieillissement. Les années absentes ne sont pas dans les données.",
    change: (from: number, to: number, delta: string) => `${delta} entre ${from} et ${to}`,
  },
  limits: {
    title: "Ce que ce chiffre ne dit pas",
    items: [
      "le délai pour obtenir un rendez-vous ;",
      "si les soignants acceptent de nouveaux patients ;",
      "le prix, les dépassements d'honoraires, le tiers payant ;",
      "les horaires d'ouverture et la permanence des soins ;",
      "le trajet de qui n'a pas de voiture : les temps sont routiers ;",
      "les besoins de celles et ceux qui ont renoncé à consulter.",
    ],
  },
  map: {
    label: "Carte de l'accès aux soins par commune",
    help: "Flèches : passer d'une commune à sa voisine. Entrée : ouvrir sa fiche. Échap : effacer la sélection.",
    loading: "La carte se dessine…",
    zoomIn: "Zoomer",
    zoomOut: "Dézoomer",
    fit: "Revoir tout le territoire",
    background: "Fond de carte",
    backgroundOn: "Afficher le fond IGN",
    backgroundHelp:
      "Éteint au départ. L'allumer fait contacter data.geopf.fr (IGN), qui voit alors votre adresse IP et la zone affichée. Ce réglage n'est jamais dans le lien partagé.",
    backgroundCredit: "Fond : Plan IGN v2, © IGN",
    announce: (name: string, value: string, level: string) => `${name} : ${value}, ${level}`,
    announceNone: (name: string, reason: string) => `${name} : ${reason}`,
    noOutline: (name: string) => `${name} n'a pas de contour dans les données : la carte ne peut pas le dessiner.`,
    lostTitle: "La carte s'est arrêtée",
    lost: "Le navigateur a repris la carte graphique. La carte revient d'elle-même dès que possible ; la table montre les mêmes chiffres.",
    noWebglTitle: "La carte ne peut pas s'afficher ici",
    tilesTitle: "Le contour des communes n'a pas pu être chargé",
    showTable: "Voir la table",
    sources: (year: number) => `Sources : DREES (APL ${year}), INSEE, IGN`,
    method: "Sources et méthode",
  },
  legend: {
    title: "Légende et répartition",
    collapse: "Réduire la légende",
    expand: "Ouvrir la légende",
    scale: "Échelle de couleurs",
    scales: { fixed: "Seuils officiels", quantile: "Effectifs égaux", natural: "Ruptures naturelles" },
    scalesHelp: {
      quantile:
        "Effectifs égaux : autant de communes dans chaque classe ; utile pour voir des nuances, pas pour juger.",
      natural:
        "Ruptures naturelles (Fisher-Jenks) : les classes dont les communes se ressemblent le plus ; utile pour voir des paliers, pas pour juger ni pour comparer deux cartes. Au-delà du graphique, une valeur compte comme son bord.",
    },
    filter: "Filtrer les communes",
    filters: { all: "Tout", below: "Sous le seuil", above: "Au seuil ou plus" },
    lit: (communes: string, people: string) => `${communes} · ${people}`,
    empty: "Aucune commune ne répond à ce filtre.",
    reset: "Tout montrer",
    under: (limit: string) => `moins de ${limit}`,
    between: (from: string, to: string) => `${from} à ${to}`,
    over: (limit: string) => `${limit} et plus`,
    histogram: (territory: string) => `Répartition des habitants de ${territory} selon l'accès`,
    thresholdMark: (value: string) => `seuil ${value}`,
    bar: (interval: string, people: string) => `${interval} : ${people} habitants`,
    overflow: (limit: string) => `${limit} et +`,
    zero: "zéro",
  },
  classes: {
    gp: [
      "accès extrêmement faible",
      "accès très faible",
      "accès faible",
      "accès intermédiaire, bas",
      "accès intermédiaire",
      "accès élevé",
      "accès très élevé",
    ],
    order: ["très sous-doté", "sous-doté", "intermédiaire", "très doté", "sur-doté"],
    mean: [
      "moins de la moitié de la moyenne",
      "sous la moyenne",
      "au-dessus de la moyenne",
      "plus du double de la moyenne",
    ],
    ranked: (at: number, of: number) => `classe ${at} sur ${of}, du moins au mieux servi`,
  },
  tenth: {
    lowest: "les moins bien servis de France",
    highest: "les mieux servis",
    badge: (ordinal: string) => `${ordinal} dixième`,
    standing: (badge: string, better: string) => `${badge} : ${better}`,
    better: (n: number) =>
      n === 0
        ? "parmi les 10 % les mieux servis"
        : n === 1
          ? "1 habitant sur 10 mieux servi"
          : `${n} habitants sur 10 mieux servis`,
  },
  commune: {
    label: (name: string) => `Fiche de ${name}`,
    compare: "Comparé à",
    reasons: {
      missing: "L'indicateur n'est pas publié pour cette commune.",
      secret: "L'indicateur est couvert par le secret statistique pour cette commune.",
      unreachable: "Aucune route ne relie cette commune aux soignants comptés.",
    },
    zero: "Zéro : aucun soignant de cette profession à portée.",
    lessThan: (limit: string) => `moins de ${limit}`,
    professions: "Toutes les professions",
    latest: (year: number) => `Valeurs ${year}, tous âges, chacune dans son unité.`,
    departures: "Si les plus âgés partaient sans être remplacés",
    departing: { all: "Tous les médecins", le65: "Sans les plus de 65 ans", le62: "Sans les plus de 62 ans" },
    facilities: "Lieux d'exercice et équipements",
    facilitiesHelp: "INSEE, base permanente des équipements. Des lieux, pas des personnes ; 2018 → 2024.",
    facilitiesNone: "Aucun lieu recensé dans la commune en 2024.",
    facilitiesUnknown: "Sans donnée : aucune statistique n'est publiée ici pour cette commune.",
    notCounted: "non recensé",
    moreFacilities: (n: number) => `Voir les ${n} autres`,
    income: "Niveau de vie médian",
    poverty: "Taux de pauvreté",
    incomeNote: "INSEE, Filosofi 2021 ; niveau de vie par an et par unité de consommation.",
    arrondissements: "Par arrondissement",
    folded: "Moyenne des arrondissements, pondérée par leur population standardisée.",
    zoom: "Zoomer sur la commune",
    epci: (name: string) => `Voir ${name}`,
    loading: "Lecture de la fiche…",
  },
  table: {
    label: (territory: string) => `Communes de ${territory}`,
    switch: "Vue",
    views: { map: "Carte", table: "Table" },
    columns: {
      commune: "Commune",
      group: "Intercommunalité",
      departement: "Département",
      population: "Population 2020",
      class: "Niveau",
      status: "Statut",
    },
    download: "Télécharger en CSV",
    rows: (n: number, shown: string) => `${shown} ligne${n >= 2 ? "s" : ""}`,
    ascending: "Trier du plus petit au plus grand",
    descending: "Trier du plus grand au plus petit",
  },
};
