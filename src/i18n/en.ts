import { enAct } from "./en-act.ts";
import { enAttestation } from "./en-attestation.ts";
import { enClusters } from "./en-clusters.ts";
import { enCommittee } from "./en-committee.ts";
import { enCompare } from "./en-compare.ts";
import { enCorrections } from "./en-corrections.ts";
import { enCrossed } from "./en-crossed.ts";
import { enCumulated } from "./en-cumulated.ts";
import { enDepartures } from "./en-departures.ts";
import { enDeserts } from "./en-deserts.ts";
import { enDiagnoses } from "./en-diagnoses.ts";
import { enFelt } from "./en-felt.ts";
import { enInequality } from "./en-inequality.ts";
import { enLenses } from "./en-lenses.ts";
import { enMethod } from "./en-method.ts";
import { enModeration } from "./en-moderation.ts";
import { enParity } from "./en-parity.ts";
import { enParticipate } from "./en-participate.ts";
import { enProposals } from "./en-proposals.ts";
import { enReach } from "./en-reach.ts";
import { enRecomputed } from "./en-recomputed.ts";
import { enRecords } from "./en-records.ts";
import { enReport } from "./en-report.ts";
import { enRights } from "./en-rights.ts";
import { enRoads } from "./en-roads.ts";
import { enRobustness } from "./en-robustness.ts";
import { enRounds } from "./en-rounds.ts";
import { enScenario } from "./en-scenario.ts";
import { enSides } from "./en-sides.ts";
import { enUnderstand } from "./en-understand.ts";
import { enVerification } from "./en-verification.ts";
import { enVerify } from "./en-verify.ts";
import { enZoning } from "./en-zoning.ts";
import type { Texts } from "./fr.ts";

