import { queryOptions } from "@tanstack/react-query";
import type { Profession } from "../core/professions.ts";
import type { ParityQuestion } from "../engine/compute-parity.ts";
import type { ParitySummary } from "../engine/study-parity.ts";
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

/** The parity study of a profession, run here. */
export function parityQuery(
  question: ParityQuestion,
  engine: () => EngineClient,
  onProgress: (progress: Progress) => void,
) {
  const { profession, year, seed, fast } = question;
  return queryOptions({
    queryKey: ["parity", profession, year, seed, fast],
    queryFn: ({ signal }) => time(() => engine().call("studyParity", question, { signal, onProgress })),
  });
}

/** Full studies as `scripts/build-parity.ts` left them: of which data, by which code, in how long. */
export interface FullParity {
  readonly release: string;
  readonly version: string;
  readonly code: string;
  readonly studies: Readonly<Partial<Record<Profession, ParitySummary & { readonly seconds: number }>>>;
}

export function fullParityQuery() {
  return queryOptions({
    queryKey: ["full-parity"],
    queryFn: async () => (await import("./full-parity.json")).default as unknown as FullParity,
  });
}

async function time<T>(run: () => Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  const value = await run();
  return { value, milliseconds: performance.now() - start };
}

export type { PackCheck } from "../engine/check-pack.ts";
export type { ParityModel, Split } from "../engine/compute-parity.ts";
export type { ParityStudy, ParitySummary } from "../engine/study-parity.ts";
export type { PackFinding } from "../engine/verify-pack.ts";
