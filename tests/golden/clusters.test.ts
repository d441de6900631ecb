import { beforeAll, describe, expect, it } from "vitest";
import type { Run } from "../../src/core/run.ts";
import { QUADRANTS } from "../../src/core/spatial/local-moran.ts";
import { parseTerritory } from "../../src/core/territory.ts";
import { crossIncome } from "../../src/engine/cross-income.ts";
import { type ClustersAnswer, findClusters } from "../../src/engine/find-clusters.ts";
import { findDeserts } from "../../src/engine/find-deserts.ts";
import { loadNationalFrame, type NationalFrame } from "../../src/engine/national-frame.ts";
import { type Database, getNumbers } from "../../src/engine/ports.ts";
import { createSpatialSources, type SpatialSources } from "../../src/engine/spatial-sources.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";

const RUN: Run = { signal: { aborted: false }, progress: () => undefined };
const FRANCE = parseTerritory("fr");
const GP = { profession: "gp", year: 2023, ages: "all" } as const;
let db: Database;
let frame: NationalFrame;
let sources: SpatialSources;

beforeAll(async () => {
  db = await openNodePack("data");
  frame = await loadNationalFrame(db);
  sources = createSpatialSources(db, frame);
});

describe("contacts of the pack", () => {
  it("fifteen communes of the mainland and overseas regions touch no other: islands of one commune", async () => {
    const all = Uint32Array.from(frame.codes.keys());
    const { offsets, targets } = await sources.neighbours({ kind: "queen" }, all);
    const alone = [...all].filter(
      (u) => offsets[u] === offsets[u + 1] && frame.regions[u] !== null && frame.isArrondissement[u] === 0,
    );
    expect(alone.map((u) => frame.codes[u]).join(" ")).toBe(
      "17004 22016 29082 29083 29084 29155 56069 56085 56086 56087 56088 85113 97110 97130 97131",
    );
    const near = (code: string) => {
      const unit = frame.codes.indexOf(code);
      return Array.from(targets.slice(offsets[unit], offsets[unit + 1]), (u) => frame.codes[u]);
    };
    // Vitré: Balazé, Erbrée, Étrelles, Montreuil-sous-Pérouse, Pocé-les-Bois, Saint-M'Hervé. Paris as a whole.
    expect(near("35360")).toEqual(["35015", "35105", "35109", "35194", "35229", "35300"]);
    expect(near("75056").length).toBeGreaterThan(20);
    expect(near("75056").every((code) => /^(92|93|94)/.test(code))).toBe(true);
  });

  it("each once, never itself, the lower first", async () => {
    const table = await db.query("SELECT unit::DOUBLE AS unit, neighbour::DOUBLE AS neighbour FROM neighbours");
    const neighbour = getNumbers(table, "neighbour");
    const pairs = getNumbers(table, "unit").map((unit, row) => unit * 65_536 + neighbour[row]);
    expect(new Set(pairs).size).toBe(table.rowCount);
    expect(getNumbers(table, "unit").every((unit, row) => unit < neighbour[row])).toBe(true);
  });
});

