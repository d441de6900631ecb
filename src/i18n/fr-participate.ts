/** Room « Participer »: what its parts share. */
export const frParticipate = {
  documentTitle: (territory: string) => `Oasis · Participer · ${territory}`,
  clock: {
    refused: (time: string) =>
      `L'horloge de cet appareil avance de ${time} sur celle du relais : mettez-la à l'heure. Le relais refuse ce qui est signé plus d'un jour à l'avance ; c'est gardé ici, et repartira quand la date écrite sera passée.`,
    ahead: (time: string) =>
      `L'horloge de cet appareil avance de ${time} sur celle du relais : mettez-la à l'heure. Ce que vous signez est reçu, mais porte une heure fausse.`,
    behind: (time: string) =>
      `L'horloge de cet appareil retarde de ${time} sur celle du relais : mettez-la à l'heure. Ce que vous signez est reçu et compte du jour où il arrive, mais porte une date fausse, et les délais affichés ici sont faux.`,
  },
  parts: {
    label: "Que voulez-vous faire ?",
    names: {
      report: "Signaler",
      proposals: "Propositions",
      corrections: "Corrections",
      committee: "Comités",
      felt: "Vécu / calculé",
      moderation: "Relecture",
      records: "Registre",
      rights: "Vos droits",
    },
  },
};
