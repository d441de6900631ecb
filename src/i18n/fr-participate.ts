/** Room « Participer »: what its parts share. */
export const frParticipate = {
  documentTitle: (territory: string) => `Oasis · Participer · ${territory}`,
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
