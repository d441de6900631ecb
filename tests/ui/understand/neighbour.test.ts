import { expect, test } from "vitest";
import { findNearest, findNeighbour } from "../../../src/ui/understand/neighbour.ts";
import { sixCommunes } from "./world.ts";

/** Units 10 … 15 on a cross around 12: west, 12, east, north, south; 15 to the north-east, further. */
const CENTRES = [
  [-1, 47],
  [1, 47],
  [0, 47],
  [0, 48],
  [0, 46],
  [1.2, 48.2],
];

const answer = sixCommunes();
const bounds = new Array<number>(16 * 4).fill(0);
for (const [i, [lon, lat]] of CENTRES.entries()) {
  const box = [lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1].map((degrees) => Math.round(degrees * 1e4));
  bounds.splice((10 + i) * 4, 4, ...box);
}

test.each([
  ["left", 0],
  ["right", 1],
  ["up", 3],
  ["down", 4],
] as const)("%s of the middle", (direction, row) => {
  expect(findNeighbour(answer, { bounds }, 12, direction)).toBe(row);
});

test("at the edge there is nowhere to go", () => {
  expect(findNeighbour(answer, { bounds }, 10, "left")).toBeUndefined();
});

test("the nearest to a point starts the walk", () => {
  expect(findNearest(answer, { bounds }, 0.1, 46.9)).toBe(2);
});
