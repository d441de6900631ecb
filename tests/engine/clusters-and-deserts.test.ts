import { beforeAll, describe, expect, it } from "vitest";
import type { Run } from "../../src/core/run.ts";
import { APART, ISOLATED, NOT_UNDER } from "../../src/core/spatial/deserts.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { type ClustersQuestion, findClusters } from "../../src/engine/find-clusters.ts";
import { type DesertsQuestion, findDeserts } from "../../src/engine/find-deserts.ts";
import { loadNationalFrame, type NationalFrame } from "../../src/engine/national-frame.ts";
import type { Database } from "../../src/engine/ports.ts";
import { createSpatialSources, type SpatialSources } from "../../src/engine/spatial-sources.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { writeSmallPack } from "./small-pack.ts";

/**
 * Units D A B C P P1 P2, D–A and A–B along a border, B–C at a point; P, the city of P1 and P2, touches nobody.
 * People of 2023: D 50, A 110, B 330, C 55 (no value), P1 400 (1.0), P2 600 (5.0); P is (300·1 + 100·5)/400 = 2.
 */
let db: Database;
let frame: NationalFrame;
let sources: SpatialSources;
const RUN: Run = { signal: { aborted: false }, progress: () => undefined };
const STOPPED: Run = { signal: { aborted: true }, progress: () => undefined };
const GP = { profession: "gp", year: 2023, ages: "all" } as const;
const FRANCE = parseTerritory("fr");

beforeAll(async () => {
  db = await openNodePack(await writeSmallPack());
  frame = await loadNationalFrame(db);
  sources = createSpatialSources(db, frame);
});

const deserts = (changes: Partial<DesertsQuestion>) =>
  findDeserts(
    sources,
    {
      territory: FRANCE,
      column: GP,
      threshold: 2.5,
      contiguity: "queen",
      reference: "country",
      bridgeMinutes: null,
      minAreas: 1,
      minPeople: 0,
      robustness: null,
      ...changes,
    },
    RUN,
  );
const clusters = (changes: Partial<ClustersQuestion>, run = RUN) =>
  findClusters(
    sources,
    {
      territory: FRANCE,
      column: { values: Float64Array.of(1, 2, 6, 3, 4, 8, 0) },
      need: null,
      neighbours: { kind: "queen" },
      permutations: 99,
      seed: 1,
      reference: "country",
      ...changes,
    },
    run,
  );

describe("neighbours of units", () => {
  it("queen and rook from the contacts, cities whole, arrondissements alone", async () => {
    const all = Uint32Array.from(frame.codes.keys());
    const queen = await sources.neighbours({ kind: "queen" }, all);
    expect([...queen.targets]).toEqual([1, 0, 2, 1, 3, 2]);
    expect([...queen.offsets]).toEqual([0, 1, 3, 5, 6, 6, 6, 6]);
    const rook = await sources.neighbours({ kind: "rook" }, all);
    expect([...rook.targets]).toEqual([1, 0, 2, 1]);
  });
});

