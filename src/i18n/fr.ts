import { frAct } from "./fr-act.ts";
import { frAttestation } from "./fr-attestation.ts";
import { frClusters } from "./fr-clusters.ts";
import { frCommittee } from "./fr-committee.ts";
import { frCompare } from "./fr-compare.ts";
import { frCorrections } from "./fr-corrections.ts";
import { frCrossed } from "./fr-crossed.ts";
import { frCumulated } from "./fr-cumulated.ts";
import { frDepartures } from "./fr-departures.ts";
import { frDeserts } from "./fr-deserts.ts";
import { frDiagnoses } from "./fr-diagnoses.ts";
import { frFelt } from "./fr-felt.ts";
import { frInequality } from "./fr-inequality.ts";
import { frLenses } from "./fr-lenses.ts";
import { frMethod } from "./fr-method.ts";
import { frModeration } from "./fr-moderation.ts";
import { frParity } from "./fr-parity.ts";
import { frParticipate } from "./fr-participate.ts";
import { frProposals } from "./fr-proposals.ts";
import { frReach } from "./fr-reach.ts";
import { frRecomputed } from "./fr-recomputed.ts";
import { frRecords } from "./fr-records.ts";
import { frReport } from "./fr-report.ts";
import { frRights } from "./fr-rights.ts";
import { frRoads } from "./fr-roads.ts";
import { frRobustness } from "./fr-robustness.ts";
import { frRounds } from "./fr-rounds.ts";
import { frScenario } from "./fr-scenario.ts";
import { frSides } from "./fr-sides.ts";
import { frUnderstand } from "./fr-understand.ts";
import { frVerification } from "./fr-verification.ts";
import { frVerify } from "./fr-verify.ts";
import { frZoning } from "./fr-zoning.ts";
import { withFrenchSpaces } from "./typography.ts";

