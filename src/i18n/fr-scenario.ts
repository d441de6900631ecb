import { frScenarioMerge, frScenarioSeal } from "./fr-scenario-exchange.ts";
import { frScenarioProblems } from "./fr-scenario-problems.ts";

/** The board of scenarios, in room « Agir ». */
export const frScenario = {
  mode: { label: "Ce que l'on fait", modes: { sites: "Trouver des sites", scenario: "Scénario", rounds: "Tournées" } },
  panel: "Scénario",
  title: "Et si… ?",
  subtitle: (place: string, added: string) => `${place} · chaque changement ajouté ${added}, dans votre navigateur`,
  baseline: {
    label: "Valeurs de départ",
    choices: { official: "Sur l'indicateur officiel", recomputed: "Sur le recalcul" },
    short: { official: "officiel", recomputed: "recalcul" },
    on: { official: "sur l'indicateur officiel", recomputed: "sur le recalcul" },
    added: { official: "aux valeurs officielles", recomputed: "aux valeurs recalculées" },
    note: {
      official:
        "Les valeurs publiées par la DREES, auxquelles s'ajoute ce que le scénario apporte ou retire. C'est la lecture à citer.",
      recomputed:
        "Les valeurs recalculées ici selon les hypothèses du scénario (à défaut, celles de la profession), même seuil. Elles diffèrent des valeurs officielles : à lire à côté d'elles, pas à leur place.",
    },
  },
  board: {
    title: "Scénarios",
    current: "Scénario ouvert",
    name: "Titre du scénario",
    next: (n: number) => `Scénario ${n}`,
    copyOf: (title: string) => `${title} (copie)`,
    create: "Nouveau",
    fork: "Dupliquer",
    export: "Exporter",
    import: "Importer",
    remove: "Supprimer",
    removed: (title: string) => `« ${title} » est supprimé de ce navigateur.`,
    restore: "Rétablir",
    forget: "Fermer",
    empty:
      "Aucun scénario dans ce navigateur. Créez-en un, ou importez le fichier de quelqu'un : rien n'est envoyé nulle part.",
    elsewhere: (place: string, profession: string, year: string) =>
      `Ce scénario porte sur un autre périmètre : ${place}, ${profession}, ${year}.`,
    goThere: "Y aller",
    here: "Nouveau scénario ici",
    refused: "Le navigateur a refusé de garder ce scénario : exportez-le avant de fermer la page.",
    setAside: "Les scénarios gardés ici n'étaient pas lisibles : ils ont été mis de côté, non effacés.",
    importFailed: "Ce fichier n'a pas été importé ; rien n'a changé.",
    imported: "Scénario importé",
  },
  changes: {
    title: (n: number) => `${n} changement${n >= 2 ? "s" : ""}`,
    none: "Ajoutez un premier changement : une ouverture, un départ, une tournée.",
    add: "Ajouter un changement",
    kind: "Changement",
    save: "Ajouter",
    replace: "Enregistrer",
    cancel: "Annuler",
    edit: (what: string) => `Modifier : ${what}`,
    remove: (what: string) => `Retirer : ${what}`,
    undo: "Défaire",
    redo: "Refaire",
    undoKey: "Défaire (Ctrl+Z)",
    redoKey: "Refaire (Ctrl+Y)",
    kinds: {
      "open-centre": "Ouvrir un centre",
      "resize-centre": "Agrandir ou réduire un centre",
      "close-centre": "Fermer un centre",
      departure: "Départ d'un soignant",
      "departure-by-age": "Départs selon l'âge",
      "mobile-unit": "Unité mobile",
      teleconsultation: "Téléconsultation",
      "transport-line": "Ligne de transport",
      "displaced-staff": "Soignants déplacés",
    },
    says: {
      "open-centre": (centre: string, commune: string, staff: string) => `${centre} ouvre à ${commune} : ${staff}`,
      "resize-centre": (centre: string, commune: string, before: string, after: string) =>
        `${centre}, à ${commune} : de ${before} à ${after}`,
      "close-centre": (centre: string, commune: string, staff: string) => `${centre} ferme à ${commune} : ${staff}`,
      departure: (commune: string, staff: string) => `${commune} perd ${staff}`,
      "departure-by-age": (age: string) => `Les praticiens de plus de ${age} ans ne comptent plus`,
      "mobile-unit": (communes: string, consultations: string) =>
        `Unité mobile à ${communes} : ${consultations} consultations par an`,
      teleconsultation: (commune: string, consultations: string, excluded: string) =>
        `Téléconsultation à ${commune} : ${consultations} par an, ${excluded} sans usage`,
      "transport-line": (communes: string, destinations: string, minutes: string) =>
        `Ligne de ${communes} vers ${destinations}, ${minutes} min`,
      "displaced-staff": (from: string, to: string, staff: string) => `${staff} : de ${from} à ${to}`,
    },
    staff: (fte: string, profession: string) => `${fte} ETP (${profession})`,
    days: (days: string) => `${days} j par semaine`,
  },
  form: {
    places: {
      communes: "Communes desservies",
      destinations: "Destinations",
      from: "Commune quittée",
      to: "Commune rejointe",
    },
    label: (kind: string) => `Formulaire : ${kind}`,
    centre: "Nom du centre",
    commune: "Commune",
    profession: "Profession",
    fte: "ETP",
    fteOf: (profession: string) => `ETP · ${profession}`,
    otherStaff: "Autres professions",
    days: "Jours d'ouverture par semaine",
    opening: { from: "Aujourd'hui", to: "Demain" },
    upTo: "Ne comptent plus les praticiens de plus de",
    years: (age: number) => `${age} ans`,
    stop: (n: number) => `Arrêt ${n}`,
    addStop: "Ajouter un arrêt",
    removeStop: (n: number) => `Retirer l'arrêt ${n}`,
    halfDays: "Demi-journées par mois",
    consultationsPerHalfDay: "Consultations par demi-journée",
    consultations: "Consultations par an",
    excluded: "Part qui n'en fait pas usage (%)",
    minutes: "Minutes de porte à porte",
    share: "Part des habitants sans voiture (%)",
    noStaff: "Indiquez au moins un ETP.",
    percent: "Un nombre de 0 à 100.",
    help: {
      "open-centre": "Un ETP vaut 5 jours d'ouverture : 2 ETP ouverts 3 jours comptent pour 1,2.",
      "resize-centre": "Seule la différence entre aujourd'hui et demain change l'accès.",
      "close-centre": "Ce que le centre offre aujourd'hui n'est plus offert.",
      departure: "Personne ne remplace ce qui part.",
      "departure-by-age": "D'après les séries publiées pour les praticiens jusqu'à cet âge (généralistes).",
      "mobile-unit": "Généralistes. Demi-journées tous les mois de l'année, temps de route déjà ôté.",
      teleconsultation: "Généralistes. La part exclue est une hypothèse que vous énoncez : elle n'est pas mesurée.",
      "transport-line":
        "L'indicateur officiel donne une voiture à chacun : l'effet sur les habitants sans voiture est donné à part.",
      "displaced-staff": "Une perte au départ, un gain à l'arrivée : le total ne change pas.",
    },
  },
  figures: {
    title: "Avant → après",
    updating: "Les chiffres affichés sont ceux d'avant ce changement.",
    failed: "Ce scénario n'a pas pu être calculé",
    under: (threshold: string) => `Habitants sous ${threshold}`,
    mean: "Accès moyen",
    gini: "Gini de l'accès",
    fifth: "Cinquième le plus modeste",
    tenthRatio: "Rapport D10/D1",
    tenth: (rank: number, shown: string) =>
      rank === 1
        ? "1er dixième (le moins bien servi)"
        : rank === 10
          ? "10e dixième (le mieux servi)"
          : `${shown} dixième`,
    from: (value: string) => `avant : ${value}`,
    same: "inchangé",
    gains: (people: string, mean: string) => `${people} hab. gagnent, ${mean} en moyenne`,
    losses: (people: string, mean: string) => `${people} hab. perdent, ${mean} en moyenne`,
    nobodyGains: "Personne ne gagne",
    nobodyLoses: "Personne ne perd",
    most: (names: string) => `surtout ${names}`,
    toTerritory: (share: string) =>
      `${share} de ce qui change va aux habitants du territoire, le reste à leurs voisins.`,
    withoutCar: (people: string, before: string, after: string) =>
      `${people} hab. sans voiture desservis : accès recalculé de ${before} à ${after}.`,
  },
  limits: {
    title: "Ce que ces chiffres supposent",
    "all-else-equal":
      "Personne ne déménage, personne ne remplace qui part, personne ne change d'activité : un effet, pas une prévision.",
    "unpublished-decay": "Ce qui vient ou part est réparti selon des poids de trajet en partie non publiés.",
    "estimated-times": (pairs: string, of: string) =>
      `${pairs} des ${of} temps de trajet employés sont estimés à vol d'oiseau.`,
    "other-profession": (changes: string) => `D'une autre profession, hors de ces chiffres : ${changes}.`,
    "more-than-counted": (fte: string, commune: string, places: string) =>
      `${fte} ETP quittent ${commune}, où ${places} lieux d'exercice sont comptés.`,
    "held-at-zero": (areas: string) => `${areas} commune(s) tomberaient sous 0 et y sont tenues.`,
    "left-out-by-age": (areas: string) =>
      `${areas} commune(s) laissées de côté : leur valeur avec moins de praticiens manque, ou dépasse celle avec tous.`,
    "nobody-in-reach": (commune: string) => `Ce que reçoit ${commune} n'est à la portée de personne.`,
    "lines-apart": (changes: string) =>
      `L'indicateur officiel donne une voiture à chacun ; l'effet de ces lignes est donné à part : ${changes}.`,
    "video-as-presence": (changes: string) =>
      `Les consultations à distance comptent autour de leur salle comme les autres : ${changes}.`,
  },
  map: {
    effect: "Carte",
    effects: { before: "Avant", after: "Après", difference: "Écart", both: "Les deux" },
    title: {
      before: "avant",
      after: "après le scénario",
      difference: "écart dû au scénario",
      both: "avant et après le scénario (barres : après)",
    },
    unknown: "écart inconnu",
    same: "inchangé",
    change: (before: string, after: string) => `de ${before} à ${after}`,
  },
  table: { after: "Après", before: "Avant", change: "Écart" },
  compare: {
    title: "Comparer",
    pick: (title: string) => `Comparer : ${title}`,
    help: "Cochez deux à quatre scénarios du même territoire et de la même série.",
    caption: "Scénarios côte à côte",
    today: "Aujourd'hui",
    best: "Mieux servis par lui seul",
    gains: "Habitants qui gagnent",
    losses: "Habitants qui perdent",
    show: "Voir sur la carte",
    shown: "Sur la carte",
    showOne: (title: string) => `Voir sur la carte : ${title}`,
    tenths: "Par dixième d'habitants, du moins au mieux servi",
    tenthsCaption: "Accès moyen par dixième, scénarios côte à côte",
    tenthsHelp: "Les dixièmes sont refaits dans chaque colonne : ce ne sont pas toujours les mêmes habitants.",
    download: "Comparaison (CSV)",
  },
  fromPlan: {
    button: "En faire un scénario",
    title: (place: string) => `Plan pour ${place}`,
    centre: (name: string, code: string) => `Centre de ${name} (${code})`,
  },
  merge: frScenarioMerge,
  seal: frScenarioSeal,
  problems: frScenarioProblems,
};
