import { expect, it } from "vitest";
import type { ZoningAnswer } from "../../../src/app/zoning.ts";
import { chosenRule } from "../../../src/app/zoning.ts";
import { countByClass, listChangedAreas } from "../../../src/ui/zoning/zoning-changes.ts";

/** Four areas of 100, 200, 400 and 800 people of the territory; the second and third leave the first class, the fourth stays out. */
const answer = (before: Int8Array | null) =>
  ({
    rule: chosenRule("gp", "gp-2021"),
    areas: {
      peopleInside: Float64Array.of(100, 200, 400, 800),
      classes: Int8Array.of(0, 1, 2, -1),
      before: before && { access: new Float64Array(4), classes: before },
    },
  }) as unknown as ZoningAnswer;

it("areas that change class, the most people first, and people by class before and after", () => {
  const moved = answer(Int8Array.of(0, 0, 0, -1));
  expect(listChangedAreas(moved)).toEqual([
    { area: 2, before: 0, after: 2 },
    { area: 1, before: 0, after: 1 },
  ]);
  expect(countByClass(moved)).toEqual([
    { before: 700, after: 100 },
    { before: 0, after: 200 },
    { before: 0, after: 400 },
  ]);
});

it("nothing changes where nothing was brought", () => {
  expect(listChangedAreas(answer(null))).toEqual([]);
  expect(countByClass(answer(null))[0]).toEqual({ before: 100, after: 100 });
});
