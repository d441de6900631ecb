import { beforeAll, describe, expect, it } from "vitest";
import { modelOf } from "../../src/core/access/model.ts";
import { SERVED } from "../../src/core/placement/assignment.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { loadNationalFrame } from "../../src/engine/national-frame.ts";
import { placeSites } from "../../src/engine/place-sites.ts";
import type { PlaceSitesQuestion } from "../../src/engine/placement-world.ts";
import { loadReachPlaces } from "../../src/engine/reach-places.ts";
import { loadSeries } from "../../src/engine/series-columns.ts";
import { loadUnitContext } from "../../src/engine/unit-context.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { searchFreely } from "../core/placement/worlds.ts";

const SERIES = { profession: "gp", year: 2023, ages: "all" } as const;
const QUESTION: PlaceSitesQuestion = {
  territory: parseTerritory("dep:22"),
  series: SERIES,
  model: modelOf("gp"),
  objective: "p-median",
  threshold: 2.5,
  count: 3,
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
};

describe("who goes where in Côtes-d'Armor, on the embedded pack", () => {
  let sources = {} as Parameters<typeof placeSites>[0];
  beforeAll(async () => {
    const db = await openNodePack("data");
    const frame = await loadNationalFrame(db);
    const [series, places] = [await loadSeries(db, frame, SERIES), await loadReachPlaces(db, frame)];
    sources = { frame, series, places, brought: null, context: await loadUnitContext(db), staff: new Map() };
  });
  const ask = async (change: Partial<PlaceSitesQuestion> = {}) => {
    const answer = await placeSites(sources, { ...QUESTION, ...change }, searchFreely());
    const { assignment, minutes } = answer;
    if (assignment === null || minutes === null) throw new Error("nobody is assigned");
    return { ...answer, assignment, minutes };
  };

  it("mean time: the flows are the objective, the minutes of each commune and the people nearest each site", async () => {
    const { found, assignment, minutes, people, sites, units, points } = await ask();
    const { served, offsets, sites: to } = assignment;
    const nearest = sites.map(() => 0);
    let total = 0;
    units.forEach((unit, r) => {
      const [from, end] = [offsets[r], offsets[r + 1]];
      if (served[r] !== SERVED.site) {
        expect(end).toBe(from);
        expect(Number.isNaN(minutes.after[r]) || minutes.after[r] === Number.POSITIVE_INFINITY).toBe(true);
        return;
      }
      expect(end).toBe(from + 1);
      expect(assignment.minutes[from]).toBe(minutes.after[r]);
      expect(assignment.people[from]).toBe(people[r]);
      nearest[to[from]] += people[r];
      total += people[r] * minutes.after[r];
      if (sites[to[from]].unit === unit)
        expect([points.lon[r], points.lat[r]]).toEqual([sites[to[from]].lon, sites[to[from]].lat]);
    });
    expect(Math.abs(total / found.objective - 1)).toBeLessThan(1e-9);
    for (const [k, sum] of nearest.entries()) expect(sum).toBeCloseTo(sites[k].peopleNearest ?? Number.NaN, 6);
  });

  it("coverage: those within the minutes are the people the plan covers, the others are told their nearest", async () => {
    const { found, assignment, people } = await ask({ objective: "mclp" });
    let covered = 0;
    assignment.served.forEach((code, r) => {
      const at = assignment.offsets[r];
      if (code === SERVED.site) {
        covered += people[r];
        expect(assignment.minutes[at]).toBeLessThanOrEqual(15);
      } else if (code === SERVED.beyond) expect(assignment.minutes[at]).toBeGreaterThan(15);
    });
    expect(assignment.served).toContain(SERVED.beyond);
    expect(covered).toBeCloseTo(found.objective, 6);
  });

  it("with today's practices most communes stay with them; equity sends nobody anywhere", async () => {
    const { assignment, minutes } = await ask({ practices: true });
    assignment.served.forEach((code, r) => {
      if (code === SERVED.today) expect(minutes.after[r]).toBe(minutes.today[r]);
      if (code === SERVED.site) expect(minutes.after[r]).toBeLessThan(minutes.today[r]);
    });
    expect(assignment.served).toContain(SERVED.today);
    const equity = await placeSites(sources, { ...QUESTION, objective: "shortfall" }, searchFreely());
    expect(equity.assignment).toBeNull();
  });

  it("sites with capacities share communes: the flows are those of the capacities", async () => {
    const { assignment, capacity } = await ask({
      capacity: { people: 220_000, own: [], served: "all" },
    });
    expect(assignment.sites).toEqual(capacity?.flows.sites);
  });
});
