import { ESTIMATE } from "./estimate.ts";

/** Kilometres as the crow flies that the estimate drives in so many minutes: its inverse. */
export function estimateRadius(minutes: number): number {
  return minutes <= ESTIMATE.a ? 0 : ((minutes - ESTIMATE.a) / ESTIMATE.b) ** (1 / ESTIMATE.c);
}