/** Source of every key: the other languages must have exactly these. */
export const fr = withFrenchSpaces({
  app: {
    name: "Oasis",
    title: (territory: string) => `Oasis · Déserts médicaux · ${territory}`,
    skip: "Aller au contenu",
    home: "Oasis, accueil",
  },
  common: {
    close: "Fermer",
    retry: "Réessayer",
    dismiss: "Masquer ce message",
    loading: "Chargement…",
    opensElsewhere: "site officiel, nouvel onglet",
    noData: "sans donnée",
    inhabitants: (n: number, shown: string) => `${shown} habitant${n >= 2 ? "s" : ""}`,
    communes: (n: number, shown: string) => `${shown} commune${n >= 2 ? "s" : ""}`,
  },
  rooms: {
    label: "Salles",
    soon: "bientôt",
    names: { understand: "Comprendre", act: "Agir", participate: "Participer", prove: "Prouver", data: "Données" },
    promises: {
      prove: "Composer un dossier de preuves : sources, méthode, objections, lien qui refait chaque chiffre.",
      data: "Parcourir les données, leurs licences et leurs lacunes ; corriger et importer des tableaux.",
    },
    unavailable: (name: string) => `${name} : pas encore disponible`,
  },
  places: {
    breadcrumb: "Territoire",
    choose: (name: string) => `Choisir un territoire dans ${name}`,
    find: "Filtrer la liste",
    none: "Aucun territoire à ce nom",
    childKinds: {
      country: "Régions",
      region: "Départements",
      departement: "Intercommunalités",
      epci: "Communes",
      commune: "",
    },
    shortKinds: {
      country: "Pays",
      region: "Région",
      departement: "Département",
      epci: "Intercommunalité",
      commune: "Commune",
    },
  },
  search: {
    label: "Chercher un territoire",
    placeholder: "Commune ou code postal…",
    none: (text: string) =>
      `Rien ne correspond à « ${text} ». Essayez le nom d'une commune, un code postal ou un code INSEE.`,
    loading: "Chargement de la liste des communes…",
    unavailable: "La liste des communes n'a pas pu être chargée.",
    formerly: (name: string) => `anciennement ${name}`,
    count: (n: number) => `${n} résultat${n >= 2 ? "s" : ""}`,
  },
  language: { label: "Langue", names: { fr: "Français", en: "English" } },
  share: {
    button: "Partager",
    copied: "Lien copié",
    copiedHelp: "Il rouvre exactement ce que vous voyez.",
    refused: "La copie a été refusée par le navigateur. Voici le lien :",
    field: "Lien à partager",
  },
  problems: {
    title: "Une partie du lien n'a pas été comprise",
    ignored: (name: string, text: string, shown: string) =>
      `${name} « ${text} » ignoré ; affiché à la place : ${shown}.`,
    names: {
      territory: "territoire",
      profession: "profession",
      year: "année",
      ages: "âge des praticiens",
      threshold: "seuil",
      show: "filtre",
      scale: "échelle",
      selected: "commune sélectionnée",
      view: "vue",
      page: "page",
      lens: "lecture de la carte",
      rule: "report du seuil",
      loss: "part des départs",
      set: "difficultés retenues",
      pharmacy: "minutes jusqu'à la pharmacie",
      emergency: "minutes jusqu'aux urgences",
      as: "valeur ou écart",
      unequal: "carte des inégalités",
      basis: "valeurs mesurées",
      with: "territoire comparé",
      method: "méthode",
      decay: "décroissance",
      max: "limite de temps",
      bins: "bornes",
      need: "besoin",
      activity: "activité",
      rank: "rang",
      from: "point de départ",
      at: "position de la carte",
      within: "étendue des déserts",
      least: "communes au moins",
      colour: "couleur des déserts",
      desert: "désert choisi",
      against: "comparaison",
      statistic: "statistique",
      near: "voisinage",
      deals: "tirages",
      seed: "graine",
      beside: "mise en regard",
      sites: "nombre de centres",
      fte: "ETP par centre",
      aim: "objectif",
      priority: "priorité",
      minutes: "minutes au plus",
      must: "communes imposées",
      never: "communes exclues",
      zoning: "règle de zonage",
      decided: "décisions essayées",
      lang: "langue",
    },
    nothing: "rien",
  },
  failures: {
    title: "Ces chiffres n'ont pas pu être affichés",
    "unknown-territory": (text: string) => `Aucun territoire ne porte le code « ${text} ».`,
    "unknown-profession": (text: string) => `La profession « ${text} » n'est pas dans les données.`,
    "unknown-indicator": (text: string) => `L'indicateur « ${text} » n'est pas dans les données.`,
    "unknown-series": (): string => "Cette série n'a jamais été publiée : choisissez une autre année ou un autre âge.",
    "pack-file-missing": (file: string) =>
      `Le fichier « ${file} » manque sur le serveur. Rechargez la page ; si le message revient, l'installation est incomplète.`,
    "pack-file-corrupt": (file: string) =>
      `Le fichier « ${file} » est arrivé abîmé. Réessayez ; si le message revient, videz les données du site.`,
    "pack-offline": (file: string) => `Le fichier « ${file} » n'a pas pu être téléchargé. Vérifiez votre connexion.`,
    "engine-start-failed": (): string => "Le moteur de calcul n'a pas pu démarrer dans ce navigateur.",
    "webgl-unavailable": (): string =>
      "Ce navigateur ne donne pas accès à WebGL. La table montre exactement les mêmes chiffres.",
    "worker-stopped": (): string =>
      "Le moteur de calcul s'est arrêté, peut-être faute de mémoire. Fermez des onglets et réessayez.",
    cancelled: (): string => "Le calcul a été interrompu.",
    "osm-unreadable": (file: string) => `Le fichier « ${file} » n'est pas un extrait OpenStreetMap lisible.`,
    "no-roads": (file: string) => `Le fichier « ${file} » ne contient aucune route.`,
    "road-file-unreadable": (file: string) =>
      `Le fichier de routes « ${file} » est abîmé ou d'une autre version. Reconstruisez-le.`,
    "bad-input": (text: string) => `La valeur « ${text} » n'est pas utilisable.`,
    bug: "Une erreur inattendue s'est produite. Elle n'a rien envoyé : tout reste dans votre navigateur.",
    crash: "Cette page a rencontré une erreur",
    crashHelp: "Rechargez la page : le lien garde votre question. Détail technique :",
    reload: "Recharger la page",
    backToDefault: "Revenir à la Bretagne",
  },
  professions: {
    names: {
      gp: "Médecins généralistes",
      nurse: "Infirmiers",
      physio: "Kinésithérapeutes",
      midwife: "Sages-femmes",
      dentist: "Chirurgiens-dentistes",
    },
    questions: {
      gp: "Qui manque de médecins généralistes ?",
      nurse: "Qui manque d'infirmiers ?",
      physio: "Qui manque de kinésithérapeutes ?",
      midwife: "Qui manque de sages-femmes ?",
      dentist: "Qui manque de dentistes ?",
    },
    /** Completes « 3,5 … ». */
    heads: { gp: "consultations", nurse: "ETP", physio: "ETP", midwife: "ETP", dentist: "ETP" },
    tails: {
      gp: "accessibles par an et par habitant auprès d'un généraliste",
      nurse: "d'infirmiers accessibles pour 100 000 habitants",
      physio: "de kinésithérapeutes accessibles pour 100 000 habitants",
      midwife: "de sages-femmes accessibles pour 100 000 femmes",
      dentist: "de dentistes accessibles pour 100 000 habitants",
    },
  },
  units: {
    full: {
      gp: "consultations accessibles par an et par habitant standardisé",
      nurse: "ETP accessibles pour 100 000 habitants standardisés",
      physio: "ETP accessibles pour 100 000 habitants standardisés",
      midwife: "ETP accessibles pour 100 000 femmes standardisées",
      dentist: "ETP accessibles pour 100 000 habitants standardisés",
    },
    card: {
      gp: "Consultations accessibles / an / habitant",
      nurse: "ETP accessibles / 100 000 habitants",
      physio: "ETP accessibles / 100 000 habitants",
      midwife: "ETP accessibles / 100 000 femmes",
      dentist: "ETP accessibles / 100 000 habitants",
    },
    short: {
      gp: "consult./an/hab.",
      nurse: "ETP/100 000",
      physio: "ETP/100 000",
      midwife: "ETP/100 000",
      dentist: "ETP/100 000",
    },
    /** Completes « Habitants sous 2,5 … ». */
    plain: {
      gp: "consultations par an",
      nurse: "ETP pour 100 000 habitants",
      physio: "ETP pour 100 000 habitants",
      midwife: "ETP pour 100 000 femmes",
      dentist: "ETP pour 100 000 habitants",
    },
    fte: "ETP : équivalent temps plein",
  },
  statuses: {
    value: "publié",
    missing: "sans donnée",
    secret: "secret statistique",
    unreachable: "hors d'atteinte par la route",
    zero: "zéro : aucun soignant à portée",
  },
  understand: frUnderstand,
  act: frAct,
  rounds: frRounds,
  scenario: frScenario,
  sides: frSides,
  communeField: {
    placeholder: "Nom, code postal ou code INSEE",
    outside: "hors du territoire",
    found: "Communes trouvées",
    remove: (name: string) => `Retirer ${name}`,
  },
  lenses: frLenses,
  inequality: frInequality,
  compare: frCompare,
  robustness: frRobustness,
  diagnoses: frDiagnoses,
  departures: frDepartures,
  deserts: frDeserts,
  clusters: frClusters,
  crossed: frCrossed,
  cumulated: frCumulated,
  zoning: frZoning,
  recomputed: frRecomputed,
  participate: frParticipate,
  committee: frCommittee,
  felt: frFelt,
  attestation: frAttestation,
  rights: frRights,
  report: frReport,
  corrections: frCorrections,
  proposals: frProposals,
  verification: frVerification,
  records: frRecords,
  moderation: frModeration,
  reach: frReach,
  roads: frRoads,
  method: frMethod,
  verify: frVerify,
  parity: frParity,
});

export type Texts = typeof fr;
