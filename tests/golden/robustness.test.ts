import { beforeAll, describe, expect, it } from "vitest";
import { VERDICTS } from "../../src/core/access/robustness.ts";
import type { Run } from "../../src/core/run.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import type { RobustnessAnswer, RobustnessSummary } from "../../src/engine/assess-robustness.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";

const RUN: Run = { signal: { aborted: false }, progress: () => undefined };
const STOPPED: Run = { ...RUN, signal: { aborted: true } };
const sum = (column: Float64Array) => column.reduce((a, b) => a + b, 0);

let engine: Engine;
const territory = parseTerritory;

beforeAll(async () => {
  engine = createEngine(await openNodePack("data"));
});

describe("robustness on the pack", () => {
  let france: RobustnessAnswer;
  let bretagne: RobustnessAnswer;
  const assess = (text: string, rule: "same-share" | "same-ratio" = "same-share") =>
    engine.assessRobustness({ territory: territory(text), year: 2023, rule }, RUN);

  beforeAll(async () => {
    france = await assess("fr");
    bretagne = await assess("reg:53");
  }, 60_000);

  /** Shares of people under in all variants, and under in some but not all: of every variant, official ones, estimates. */
  const shares = ({ byCount, byCountOfficial, byCountEstimate }: RobustnessSummary) =>
    [byCount.slice(-1), ...[byCount, byCountOfficial, byCountEstimate].map((counts) => counts.slice(1, -1))].map(
      (part) => sum(part) / sum(byCount),
    );
  const near = (measured: readonly number[], expected: readonly number[]) =>
    measured.map((share, k) => Math.abs(share - expected[k]) < 0.01);

  it("35 % of the French and 26 % of Bretons live where the diagnosis depends on the method", () => {
    expect(sum(france.summary.byCount) / 1e6).toBeCloseTo(66.8, 1);
    expect(bretagne.parents[0].byCount).toEqual(france.summary.byCount);
    expect(near(shares(france.summary), [0.04, 0.352, 0.108, 0.258])).toEqual([true, true, true, true]);
    expect(near(shares(bretagne.summary), [0.021, 0.257, 0.045, 0.222])).toEqual([true, true, true, true]);
  });

  it("leaves the same number of people under every estimate as under the official threshold", () => {
    const [official] = france.variants;
    expect(official.peopleUnder / 1e6).toBeCloseTo(11.1, 1);
    for (const { variant, peopleUnder } of france.variants) {
      if (variant.kind === "estimate") expect(Math.abs(peopleUnder / official.peopleUnder - 1)).toBeLessThan(0.005);
    }
  });

  it("same-ratio: every decay shares one mean (Σ P·A = Σ S), hence one threshold", async () => {
    const ratio = await assess("fr", "same-ratio");
    const thresholds = ratio.variants.filter((v) => v.variant.kind === "estimate").map((v) => v.threshold);
    for (const threshold of thresholds) expect(Math.abs(threshold / thresholds[0] - 1)).toBeLessThan(0.002);
  }, 30_000);

  /** DT 70, section 3.2: communes that keep their fifth, or move by one at most, when the decay alone changes. */
  it("finds what DT 70 published on decays: 47 % of communes in the same fifth, 86 % within one, with exp(−0.12·t)", () => {
    const fifths = (id: string) => {
      const variant = france.variants.find((v) => v.variant.id === id);
      if (!variant) throw new Error(`no variant ${id}`);
      const rows = [...france.codes.keys()].filter((i) => france.counted[i] === 1 && !Number.isNaN(variant.values[i]));
      rows.sort((a, b) => variant.values[a] - variant.values[b] || a - b);
      const fifth = new Int8Array(france.codes.length).fill(-1);
      rows.forEach((i, rank) => {
        fifth[i] = Math.floor((5 * rank) / rows.length);
      });
      return fifth;
    };
    const steps = fifths("apl-v1");
    const within = (id: string, most: number) => {
      const other = fifths(id);
      const rows = [...steps.keys()].filter((i) => steps[i] >= 0);
      return rows.filter((i) => Math.abs(steps[i] - other[i]) <= most).length / rows.length;
    };
    // Other years, places instead of activity and estimated minutes: two to three points are all one can ask.
    expect(Math.abs(within("dt70-exp", 0) - 0.47)).toBeLessThan(0.02);
    expect(Math.abs(within("dt70-exp", 1) - 0.86)).toBeLessThan(0.02);
    expect(Math.abs(within("dt70-gauss", 0) - 0.42)).toBeLessThan(0.03);
    expect(Math.abs(within("dt70-gauss", 1) - 0.81)).toBeLessThan(0.03);
  });

  it("does not judge where nothing official is published: Corsica in 2023 has the eight estimates alone", () => {
    const corsica = [...france.codes.keys()].filter((i) => /^2[AB]/.test(france.codes[i]));
    expect(corsica.length).toBe(360);
    for (const i of corsica) {
      expect([france.judgement.known[i], VERDICTS[france.judgement.verdicts[i]]]).toEqual([8, "unjudged"]);
    }
  });

  it("gives arrondissements the estimate of their city and counts them, not it", () => {
    const paris = [...france.codes.keys()].filter((i) => /^75(056|1\d\d)$/.test(france.codes[i]));
    expect(paris.map((i) => france.counted[i])).toEqual([0, ...Array.from({ length: 20 }, () => 1)]);
    const estimate = france.variants.find((v) => v.variant.kind === "estimate");
    expect(new Set(paris.map((i) => estimate?.values[i])).size).toBe(1);
  });
});

