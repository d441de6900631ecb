import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FullParity } from "../../src/app/studies.ts";
import { PROFESSIONS } from "../../src/core/professions.ts";

const text = readFileSync("src/app/full-parity.json", "utf8");
const full: FullParity = JSON.parse(text);
const { release } = JSON.parse(readFileSync("data/catalogue.json", "utf8")) as { release: string };

describe("full parity studies kept beside the code", () => {
  it("are those of the pack's release: run scripts/build-parity.ts again after a new one", () => {
    expect(full.release).toBe(release);
    expect(full.code).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(full.studies)).toEqual([...PROFESSIONS]);
  });

  it("are small enough to be read over the network", () => {
    expect(text.length).toBeLessThan(500_000);
  });

  it.each(PROFESSIONS)("%s: chosen on both splits, with its neighbours, its classes and its cloud", (profession) => {
    const study = full.studies[profession];
    if (!study) throw new Error(`no study of ${profession}`);
    expect(study.question).toEqual({ profession, year: 2023, seed: 1, fast: false });
    for (const split of ["random", "spatial"] as const) {
      const find = (name: string) => study.models.find((model) => model.split === split && model.name === name);
      const chosen = find(study.chosen[split]);
      const naive = find("naive");
      if (!chosen || !naive || !find("neighbours") || !find("calibrated-and-neighbours")) throw new Error(split);
      const { n } = chosen.heldOut;
      expect(n / study.counts.published).toBeGreaterThan(0.17);
      expect(n / study.counts.published).toBeLessThan(0.25);
      expect(chosen.heldOut.n + chosen.fit.n).toBe(study.counts.published);
      expect(chosen.heldOut.rmse).toBeLessThan(naive.heldOut.rmse);
      const { counts, cells } = study.clouds[split];
      expect(counts.filter((_, k) => k % 3 === 2).reduce((a, b) => a + b, 0)).toBe(n);
      expect(counts.every((value, k) => (k % 3 === 2 ? value > 0 : value >= 0 && value < cells))).toBe(true);
      const { classes } = chosen;
      for (const group of ["urban-unit", "density", "people", "practitioners"]) {
        const own = Object.entries(classes).filter(([id]) => id.startsWith(`${group}-`));
        expect(own.reduce((sum, [, scores]) => sum + scores.n, 0)).toBe(n);
      }
    }
  });
});