export const en: Texts = {
  app: {
    name: "Oasis",
    title: (territory) => `Oasis · Medical deserts · ${territory}`,
    skip: "Skip to content",
    home: "Oasis, home",
  },
  common: {
    close: "Close",
    retry: "Try again",
    dismiss: "Hide this message",
    loading: "Loading…",
    opensElsewhere: "official site, new tab",
    noData: "no data",
    inhabitants: (n, shown) => `${shown} inhabitant${n === 1 ? "" : "s"}`,
    communes: (n, shown) => `${shown} commune${n === 1 ? "" : "s"}`,
  },
  rooms: {
    label: "Rooms",
    soon: "soon",
    names: { understand: "Understand", act: "Act", participate: "Take part", prove: "Prove", data: "Data" },
    promises: {
      prove: "Build a dossier of evidence: sources, method, objections, and a link that rebuilds every figure.",
      data: "Browse the data, their licences and gaps; correct and import tables.",
    },
    unavailable: (name) => `${name}: not available yet`,
  },
  places: {
    breadcrumb: "Territory",
    choose: (name) => `Choose a territory in ${name}`,
    find: "Filter the list",
    none: "No territory by that name",
    childKinds: {
      country: "Regions",
      region: "Départements",
      departement: "Intercommunalities",
      epci: "Communes",
      commune: "",
    },
    shortKinds: {
      country: "Country",
      region: "Region",
      departement: "Département",
      epci: "Intercommunality",
      commune: "Commune",
    },
  },
  search: {
    label: "Find a territory",
    placeholder: "Commune or postcode…",
    none: (text) => `Nothing matches “${text}”. Try a commune name, a postcode or an INSEE code.`,
    loading: "Loading the list of communes…",
    unavailable: "The list of communes could not be loaded.",
    formerly: (name) => `formerly ${name}`,
    count: (n) => `${n} result${n === 1 ? "" : "s"}`,
  },
  language: { label: "Language", names: { fr: "Français", en: "English" } },
  share: {
    button: "Share",
    copied: "Link copied",
    copiedHelp: "It reopens exactly what you see.",
    refused: "The browser refused to copy. Here is the link:",
    field: "Link to share",
  },
  problems: {
    title: "Part of the link was not understood",
    ignored: (name, text, shown) => `${name} “${text}” ignored; shown instead: ${shown}.`,
    names: {
      territory: "territory",
      profession: "profession",
      year: "year",
      ages: "age of practitioners",
      threshold: "threshold",
      show: "filter",
      scale: "scale",
      selected: "selected commune",
      view: "view",
      page: "page",
      lens: "reading of the map",
      rule: "how the threshold is carried over",
      loss: "share that leaves",
      set: "difficulties counted",
      pharmacy: "minutes to the pharmacy",
      emergency: "minutes to emergency care",
      as: "value or difference",
      unequal: "map of inequality",
      basis: "values measured",
      with: "territory compared",
      method: "method",
      decay: "decay",
      max: "limit of minutes",
      bins: "bounds",
      need: "need",
      activity: "activity",
      rank: "rank",
      from: "starting point",
      at: "map position",
      within: "extent of deserts",
      least: "least communes",
      colour: "colour of deserts",
      desert: "chosen desert",
      against: "comparison",
      statistic: "statistic",
      near: "neighbourhood",
      deals: "permutations",
      seed: "seed",
      beside: "set beside",
      sites: "number of centres",
      fte: "FTE per centre",
      aim: "objective",
      priority: "priority",
      minutes: "minutes at most",
      must: "imposed communes",
      never: "excluded communes",
      zoning: "zoning rule",
      decided: "decisions tried",
      lang: "language",
    },
    nothing: "nothing",
  },
  failures: {
    title: "These figures could not be shown",
    "unknown-territory": (text) => `No territory has the code “${text}”.`,
    "unknown-profession": (text) => `The profession “${text}” is not in the data.`,
    "unknown-indicator": (text) => `The indicator “${text}” is not in the data.`,
    "unknown-series": () => "This series was never published: choose another year or age.",
    "pack-file-missing": (file) =>
      `The file “${file}” is missing on the server. Reload the page; if this comes back, the installation is incomplete.`,
    "pack-file-corrupt": (file) =>
      `The file “${file}” arrived damaged. Try again; if this comes back, clear the data of this site.`,
    "pack-offline": (file) => `The file “${file}” could not be downloaded. Check your connection.`,
    "engine-start-failed": () => "The computing engine could not start in this browser.",
    "webgl-unavailable": () => "This browser gives no access to WebGL. The table shows exactly the same figures.",
    "worker-stopped": () => "The computing engine stopped, perhaps for lack of memory. Close some tabs and try again.",
    cancelled: () => "The computation was interrupted.",
    "osm-unreadable": (file) => `The file “${file}” is not a readable OpenStreetMap extract.`,
    "no-roads": (file) => `The file “${file}” holds no road.`,
    "road-file-unreadable": (file) => `The road file “${file}” is damaged or of another version. Build it again.`,
    "bad-input": (text) => `The value “${text}” cannot be used.`,
    bug: "Something unexpected happened. Nothing was sent: everything stays in your browser.",
    crash: "This page ran into an error",
    crashHelp: "Reload the page: the link keeps your question. Technical detail:",
    reload: "Reload the page",
    backToDefault: "Back to Bretagne",
  },
  professions: {
    names: {
      gp: "General practitioners",
      nurse: "Nurses",
      physio: "Physiotherapists",
      midwife: "Midwives",
      dentist: "Dentists",
    },
    questions: {
      gp: "Who lacks general practitioners?",
      nurse: "Who lacks nurses?",
      physio: "Who lacks physiotherapists?",
      midwife: "Who lacks midwives?",
      dentist: "Who lacks dentists?",
    },
    heads: { gp: "consultations", nurse: "FTE", physio: "FTE", midwife: "FTE", dentist: "FTE" },
    tails: {
      gp: "accessible per year and per inhabitant with a general practitioner",
      nurse: "of nurses accessible per 100,000 inhabitants",
      physio: "of physiotherapists accessible per 100,000 inhabitants",
      midwife: "of midwives accessible per 100,000 women",
      dentist: "of dentists accessible per 100,000 inhabitants",
    },
  },
  units: {
    full: {
      gp: "accessible consultations per year and per standardised inhabitant",
      nurse: "accessible FTE per 100,000 standardised inhabitants",
      physio: "accessible FTE per 100,000 standardised inhabitants",
      midwife: "accessible FTE per 100,000 standardised women",
      dentist: "accessible FTE per 100,000 standardised inhabitants",
    },
    card: {
      gp: "Accessible consultations / year / inhabitant",
      nurse: "Accessible FTE / 100,000 inhabitants",
      physio: "Accessible FTE / 100,000 inhabitants",
      midwife: "Accessible FTE / 100,000 women",
      dentist: "Accessible FTE / 100,000 inhabitants",
    },
    short: {
      gp: "consult./yr/inh.",
      nurse: "FTE/100,000",
      physio: "FTE/100,000",
      midwife: "FTE/100,000",
      dentist: "FTE/100,000",
    },
    plain: {
      gp: "consultations per year",
      nurse: "FTE per 100,000 inhabitants",
      physio: "FTE per 100,000 inhabitants",
      midwife: "FTE per 100,000 women",
      dentist: "FTE per 100,000 inhabitants",
    },
    fte: "FTE: full-time equivalent",
  },
  statuses: {
    value: "published",
    missing: "no data",
    secret: "statistical secrecy",
    unreachable: "out of reach by road",
    zero: "zero: no professional within reach",
  },
  understand: enUnderstand,
  act: enAct,
  rounds: enRounds,
  scenario: enScenario,
  sides: enSides,
  communeField: {
    placeholder: "Name, postcode or INSEE code",
    outside: "outside the territory",
    found: "Communes found",
    remove: (name) => `Take out ${name}`,
  },
  lenses: enLenses,
  inequality: enInequality,
  compare: enCompare,
  robustness: enRobustness,
  diagnoses: enDiagnoses,
  departures: enDepartures,
  deserts: enDeserts,
  clusters: enClusters,
  crossed: enCrossed,
  cumulated: enCumulated,
  zoning: enZoning,
  recomputed: enRecomputed,
  participate: enParticipate,
  committee: enCommittee,
  felt: enFelt,
  attestation: enAttestation,
  rights: enRights,
  report: enReport,
  corrections: enCorrections,
  proposals: enProposals,
  verification: enVerification,
  records: enRecords,
  moderation: enModeration,
  reach: enReach,
  roads: enRoads,
  method: enMethod,
  verify: enVerify,
  parity: enParity,
};
