import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weighMinutes } from "../../src/core/access/decay.ts";
import { modelOf } from "../../src/core/access/model.ts";
import { twoStepAccess } from "../../src/core/access/two-step.ts";
import type { Change } from "../../src/core/scenario/change.ts";
import type { Scenario } from "../../src/core/scenario/document.ts";
import { buildEstimateTable } from "../../src/core/travel/estimate-table.ts";
import { applyScenario } from "../../src/engine/apply-scenario.ts";
import { compareScenarios } from "../../src/engine/compare-scenarios.ts";
import { buildSources, complaint, QUIET, scenarioOf, type Town } from "./scenario-world.ts";

/**
 * A and B are 9.8 km apart, an estimate of 12 minutes, weight 0.3; C is 150 km away. Weighted demand at A
 * 1000 + 0.3·500 = 1150, at B 500 + 0.3·1000 = 800.
 */
const TOWNS: readonly Town[] = [
  { code: "35001", lon: 1, lat: 48, people: 1100, standardised: 1000, access: 2, practices: 3, income: 25_000 },
  { code: "35002", lon: 1.1314, lat: 48, people: 600, standardised: 500, access: 1, practices: 0, income: 18_000 },
  { code: "35003", lon: 3, lat: 48, people: 700, standardised: 800, access: 3, practices: 2, income: 21_000 },
];
const gp = (fte: number, days = 5) => ({ staff: [{ profession: "gp" as const, fte }], days });
const open: Change = { kind: "open-centre", id: "o", centre: "Maison", commune: "35001", to: gp(1) };
const leave: Change = { kind: "departure", id: "d", commune: "35002", profession: "gp", fte: 0.1 };

const ask = (changes: readonly Change[], rest: Partial<Scenario> = {}, sources = buildSources(TOWNS)) =>
  applyScenario(sources, { scenario: scenarioOf(changes, rest), baseline: "official" }, QUIET);

const near = (column: Float64Array, wanted: readonly number[]) => {
  wanted.forEach((value, i) => {
    if (Number.isNaN(value)) expect(column[i]).toBeNaN();
    else expect(column[i]).toBeCloseTo(value, 12);
  });
};

