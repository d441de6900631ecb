import { expect, it } from "vitest";
import { modelOf } from "../../src/core/access/model.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";

const QUESTION = {
  territory: parseTerritory("dep:22"),
  series: { profession: "gp", year: 2023, ages: "all" },
  model: modelOf("gp"),
  objective: "shortfall",
  threshold: 2.5,
  count: 2,
  supply: 5400,
  priority: 0,
  minutes: 15,
  practices: false,
  candidates: {
    pharmacy: true,
    franceServices: false,
    people: 0,
    minutesToPractice: 0,
    margin: 0,
    mandatory: [],
    excluded: [],
  },
} as const;

it("gathers once for all who ask the same at once; who gave up hears it, and what leaves is a copy", async () => {
  const engine = createEngine(await openNodePack("data"));
  const stages: string[] = [];
  const run = {
    signal: { aborted: false },
    progress: (_: number, __: number, stage: string) => void stages.push(stage),
  };
  const given = { signal: { aborted: false }, progress: () => undefined };
  const [first, second, third] = [
    engine.preparePlacement(QUESTION, run),
    engine.preparePlacement(QUESTION, run),
    engine.preparePlacement(QUESTION, given),
  ];
  given.signal.aborted = true;
  await expect(third).rejects.toMatchObject({ failure: { code: "cancelled" } });
  const world = await first;
  expect(await second).toEqual(world);
  expect(stages).toEqual(["communes", "access", "places", "candidates", "lifts", "times"]);
  world.official.fill(0);
  const found = { objective: 1, bound: 1, gap: 0, sites: Uint32Array.of(0, 1), seconds: 0 };
  const answer = await engine.describePlan({ question: QUESTION, found }, run);
  expect(answer.official.some((value) => value > 0)).toBe(true);
  expect(stages.length).toBe(6);
  answer.people.fill(0);
  expect((await engine.describePlan({ question: QUESTION, found }, run)).people.some((n) => n > 0)).toBe(true);
});
