import { describe, expect, it } from "vitest";
import { budgetOf, openPlanStore, type PlanState, placesOf, planQuestion, supplyOf } from "../../src/app/plans.ts";
import { DEFAULT_QUESTION } from "../../src/app/question.ts";
import { FailureError } from "../../src/core/failure.ts";
import type { Found } from "../../src/core/placement/search.ts";
import type { EngineClient } from "../../src/worker/client.ts";

const found = (objective: number, sites: readonly number[]): Found => ({
  objective,
  bound: 10,
  gap: 10 / objective - 1,
  sites: Uint32Array.from(sites),
  seconds: 1,
});
const QUESTION = planQuestion(DEFAULT_QUESTION, 2.5);

/** The store over an engine that answers at once and a search driven by hand. */
function open() {
  const described: Found[] = [];
  const searches: { say: (found: Found) => void; end: (error?: Error) => void; isStopped: boolean }[] = [];
  const engine = {
    get: () =>
      ({
        call: async (job: string, input: { found: Found }) => {
          if (job === "preparePlacement") return { sites: { names: ["a", "b", "c"] } };
          described.push(input.found);
          return { found: input.found };
        },
      }) as unknown as EngineClient,
  };
  const store = openPlanStore(engine, (_, onFound) => {
    let best: Found | null = null;
    let stop: () => void = () => undefined;
    const search = {
      isStopped: false,
      say(next: Found) {
        best = next;
        onFound(next);
      },
      end: (_?: Error): void => undefined,
    };
    const done = new Promise<Found | null>((resolve, reject) => {
      stop = () => {
        search.isStopped = true;
        resolve(best);
      };
      search.end = (error) => (error ? reject(error) : resolve(best));
    });
    searches.push(search);
    return { done, stop: () => stop() };
  });
  return { store, searches, described };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const kindOf = (state: PlanState) => state.kind;

describe("a search of sites", () => {
  it("tells the plan so far, then describes the last", async () => {
    const { store, searches, described } = open();
    const over = store.find(QUESTION, "k");
    expect(store.getState()).toEqual({ kind: "preparing", key: "k" });
    await settled();
    expect(store.getState()).toMatchObject({ kind: "searching", found: null, sites: { names: ["a", "b", "c"] } });
    searches[0].say(found(5, [0]));
    expect(store.getState()).toMatchObject({ kind: "searching", found: { objective: 5 } });
    searches[0].say(found(8, [1]));
    searches[0].end();
    await over;
    expect(store.getState()).toMatchObject({ kind: "found", key: "k", isStopped: false });
    expect(described.map(({ objective }) => objective)).toEqual([8]);
  });

  it("stopped: the worker ends at once and the best plan is kept; without a plan nothing is", async () => {
    const { store, searches, described } = open();
    const over = store.find(QUESTION, "k");
    await settled();
    searches[0].say(found(5, [2]));
    store.stop();
    expect(searches[0].isStopped).toBe(true);
    await over;
    expect(store.getState()).toMatchObject({ kind: "found", isStopped: true });
    expect(Array.from(described[0].sites)).toEqual([2]);
    const again = store.find(QUESTION, "l");
    await settled();
    store.stop();
    await again;
    expect(store.getState()).toEqual({ kind: "stopped", key: "l" });
  });

  it("another request drops the one before, whatever it still says", async () => {
    const { store, searches, described } = open();
    const first = store.find(QUESTION, "first");
    await settled();
    searches[0].say(found(5, [0]));
    const second = store.find(QUESTION, "second");
    expect(searches[0].isStopped).toBe(true);
    await settled();
    searches[1].say(found(6, [1]));
    searches[1].end();
    await Promise.all([first, second]);
    expect(store.getState()).toMatchObject({ kind: "found", key: "second" });
    expect(described.length).toBe(1);
    store.clear();
    expect(kindOf(store.getState())).toBe("none");
  });

  it("gathers before it is asked, and fails silently", async () => {
    const { store } = open();
    store.warm(QUESTION, "k");
    await settled();
    expect(store.getState()).toEqual({ kind: "none" });
    const calls: string[] = [];
    const broken = {
      get: () =>
        ({ call: (job: string) => Promise.reject(new Error(String(calls.push(job)))) }) as unknown as EngineClient,
    };
    openPlanStore(broken).warm(QUESTION, "k");
    await settled();
    expect(calls).toEqual(["preparePlacement"]);
  });

  it("what is gathered for another request is given up, for the same one it is not asked again", () => {
    const signals: (AbortSignal | undefined)[] = [];
    const slow = {
      get: () =>
        ({
          call: (_: string, __: unknown, options: { signal?: AbortSignal }) => {
            signals.push(options.signal);
            return new Promise(() => undefined);
          },
        }) as unknown as EngineClient,
    };
    const store = openPlanStore(slow);
    store.warm(QUESTION, "a");
    store.warm(QUESTION, "a");
    void store.find(QUESTION, "a");
    expect(signals.length).toBe(2);
    expect(signals[0]?.aborted).toBe(false);
    store.warm({ ...QUESTION, count: 9 }, "b");
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false, false]);
  });

  it("an impossible request fails in its own words", async () => {
    const { store, searches } = open();
    const over = store.find(QUESTION, "k");
    await settled();
    searches[0].end(new FailureError("bad-input", { constraint: "no", rule: "too-few" }));
    await over;
    expect(store.getState()).toMatchObject({ kind: "failed", error: { failure: { params: { rule: "too-few" } } } });
  });
});