describe("a run given up half-way", () => {
  /** Gives up as soon as the stage says it has done that much; counts what it hears afterwards. */
  const stopAt = (stage: string, done: number) => {
    const signal = { aborted: false };
    const heard: string[] = [];
    const run: Run = {
      signal,
      progress(at, _total, of) {
        heard.push(`${of} ${at}`);
        if (of === stage && at === done) signal.aborted = true;
      },
    };
    return { run, heard };
  };
  const question = { territory: territory("reg:53"), year: 2022, rule: "same-share" } as const;
  const minutes = { territory: territory("reg:53"), year: 2023, pharmacyMinutes: 10, emergencyMinutes: 30 };
  const cancelled = { failure: { code: "cancelled" } };

  it.runIf(process.env.OASIS_FULL === "1")(
    "stops at the next stage, and what it had measured serves whoever asks again",
    async () => {
      const fresh = createEngine(await openNodePack("data"));
      const early = stopAt("minutes", 2);
      await expect(fresh.assessRobustness(question, early.run)).rejects.toMatchObject(cancelled);
      expect(early.heard.at(-1)).toBe("minutes 2");
      const late = stopAt("variants", 6);
      await expect(fresh.assessRobustness(question, late.run)).rejects.toMatchObject(cancelled);
      expect(late.heard.at(-1)).toBe("variants 6");
      const again = stopAt("", 0);
      const answer = await fresh.assessRobustness(question, again.run);
      expect(again.heard.some((line) => line.startsWith("minutes"))).toBe(false);
      expect(answer.summary).toEqual((await engine.assessRobustness(question, RUN)).summary);
      // Arrays are handed over, never those that are kept: emptying them changes no later answer.
      answer.variants.forEach(({ values }) => {
        values.fill(Number.NaN);
      });
      answer.summary.byCount.fill(0);
      expect((await fresh.assessRobustness(question, RUN)).summary.byCount[0]).toBeGreaterThan(0);

      const nearest = stopAt("pharmacy", 3);
      await expect(fresh.cumulateDifficulties(minutes, nearest.run)).rejects.toMatchObject(cancelled);
      expect(nearest.heard.at(-1)).toBe("pharmacy 3");
      const whole = await fresh.cumulateDifficulties(minutes, RUN);
      whole.columns.pharmacy.values.fill(Number.NaN);
      expect((await fresh.cumulateDifficulties(minutes, RUN)).summary).toEqual(whole.summary);
    },
    60_000,
  );

  it("takes nobody along: another question on its way at the same time is answered", async () => {
    const fresh = createEngine(await openNodePack("data"));
    const first = stopAt("variants", 3);
    const both = await Promise.allSettled([
      fresh.assessRobustness(question, first.run),
      fresh.assessRobustness({ ...question, territory: territory("reg:52") }, RUN),
    ]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  }, 60_000);
});

describe("departures on the pack", () => {
  const follow = (text: string, year: number) =>
    engine.describeDepartures({ territory: territory(text), year, threshold: 2.5 }, RUN);

  it("counts some 4,500 inconsistent communes in 2022, as the catalogue says, none between all and up to 65", async () => {
    const { ages, summary } = await follow("fr", 2022);
    expect(ages).toEqual(["all", "le65", "le62"]);
    expect(summary.steps[0].inconsistentEverywhere).toBe(0);
    expect(Math.abs(summary.steps[1].inconsistentEverywhere - 4500)).toBeLessThan(100);
    expect(summary.steps[0].people / 1e6).toBeCloseTo(6.8, 1);
    expect(summary.steps[1].people / 1e6).toBeCloseTo(7.2, 1);
  });

  it("has one step in 2023: 11.1 and 18.3 million people", async () => {
    const { summary } = await follow("fr", 2023);
    expect(summary.steps.length).toBe(1);
    expect(summary.peopleUnder / 1e6).toBeCloseTo(11.1, 1);
    expect((summary.peopleUnder + summary.steps[0].people) / 1e6).toBeCloseTo(18.3, 1);
  });

  it("sums the communes of a region up, beside the country", async () => {
    const { summary, parents, firstUnder, people } = await follow("reg:53", 2022);
    const fallen = (step: number) => people.reduce((total, n, i) => total + (firstUnder[i] === step ? n : 0), 0);
    expect(summary.steps.map((step) => step.people)).toEqual([fallen(1), fallen(2)]);
    expect(parents.map((parent) => parent.territory.name)).toEqual(["France"]);
  });

  it("an even loss begins where nobody has left, and never helps", async () => {
    const { summary } = await follow("reg:53", 2022);
    expect(summary.peopleByLoss[0]).toBe(summary.peopleUnder);
    for (let k = 1; k < summary.peopleByLoss.length; k++) {
      expect(summary.peopleByLoss[k]).toBeGreaterThanOrEqual(summary.peopleByLoss[k - 1]);
    }
    expect(summary.peopleByLoss.at(-1)).toBeLessThan(summary.people);
  });

  it("names a year without a series up to 65, and stops", async () => {
    await expect(follow("fr", 2015)).rejects.toMatchObject({ failure: { code: "unknown-series" } });
    const question = { territory: territory("fr"), year: 2022, threshold: 2.5 };
    await expect(engine.describeDepartures(question, STOPPED)).rejects.toMatchObject({
      failure: { code: "cancelled" },
    });
  });
});

describe("cumulated difficulties on the pack", () => {
  const ask = (text: string) => ({ territory: territory(text), year: 2023, pharmacyMinutes: 10, emergencyMinutes: 30 });

  it("finds 1.5 % and 0.1 %, under the 4.5 % and 0.5 % DREES found with other years, thresholds and minutes", async () => {
    const { summary } = await engine.cumulateDifficulties(ask("fr"), RUN);
    const all = (set: "professions" | "firstCare") => summary.byCount[set][3] / sum(summary.byCount[set]);
    expect(all("professions")).toBeCloseTo(0.0148, 3);
    expect(all("firstCare")).toBeCloseTo(0.001, 3);
  }, 30_000);

  it("knows that Vitré has a pharmacy and an emergency department of its own", async () => {
    const { columns, counts } = await engine.cumulateDifficulties(ask("35360"), RUN);
    expect([columns.pharmacy.values[0], columns.emergency.values[0]]).toEqual([0, 0]);
    expect([counts.professions[0], counts.firstCare[0]]).toEqual([0, 0]);
  }, 30_000);

  it("stops when the caller has given up", async () => {
    const stopped = { failure: { code: "cancelled" } };
    await expect(engine.cumulateDifficulties(ask("fr"), STOPPED)).rejects.toMatchObject(stopped);
    const question = { territory: territory("fr"), year: 2023, rule: "same-share" } as const;
    await expect(engine.assessRobustness(question, STOPPED)).rejects.toMatchObject(stopped);
  });
});
