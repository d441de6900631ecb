import { describe, expect, test } from "vitest";
import { readPlaces } from "../../../src/app/places.ts";
import { getFormats } from "../../../src/i18n/format.ts";
import { fr } from "../../../src/i18n/fr.ts";
import { suggestPlaces } from "../../../src/ui/compare/compare-choice.tsx";
import {
  type ComparedSide,
  listComparedRows,
  writeComparedCsv,
  writeComparison,
  writeDifference,
} from "../../../src/ui/compare/compare-rows.ts";
import { followCamera, framesOf, linkOf } from "../../../src/ui/compare/link.ts";
import { BRETAGNE, EQUAL, readingOf, replyOf, THREE, type World } from "../inequality/world.ts";

const f = getFormats("fr");
const OTHER = { kind: "region", code: "52" } as const;
const side = (world: World, territory: { kind: "region"; code: string }, name: string): ComparedSide => ({
  reading: readingOf(world, territory, name),
  answer: replyOf(world, territory, name),
});
const a = side(THREE, { ...BRETAGNE, kind: "region" }, "Bretagne");
const b = side(EQUAL, OTHER, "Pays");
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("figures of two territories", () => {
  const rows = new Map(listComparedRows(a, b, fr).map((row) => [row.key, row]));
  const difference = (key: string) => {
    const row = rows.get(key);
    return row && plain(writeDifference(row.difference, row.kind, { f, t: fr, valueDigits: 2 }));
  };

  test("people, people under, and the difference in signs, points and multiples", () => {
    expect(rows.get("peopleUnder")).toMatchObject({ a: { value: 200_000 }, b: { value: 400_000 } });
    expect(difference("people")).toBe("0");
    expect(difference("peopleUnder")).toBe("−200 000");
    expect(difference("headcount")).toBe("−50,0 pt");
    expect(difference("mean")).toBe("+0,75");
    expect(difference("gini")).toBe("+0,250");
    expect(difference("tenthRatio")).toBe("+3,00");
  });

  test("one area alone has a level and no spread, and a difference from it is none either", () => {
    const alone = side({ values: [3], people: [10] }, OTHER, "Seule");
    const of = new Map(listComparedRows(a, alone, fr).map((row) => [row.key, row]));
    expect(of.get("mean")?.b).toEqual({ value: 3 });
    expect(of.get("gini")).toMatchObject({ b: { because: "one-area" }, difference: { because: "one-area" } });
  });

  test("before it is measured a territory has its people and no index", () => {
    const of = new Map(listComparedRows({ ...a, answer: undefined }, b, fr).map((row) => [row.key, row]));
    expect(of.get("people")?.a).toEqual({ value: 400_000 });
    expect(of.get("gini")?.a).toHaveProperty("because");
  });

  test("the file holds full precision and reasons", () => {
    const [header, ...lines] = writeComparedCsv([...rows.values()], a, b)
      .trimEnd()
      .split("\n");
    expect(header).toContain("a_53,b_52,a_minus_b");
    const gini = lines.find((line) => line.startsWith("gini,"))?.split(",") ?? [];
    expect(Number(gini[2])).toBe(a.answer?.summary.measures.gini);
    expect(lines).toHaveLength(rows.size);
  });
});

describe("sentences", () => {
  test("say who has more, in the order of the figures", () => {
    const said = writeComparison(a, b, f, fr).map(plain);
    expect(said[0]).toBe(
      "Sous 2,5 consultations par an : 100 % des habitants (Pays), contre 50,0 % (Bretagne), soit 2,0 fois cette part.",
    );
    expect(said[1]).toBe("En moyenne : 2,75 consultations par an (Bretagne) et 2,00 (Pays).");
    expect(said[2]).toContain("× 4,0 (Bretagne), plus grand que × 1,0 (Pays)");
  });

  test("a territory beside itself is the same on both sides", () => {
    const said = writeComparison(a, a, f, fr).map(plain);
    expect(said[0]).toContain("des deux côtés");
    expect(said[2]).toContain("des deux côtés");
    expect(said[3]).toContain("se recouvrent");
  });

  test("nobody under on one side is said without dividing by nothing", () => {
    const rich = side({ values: [3, 5], people: [10, 20] }, OTHER, "Riche");
    expect(plain(writeComparison(a, rich, f, fr)[0])).toContain("contre personne (Riche)");
  });
});

const places = readPlaces({
  codes: ["35001", "35002", "29001"],
  names: ["Acigné", "Amanlis", "Argol"],
  postcodes: ["", "", ""],
  former: ["", "", ""],
  epci: [3, 3, -1],
  departement: [2, 2, 4],
  population: [7000, 1700, 1000],
  bounds: [0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1],
  territories: [
    { kind: "country", code: "fr", name: "France", parent: -1, population: 9, bounds: [0, 0, 9, 9] },
    { kind: "region", code: "53", name: "Bretagne", parent: 0, population: 8, bounds: [0, 0, 5, 5] },
    { kind: "departement", code: "35", name: "Ille-et-Vilaine", parent: 1, population: 5, bounds: [3, 0, 5, 5] },
    { kind: "epci", code: "243500139", name: "Rennes Métropole", parent: 2, population: 4, bounds: [3, 1, 4, 2] },
    { kind: "departement", code: "29", name: "Finistère", parent: 1, population: 3, bounds: [0, 0, 2, 5] },
  ],
});
const DEP_35 = { kind: "departement", code: "35" } as const;
const DEP_29 = { kind: "departement", code: "29" } as const;

describe("cameras", () => {
  test("one inside the other: the same place; apart: each its own, zoomed together", () => {
    expect(linkOf(places, DEP_35, DEP_29)).toBe("zoom");
    expect(linkOf(places, { kind: "commune", code: "35001" }, BRETAGNE)).toBe("position");
    expect(linkOf(places, BRETAGNE, DEP_29)).toBe("position");
  });

  test("frames are their own, or the one around both", () => {
    expect(framesOf("zoom", [0, 0, 1, 1], [2, 2, 3, 3])).toEqual([
      [0, 0, 1, 1],
      [2, 2, 3, 3],
    ]);
    expect(framesOf("position", [1, 1, 2, 2], [0, 0, 5, 5])).toEqual([
      [0, 0, 5, 5],
      [0, 0, 5, 5],
    ]);
  });

  test("zoomed by as much, or moved to the same place", () => {
    const before = { lon: 0, lat: 0, zoom: 8 };
    const after = { lon: 1, lat: 2, zoom: 9.5 };
    const other = { lon: 5, lat: 6, zoom: 7 };
    expect(followCamera("zoom", before, after, other)).toEqual({ lon: 5, lat: 6, zoom: 8.5 });
    expect(followCamera("position", before, after, other)).toEqual(after);
  });
});

test("what is suggested: those above, nearest first, then those beside, never itself", () => {
  const place = places.find(DEP_35);
  expect(place && suggestPlaces(places, place).map(({ name }) => name)).toEqual(["Bretagne", "France", "Finistère"]);
});
