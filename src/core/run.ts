import { FailureError } from "./failure.ts";

/** What a long computation sees of its caller; an AbortSignal satisfies `signal`. */
export interface Run {
  readonly signal: { readonly aborted: boolean };
  /** `done` and `total` in the same unit of work; `stage` names it. */
  progress(done: number, total: number, stage: string): void;
}

/** Throws the `cancelled` failure once the caller has given up. */
export function assertRunning(run: Run): void {
  if (run.signal.aborted) throw new FailureError("cancelled");
}
