import type { frParticipate } from "./fr-participate.ts";

export const enParticipate: typeof frParticipate = {
  documentTitle: (territory) => `Oasis · Take part · ${territory}`,
  parts: {
    label: "What would you like to do?",
    names: {
      report: "Report",
      proposals: "Proposals",
      corrections: "Corrections",
      committee: "Committees",
      felt: "Felt / computed",
      moderation: "Review",
      records: "Records",
      rights: "Your rights",
    },
  },
};
