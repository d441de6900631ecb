import { describe, expect, it } from "vitest";
import { createQueryClient } from "../../src/app/answers.ts";
import { cumulatedQuery, departuresQuery, robustnessQuery } from "../../src/app/diagnoses.ts";
import { FailureError } from "../../src/core/failure.ts";
import type { EngineClient } from "../../src/worker/client.ts";

const BRETAGNE = { kind: "region", code: "53" } as const;

/** An engine that notes what it is asked and says it is half-way. */
function fakeEngine() {
  const asked: { job: string; input: unknown; signal: AbortSignal | undefined }[] = [];
  const client = {
    call: (job: string, input: unknown, { signal, onProgress }: Parameters<EngineClient["call"]>[2] = {}) => {
      asked.push({ job, input, signal });
      onProgress?.({ done: 1, total: 2, stage: "minutes" });
      return new Promise((resolve, reject) => {
        signal?.addEventListener("abort", () => reject(new FailureError("cancelled")));
        setTimeout(() => resolve({ job, input }), 20);
      });
    },
    stop: () => undefined,
  } as unknown as EngineClient;
  return { asked, engine: () => client };
}

describe("queries of the lenses", () => {
  it("ask the job of their name, with its question, and hear its progress", async () => {
    const { asked, engine } = fakeEngine();
    const queries = createQueryClient();
    const heard: string[] = [];
    const robustness = { territory: BRETAGNE, year: 2023, rule: "same-share" } as const;
    const departures = { territory: BRETAGNE, year: 2022, threshold: 2.5 };
    const cumulated = { territory: BRETAGNE, year: 2023, pharmacyMinutes: 10, emergencyMinutes: 30 };
    await queries.fetchQuery(robustnessQuery(engine, robustness, ({ stage }) => heard.push(stage)));
    await queries.fetchQuery(departuresQuery(engine, departures));
    await queries.fetchQuery(cumulatedQuery(engine, cumulated));
    expect(asked.map(({ job, input }) => [job, input])).toEqual([
      ["assessRobustness", robustness],
      ["describeDepartures", departures],
      ["cumulateDifficulties", cumulated],
    ]);
    expect(heard).toEqual(["minutes"]);
  });

  it("are apart as soon as anything that changes the answer differs, and the same otherwise", () => {
    const { engine } = fakeEngine();
    const key = (change: object) =>
      JSON.stringify(
        cumulatedQuery(engine, {
          territory: BRETAGNE,
          year: 2023,
          pharmacyMinutes: 10,
          emergencyMinutes: 30,
          ...change,
        }).queryKey,
      );
    const changes = [
      { territory: { kind: "departement", code: "53" } },
      { year: 2022 },
      { pharmacyMinutes: 30 },
      { emergencyMinutes: 10 },
    ];
    expect(new Set([{}, ...changes].map(key)).size).toBe(5);
    expect(key({})).toBe(key({ territory: { ...BRETAGNE } }));
    const robust = (year: number, rule: "same-share" | "same-ratio") =>
      JSON.stringify(robustnessQuery(engine, { territory: BRETAGNE, year, rule }).queryKey);
    expect(new Set([robust(2023, "same-share"), robust(2022, "same-share"), robust(2023, "same-ratio")]).size).toBe(3);
    const leaving = (threshold: number) =>
      JSON.stringify(departuresQuery(engine, { territory: BRETAGNE, year: 2022, threshold }).queryKey);
    expect(leaving(2.5)).not.toBe(leaving(2.55));
  });

  it("give up when cancelled, without an error, and answer when asked again", async () => {
    const { asked, engine } = fakeEngine();
    const queries = createQueryClient();
    const options = departuresQuery(engine, { territory: BRETAGNE, year: 2022, threshold: 2.5 });
    const first = queries.fetchQuery(options).catch((error: Error) => error.name);
    await queries.cancelQueries({ queryKey: options.queryKey });
    expect(await first).not.toMatchObject({ job: "describeDepartures" });
    expect(asked[0].signal?.aborted).toBe(true);
    expect(queries.getQueryState(options.queryKey)).toMatchObject({
      status: "pending",
      fetchStatus: "idle",
      error: null,
    });
    expect(await queries.fetchQuery(options)).toMatchObject({ job: "describeDepartures" });
  });
});
