import type { frScenarioMerge, frScenarioSeal } from "./fr-scenario-exchange.ts";

export const enScenarioMerge: typeof frScenarioMerge = {
  button: "Merge with a file",
  failed: "This file was not merged; nothing has changed.",
  title: (file) => `Merge with “${file}”`,
  origin: (n, shown) =>
    n === 0 ? "Common origin: an empty scenario." : `Common origin: ${shown} change${n === 1 ? "" : "s"}.`,
  noOrigin: "No common origin is known: nothing will be taken out, and you are asked about whatever differs.",
  same: "Nothing to merge: both say the same.",
  arrivals: "What comes without a question",
  kinds: {
    added: (change) => `Added: ${change}`,
    changed: (change) => `Modified: ${change}`,
    removed: (change) => `Taken out: ${change}`,
  },
  conflict: "Changed on both sides",
  before: (change) => `At the origin: ${change}`,
  sides: { ours: "Keep mine", theirs: "Take theirs" },
  absent: "Taken out",
  left: (n, shown) => `${shown} more to settle${n === 1 ? "" : ", each one"}; nothing is written until then.`,
  settled: "Everything is settled.",
  together: "These choices cannot stand together:",
  do: "Merge",
  cancel: "Cancel",
  close: "Close",
  done: "Scenarios merged",
  undoable: "“Undo” goes back to what was there.",
};

export const enScenarioSeal: typeof frScenarioSeal = {
  checking: "Computing the figures of the file again…",
  same: "The same figures as in the file received.",
  different: "Other figures than in the file received.",
  neither: "Neither the data nor the computation changed: other travel times, or a file that was modified.",
  parts: {
    dataRelease: (before, now) => `Data: release ${before} in the file, ${now} here.`,
    engineVersion: (before, now) => `Computation: version ${before} in the file, ${now} here.`,
  },
  facts: (release, engine, hash) => `Data ${release} · computation ${engine} · fingerprint ${hash}`,
};
