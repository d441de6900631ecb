import type { Board } from "./board.ts";

/** Before anything was opened. */
export const EMPTY_BOARD: Board = {
  status: "closed",
  keeping: "evictable",
  isSecure: true,
  wasEvicted: false,
  failure: null,
  identities: [],
  key: null,
  spaces: [],
  awaited: [],
  reports: [],
  clockSkew: null,
  reportRelay: null,
  reportProblem: null,
};
