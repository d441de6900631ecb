/** Consultations of a committee: questions, positions by college, decisions. */
export const frConsultation = {
  consultations: {
    title: "Consultations",
    none: "Aucune consultation pour l'instant.",
    ask: "Consulter le comité",
    cannotAsk: "Vous ne pouvez pas ouvrir de consultation.",
    erased: "Texte retiré",
    period: (opens: string, closes: string) => `du ${opens} au ${closes}`,
    awaited: "votre avis est attendu",
    decided: "décidée",
    phases: { coming: "à venir", open: "ouverte", closed: "close" },
  },
  ask: {
    title: "Consulter le comité",
    question: "Question",
    text: "Ce qu'il faut savoir pour répondre, facultatif",
    options: "Propositions",
    option: (n: number) => `Proposition ${n}`,
    scenario: (n: number) => `Scénario de la proposition ${n}`,
    noScenario: "Aucun scénario",
    removeOption: (n: number) => `Retirer la proposition ${n}`,
    addOption: "Ajouter une proposition",
    scenariosHelp: "Une proposition peut porter un scénario chiffré : composez-le dans « Agir », puis revenez ici.",
    withScenario: (title: string) => `${title} (scénario joint, avec l'empreinte de ses résultats)`,
    sealedText: (title: string) => `Scénario soumis au comité : ${title}`,
    opens: "Ouvre le",
    closes: "Ferme le (compris)",
    quorum: "Quorum",
    quorumHelp: (seats: number) =>
      `Membres qui doivent s'exprimer. ${seats} ${seats >= 2 ? "siègent" : "siège"} aujourd'hui.`,
    dayCounts:
      "Une position compte au jour où le registre la reçoit : prenez les fichiers des membres avant la clôture.",
    check: "Vérifier",
    confirmTitle: "Vous soumettez au comité",
    confirm: (opens: string, closes: string, quorum: number, seats: number) =>
      `Du ${opens} au ${closes} compris. Quorum : ${quorum} sur ${seats}. Une consultation ne se modifie pas une fois signée.`,
    sign: "Signer et ouvrir",
    faults: {
      empty: "Ce champ ne peut pas rester vide.",
      "too-few": "Il faut au moins une proposition.",
      twice: "Deux propositions portent les mêmes mots.",
      "no-day": "Choisissez un jour.",
      "closes-before": "La fermeture est avant l'ouverture.",
      past: "Ce jour est passé.",
      "not-whole": "Écrivez un nombre entier d'au moins 1.",
    },
  },
  consultation: {
    back: (name: string) => `← ${name}`,
    quorum: (voters: number, quorum: number) =>
      voters >= quorum
        ? `Quorum atteint : ${voters} membre${voters >= 2 ? "s" : ""} sur ${quorum} attendu${quorum >= 2 ? "s" : ""}.`
        : `Quorum non atteint : ${voters} membre${voters >= 2 ? "s" : ""} sur ${quorum} attendu${quorum >= 2 ? "s" : ""}.`,
    options: (n: number) => `${n} proposition${n >= 2 ? "s" : ""}`,
    yours: "Votre position",
    noPosition: "Vous ne pouvez pas prendre position.",
    results: "Positions par collège",
    neverAdded: "Les collèges ne s'additionnent pas : chacun compte pour lui-même.",
    college: "Collège",
    late: (n: number) =>
      n >= 2
        ? `${n} positions sont arrivées hors délai et ne comptent pas.`
        : "Une position est arrivée hors délai et ne compte pas.",
    statements: "Ce que les membres ont écrit",
    decision: "Décision",
    noDecision: "On ne peut pas décider maintenant.",
  },
  scenario: {
    sealed: (release: string, engine: string, hash: string) =>
      `Données ${release} · moteur ${engine} · résultat ${hash}…`,
    open: "Ouvrir dans Agir",
    check: "Recalculer",
    verdicts: {
      same: "Recalculé ici : mêmes résultats, à la sixième décimale.",
      "other-release": "Les données ont changé depuis : les résultats ne sont plus les mêmes.",
      "other-engine": "Le moteur de calcul a changé depuis : les résultats ne sont plus les mêmes.",
      different:
        "Recalculé ici avec les mêmes données : résultats différents. Des temps de trajet ont-ils été apportés ici ou là-bas ?",
    },
  },
  position: {
    title: "Votre position",
    help: "Une position par proposition, modifiable jusqu'à la clôture. Le comité la lit avec votre collège.",
    statement: "Pourquoi, facultatif",
    send: "Signer ma position",
    change: "Modifier ma position",
    nothing: "Rien à envoyer pour l'instant.",
    kept: "Position signée",
    waiting: "Votre position attend d'entrer au registre : envoyez votre fichier à qui le tient, avant la clôture.",
  },
  decide: {
    title: "Décider",
    option: "Proposition retenue",
    choose: "Choisir…",
    reasons: "Décision et motifs",
    minority: "Avis minoritaire",
    minorityHelp: "Ce que soutiennent celles et ceux qui ne sont pas de cet avis. Facultatif.",
    incomplete: "Choisissez la proposition retenue et dites pourquoi.",
    confirmTitle: "Vous décidez",
    chosen: (option: string) => `Retenu : ${option}`,
    votes: "Positions au moment de décider",
    forEver: (version: number) => `Une décision ne s'efface pas. Règles de décompte : version ${version}.`,
    sign: "Signer la décision",
    decidedOn: (date: string) => (date === "" ? "Décision, en attente d'entrer au registre" : `Décidé le ${date}`),
    withQuorum: "Quorum atteint.",
    withoutQuorum: "Quorum non atteint.",
    counted: (version: number) => `Décompte selon les règles de version ${version}.`,
  },
  workshop: {
    open: "Mode atelier",
    title: "Mode atelier",
    previous: "Précédente",
    next: "Suivante",
    qr: "Code QR de cette consultation",
    join: "Membres du comité : ouvrez cette page sur votre appareil.",
  },
  hands: {
    title: "Compter les mains ou les papiers",
    help: "Le décompte est signé comme une note, à côté des positions. Il ne s'y ajoute jamais et n'entre pas dans le quorum.",
    option: "Proposition",
    wrong: "Écrivez au moins un nombre entier, sans autre signe.",
    sign: "Signer le décompte",
    kept: "Décompte signé",
    text: (day: string, option: string, counts: string) =>
      `Décompte en séance du ${day}, sur « ${option} ». ${counts}.`,
    notes: "Notes et décomptes en séance",
  },
};
