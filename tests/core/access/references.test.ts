import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { AccessMethod } from "../../../src/core/access/compute-access.ts";
import { buildTravelTable } from "../../../src/core/access/travel-table.ts";
import type { AccessWorld } from "../../../src/core/access/world.ts";
import { ask } from "./ask.ts";

/** Inputs and results of PySAL access (third-party data, kept beside the project, not in it). */
const ORACLES = fileURLToPath(new URL("../../../../shared/oracles/", import.meta.url));
const present = existsSync(`${ORACLES}fca/README.md`) && existsSync(`${ORACLES}raam/README.md`);
// biome-ignore lint/suspicious/noConsole: a check that did not run must be seen
if (!present) console.warn(`REFERENCES NOT RUN: no catchment oracles in ${ORACLES}`);

type Row = Readonly<Record<string, string>>;

function readRows(path: string): readonly Row[] {
  const [header, ...lines] = readFileSync(`${ORACLES}${path}`, "utf8").trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, k) => [name, cells[k]]));
  });
}

function worldOf(
  demand: ReadonlyMap<string, number>,
  supply: ReadonlyMap<string, number>,
  pairs: readonly { readonly from: string; readonly to: string; readonly minutes: number }[],
): AccessWorld {
  const origins = new Map([...demand.keys()].map((id, i) => [id, i]));
  const destinations = new Map([...supply.keys()].map((id, j) => [id, j]));
  const table = buildTravelTable(
    {
      origins: Uint32Array.from(pairs, (pair) => origins.get(pair.from) ?? -1),
      destinations: Uint32Array.from(pairs, (pair) => destinations.get(pair.to) ?? -1),
      minutes: Float64Array.from(pairs, (pair) => pair.minutes),
    },
    origins.size,
    destinations.size,
  );
  return { table, demand: Float64Array.from(demand.values()), supply: Float64Array.from(supply.values()) };
}

const column = (rows: readonly Row[], name: string) => new Map(rows.map((row) => [row.geoid, Number(row[name])]));

/** Largest relative difference; both must be 0 where one is. */
function worstRelative(actual: Float64Array, expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length);
  return Math.max(
    ...expected.map((value, i) => (actual[i] === value ? 0 : Math.abs(actual[i] - value) / Math.abs(value))),
  );
}

describe.skipIf(!present)("PySAL access, 60 tracts of Chicago", () => {
  const locations = present ? readRows("fca/small60/input_locations.csv") : [];
  const expected = present ? readRows("fca/small60/expected.csv") : [];
  const pairs = present
    ? readRows("fca/small60/input_cost_seconds.csv").map(({ origin, dest, sec }) => ({
        from: origin,
        to: dest,
        minutes: Number(sec) / 60,
      }))
    : [];

  const STEPS_3SFCA = "10:0.962,20:0.704,30:0.377,60:0.042";
  const methods: Readonly<Record<string, readonly [AccessMethod, NonNullable<Parameters<typeof ask>[2]>]>> = {
    wcatch_max10: ["cumulative", { max: 10 }],
    wcatch_max20: ["cumulative", { max: 20 }],
    wcatch_max30: ["cumulative", { max: 30 }],
    "2sfca_max10": ["2sfca", { max: 10 }],
    "2sfca_max20": ["2sfca", { max: 20 }],
    "2sfca_max30": ["2sfca", { max: 30 }],
    e2sfca_step_10_20_30_w1_068_022: ["e2sfca", { decay: "10:1,20:0.68,30:0.22" }],
    e2sfca_gauss_sigma10_max30: ["e2sfca", { decay: "gauss:200", max: 30 }],
    e2sfca_gauss_sigma20_nomax: ["e2sfca", { decay: "gauss:800" }],
    e2sfca_gravity_scale20_am1_min1_max30: ["e2sfca", { decay: "power:1", max: 30 }],
    e2sfca_daigauss_T30: ["kd2sfca", { decay: "gauss", max: 30 }],
    e2sfca_exp_beta0p1_max30: ["e2sfca", { decay: "exp:0.1", max: 30 }],
    "3sfca_step_default_nomax": ["3sfca", { decay: STEPS_3SFCA }],
    "3sfca_step_default_max30": ["3sfca", { decay: STEPS_3SFCA, max: 30 }],
    "3sfca_gauss10_max30": ["3sfca", { decay: "gauss:200", max: 30 }],
  };

  const columns = Object.keys(expected[0] ?? {}).filter((name) => name !== "geoid");
  it.each(columns)("%s within 1e-11", (name) => {
    const [label, supplyName] = name.split("__");
    const supply = column(locations, supplyName);
    const demand = column(locations, "pop");
    const world = worldOf(demand, supply, pairs);
    const values = expected.map((row) => Number(row[name]));
    const ratio = /^fca_ratio_max(\d+)$/.exec(label);
    if (ratio) {
      const within = { max: Number(ratio[1]) };
      const people = ask(worldOf(demand, demand, pairs), "cumulative", within).values;
      const sites = ask(world, "cumulative", within).values;
      expect(
        worstRelative(
          sites.map((s, i) => s / people[i]),
          values,
        ),
      ).toBeLessThan(1e-11);
      return;
    }
    const [method, settings] = methods[label];
    expect(worstRelative(ask(world, method, settings).values, values)).toBeLessThan(1e-11);
  });
});

