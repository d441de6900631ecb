import type { Run } from "../../../src/core/run.ts";

export const QUIET: Run = { signal: { aborted: false }, progress: () => undefined };
