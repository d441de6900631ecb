import { beforeAll, describe, expect, it } from "vitest";
import type { Change } from "../../src/core/scenario/change.ts";
import type { Scenario } from "../../src/core/scenario/document.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { complaint, QUIET, scenarioOf } from "./scenario-world.ts";

const gp = (fte: number, days = 5) => ({ staff: [{ profession: "gp" as const, fte }], days });
const open: Change = { kind: "open-centre", id: "o", centre: "Maison", commune: "35001", to: gp(1) };

describe("Ille-et-Vilaine, on the embedded pack", () => {
  let engine = {} as Engine;
  beforeAll(async () => {
    engine = createEngine(await openNodePack("data"));
  });
  const territory = parseTerritory("dep:35");
  const run = (
    changes: readonly Change[],
    rest: Partial<Scenario> = {},
    baseline: "official" | "recomputed" = "official",
  ) => engine.applyScenario({ scenario: scenarioOf(changes, { territory, ...rest }), baseline }, QUIET);
  const redon: Change = { ...open, commune: "35236", to: gp(3, 4) };

  it("an empty scenario changes nothing, bit for bit", async () => {
    const { before, after, statuses, gains, losses, figures, limits } = await run([]);
    const bits = (column: Float64Array) => new BigUint64Array(column.buffer.slice(0));
    expect(bits(after)).toEqual(bits(before));
    expect(statuses.filter((status) => status === 0).length).toBeGreaterThan(300);
    expect([gains.areas, losses.areas, limits]).toEqual([0, 0, []]);
    expect(figures.after).toEqual(figures.before);
  });

  it("official values before; a centre in Redon lifts its surroundings, some of it beyond the département", async () => {
    const answer = await run([redon]);
    const official = await engine.describeAccess({ territory, series: answer.question.scenario.series }, QUIET);
    expect(answer.before).toEqual(official.values);
    expect(answer.supply.brought).toBeCloseTo(3 * 0.8 * 5400, 9);
    expect(answer.supply.toTerritory).toBeGreaterThan(0.3 * answer.supply.brought);
    expect(answer.supply.toTerritory).toBeLessThan(0.95 * answer.supply.brought);
    expect(answer.codes[answer.gains.most[0]]).toBe("35236");
    expect(answer.figures.after.mean).toBeGreaterThan(answer.figures.before.mean);
    expect(answer.figures.before.incomeFifths.length).toBe(5);
    const whole = await run([redon], { territory: parseTerritory("fr") });
    expect(whole.supply.toTerritory / whole.supply.brought).toBeCloseTo(1, 9);
  });

  it("the same change on recomputed values adds the same", async () => {
    const [official, recomputed] = [await run([redon]), await run([redon], {}, "recomputed")];
    expect(recomputed.before).not.toEqual(official.before);
    official.after.forEach((value, i) => {
      if (Number.isNaN(value) || Number.isNaN(recomputed.after[i])) return;
      expect(recomputed.after[i] - recomputed.before[i]).toBeCloseTo(value - official.before[i], 9);
    });
    const aged: Change = { kind: "departure-by-age", id: "a", upTo: 65 };
    expect(await complaint(run([aged], {}, "recomputed"))).toContain("id a, field upTo");
  });

  it("departures above 65 are the official values up to 65", async () => {
    const answer = await run([{ kind: "departure-by-age", id: "a", upTo: 65 }]);
    const left = await engine.describeAccess(
      { territory, series: { profession: "gp", year: 2023, ages: "le65" } },
      QUIET,
    );
    answer.after.forEach((value, i) => {
      if (!Number.isNaN(value)) expect(value).toBe(left.values[i]);
      else expect(Number.isNaN(left.values[i]) || left.values[i] > answer.before[i]).toBe(true);
    });
    expect(answer.figures.after.mean).toBeLessThan(answer.figures.before.mean);
  });

  it("arrondissements move with their city", async () => {
    const paris: Change = { ...open, commune: "75056", to: gp(100) };
    const answer = await run([paris], { territory: parseTerritory("com:75056") });
    const deltas = answer.after.map((value, i) => value - answer.before[i]);
    expect(deltas.length).toBe(21);
    for (const delta of deltas) expect(delta).toBeCloseTo(deltas[0], 9);
    expect(deltas[0]).toBeGreaterThan(0);
  });
});