describe("deserts of the small country, by hand", () => {
  it("joins D and A, keeps the city by the people of its arrondissement under", async () => {
    const { deserts: list, desertOf, summary, threshold, codes } = await deserts({});
    expect(codes).toEqual(["22001", "35001", "35002", "35003", "75056", "75101", "75102"]);
    expect(threshold).toBe(2.5);
    expect(list.map((d) => [d.around, d.people, d.areas])).toEqual([
      [["P"], 400, 1],
      [["A", "D"], 160, 2],
    ]);
    // P1 lacks 1.5 of 2.5; D 2.5 of 2.5 (50 people), A 0.5 of 2.5 (110).
    expect(list.map((d) => d.depth)).toEqual([expect.closeTo(0.6, 12), expect.closeTo((50 + 110 * 0.2) / 160, 12)]);
    expect([...desertOf]).toEqual([1, 1, NOT_UNDER, NOT_UNDER, 0, 0, NOT_UNDER]);
    expect(summary).toEqual({
      peopleUnder: 560,
      peopleInDeserts: 560,
      peopleIsolated: 0,
      areasIsolated: 0,
      peopleApart: 0,
    });
    expect(list[1].departements).toEqual(["22", "35"]);
    expect(list[1].robustness).toBeNaN();
  });

  it("tells dots from deserts, and an arrondissement under apart from its city above", async () => {
    const small = await deserts({ minAreas: 2 });
    expect([...small.desertOf]).toEqual([0, 0, NOT_UNDER, NOT_UNDER, ISOLATED, ISOLATED, NOT_UNDER]);
    expect(small.summary).toMatchObject({ peopleInDeserts: 160, peopleIsolated: 400, areasIsolated: 1 });
    const low = await deserts({ threshold: 1.5 });
    expect([...low.desertOf]).toEqual([0, NOT_UNDER, NOT_UNDER, NOT_UNDER, NOT_UNDER, APART, NOT_UNDER]);
    expect(low.summary).toMatchObject({ peopleUnder: 450, peopleInDeserts: 50, peopleApart: 400 });
  });

  it("goes beyond the territory beside the country, and ends at its border otherwise", async () => {
    const territory = parseTerritory("dep:35");
    const open = await deserts({ territory });
    expect(open.deserts.map((d) => [d.people, d.peopleInside, d.areas, d.areasInside])).toEqual([[160, 110, 2, 1]]);
    expect([...open.desertOf]).toEqual([0, NOT_UNDER, NOT_UNDER]);
    expect(open.deserts[0].around).toEqual(["A"]);
    const first = await deserts({ territory: { kind: "commune", code: "75101" } });
    expect(first.deserts.map((d) => [d.around, d.peopleInside, d.areasInside])).toEqual([[["P"], 400, 0]]);
    const closed = await deserts({ territory, reference: "territory" });
    expect(closed.deserts.map((d) => [d.people, d.peopleInside, d.areas])).toEqual([[110, 110, 1]]);
  });

  it("carries robustness as a mean over judged people", async () => {
    const robustness = Float64Array.of(1, 0, 0, 0, Number.NaN, 1, 1);
    const { deserts: list } = await deserts({ robustness });
    expect(list.map((d) => d.robustness)).toEqual([Number.NaN, expect.closeTo(50 / 160, 12)]);
  });

  it("takes the profession's threshold by default, and needs one for another column", async () => {
    expect((await deserts({ threshold: null })).threshold).toBe(2.5);
    const column = { values: new Float64Array(7).fill(1) };
    await expect(deserts({ column, threshold: null })).rejects.toMatchObject({ failure: { code: "bad-input" } });
    // Another column counts the municipal population.
    expect((await deserts({ column, threshold: 2 })).deserts[0]).toMatchObject({ people: 1000, around: ["P"] });
  });
});

describe("clusters of the small country, by hand", () => {
  it("analyses communes and whole cities; arrondissements carry their city's figures", async () => {
    const answer = await clusters({});
    expect([...answer.analysed]).toEqual([1, 1, 1, 1, 1, 0, 0]);
    // 1 2 6 3 4: mean 3.2, deviations −2.2 −1.2 2.8 −0.2 0.8, variance 2.96; A's neighbours D and B weigh ½ each.
    expect(answer.localI[0]).toBeCloseTo((-2.2 * -1.2) / 2.96, 12);
    expect(answer.localI[1]).toBeCloseTo((-1.2 * 0.3) / 2.96, 12);
    expect([...answer.quadrants]).toEqual([3, 2, 4, 2, 0, 0, 0]);
    expect(answer.giStar[5]).toBe(answer.giStar[4]);
    expect(answer.giStar[4]).toBeCloseTo(0.8 / Math.sqrt(2.96), 12);
    expect([answer.analysedUnits, answer.islands, answer.links]).toEqual([5, 1, 6]);
    expect(answer.smoothedByConstruction).toBe(false);
    expect(answer.global.kind).toBe("univariate");
  });

  it("leaves out communes without a value, whose neighbours keep the others", async () => {
    const answer = await clusters({ column: { values: Float64Array.of(1, 2, Number.NaN, 3, 4, 8, 0) } });
    expect([...answer.analysed]).toEqual([1, 1, 0, 1, 1, 0, 0]);
    expect([answer.islands, answer.links]).toEqual([2, 2]);
    expect(answer.localI[2]).toBeNaN();
  });

  it("sets need beside the neighbours' access", async () => {
    const need = Float64Array.of(5, 1, 1, 2, 1, 0, 0);
    const answer = await clusters({ need });
    expect(answer.global.kind).toBe("bivariate");
    // Need of D: 5 of mean 2, variance 2.4; its neighbour A: 2 of mean 3.2, variance 2.96.
    expect(answer.localI[0]).toBeCloseTo((3 / Math.sqrt(2.4)) * (-1.2 / Math.sqrt(2.96)), 12);
  });

  it("says what cannot be analysed, and stops when asked to", async () => {
    const bad = { failure: { code: "bad-input" } };
    await expect(clusters({ column: { values: new Float64Array(7).fill(2) } })).rejects.toMatchObject(bad);
    await expect(clusters({ territory: parseTerritory("dep:35"), reference: "territory" })).rejects.toMatchObject(bad);
    await expect(clusters({ territory: { kind: "departement", code: "99" } })).rejects.toMatchObject({
      failure: { code: "unknown-territory" },
    });
    await expect(clusters({}, STOPPED)).rejects.toMatchObject({ failure: { code: "cancelled" } });
  });
});