it("full-time equivalents become consultations for GPs and stay what they are for others", () => {
  expect(supplyOf("gp", 4)).toBe(21_600);
  expect(supplyOf("nurse", 4)).toBe(4);
});

it("priority is asked of the shortfall alone, and set covering of no number of sites", () => {
  const ask = (aim: "lscp" | "shortfall") =>
    planQuestion({ ...DEFAULT_QUESTION, act: { ...DEFAULT_QUESTION.act, aim, priority: 2, sites: 7 } }, 2.5);
  expect(ask("shortfall")).toMatchObject({ priority: 2, count: 7 });
  expect(ask("lscp")).toMatchObject({ priority: 0, count: 0 });
});

describe("how many people a site takes", () => {
  const own = [
    { code: "22113", people: 900 },
    { code: "22209", people: 100 },
  ];
  const act = {
    ...DEFAULT_QUESTION.act,
    aim: "p-median",
    places: 1_000,
    ownPlaces: own,
    mandatory: ["22113"],
  } as const;

  it("is the people of its full-time equivalents, but for imposed sites with a number of their own", () => {
    const capacity = planQuestion({ ...DEFAULT_QUESTION, act }, 2.5).capacity;
    expect(capacity).toEqual({ people: 4_000, own: [own[0]], served: "all" });
    const staff = [{ profession: "nurse", fte: 2, importance: 1, cost: null }] as const;
    expect(placesOf({ ...act, staff }, "nurse")?.people).toBe(2_000);
    expect(placesOf({ ...act, staff }, "gp")?.people).toBe(0);
  });

  it("is asked under mean time and coverage alone, without trade-offs", () => {
    for (const aim of ["shortfall", "p-center", "lscp"] as const)
      expect(placesOf({ ...act, aim }, "gp")).toBeUndefined();
    expect(placesOf({ ...act, versus: ["p-center"] }, "gp")).toBeUndefined();
    expect(placesOf({ ...act, places: 0 }, "gp")).toBeUndefined();
  });
});

describe("who works at a site", () => {
  const staff = [
    { profession: "gp", fte: 2, importance: 1, cost: 150 },
    { profession: "nurse", fte: 1.5, importance: 0.5, cost: null },
  ] as const;
  const act = { ...DEFAULT_QUESTION.act, staff, budget: 900, opening: 100, perFte: 60 };

  it("is asked of the engine, with what it offers of the profession on screen", () => {
    const question = planQuestion({ ...DEFAULT_QUESTION, act }, 2.5);
    expect(question.staff).toEqual(staff);
    expect(question.supply).toBe(2 * 5400);
    const series = { profession: "dentist", year: 2023, ages: "all" } as const;
    expect(planQuestion({ ...DEFAULT_QUESTION, series, act }, 30).supply).toBe(0);
    expect(planQuestion(DEFAULT_QUESTION, 2.5)).not.toHaveProperty("staff");
  });

  it("is paid at its own price, or at that of any other: 100 + 2 × 150 + 1.5 × 60 = 490 for one size", () => {
    expect(budgetOf(act)?.sizes).toEqual([
      { multiple: 0.5, cost: 295 },
      { multiple: 1, cost: 490 },
      { multiple: 2, cost: 880 },
    ]);
  });
});
