import { FailureError } from "./failure.ts";

/** What a long computation sees of its caller; an AbortSignal satisfies `signal`. */
export interface Run {
  readonly signal: { readonly aborted: boolean };
  /** `done` and `total` in the same unit of work; `stage` names it. */
  progress(done: number, total: number, stage: string): void;
  /** Lets whoever called be heard; absent where nobody can interrupt. */
  pause?(): Promise<void>;
}

/** Throws the `cancelled` failure once the caller has given up. */
export function assertRunning(run: Run): void {
  if (run.signal.aborted) throw new FailureError("cancelled");
}

/** Between two stages of a long computation: hears a cancellation that is waiting. Throws `cancelled`. */
export async function breathe(run: Run): Promise<void> {
  await run.pause?.();
  assertRunning(run);
}