describe("three towns by hand", () => {
  it("a centre of one full-time equivalent at A: 5,400 / 1,150 there, 0.3 of it at B", async () => {
    const answer = await ask([open]);
    near(answer.after, [2 + 5400 / 1150, 1 + (0.3 * 5400) / 1150, 3]);
    // Under 2.5: A and B before; B, at 2.41, after.
    expect([answer.figures.before.peopleUnder, answer.figures.after.peopleUnder]).toEqual([1700, 600]);
    // (2·1000 + 1·500 + 3·800) / 2300, and 5,400 more above the line.
    expect(answer.figures.before.mean).toBeCloseTo(4900 / 2300, 12);
    expect(answer.figures.after.mean).toBeCloseTo((4900 + 5400) / 2300, 12);
    expect([answer.gains.people, answer.gains.areas, answer.gains.most]).toEqual([1700, 2, [0, 1]]);
    expect(answer.losses).toEqual({ people: 0, areas: 0, mean: 0, most: [] });
    expect(answer.supply.brought).toBe(5400);
    expect(answer.supply.toTerritory).toBeCloseTo(5400, 9);
    expect(answer.figures.before.incomeFifths.map(({ id, people }) => [id, people])).toEqual([
      ["1", 600],
      ["2", 700],
      ["4", 1100],
    ]);
    expect(answer.limits.map(({ kind }) => kind)).toEqual(["all-else-equal", "unpublished-decay", "estimated-times"]);
  });

  it("the model of the file: 2SFCA weighs 12 minutes as 1, or not at all beyond 10; demand may be people", async () => {
    const decay = { kind: "exponential", rate: 1 } as const;
    const flat = { method: "2sfca", decay, maxMinutes: 15, bins: "inclusive", demand: "standardised" } as const;
    near((await ask([open], { model: flat })).after, [2 + 5400 / 1500, 1 + 5400 / 1500, 3]);
    near((await ask([open], { model: { ...flat, maxMinutes: 10 } })).after, [2 + 5400 / 1000, 1, 3]);
    near((await ask([open], { model: { ...flat, demand: "people" } })).after, [2 + 5400 / 1700, 1 + 5400 / 1700, 3]);
  });

  it("a tenth of a full-time equivalent leaves B: 540 / 800 there, 0.3 of it at A; nobody practises there, which is said", async () => {
    const answer = await ask([leave]);
    near(answer.after, [2 - (0.3 * 540) / 800, 1 - 540 / 800, 3]);
    expect(answer.losses.people).toBe(1700);
    expect(answer.losses.mean).toBeCloseTo(-(1100 * 0.2025 + 600 * 0.675) / 1700, 12);
    expect(answer.limits).toContainEqual({ kind: "more-than-counted", code: "35002", leaving: 0.1, places: 0 });
  });

  it("more than there was leaves 0, and says so", async () => {
    const { after, limits } = await ask([{ ...leave, fte: 5 }]);
    expect(Array.from(after)).toEqual([0, 0, 3]);
    expect(limits).toContainEqual({ kind: "held-at-zero", areas: 2 });
  });

  it("staff who move: what B loses and A gains, together", async () => {
    const move: Change = { kind: "displaced-staff", id: "m", from: "35002", to: "35001", profession: "gp", fte: 0.1 };
    const { after, supply } = await ask([move]);
    near(after, [2 - (0.3 * 540) / 800 + 540 / 1150, 1 - 540 / 800 + (0.3 * 540) / 1150, 3]);
    expect([supply.brought, supply.taken]).toEqual([540, 540]);
    expect(supply.toTerritory).toBeCloseTo(0, 9);
  });

  it("practitioners above 65 leave by the official values; a value above the one with all of them is left out", async () => {
    const aged: Change = { kind: "departure-by-age", id: "a", upTo: 65 };
    const sources = buildSources(TOWNS, [1.5, 1.25, 2.4]);
    const answer = await ask([aged, open], {}, sources);
    near(answer.after, [1.5 + 5400 / 1150, Number.NaN, 2.4]);
    expect(Array.from(answer.statuses)).toEqual([0, 1, 0]);
    expect(answer.figures.before.people).toBe(1800);
    expect(answer.limits).toContainEqual({ kind: "left-out-by-age", areas: 1 });
    expect(await complaint(ask([open, { ...aged, upTo: 60 }], {}, sources))).toBe(
      "change 1, id a, field upTo, problem no values up to 60 for gp 2023 in the data",
    );
  });

  it("a line from B to A in 12 minutes for a tenth of people: 0.3 · R of A, and nothing in the official values", async () => {
    const line: Change = {
      kind: "transport-line",
      id: "l",
      communes: ["35002"],
      destinations: ["35001"],
      minutes: 12,
      share: 0.1,
    };
    const { before, after, withoutCar, limits } = await ask([line]);
    expect(after).toEqual(before);
    // 4,900 consultations for 5 places: 980 each; at A 3 · 980 / 1150. B has no practitioner of its own.
    const rate = (3 * 980) / 1150;
    expect(withoutCar?.figures.people).toBeCloseTo(60, 12);
    expect(withoutCar?.codes).toEqual(["35002"]);
    expect(withoutCar?.before[0]).toBe(0);
    expect(withoutCar?.after[0]).toBeCloseTo(0.3 * rate, 12);
    expect(limits).toContainEqual({ kind: "lines-apart", changes: ["l"] });
    const both = await ask([line, open]);
    expect(both.withoutCar?.after[0]).toBeCloseTo((0.3 * (3 * 980 + 5400)) / 1150, 12);
  });

  it("what concerns another profession is said and does nothing", async () => {
    const nurse: Change = { ...open, to: { staff: [{ profession: "nurse", fte: 2 }], days: 5 } };
    const { before, after, limits } = await ask([nurse]);
    expect(after).toEqual(before);
    expect(limits).toContainEqual({ kind: "other-profession", changes: ["o"] });
  });

  it("changes that cannot be, communes that are not there: which change, which field, before anything", async () => {
    const stops = [{ commune: "35001", halfDays: 1, consultations: 9 }];
    const bus: Change = { kind: "mobile-unit", id: "b", stops: [...stops, { ...stops[0], commune: "99999" }] };
    expect(await complaint(ask([open, bus]))).toBe(
      "change 1, id b, field stops[1].commune, problem no commune 99999 in the data",
    );
    expect(await complaint(ask([open, { ...open, id: "x", to: gp(-2) }]))).toBe(
      "change 1, id x, field to.staff[0].fte, problem a number above 0, at most 500 is expected, not -2",
    );
  });

  it("side by side: who is best served by which, and what may not be compared", async () => {
    const more: Change = { ...open, id: "p", centre: "Other", commune: "35003" };
    const [a, b, none] = [await ask([open]), await ask([more]), await ask([])];
    // A and B are better with the first, C with the second; nobody with the third.
    expect(compareScenarios([a, b, none]).peopleBestServed).toEqual([1700, 700, 0]);
    const other = await ask([], { threshold: 2 });
    expect(await complaint(Promise.resolve().then(() => compareScenarios([a, other])))).toBe(
      "scenario 2, problem another threshold than the first",
    );
    expect(await complaint(Promise.resolve().then(() => compareScenarios([a])))).toBe("scenarios 1, expected 2 to 4");
  });
});

