import { beforeAll, describe, expect, it } from "vitest";
import { holdOut } from "../../src/core/access/hold-out.ts";
import { fitModel } from "../../src/core/access/parity-model.ts";
import { scoreParity } from "../../src/core/access/parity-scores.ts";
import type { ModelParameters } from "../../src/core/access/parity-world.ts";
import { fitShifted } from "../../src/core/access/shift-sites.ts";
import { FailureError } from "../../src/core/failure.ts";
import { computeParity, type ParityAnswer, type ParityQuestion } from "../../src/engine/compute-parity.ts";
import { plainOfPlaces } from "../worlds/parity-places.ts";

const QUIET = { signal: { aborted: false }, progress: () => undefined };
const QUESTION: ParityQuestion = { profession: "gp", year: 2023, seed: 1, fast: false };
const LIMITS = { maxPasses: 500, tolerance: 1e-9 };
const PARAMETERS: ModelParameters = {
  family: "blurred-steps",
  stretch: 1,
  density: 0,
  congestion: 0,
  error: 0.2,
  patients: 0,
  firmness: 1e-6,
};
const everywhere = new Uint8Array(64).fill(1);

/** Access of the plain when every practitioner gives 4,000 consultations. */
async function modelled(): Promise<Float64Array> {
  const { world } = plainOfPlaces(new Array<number>(64).fill(1));
  const shares = await fitModel(world, PARAMETERS, new Float64Array(64).fill(1), everywhere, LIMITS, QUIET);
  return shares.uniform.map((x) => (x / shares.activity) * 4000);
}

describe("calibration of a plain whose values come from the model", () => {
  let published: Float64Array;
  let world: ReturnType<typeof plainOfPlaces>["world"];
  beforeAll(async () => {
    published = await modelled();
    world = plainOfPlaces([...published]).world;
  });

  it("finds the activity, and the values of communes held out", async () => {
    const training = Uint8Array.from(everywhere, (_, i) => (i % 4 === 0 ? 0 : 1));
    const fit = await fitModel(world, PARAMETERS, published, training, LIMITS, QUIET);
    expect(fit.activity).toBeCloseTo(4000, 6);
    fit.calibrated.forEach((value, i) => void expect(value).toBeCloseTo(published[i], 6));
  });

  it("moves no site when nothing is left to explain", async () => {
    const { calibrated } = await fitShifted(world, PARAMETERS, null, published, everywhere, LIMITS, QUIET);
    calibrated.forEach((value, i) => void expect(value / published[i]).toBeCloseTo(1, 2));
  });
});

describe("parity study", () => {
  let published: Float64Array;
  let answer: ParityAnswer;
  beforeAll(async () => {
    published = (await modelled()).map((value, i) => value * (1 + 0.2 * Math.sin(i)));
    answer = await computeParity(plainOfPlaces([...published]), QUESTION, QUIET);
  });

  it("gives the same answer again, interrupted or not", async () => {
    const run = { ...QUIET, pause: () => new Promise<void>((resolve) => setImmediate(resolve)) };
    expect(await computeParity(plainOfPlaces([...published]), QUESTION, run)).toEqual(answer);
  });

  it.each(["random", "spatial"] as const)("gives the column its scores are about (%s)", (split) => {
    const { computed, heldOut } = answer.columns[split];
    const chosen = answer.models.find(({ name, split: of }) => of === split && name === answer.chosen[split]);
    const people = plainOfPlaces([...published]).people;
    const rows = (held: number) => [...heldOut.keys()].filter((i) => heldOut[i] === held);
    expect(scoreParity(computed, published, people, rows(1))).toEqual(chosen?.heldOut);
    expect(scoreParity(computed, published, people, rows(0))).toEqual(chosen?.fit);
  });

  it.each([
    ["random", (codes: readonly string[], _: readonly string[]) => codes],
    ["spatial", (_: readonly string[], blocks: readonly string[]) => blocks],
  ] as const)("fits and chooses nothing on the values held out (%s)", async (split, keysOf) => {
    const places = plainOfPlaces([...published]);
    const held = holdOut(keysOf(places.codes, places.blocks), 0.2, QUESTION.seed);
    expect(held.some((h) => h === 1)).toBe(true);
    const other = published.map((value, i) => (held[i] === 1 ? 100 - value : value));
    const changed = await computeParity(plainOfPlaces([...other]), QUESTION, QUIET);
    const seen = (of: ParityAnswer) =>
      of.models.filter((m) => m.split === split).map(({ name, parameters, fit }) => ({ name, parameters, fit }));
    expect(seen(changed)).toEqual(seen(answer));
    expect(changed.chosen[split]).toBe(answer.chosen[split]);
    expect(changed.models.find((m) => m.split === split)?.heldOut).not.toEqual(
      answer.models.find((m) => m.split === split)?.heldOut,
    );
  });

  it("holds out about a fifth, whole blocks together, whatever the order", () => {
    const keys = Array.from({ length: 5000 }, (_, i) => `key ${i}`);
    const held = holdOut(keys, 0.2, 7);
    expect(held.reduce((a, b) => a + b, 0) / 5000).toBeCloseTo(0.2, 1);
    expect(holdOut(keys.toReversed(), 0.2, 7)).toEqual(held.toReversed());
    expect(holdOut(keys, 0.2, 8)).not.toEqual(held);
  });

  it("stops when the caller has given up, before it starts or on the way", async () => {
    const run = { signal: { aborted: true }, progress: () => undefined };
    await expect(computeParity(plainOfPlaces([...published]), QUESTION, run)).rejects.toThrow(FailureError);
    for (const patience of [1, 10, 100]) {
      const signal = { aborted: false };
      let breaths = 0;
      const pause = async () => {
        breaths++;
        signal.aborted = breaths >= patience;
      };
      await expect(computeParity(plainOfPlaces([...published]), QUESTION, { ...QUIET, signal, pause })).rejects.toThrow(
        "cancelled",
      );
      expect(breaths).toBe(patience);
    }
  });
});
