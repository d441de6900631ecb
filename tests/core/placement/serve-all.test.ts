import { describe, expect, it } from "vitest";
import { coverAll, type Effort } from "../../../src/core/placement/serve-all.ts";
import type { Solver } from "../../../src/core/placement/solver.ts";
import { createHighsSolver } from "../../../src/platform/solver/highs.ts";
import { buildDenseRows, NO_RULES } from "./dense-rows.ts";

/**
 * The twelve lines of the affine plane of order 3, to be met by points: three of them when parts may be taken, a third of every
 * point, but five whole ones (2q − 1: Jamison 1977). Bounds of the linear kind cannot tell four from enough.
 */
const LINES = [
  ...[0, 1, 2].map((x) => [0, 1, 2].map((y) => 3 * x + y)),
  ...[0, 1, 2].flatMap((slope) => [0, 1, 2].map((cut) => [0, 1, 2].map((x) => 3 * x + ((slope * x + cut) % 3)))),
];
const problem = {
  ...NO_RULES,
  weights: new Float64Array(12).fill(1),
  rows: buildDenseRows(
    LINES.flatMap((line) => Array.from({ length: 9 }, (_, point) => (line.includes(point) ? 1 : 9))),
    12,
    9,
  ),
};
const highs = createHighsSolver();
const ask = async (count: number, solver: Solver | null, finish: Effort["finish"]) => {
  const run = { signal: { aborted: false }, progress: () => undefined };
  const search = { run, seconds: () => 0, timeLimit: Number.POSITIVE_INFINITY, seed: 1, solver };
  const found = await coverAll(problem, 1, count, search, { exchanges: 5000, attempt: 0, finish });
  return found.kind;
};

describe("lines met by points", () => {
  it("five meet them all; that four do not is known to whole decisions alone, with the exact solver or without", async () => {
    expect(await ask(5, highs, "none")).toBe("plan");
    expect(await ask(4, highs, "none")).toBe("unknown");
    expect(await ask(4, highs, "relaxed")).toBe("unknown");
    expect(await ask(4, highs, "whole")).toBe("impossible");
    expect(await ask(4, null, "whole")).toBe("impossible");
    expect(await ask(2, highs, "relaxed")).toBe("impossible");
  });

  it("a point of a relaxation that was stopped early proves nothing, however many sites it opens", async () => {
    let asked = 0;
    const hasty: Solver = {
      solve: async ({ costs }) => {
        asked++;
        return { values: new Float64Array(costs.length).fill(1), bound: Number.NEGATIVE_INFINITY, infeasible: false };
      },
    };
    expect(await ask(4, hasty, "relaxed")).toBe("unknown");
    expect(asked).toBe(1);
  });
});

describe("linear programs in HiGHS", () => {
  const program = {
    maximise: false,
    costs: new Float64Array(9).fill(1),
    upper: new Float64Array(9).fill(1),
    integer: new Uint8Array(9),
    starts: Int32Array.from({ length: 13 }, (_, i) => 3 * i),
    indices: Int32Array.from(LINES.flat()),
    values: new Float64Array(36).fill(1),
    rowLower: new Float64Array(12).fill(1),
    rowUpper: new Float64Array(12).fill(Number.POSITIVE_INFINITY),
  };
  const run = { timeLimit: Number.POSITIVE_INFINITY, start: null, stopped: () => false };

  it("are bounded by their optimum, whole ones by theirs", async () => {
    expect((await highs.solve(program, run)).bound).toBeCloseTo(3, 9);
    expect((await highs.solve({ ...program, integer: new Uint8Array(9).fill(1) }, run)).bound).toBeCloseTo(5, 6);
  });
});
