import type { frParticipate } from "./fr-participate.ts";

export const enParticipate: typeof frParticipate = {
  documentTitle: (territory) => `Oasis · Take part · ${territory}`,
  clock: {
    refused: (time) =>
      `The clock of this device is ${time} ahead of the relay's: set it right. The relay refuses what is signed more than a day ahead; it is kept here, and leaves once the date it bears has passed.`,
    ahead: (time) =>
      `The clock of this device is ${time} ahead of the relay's: set it right. What you sign is received, with a wrong time on it.`,
    behind: (time) =>
      `The clock of this device is ${time} behind the relay's: set it right. What you sign is received and counts from the day it arrives, but bears a wrong date, and the deadlines shown here are wrong.`,
  },
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
