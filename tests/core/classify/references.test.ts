import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { fisherJenks } from "../../../src/core/classify/fisher-jenks.ts";

/** PySAL mapclassify 2.10 on its own example data (third-party, kept beside the project, not in it). */
const ORACLES = fileURLToPath(new URL("../../../../shared/oracles/classify/", import.meta.url));
const present = existsSync(`${ORACLES}README.md`);
// biome-ignore lint/suspicious/noConsole: a check that did not run must be seen
if (!present) console.warn(`REFERENCES NOT RUN: no classification oracles in ${ORACLES}`);

describe.skipIf(!present).each(["calemp58", "columbus49_hoval", "mexico32"])("mapclassify, %s", (name) => {
  const values = present
    ? Float64Array.from(readFileSync(`${ORACLES}${name}_input.csv`, "utf8").trim().split(/\s+/).slice(1), Number)
    : new Float64Array();
  const expected = present ? JSON.parse(readFileSync(`${ORACLES}${name}_expected.json`, "utf8")) : {};

  it.each([3, 4, 5, 6, 7])("Fisher-Jenks in %i classes: the same classes and spread", (count) => {
    const { bins, sse } = expected[count].FisherJenks_exact_DP;
    const ours = fisherJenks(values, count);
    // Theirs are the largest value of each class, ours the least of the next.
    const largest = [...ours.breaks.map((limit) => Math.max(...values.filter((x) => x < limit))), Math.max(...values)];
    expect(largest).toEqual(bins);
    expect(largest).toEqual(expected[count].FisherJenks.bins);
    expect(Math.abs(ours.sse / sse - 1)).toBeLessThan(1e-9);
  });
});
