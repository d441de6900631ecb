import type { frObjectives } from "./fr-objectives.ts";

export const enObjectives: typeof frObjectives = {
  commitments: {
    title: "Commitments awaited",
    none: "No commitment asked for. After a decision, ask for a written answer, from somebody named, by a given day.",
    ask: "Ask for a commitment",
    name: "What is asked",
    text: "Precisely",
    owner: "Who must answer",
    ownerHelp: "A position or an institution, not a person's name.",
    answerBy: "Answer due on",
    decision: "Following the decision",
    noDecision: "None",
    sign: "Sign",
    expected: (owner, day) => `Answer of ${owner} due on ${day}`,
    reply: "Write down an answer",
    answer: "Answer",
    answers: { yes: "Yes", partly: "Partly", no: "No", later: "Later", done: "Done" },
    said: "What was answered, and how it came",
    saidHelp: "For instance: letter of 3 March, meeting of the 12th.",
    statuses: {
      waiting: "waiting",
      overdue: "no answer, overdue",
      postponed: "postponed",
      yes: "yes",
      partly: "partly",
      no: "no",
      done: "done",
    },
  },
};