describe("laws on drawn countries", () => {
  const codes = ["35001", "35002", "35003", "35004", "35005"];
  const town = (code: string): fc.Arbitrary<Town> =>
    fc.record({
      code: fc.constant(code),
      lon: fc.double({ min: 1, max: 1.3, noNaN: true }),
      lat: fc.double({ min: 48, max: 48.2, noNaN: true }),
      people: fc.integer({ min: 0, max: 5000 }),
      standardised: fc.integer({ min: 1, max: 5000 }),
      access: fc.constant(0),
      practices: fc.integer({ min: 0, max: 9 }),
    });
  const towns = fc.tuple(...codes.map(town));
  const commune = fc.constantFrom(...codes);
  const fte = fc.double({ min: 0.1, max: 5, noNaN: true });
  const additions = fc.array(fc.record({ commune, fte }), { minLength: 1, maxLength: 4 });
  const opened = (list: readonly { readonly commune: string; readonly fte: number }[]) =>
    list.map(
      (own, k): Change => ({ kind: "open-centre", id: `${k}`, centre: `${k}`, commune: own.commune, to: gp(own.fte) }),
    );
  const model = modelOf("gp");
  const recompute = (drawn: readonly Town[], supply: readonly number[]) => {
    const points = { lon: Float64Array.from(drawn, (t) => t.lon), lat: Float64Array.from(drawn, (t) => t.lat) };
    const table = buildEstimateTable(points, points, model.maxMinutes);
    const demand = Float64Array.from(drawn, (t) => t.standardised);
    const weights = weighMinutes(model.decay, table.minutes, model);
    return twoStepAccess({ table, demand, supply: Float64Array.from(supply) }, weights).values;
  };

  it("what is added to the baseline is what recomputing everything gives", async () => {
    await fc.assert(
      fc.asyncProperty(towns, additions, async (drawn, list) => {
        const supply = drawn.map(({ practices }) => practices * 5000);
        const more = drawn.map(
          ({ code }, i) =>
            supply[i] + list.reduce((sum, own) => (own.commune === code ? sum + own.fte * 5400 : sum), 0),
        );
        const values = recompute(drawn, supply);
        const sources = buildSources(drawn.map((own, i) => ({ ...own, access: values[i] })));
        const { after } = await ask(opened(list), {}, sources);
        const wanted = recompute(drawn, more);
        wanted.forEach((value, i) => {
          expect(Math.abs(after[i] - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, value));
        });
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it("order is of no matter bit for bit; more supply never lowers anybody's access; it all goes to somebody", async () => {
    await fc.assert(
      fc.asyncProperty(towns, additions, async (drawn, list) => {
        const sources = buildSources(drawn.map((own, i) => ({ ...own, access: i })));
        const changes = opened(list);
        const answer = await ask(changes, {}, sources);
        const turned = await ask(changes.toReversed(), {}, sources);
        expect(turned.after).toEqual(answer.after);
        expect(turned.resultHash).toBe(answer.resultHash);
        answer.before.forEach((value, i) => {
          expect(answer.after[i]).toBeGreaterThanOrEqual(value);
        });
        expect(answer.supply.toTerritory / answer.supply.brought).toBeCloseTo(1, 9);
        expect(answer.figures.after.peopleUnder).toBeLessThanOrEqual(answer.figures.before.peopleUnder);
      }),
      { numRuns: 150, seed: 4 },
    );
  });
});
