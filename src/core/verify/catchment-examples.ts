import { type AccessMethod, computeAccess } from "../access/compute-access.ts";
import { NO_LIMIT } from "../access/decay.ts";
import { RAAM_DEFAULTS } from "../access/rational-agents.ts";
import { type Computed, columnOf, type Example, type NumberTable, named } from "./example.ts";
import {
  ALONE,
  columnsTable,
  type Matrix,
  mapCells,
  matrixTable,
  numberTable,
  sum,
  sumColumns,
  sumRows,
  worldOf,
} from "./matrix-access.ts";

const places = (demand: readonly number[]) =>
  columnsTable("places", named("place", demand.length), [["demand", demand]]);
const sites = (supply: readonly number[]) =>
  columnsTable("sites", named("practice", supply.length), [["supply", supply]]);
const decayTable = (limits: readonly number[], weights: readonly number[]) =>
  columnsTable("decay", named("step", limits.length), [
    ["limit", limits],
    ["weight", weights],
  ]);

const WORLD: readonly NumberTable[] = [
  places([5, 10, 50]),
  sites([50, 100]),
  matrixTable("minutes", [
    [5, 70],
    [50, 40],
    [25, 30],
  ]),
];

const TOY: readonly NumberTable[] = [
  places([1000, 800, 400]),
  sites([10_800, 5400]),
  matrixTable("minutes", [
    [0, 12],
    [12, 0],
    [8, 18],
  ]),
];

/** How much the second step of a method weighs each pair, by hand, from w and in the first step. */
interface Written {
  readonly shown: readonly NumberTable[];
  readonly first: Matrix;
  readonly second: Matrix;
}

const shareRows = (w: Matrix): Matrix => {
  const totals = sumRows(w);
  return mapCells(w, (cell, i) => (totals[i] > 0 ? cell / totals[i] : 0));
};
const shareColumns = (w: Matrix): Matrix => {
  const totals = sumColumns(w);
  return mapCells(w, (cell, _, j) => (totals[j] > 0 ? cell / totals[j] : 0));
};

const WRITE: Readonly<Record<"2sfca" | "e2sfca" | "3sfca" | "m2sfca" | "bfca", (w: Matrix) => Written>> = {
  "2sfca": (w) => ({ shown: [], first: w, second: w }),
  e2sfca: (w) => ({ shown: [], first: w, second: w }),
  "3sfca": (w) => {
    const choice = shareRows(w);
    const chosen = mapCells(w, (cell, i, j) => cell * choice[i][j]);
    return { shown: [matrixTable("choice", choice)], first: chosen, second: chosen };
  },
  m2sfca: (w) => {
    const squares = mapCells(w, (cell) => cell * cell);
    return { shown: [matrixTable("squares", squares)], first: w, second: squares };
  },
  bfca: (w) => {
    const [rows, columns] = [shareRows(w), shareColumns(w)];
    return { shown: [matrixTable("choice", rows), matrixTable("shares", columns)], first: rows, second: columns };
  },
};

/** Access by the application's own code, and its two steps written out on matrices. */
function computeMethod(method: keyof typeof WRITE, inputs: readonly NumberTable[]): Computed {
  const [demandTable, supplyTable, minutesTable, decay] = inputs;
  const demand = columnOf(demandTable, 0);
  const supply = columnOf(supplyTable, 0);
  const minutes = minutesTable.cells;
  const isLimit = decay.key === "limit";
  const bounds = columnOf(decay, 0);
  const weights = isLimit ? [1] : columnOf(decay, 1);
  const stepped = { kind: "steps", bounds, weights } as const;
  const asked: AccessMethod = method;
  const { values } = computeAccess(
    worldOf(demand, supply, minutes),
    {
      method: asked,
      decay: stepped,
      catchment: isLimit ? { maxMinutes: bounds[0], bins: "inclusive" } : NO_LIMIT,
      rank: 1,
      raam: RAAM_DEFAULTS,
    },
    ALONE,
  );
  const w = mapCells(minutes, (t) => weights[bounds.findIndex((bound) => t <= bound)] ?? 0);
  const { shown, first, second } = WRITE[method](w);
  const reached = sumColumns(mapCells(first, (cell, i) => cell * demand[i]));
  const ratios = supply.map((s, j) => (reached[j] > 0 ? s / reached[j] : 0));
  const contributions = mapCells(second, (cell, _, j) => cell * ratios[j]);
  return {
    values: Array.from(values),
    steps: [
      matrixTable("weights", w),
      ...shown,
      columnsTable("reached", named("practice", supply.length), [
        ["weighted", reached],
        ["ratio", ratios],
      ]),
      matrixTable("contributions", contributions, { key: "access" }),
    ],
  };
}

const STEPS = decayTable([20, 40, 60], [1, 0.68, 0.22]);

function catchments<Id extends string>(
  id: Id,
  method: keyof typeof WRITE,
  decay: NumberTable,
  values: readonly number[],
): Example<Id> {
  return {
    id,
    family: "catchments",
    origin: "by-hand",
    inputs: [...WORLD, decay],
    expected: values.map((value, i) => ({
      name: { key: "place", number: i + 1 },
      value,
      tolerance: 5e-7,
      digits: 6,
    })),
    compute: (inputs) => computeMethod(method, inputs),
  };
}

/** Two-step methods on a world of three places and two practices, and the APL on another. */
export const CATCHMENT_EXAMPLES = [
  {
    id: "apl-toy",
    family: "apl",
    origin: "by-hand",
    inputs: [...TOY, decayTable([10, 15, 20], [1, 0.3, 0.1])],
    expected: [
      { name: { key: "place", number: 1 }, value: 8.006418, tolerance: 5e-7, digits: 6 },
      { name: { key: "place", number: 2 }, value: 6.712452, tolerance: 5e-7, digits: 6 },
      { name: { key: "place", number: 3 }, value: 7.05905, tolerance: 5e-7, digits: 6 },
      { name: { key: "conserved" }, value: 16_200, tolerance: 1e-6, digits: 0 },
    ],
    compute: (inputs) => {
      const { values, steps } = computeMethod("e2sfca", inputs);
      return { values: [...values, sum(values.map((value, i) => value * columnOf(inputs[0], 0)[i]))], steps };
    },
  },
  catchments("2sfca", "2sfca", numberTable("limit", "limit", 30), [0.909091, 0, 2.909091]),
  catchments("e2sfca", "e2sfca", STEPS, [1.213592, 1.933657, 2.491909]),
  catchments("3sfca", "3sfca", STEPS, [2.218497, 2.440125, 2.290125]),
  catchments("m2sfca", "m2sfca", STEPS, [1.213592, 1.192071, 1.694498]),
  catchments("bfca", "bfca", STEPS, [0.811103, 1.714279, 2.087386]),
] as const satisfies readonly Example[];
