import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccessMethod } from "../../../src/core/access/compute-access.ts";
import { weighMinutes } from "../../../src/core/access/decay.ts";
import { parseDecay } from "../../../src/core/access/decay-text.ts";
import type { AccessWorld } from "../../../src/core/access/world.ts";
import { matrixWorld } from "../../worlds/matrix-world.ts";
import { ask, valuesOf } from "./ask.ts";

/** A world kept as plain lists, so that a law can change one thing and build it again. */
interface Sketch {
  readonly demand: readonly number[];
  readonly supply: readonly number[];
  readonly minutes: readonly (readonly (number | null)[])[];
}

const RUNS = { numRuns: 1000 };
const build = ({ demand, supply, minutes }: Sketch): AccessWorld => matrixWorld(demand, supply, minutes);

/** Zeros, ties, missing pairs and whole minutes on the limits are as frequent as the rest. */
const quantity = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 5000 }),
  fc.double({ min: 0.1, max: 99, noNaN: true }),
);
const time = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 40 }), fc.double({ min: 0, max: 70, noNaN: true }));
const sketch: fc.Arbitrary<Sketch> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 }))
  .chain(([n, m]) =>
    fc.record({
      demand: fc.array(quantity, { minLength: n, maxLength: n }),
      supply: fc.array(quantity, { minLength: m, maxLength: m }),
      minutes: fc.array(fc.array(time, { minLength: m, maxLength: m }), { minLength: n, maxLength: n }),
    }),
  );

const decay = fc.constantFrom(
  "10:1,20:0.68,30:0.22",
  "5:1,10:0.3,15:0.1",
  "gauss",
  "gauss:180",
  "exp:0.12",
  "linear",
  "epanechnikov",
  "logistic:15,5",
  "power:1",
  "empirical",
);
const settings = fc.record({
  decay,
  max: fc.constantFrom(12, 30, 60),
  bins: fc.constantFrom("inclusive", "half-open"),
});
const shared = fc.constantFrom<AccessMethod>("2sfca", "e2sfca", "kd2sfca", "3sfca");
const catchments = fc.constantFrom<AccessMethod>("2sfca", "e2sfca", "kd2sfca", "3sfca", "m2sfca");
const linear = fc.constantFrom<AccessMethod>("2sfca", "e2sfca", "3sfca", "m2sfca", "bfca", "cumulative", "ratio");
const every = fc.constantFrom<AccessMethod>(
  "ratio",
  "2sfca",
  "e2sfca",
  "3sfca",
  "m2sfca",
  "kd2sfca",
  "bfca",
  "nearest",
  "cumulative",
);

function weight(
  minutes: number | null,
  method: AccessMethod,
  how: Parameters<typeof ask>[2] & { readonly max: number },
) {
  if (minutes === null) return 0;
  const decay = method === "2sfca" ? "exp:0" : String(how.decay);
  const catchment = { maxMinutes: how.max, bins: how.bins ?? "inclusive" };
  return weighMinutes(parseDecay(decay, how.max), Float64Array.of(minutes), catchment)[0];
}