describe("GPs 2023, France, neighbours by any contact", () => {
  let answer: ClustersAnswer;
  const question = {
    territory: FRANCE,
    column: GP,
    need: null,
    neighbours: { kind: "queen" },
    permutations: 99_999,
    seed: 1,
    reference: "country",
  } as const;
  const kept = (name: string) =>
    answer.quadrants.reduce(
      (n, q, i) => n + (answer.analysed[i] === 1 && QUADRANTS[q] === name && answer.pAdjusted[i] <= 0.05 ? 1 : 0),
      0,
    );

  beforeAll(async () => {
    answer = await findClusters(sources, question, RUN);
  });

  it("is strongly autocorrelated, partly by construction: Moran 0.6128", () => {
    expect(answer.global.i).toBeCloseTo(0.6128, 4);
    expect(answer.global.p).toBe(0.002);
    expect(answer.analysedUnits).toBe(34_488);
    expect(answer.islands).toBe(15);
    expect(answer.smoothedByConstruction).toBe(true);
  });

  it("keeps some 2,500 communes low among low and 1,800 high among high, few alone", () => {
    expect(Math.abs(kept("LL") - 2500)).toBeLessThan(150);
    expect(Math.abs(kept("HH") - 1800)).toBeLessThan(150);
    expect(kept("HL") + kept("LH")).toBeLessThan(100);
  });

  it("gives a region the country's figures, or its own", async () => {
    const territory = parseTerritory("reg:53");
    const inCountry = await findClusters(sources, { ...question, permutations: 9, territory }, RUN);
    const unit = inCountry.codes.indexOf("35360");
    expect(inCountry.localI[unit]).toBe(answer.localI[answer.codes.indexOf("35360")]);
    const alone = await findClusters(sources, { ...question, permutations: 9, territory, reference: "territory" }, RUN);
    expect(alone.analysedUnits).toBe(alone.codes.length);
    expect(alone.localI[unit]).not.toBe(inCountry.localI[unit]);
  });

  it("has neighbours by minutes and by distance too", async () => {
    for (const neighbours of [
      { kind: "nearest", count: 8 },
      { kind: "minutes", minutes: 10 },
    ] as const) {
      const other = await findClusters(sources, { ...question, permutations: 9, neighbours }, RUN);
      expect(other.global.i).toBeGreaterThan(0.4);
      expect(other.links).toBeGreaterThan(7 * other.analysedUnits);
    }
  });
});

describe("deserts of the pack, GPs 2023 under 2.5", () => {
  const ask = (text: string) =>
    findDeserts(
      sources,
      {
        territory: parseTerritory(text),
        column: GP,
        threshold: null,
        contiguity: "queen",
        reference: "country",
        bridgeMinutes: null,
        minAreas: 3,
        minPeople: 0,
        robustness: null,
      },
      RUN,
    );

  it("one runs across the middle of the country: 5,465 communes, 5.1 million people, over forty départements", async () => {
    const { deserts, summary } = await ask("fr");
    const [largest, second, third] = deserts;
    expect(largest.areas).toBe(5465);
    expect(largest.people / 1e6).toBeCloseTo(5.14, 2);
    expect(largest.departements.length).toBeGreaterThan(40);
    expect([second.around, third.around]).toEqual([
      ["Argenteuil", "Sartrouville"],
      ["Antony", "Villejuif"],
    ]);
    expect(summary.peopleUnder / 1e6).toBeCloseTo(11.1, 1);
    expect(summary.peopleInDeserts + summary.peopleIsolated + summary.peopleApart).toBeCloseTo(summary.peopleUnder, 3);
  });

  it("of a département: what lies in it adds up, what goes on beyond is said", async () => {
    const { deserts, desertOf, people, summary } = await ask("dep:35");
    deserts.forEach((desert, k) => {
      const inside = people.reduce((sum, n, i) => sum + (desertOf[i] === k ? n : 0), 0);
      expect(inside).toBeCloseTo(desert.peopleInside, 6);
      expect(desert.people).toBeGreaterThanOrEqual(desert.peopleInside - 1e-6);
    });
    expect(deserts.reduce((sum, d) => sum + d.peopleInside, 0)).toBeCloseTo(summary.peopleInDeserts, 6);
    expect(deserts.some((d) => d.areasInside < d.areas)).toBe(true);
  });
});

describe("access crossed with income on the pack", () => {
  it("thirds of people by each, near a third; nine classes and those without are everyone", async () => {
    const answer = await crossIncome(sources, { territory: FRANCE, column: GP, reference: "country" }, RUN);
    const { peopleByClass, peopleWithout, counted, people } = answer;
    const known = peopleByClass.reduce((a, b) => a + b, 0);
    for (const third of [0, 1, 2]) {
      const byAccess = peopleByClass.slice(3 * third, 3 * third + 3).reduce((a, b) => a + b, 0);
      const byIncome = [0, 1, 2].reduce((sum, k) => sum + peopleByClass[3 * k + third], 0);
      expect(Math.abs(byAccess / known - 1 / 3)).toBeLessThan(0.005);
      expect(Math.abs(byIncome / known - 1 / 3)).toBeLessThan(0.005);
    }
    const everyone = people.reduce((sum, n, i) => sum + n * counted[i], 0);
    expect(known + peopleWithout).toBeCloseTo(everyone, 3);
  });
});
