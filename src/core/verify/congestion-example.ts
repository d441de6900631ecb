import { computeAccess, FLAT_DECAY } from "../access/compute-access.ts";
import { NO_LIMIT } from "../access/decay.ts";
import { RAAM_DEFAULTS } from "../access/rational-agents.ts";
import { columnOf, type Example, named } from "./example.ts";
import { ALONE, columnsTable, mapCells, matrixTable, numberTable, sum, worldOf } from "./matrix-access.ts";

/**
 * Two towns of 300 and 100 people, one practitioner in each, half an hour apart: ρ = 400 / 2 = 200. Everyone at home, the
 * first town pays 300 / 200 = 1.5 and would pay 0.5 + 30 / 60 = 1 in the other. With 50 gone, 250 / 200 = 150 / 200 + 0.5.
 */
export const CONGESTION_EXAMPLE = {
  id: "raam",
  family: "congestion",
  origin: "by-hand",
  inputs: [
    columnsTable("places", named("place", 2), [["people", [300, 100]]]),
    columnsTable("sites", named("practice", 2), [["supply", [1, 1]]]),
    matrixTable("minutes", [
      [0, 30],
      [30, 0],
    ]),
    numberTable("tau", "tau", 60),
  ],
  expected: [
    { name: { key: "place", number: 1 }, value: 1.25, tolerance: 5e-3, digits: 2 },
    { name: { key: "place", number: 2 }, value: 0.75, tolerance: 5e-3, digits: 2 },
  ],
  compute(inputs) {
    const [people, supply] = [columnOf(inputs[0], 0), columnOf(inputs[1], 0)];
    const minutes = inputs[2].cells;
    const tau = inputs[3].cells[0][0];
    const raam = { ...RAAM_DEFAULTS, tau };
    const question = { method: "raam", decay: FLAT_DECAY, catchment: NO_LIMIT, rank: 1, raam } as const;
    const { values } = computeAccess(worldOf(people, supply, minutes), question, ALONE);
    const fair = sum(people) / sum(supply);
    const nearest = minutes.map((row) => row.indexOf(Math.min(...row)));
    const load = supply.map((_, j) => sum(people.filter((_p, i) => nearest[i] === j)));
    const costs = mapCells(minutes, (t, _, j) => load[j] / supply[j] / fair + t / tau);
    return {
      values: Array.from(values),
      steps: [
        columnsTable("reached", named("practice", supply.length), [
          ["load", load],
          ["capacity", supply.map((s) => fair * s)],
        ]),
        matrixTable("start", costs),
      ],
    };
  },
} as const satisfies Example;
