import { weighMinutes } from "../access/decay.ts";
import { ACCESS_PRESETS, type PresetName } from "../access/presets.ts";
import { twoStepAccess } from "../access/two-step.ts";
import { type Computed, columnOf, type Example, type NumberTable, named } from "./example.ts";
import { columnsTable, type Matrix, sum, worldOf } from "./matrix-access.ts";

const PER = 100_000;

/** Practices in reach of one commune: minutes, and their published ratio of full-time equivalents per 100,000. */
function practices(rows: readonly (readonly [minutes: number, ratio: number])[]): readonly NumberTable[] {
  return [
    columnsTable("practices", named("practice", rows.length), [
      ["minutes", rows.map(([minutes]) => minutes)],
      ["ratio", rows.map(([, ratio]) => ratio)],
    ]),
  ];
}

/** Each practice serves a village of 100,000 of its own, so that its ratio is the published one; the commune weighs nothing. */
function computeFrom(preset: PresetName, inputs: readonly NumberTable[]): readonly number[] {
  const { decay, maxMinutes, bins } = ACCESS_PRESETS[preset];
  const minutes = columnOf(inputs[0], 0);
  const ratios = columnOf(inputs[0], 1);
  const ways: Matrix = [minutes, ...minutes.map((_, j) => minutes.map((_m, k) => (j === k ? 0 : Number.NaN)))];
  const world = worldOf([0, ...minutes.map(() => PER)], ratios, ways);
  const weights = weighMinutes(decay.value, world.table.minutes, { maxMinutes: maxMinutes.value, bins });
  return [PER * twoStepAccess(world, weights).values[0]];
}

function example<Id extends string>(
  id: Id,
  preset: PresetName,
  weigh: (minutes: number) => number,
  inputs: readonly NumberTable[],
  [published, recomputed, tolerance, digits]: readonly [number, number, number, number],
): Example<Id> {
  return {
    id,
    family: "apl",
    origin: "published",
    inputs,
    expected: [
      { name: { key: "published" }, value: published, tolerance: 0.7, digits: 0 },
      { name: { key: "recomputed" }, value: recomputed, tolerance, digits },
    ],
    compute(given): Computed {
      const [value] = computeFrom(preset, given);
      const minutes = columnOf(given[0], 0);
      const ratios = columnOf(given[0], 1);
      const weights = minutes.map(weigh);
      const parts = weights.map((w, j) => w * ratios[j]);
      const table = columnsTable("contributions", named("practice", minutes.length), [
        ["weight", weights],
        ["contribution", parts],
      ]);
      const total = { key: "sum" } as const;
      return {
        values: [value, value],
        steps: [{ ...table, rows: [...table.rows, total], cells: [...table.cells, [Number.NaN, sum(parts)]] }],
      };
    },
  };
}

const steps = (t: number) => (t < 5 ? 1 : t < 10 ? 0.3 : t < 15 ? 0.1 : 0);
const exponential = (t: number) => (t <= 30 ? Math.exp(-0.12 * t) : 0);
const gaussian = (t: number) => (t <= 30 ? Math.exp((-t * t) / 180) : 0);

/** IRDES, working paper 70 (Lucas-Gabrielli & Nestrigue 2016), communes A and B: its small tables only. */
export const PUBLISHED_EXAMPLES = [
  example(
    "dt70-a-steps",
    "apl-v1",
    steps,
    practices([
      [3, 8],
      [5, 8],
      [6, 22],
      [10, 15],
      [12, 24],
      [13.5, 13],
      [14, 14],
    ]),
    [23, 23.6, 1e-9, 1],
  ),
  example(
    "dt70-b-steps",
    "apl-v1",
    steps,
    practices([
      [0, 82.7],
      [18.5, 61.3],
      [21, 38.8],
    ]),
    [83, 82.7, 1e-9, 1],
  ),
  example(
    "dt70-b-exp",
    "dt70-exp",
    exponential,
    practices([
      [0, 33.2],
      [18.5, 61.3],
      [21, 38.8],
    ]),
    [43, 42.98, 5e-3, 2],
  ),
  example(
    "dt70-b-gauss",
    "dt70-gauss",
    gaussian,
    practices([
      [0, 28.22],
      [18.5, 46.67],
      [21, 30.46],
    ]),
    [38, 37.82, 5e-3, 2],
  ),
] as const satisfies readonly Example[];