const total = (x: readonly number[]) => x.reduce((sum, value) => sum + value, 0);
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const atMost = (a: number, b: number) => a <= b + 1e-9 * Math.max(1, Math.abs(b));
const at = (list: readonly unknown[], share: number) => Math.min(list.length - 1, Math.floor(share * list.length));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("laws over random worlds", () => {
  it("Σ demand·access is the supply somebody can reach (2SFCA, E2SFCA, KD2SFCA, 3SFCA)", () => {
    fc.assert(
      fc.property(sketch, shared, settings, (town, method, how) => {
        const given = total(valuesOf(build(town), method, how).map((value, i) => value * town.demand[i]));
        const reached = town.supply.filter((_, j) =>
          town.minutes.some((row, i) => town.demand[i] > 0 && weight(row[j], method, how) > 0),
        );
        expect(close(given, total(reached))).toBe(true);
      }),
      RUNS,
    );
  });

  it("BFCA counts everyone once and gives out each ratio once: Σ access = Σ supply / shared demand", () => {
    fc.assert(
      fc.property(sketch, settings, (town, how) => {
        const weights = town.minutes.map((row) => row.map((t) => weight(t, "bfca", how)));
        const patients = town.supply.map((_, j) =>
          total(weights.map((row, i) => (row[j] > 0 ? (town.demand[i] * row[j]) / total(row) : 0))),
        );
        const ratios = town.supply.map((s, j) => (patients[j] > 0 ? s / patients[j] : 0));
        expect(close(total(valuesOf(build(town), "bfca", how)), total(ratios))).toBe(true);
      }),
      RUNS,
    );
  });

  it("more supply never lowers access", () => {
    fc.assert(
      fc.property(sketch, every, settings, share, (town, method, how, where) => {
        if (method === "nearest") return;
        const j = at(town.supply, where);
        const more = { ...town, supply: town.supply.map((s, k) => (k === j ? s + 10 : s)) };
        const before = valuesOf(build(town), method, how);
        valuesOf(build(more), method, how).forEach((value, i) => {
          expect(atMost(before[i], value)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it("more people never raises access, unless they are the first a site can serve", () => {
    fc.assert(
      fc.property(sketch, catchments, settings, share, (town, method, how, where) => {
        const i = at(town.demand, where);
        const inhabited = { ...town, demand: town.demand.map((people) => people + 1) };
        const more = { ...town, demand: inhabited.demand.map((people, k) => (k === i ? people + 50 : people)) };
        const before = valuesOf(build(inhabited), method, how);
        valuesOf(build(more), method, how).forEach((value, k) => {
          expect(atMost(value, before[k])).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it("M2SFCA is never above E2SFCA", () => {
    fc.assert(
      fc.property(sketch, settings, (town, how) => {
        const enhanced = valuesOf(build(town), "e2sfca", how);
        valuesOf(build(town), "m2sfca", how).forEach((value, i) => {
          expect(atMost(value, enhanced[i])).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it("the order of origins, sites and pairs changes nothing", () => {
    fc.assert(
      fc.property(sketch, every, settings, (town, method, how) => {
        const turned = {
          demand: [...town.demand].reverse(),
          supply: [...town.supply].reverse(),
          minutes: town.minutes.map((row) => [...row].reverse()).reverse(),
        };
        const values = valuesOf(build(town), method, how);
        const again = [...valuesOf(build(turned), method, how)].reverse();
        again.forEach((value, i) => {
          expect(Object.is(value, values[i]) || close(value, values[i])).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it("access scales with supply, and against demand", () => {
    fc.assert(
      fc.property(sketch, linear, settings, (town, method, how) => {
        const values = valuesOf(build(town), method, how);
        const doubled = valuesOf(build({ ...town, supply: town.supply.map((s) => 3 * s) }), method, how);
        const crowded = valuesOf(build({ ...town, demand: town.demand.map((d) => 3 * d) }), method, how);
        values.forEach((value, i) => {
          expect(close(doubled[i], 3 * value)).toBe(true);
          expect(close(crowded[i], method === "cumulative" ? value : value / 3)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it("a site out of everyone's reach and people near nothing change nobody else's access", () => {
    fc.assert(
      fc.property(sketch, every, settings, (town, method, how) => {
        const wider = {
          demand: [...town.demand, 77],
          supply: [...town.supply, 55],
          minutes: [...town.minutes.map((row) => [...row, null]), town.supply.map(() => null)].map((row, i) =>
            i < town.minutes.length ? row : [...row, null],
          ),
        };
        const values = valuesOf(build(town), method, how);
        const widened = valuesOf(build(wider), method, how);
        values.forEach((value, i) => {
          expect(widened[i]).toBe(value);
        });
      }),
      RUNS,
    );
  });

  it("the status says unreachable exactly where no site with supply is within the limit", () => {
    fc.assert(
      fc.property(sketch, fc.constantFrom<AccessMethod>("2sfca", "nearest", "cumulative", "ratio"), (town, method) => {
        const { statuses, values } = ask(build(town), method, { max: 30 });
        town.minutes.forEach((row, i) => {
          const reached = row.some((t, j) => t !== null && t <= 30 && town.supply[j] > 0);
          expect(statuses[i]).toBe(reached ? 0 : 3);
          if (!reached) expect(values[i]).toBe(method === "nearest" ? Number.NaN : 0);
        });
      }),
      RUNS,
    );
  });

  it("the n-th nearest is the n-th of the sorted minutes", () => {
    fc.assert(
      fc.property(sketch, fc.integer({ min: 1, max: 4 }), (town, rank) => {
        const values = valuesOf(build(town), "nearest", { max: 45, rank });
        town.minutes.forEach((row, i) => {
          const sorted = row
            .filter((t, j): t is number => t !== null && t <= 45 && town.supply[j] > 0)
            .sort((a, b) => a - b);
          expect(values[i]).toBe(sorted[rank - 1] ?? Number.NaN);
        });
      }),
      RUNS,
    );
  });
});

describe("rational agents over random worlds", () => {
  const town = sketch.filter(({ demand, supply }) => total(demand) > 0 && total(supply) > 0);

  it("cost lies between the travel of the nearest site and everyone at the dearest; unreachable without supply", () => {
    fc.assert(
      fc.property(town, (where) => {
        const { values, statuses } = ask(build(where), "raam", { raam: { cycles: 30 } });
        const rho = total(where.demand) / total(where.supply);
        where.minutes.forEach((row, i) => {
          const used = row.flatMap((t, j) => (t !== null && where.supply[j] > 0 ? [{ t, s: where.supply[j] }] : []));
          expect(statuses[i]).toBe(used.length > 0 ? 0 : 3);
          if (used.length === 0) {
            expect(values[i]).toBeNaN();
            return;
          }
          const low = Math.min(...used.map(({ t }) => t / 60));
          const high = Math.max(...used.map(({ t, s }) => t / 60 + total(where.demand) / (s * rho)));
          expect(atMost(low, values[i]) && atMost(values[i], high)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("two equal sites at the same minutes share people evenly, whole or in fractions", () => {
    for (const people of [1000, 1000.5]) {
      const { values } = ask(matrixWorld([people], [5, 5], [[10, 10]]), "raam", { raam: { cycles: 400 } });
      expect(values[0]).toBeCloseTo(1 + 10 / 60, 2);
    }
  });
});
