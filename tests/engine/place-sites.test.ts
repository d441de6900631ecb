import { beforeAll, describe, expect, it } from "vitest";
import { modelOf } from "../../src/core/access/model.ts";
import { FailureError } from "../../src/core/failure.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { loadNationalFrame } from "../../src/engine/national-frame.ts";
import { type PlaceSitesQuestion, type PlaceSitesSources, placeSites } from "../../src/engine/place-sites.ts";
import { loadReachPlaces } from "../../src/engine/reach-places.ts";
import { loadSeries } from "../../src/engine/series-columns.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { searchFreely } from "../core/placement/worlds.ts";

const SERIES = { profession: "gp", year: 2023, ages: "all" } as const;
const QUESTION: PlaceSitesQuestion = {
  territory: parseTerritory("dep:22"),
  series: SERIES,
  model: modelOf("gp"),
  threshold: 2.5,
  count: 4,
  supply: 5400,
  priority: 0,
  candidates: { pharmacy: false, franceServices: false, people: 0, minutesToPractice: 0, margin: 0 },
};

describe("new sites in Côtes-d'Armor, on the embedded pack", () => {
  let sources = {} as PlaceSitesSources;
  beforeAll(async () => {
    const db = await openNodePack("data");
    const frame = await loadNationalFrame(db);
    const [series, places] = [await loadSeries(db, frame, SERIES), await loadReachPlaces(db, frame)];
    sources = { frame, series, places, brought: null };
  });
  const ask = (change: Partial<PlaceSitesQuestion> = {}) =>
    placeSites(sources, { ...QUESTION, ...change }, searchFreely());

  it("adds to the official values, never takes from them, and the objective is what they gain under the threshold", async () => {
    const { found, units, official, after, people, peopleUnder, peopleUnderAfter, sites } = await ask();
    let gain = 0;
    units.forEach((unit, i) => {
      expect(official[i]).toBe(sources.series.values[unit]);
      expect(after[i]).toBeGreaterThanOrEqual(official[i]);
      gain += people[i] * (Math.min(2.5, after[i]) - Math.min(2.5, official[i]));
    });
    expect(Math.abs(gain / found.objective - 1)).toBeLessThan(1e-9);
    expect(found.objective).toBeGreaterThan(0);
    expect(found.bound).toBeGreaterThanOrEqual(found.objective);
    expect(found.gap).toBeLessThan(0.02);
    expect(peopleUnderAfter).toBeLessThan(peopleUnder);
    expect(sites.length).toBe(4);
  });

  it("no more access is brought than supply: Σ standardised people × gain stays under 4 × 5,400 consultations", async () => {
    const { units, official, after } = await ask();
    let brought = 0;
    units.forEach((unit, i) => {
      brought += (sources.series.standardised[unit] || 0) * (after[i] - official[i]);
    });
    expect(brought).toBeGreaterThan(0.5 * 4 * 5400);
    expect(brought).toBeLessThanOrEqual(4 * 5400 * (1 + 1e-9));
  });

  it("each site's runner-up loses, and what a site is worth is no less than that loss", async () => {
    const { sites } = await ask();
    for (const { worth, runnerUp, peopleLifted } of sites) {
      expect(peopleLifted).toBeGreaterThanOrEqual(0);
      if (runnerUp === null) throw new Error("hundreds of communes, and no runner-up");
      expect(runnerUp.loss).toBeGreaterThanOrEqual(-1e-6);
      expect(worth).toBeGreaterThanOrEqual(runnerUp.loss - 1e-6);
    }
  });

  it("conditions leave fewer candidates and never a better plan; a margin leaves more", async () => {
    const rules = QUESTION.candidates;
    const free = await ask();
    const strict = await ask({ candidates: { ...rules, pharmacy: true, people: 1500 } });
    const remote = await ask({ candidates: { ...rules, minutesToPractice: 8 } });
    const wide = await ask({ candidates: { ...rules, margin: 15 } });
    const { pharmacy } = sources.places.counts;
    const at = new Map(Array.from(sources.places.units, (unit, i) => [unit, i]));
    for (const { unit } of strict.sites) expect(pharmacy[at.get(unit) ?? -1]).toBeGreaterThan(0);
    expect(strict.candidates).toBeLessThan(free.candidates);
    expect(remote.candidates).toBeLessThan(free.candidates);
    expect(wide.candidates).toBeGreaterThan(free.candidates);
    expect(strict.found.objective).toBeLessThanOrEqual(free.found.bound);
    expect(free.found.objective).toBeLessThanOrEqual(wide.found.bound);
  });

  it("says when no commune meets the conditions", async () => {
    const none = ask({ candidates: { ...QUESTION.candidates, people: 1e9 } });
    await expect(none).rejects.toBeInstanceOf(FailureError);
  });
});
