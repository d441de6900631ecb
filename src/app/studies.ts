import { queryOptions } from "@tanstack/react-query";
import type { EngineClient } from "../worker/client.ts";
import type { Progress } from "../worker/rpc.ts";

/** A result of the engine, and how long this machine took. */
export interface Timed<T> {
  readonly value: T;
  readonly milliseconds: number;
}

export type { Progress };

/** Official figures, laws and controls recomputed from the pack that is open. */
export function verifyPackQuery(engine: () => EngineClient, onProgress: (progress: Progress) => void) {
  return queryOptions({
    queryKey: ["verify-pack"],
    queryFn: ({ signal }) => time(() => engine().call("verifyPack", null, { signal, onProgress })),
  });
}

async function time<T>(run: () => Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  const value = await run();
  return { value, milliseconds: performance.now() - start };
}

export type { PackCheck } from "../engine/check-pack.ts";
export type { PackFinding } from "../engine/verify-pack.ts";
