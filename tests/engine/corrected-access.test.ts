import { beforeAll, describe, expect, it } from "vitest";
import type { ClaimedCorrection } from "../../src/core/participation/list-corrections.ts";
import { FRANCE, parseTerritory } from "../../src/core/territory.ts";
import { type CorrectedQuestion, describeCorrected } from "../../src/engine/corrected-access.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import type { Database } from "../../src/engine/ports.ts";
import { buildTerritoryTree } from "../../src/engine/territory-tree.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { buildSources, QUIET, scenarioOf, type Town } from "./scenario-world.ts";

const claim = (row: string, field: string, old: number, replaced: number): ClaimedCorrection => ({
  id: `${row} ${field} ${old} ${replaced}`,
  claims: [],
  dataset: "facilities",
  release: "r1",
  row,
  field,
  old: String(old),
  new: String(replaced),
  organisations: ["A", "B"],
  state: "accepted",
  scopes: ["fr"],
  isHidden: false,
});
const series = { profession: "gp", year: 2023, ages: "all" } as const;
const asked = (
  corrections: readonly ClaimedCorrection[],
  rest: Partial<CorrectedQuestion> = {},
): CorrectedQuestion => ({
  territory: FRANCE,
  series,
  threshold: 2.5,
  corrections,
  withCorroborated: false,
  ...rest,
});

/** A and B are 9.8 km apart, 12 minutes, weight 0.3; C is far. Weighted demand at A 1,150. */
const TOWNS: readonly Town[] = [
  { code: "35001", lon: 1, lat: 48, people: 1100, standardised: 1000, access: 2, practices: 3, income: 25_000 },
  { code: "35002", lon: 1.1314, lat: 48, people: 600, standardised: 500, access: 1, practices: 0, income: 18_000 },
  { code: "35003", lon: 3, lat: 48, people: 700, standardised: 800, access: 3, practices: 2, income: 21_000 },
];

describe("three towns by hand", () => {
  const sources = buildSources(TOWNS);
  const db: Database = {
    async query(_sql, params) {
      const town = TOWNS.find(({ code }) => code === params?.[0]);
      if (!town) return { rowCount: 0, columns: { dataset: [], field: [], count: new Float64Array() } };
      const columns = { dataset: ["facilities", "facilities"], field: ["D265", "D307"] };
      return { rowCount: 2, columns: { ...columns, count: Float64Array.of(town.practices, 0) } };
    },
  };
  const ask = (corrections: readonly ClaimedCorrection[]) =>
    describeCorrected({ ...sources, db, tree: buildTerritoryTree(sources.frame, "") }, asked(corrections), QUIET);

  it("a place of practice is worth 980 consultations: (1000·2 + 500·1 + 800·3) / 5; one less at A takes 980/1150 there", async () => {
    const answer = await ask([claim("35001", "D265", 3, 2)]);
    expect([answer.perPlace, answer.places]).toEqual([980, -1]);
    expect(answer.official).toEqual(Float64Array.of(2, 1, 3));
    [2 - 980 / 1150, 1 - (0.3 * 980) / 1150, 3].forEach((value, i) => {
      expect(answer.corrected[i]).toBeCloseTo(value, 12);
    });
    expect(answer.losses).toMatchObject({ people: 1700, areas: 2 });
    expect(answer.gains.areas).toBe(0);
    expect(answer.applied).toMatchObject([{ commune: "35001", effect: "access" }]);
  });

  it("the published values stay bit for bit without a correction that holds, and those left out are said", async () => {
    const answer = await ask([
      claim("35001", "D265", 4, 2),
      claim("99999", "D265", 1, 0),
      claim("35001", "D113", 0, 1),
    ]);
    expect(answer.corrected).toEqual(answer.official);
    expect(answer.figures.corrected).toEqual(answer.figures.official);
    expect(answer.ignored).toMatchObject([
      { why: "unknown-field" },
      { why: "old-differs", official: 3 },
      { why: "unknown-row" },
    ]);
  });

  it("a first pharmacy at A: B, 12 minutes away, and A itself are nearer; C is not", async () => {
    const { minutes, applied, corrected, official } = await ask([claim("35001", "D307", 0, 1)]);
    expect(applied).toMatchObject([{ effect: "minutes" }]);
    expect(corrected).toEqual(official);
    expect(minutes).toMatchObject([
      { facility: "pharmacy", codes: ["35001", "35002"], names: ["Town 35001", "Town 35002"] },
    ]);
    expect(Array.from(minutes[0].official)).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(minutes[0].corrected[0]).toBe(0);
    expect(minutes[0].corrected[1]).toBeCloseTo(12, 0);
  });
});

