import { beforeAll, describe, expect, it } from "vitest";
import type { Run } from "../../src/core/run.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import type { PackVerification } from "../../src/engine/verify-pack.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";

const RUN: Run = { signal: { aborted: false }, progress: () => undefined };

describe("what a reader can verify on the pack", () => {
  let engine: Engine;
  let verification: PackVerification;

  beforeAll(async () => {
    engine = createEngine(await openNodePack("data"));
    verification = await engine.verifyPack(RUN);
  });

  it("finds every figure known from elsewhere", () => {
    expect(verification.findings.length).toBe(8);
    for (const { id, actual, expected, tolerance, isComparable } of verification.findings) {
      if (!isComparable) continue;
      expect(Math.abs(actual - expected), `${id}: ${actual} for ${expected}`).toBeLessThanOrEqual(tolerance);
    }
  });

  it("says which figure was announced for other practitioners, and that it is not found", () => {
    const others = verification.findings.filter(({ isComparable }) => !isComparable);
    expect(others).toMatchObject([{ id: "mean-2015", expected: 3.8, actual: expect.closeTo(4.08, 2) }]);
  });

  it("gives out every place of practice of Bretagne once", () => {
    const found = verification.findings.find(({ id }) => id === "conservation");
    expect(found).toMatchObject({ expected: 3257, actual: expect.closeTo(3257, 6) });
    expect(found?.counts.areas).toBe(1202);
  });

  it("runs the controls of the pack again", () => {
    expect(verification.controls.length).toBeGreaterThan(40);
    expect(verification.controls.filter(({ ok }) => !ok)).toEqual([]);
  });

  it("says how far it is and stops when asked", async () => {
    const stages: number[] = [];
    await engine.verifyPack({ ...RUN, progress: (done) => stages.push(done) });
    expect(stages).toEqual(Array.from({ length: verification.findings.length + 1 }, (_, i) => i));
    await expect(engine.verifyPack({ ...RUN, signal: { aborted: true } })).rejects.toThrow("cancelled");
  });
});
