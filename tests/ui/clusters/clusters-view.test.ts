import { describe, expect, it } from "vitest";
import { DEFAULT_QUESTION } from "../../../src/app/question.ts";
import type { ClustersAnswer } from "../../../src/app/spatial.ts";
import { STATUS_CLASS } from "../../../src/core/classes.ts";
import { QUADRANTS } from "../../../src/core/spatial/local-moran.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { countGroups, groupRows, groupsOf, modeOf } from "../../../src/ui/clusters/cluster-groups.ts";
import { viewClusters } from "../../../src/ui/clusters/clusters-view.ts";
import { sayGlobal } from "../../../src/ui/clusters/global-words.ts";
import { writeLensCsv } from "../../../src/ui/understand/access-csv.ts";
import { readAnswer } from "../../../src/ui/understand/reading.ts";
import { sixCommunes } from "../understand/world.ts";

const f = getFormats("fr");
const GP = { profession: "gp", year: 2023, ages: "all" } as const;
const q = (name: (typeof QUADRANTS)[number]) => QUADRANTS.indexOf(name);

/** Low among low; high among high, kept at just 5 %; high among low; low among high just not kept; an island; no value. */
function answer(): ClustersAnswer {
  const access = sixCommunes();
  const none = Number.NaN;
  const of = (...values: number[]) => Float64Array.from(values);
  return {
    territory: access.summary.territory,
    units: access.units,
    codes: access.codes,
    names: access.names,
    // The second is a city whose people are counted by arrondissement.
    counted: Uint8Array.of(1, 0, 1, 1, 1, 1),
    values: access.values,
    analysed: Uint8Array.of(1, 1, 1, 1, 1, 0),
    scores: of(-2, 1.5, 1, -1, 0.5, none),
    lag: of(-1, 1, -0.5, 0.25, 0, none),
    localI: of(2, 1.5, -0.5, -0.25, 0, none),
    quadrants: Uint8Array.of(q("LL"), q("HH"), q("HL"), q("LH"), 0, 0),
    p: of(0.0002, 0.03, 0.04, 0.05, none, none),
    pAdjusted: of(0.0008, 0.05, 0.04, 0.0500001, none, none),
    giStar: of(-3.5, 2.9, 0.1, -0.5, 0.5, none),
    giPAdjusted: of(0.002, 0.02, 0.95, 0.8, 0.7, none),
    global: { kind: "bivariate", i: 0.4, p: 0.002 },
    analysedUnits: 5,
    islands: 1,
    links: 10,
    smoothedByConstruction: true,
  };
}

const look = (mode: "moran" | "gi" | "need") =>
  ({ series: GP, mode, beside: mode === "need" ? "income" : "itself" }) as const;

describe("groups that chance does not explain", () => {
  it("keeps a rate of 5 %, limit included; islands and missing values are neither", () => {
    expect(groupRows(answer(), "moran")).toEqual(["LL", "HH", "HL", "chance", "island", "missing"]);
  });

  it("Gi* goes by its own p and sign, and an island has one", () => {
    expect(groupRows(answer(), "gi")).toEqual(["LL", "HH", "chance", "chance", "chance", "missing"]);
  });

  it("a need is looked at in its own way, whatever the statistic", () => {
    expect([modeOf("gi", "itself"), modeOf("gi", "income"), modeOf("moran", "old")]).toEqual(["gi", "need", "need"]);
  });

  it("counts communes analysed, and people once: arrondissements for their city", () => {
    const counts = countGroups(answer(), groupRows(answer(), "moran"), sixCommunes().people);
    expect(counts.LL).toEqual({ areas: 1, people: 100 });
    expect(counts.HH).toEqual({ areas: 1, people: 0 });
    expect([counts.HL.people, counts.chance.people, counts.island.people, counts.missing.people]).toEqual([
      300, 200, 150, 50,
    ]);
  });
});

describe("map of clusters", () => {
  it("colours each group; beside a need, brown is a high need amid little access", () => {
    expect([...viewClusters(answer(), look("moran"), f, fr).classes]).toEqual([1, 0, 2, 4, 5, STATUS_CLASS.missing]);
    const need = viewClusters(answer(), look("need"), f, fr);
    expect([...need.classes]).toEqual([3, 0, 1, 4, 5, STATUS_CLASS.missing]);
    expect(need.entries.find(({ classIndex }) => classIndex === 1)?.label).toBe("besoin fort, accès voisin bas");
  });

  it.each(["moran", "gi", "need"] as const)("%s: its legend names every class on the map, once", (mode) => {
    const view = viewClusters(answer(), look(mode), f, fr);
    const named = view.entries.map(({ classIndex }) => classIndex);
    expect(new Set(named).size).toBe(groupsOf(mode).length);
    expect([...view.classes].every((index) => named.includes(index))).toBe(true);
  });

  it("says what a commune is and by how much", () => {
    const { describe: say } = viewClusters(answer(), look("moran"), f, fr);
    expect(say(0)).toEqual({
      value: "bas entouré de bas",
      level: "commune −2,00, voisines −1,00 (écarts-types)",
    });
    expect(say(5)).toEqual({ value: "sans donnée", level: "" });
    expect(viewClusters(answer(), look("gi"), f, fr).describe(0).level).toBe("Gi* −3,50");
  });

  it("writes exact figures in the file, and a p too small for three digits as such on screen", () => {
    const view = viewClusters(answer(), look("moran"), f, fr);
    const [, text] = writeLensCsv(readAnswer(sixCommunes(), DEFAULT_QUESTION), view, Uint32Array.of(0, 3, 4, 5));
    expect(text.split("\n")).toEqual([
      "code,name,population,cluster_fdr_5_percent,z,neighbours_z,local_i,p_fdr",
      "35001,Aride,100,LL,-2,-1,2,0.0008",
      "35004,Mieux,200,chance,-1,0.25,-0.25,0.0500001",
      "35005,Loin,150,island,0.5,0,0,",
      "35006,Inconnue,50,,,,,",
      "",
    ]);
    const p = view.columns.find(({ key }) => key === "p");
    expect([p?.cell(0), p?.cell(2), p?.cell(4)]).toEqual(["moins de 0,001", "0,040", "sans donnée"]);
  });
});

describe("Moran's I in a sentence", () => {
  const words = fr.clusters.global;
  const univariate = (i: number, p: number) =>
    sayGlobal({ kind: "univariate", i, p } as Parameters<typeof sayGlobal>[0], fr);

  it("goes by p first, then sign and size", () => {
    expect(univariate(0.6, 0.06)).toBe(words.none);
    expect(univariate(0.6, 0.05)).toBe(words.strong);
    expect(univariate(0.29, 0.002)).toBe(words.some);
    expect(univariate(-0.2, 0.002)).toBe(words.apart);
  });

  it("a need is answered when access goes with it", () => {
    expect(sayGlobal({ kind: "bivariate", i: 0.1, p: 0.01 }, fr)).toBe(words.needGood);
    expect(sayGlobal({ kind: "bivariate", i: -0.1, p: 0.01 }, fr)).toBe(words.needBad);
    expect(sayGlobal({ kind: "bivariate", i: -0.1, p: 0.3 }, fr)).toBe(words.needNone);
  });
});