describe.skipIf(!present)("PySAL access, 60 tracts, conservation", () => {
  it("gives out all 632 doctors within 30 minutes", () => {
    const locations = readRows("fca/small60/input_locations.csv");
    const demand = column(locations, "pop");
    const pairs = readRows("fca/small60/input_cost_seconds.csv").map(({ origin, dest, sec }) => ({
      from: origin,
      to: dest,
      minutes: Number(sec) / 60,
    }));
    const { values } = ask(worldOf(demand, column(locations, "doc"), pairs), "2sfca", { max: 30 });
    expect([...demand.values()].reduce((sum, people, i) => sum + people * values[i], 0)).toBeCloseTo(632, 9);
  });
});

describe.skipIf(!present)("PySAL access, edges: inclusive limit, no people, no supply, nothing in reach", () => {
  const demand = present ? column(readRows("fca/edge/input_demand.csv"), "pop") : new Map<string, number>();
  const supply = present ? column(readRows("fca/edge/input_supply.csv"), "doc") : new Map<string, number>();
  const rows = present ? readRows("fca/edge/input_cost.csv") : [];
  const expected = present ? readRows("fca/edge/expected.csv") : [];
  for (const { dest } of rows) if (!supply.has(dest)) supply.set(dest, 0);
  const world = worldOf(
    demand,
    supply,
    rows.map(({ origin, dest, cost }) => ({ from: origin, to: dest, minutes: Number(cost) })),
  );

  it.each([
    ["s2_max30_doc", "2sfca", { max: 30 }],
    ["e2step_doc", "e2sfca", { decay: "10:1,20:0.68,30:0.22" }],
    ["s3step_doc", "3sfca", { decay: "10:0.962,20:0.704,30:0.377,60:0.042" }],
    ["wc30_doc", "cumulative", { max: 30 }],
  ] as const)("%s within 1e-11; 0 where PySAL says infinity or nothing", (name, method, settings) => {
    const values = expected.map((row) => (row[name] === "inf" || row[name] === "" ? 0 : Number(row[name])));
    expect(worstRelative(ask(world, method, settings).values, values)).toBeLessThan(1e-11);
  });

  it("fca30_doc within 1e-11: supply over people within 30 minutes", () => {
    const people = new Map([...supply.keys()].map((id) => [id, demand.get(id) ?? 0]));
    const within = ask({ ...world, supply: Float64Array.from(people.values()) }, "cumulative", { max: 30 }).values;
    const ratios = ask(world, "cumulative", { max: 30 }).values.map((s, i) => (within[i] > 0 ? s / within[i] : 0));
    const values = expected.map(({ fca30_doc }) => (fca30_doc === "inf" || fca30_doc === "" ? 0 : Number(fca30_doc)));
    expect(worstRelative(ratios, values)).toBeLessThan(1e-11);
  });

  it("reports the site nobody lives near and the origin out of reach", () => {
    const { zeroDemandSites, statuses } = ask(world, "2sfca", { max: 30 });
    expect(zeroDemandSites).toBe(1);
    expect([...statuses]).toEqual([0, 0, 0, 0, 0, 3]);
  });
});

describe.skipIf(!present)("PySAL access, rational agents", () => {
  const locations = present ? readRows("raam/input_locations.csv") : [];
  const expected = present ? readRows("raam/expected.csv") : [];
  const pairs = present
    ? readRows("raam/input_cost_seconds.csv").map(({ origin, dest, sec }) => ({
        from: origin,
        to: dest,
        minutes: Number(sec) / 60,
      }))
    : [];
  const world = worldOf(column(locations, "pop"), column(locations, "doc"), pairs);

  it.each([
    [30, 150],
    [30, 500],
    [60, 150],
    [60, 500],
  ])("τ %i, %i cycles", (tau, cycles) => {
    const { values } = ask(world, "raam", { raam: { tau, cycles } });
    const reference = expected.map((row) => Number(row[`raam_tau${tau}_cycles${cycles}`]));
    expect(worstRelative(values, reference)).toBeLessThan(1e-9);
  });
});