describe("on the embedded pack", () => {
  let engine = {} as Engine;
  beforeAll(async () => {
    engine = createEngine(await openNodePack("data"));
  });
  const territory = parseTerritory("dep:35");
  const countIn = async (code: string, type: string) =>
    (await engine.describeCommune(code, QUIET)).facilities.find((one) => one.type === type)!.count2024;

  it("two practices less in Redon: what a scenario of the same supply says, commune by commune", async () => {
    const count = await countIn("35236", "D265");
    const gone = claim("35236", "D265", count, count - 2);
    const answer = await engine.describeCorrected(asked([gone], { territory }), QUIET);
    const fte = (2 * answer.perPlace) / 5400;
    const leave = { kind: "departure", id: "d", commune: "35236", profession: "gp", fte } as const;
    const scenario = scenarioOf([leave], { territory });
    const told = await engine.applyScenario({ scenario, baseline: "official" }, QUIET);
    expect(answer.official).toEqual(told.before);
    answer.corrected.forEach((value, i) => {
      if (Number.isNaN(value)) expect(told.after[i]).toBeNaN();
      else expect(value).toBeCloseTo(told.after[i], 12);
    });
    expect(answer.figures.corrected.peopleUnder).toBeCloseTo(told.figures.after.peopleUnder, 9);
    expect(answer.figures.corrected.peopleUnder).toBeGreaterThan(answer.figures.official.peopleUnder);
    expect(answer.applied.length).toBe(1);
    // The mean activity of a place: between half and once a full-time equivalent of 5,400 consultations.
    expect(answer.perPlace).toBeGreaterThan(2000);
    expect(answer.perPlace).toBeLessThan(6000);
  });

  it("a correction outside the territory of its claims, or of a commune the pack has not, moves nothing", async () => {
    const count = await countIn("35236", "D265");
    const gone = claim("35236", "D265", count, count - 1);
    const strange = { ...gone, id: "s", scopes: ["dep:56"] };
    const arrondissement = claim("75101", "D265", await countIn("75101", "D265"), 1);
    const answer = await engine.describeCorrected(
      asked([strange, claim("35999", "D265", 1, 0), arrondissement], { territory }),
      QUIET,
    );
    expect(answer.ignored.map(({ why }) => why).toSorted()).toEqual(["outside-scope", "unknown-row"]);
    expect(answer.applied.map(({ commune }) => commune)).toEqual(["75101"]);
    expect(answer.corrected).toEqual(answer.official);
  });

  it("the only pharmacy of a commune closed: it and its neighbours go farther, and nobody nearer", async () => {
    const communes = await engine.cumulateDifficulties(
      { territory, year: 2023, pharmacyMinutes: 10, emergencyMinutes: 30 },
      QUIET,
    );
    const lone = await findLone(communes.codes, communes.columns.pharmacy.values, countIn);
    const { minutes } = await engine.describeCorrected(asked([claim(lone, "D307", 1, 0)], { territory }), QUIET);
    expect(minutes.length).toBe(1);
    expect(minutes[0].codes).toContain(lone);
    minutes[0].corrected.forEach((after, i) => {
      expect(after).toBeGreaterThan(minutes[0].official[i]);
      const row = communes.codes.indexOf(minutes[0].codes[i]);
      expect(minutes[0].official[i]).toBeCloseTo(communes.columns.pharmacy.values[row], 9);
    });
  });
});

async function findLone(
  codes: readonly string[],
  minutes: Float64Array,
  countIn: (code: string, type: string) => Promise<number>,
): Promise<string> {
  for (const [i, code] of codes.entries()) if (minutes[i] === 0 && (await countIn(code, "D307")) === 1) return code;
  throw new Error("none");
}
