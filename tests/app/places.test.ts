import { describe, expect, test } from "vitest";
import { type PlacesFile, readPlaces } from "../../src/app/places.ts";
import type { Territory } from "../../src/core/territory.ts";

/** One region with one département; an EPCI of two communes, and an island in none. */
const FILE: PlacesFile = {
  codes: ["35001", "35002", "35003"],
  names: ["Évron", "Balazé", "Île seule"],
  postcodes: ["35500", "35500 35510", "35999"],
  former: ["", "", ""],
  epci: [3, 3, -1],
  departement: [2, 2, 2],
  population: [100, 200, 7],
  bounds: [-12000, 481000, -11000, 482000, 0, 0, 1, 1, 5, 6, 7, 8],
  territories: [
    { kind: "country", code: "fr", name: "France", parent: -1, population: 68_000_000, bounds: [-5, 41, 10, 51] },
    { kind: "region", code: "53", name: "Bretagne", parent: 0, population: 3_400_000, bounds: [-5.2, 47, -1, 49] },
    {
      kind: "departement",
      code: "35",
      name: "Ille-et-Vilaine",
      parent: 1,
      population: 307,
      bounds: [-2, 47.6, -1, 48.7],
    },
    { kind: "epci", code: "200039022", name: "CA Vitré", parent: 2, population: 300, bounds: [-1.4, 47.9, -1, 48.3] },
  ],
};
const places = readPlaces(FILE);
const commune = (code: string): Territory => ({ kind: "commune", code });
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

describe("finding", () => {
  test("a commune, its bounds in degrees", () => {
    expect(places.find(commune("35001"))).toEqual({
      kind: "commune",
      code: "35001",
      name: "Évron",
      population: 100,
      bounds: [-1.2, 48.1, -1.1, 48.2],
    });
    expect(places.unitOf("35003")).toBe(2);
  });

  test("a territory by kind and code", () => {
    expect(places.find({ kind: "departement", code: "35" })?.name).toBe("Ille-et-Vilaine");
    expect(places.find({ kind: "region", code: "35" })).toBeUndefined();
  });

  test("nothing for what does not exist", () => {
    expect(places.find(commune("00000"))).toBeUndefined();
    expect(places.unitOf("00000")).toBeUndefined();
    expect(places.lineage(commune("00000"))).toEqual([]);
    expect(places.children({ kind: "epci", code: "000000000" })).toEqual([]);
  });
});

test("the département of a commune is its own, even when its EPCI has its seat in another", () => {
  const territories = [
    ...FILE.territories,
    { kind: "departement", code: "53", name: "Mayenne", parent: 1, population: 200, bounds: [-1, 47.8, 0, 48.5] },
  ] as const;
  const across = readPlaces({ ...FILE, territories, departement: [2, 4, 2] });
  expect(across.departementOf("35002")?.name).toBe("Mayenne");
  expect(across.departementOf("35001")?.name).toBe("Ille-et-Vilaine");
  expect(across.departementOf("00000")).toBeUndefined();
});

describe("lineage", () => {
  test("from the country down to a commune, through its EPCI if it has one", () => {
    expect(names(places.lineage(commune("35001")))).toEqual([
      "France",
      "Bretagne",
      "Ille-et-Vilaine",
      "CA Vitré",
      "Évron",
    ]);
    expect(names(places.lineage(commune("35003")))).toEqual(["France", "Bretagne", "Ille-et-Vilaine", "Île seule"]);
  });

  test("of the country: itself", () => {
    expect(names(places.lineage({ kind: "country", code: "fr" }))).toEqual(["France"]);
  });
});

describe("children", () => {
  test("one level at a time, by name as French sorts it; a commune without EPCI is right below its département", () => {
    expect(names(places.children({ kind: "country", code: "fr" }))).toEqual(["Bretagne"]);
    expect(names(places.children({ kind: "region", code: "53" }))).toEqual(["Ille-et-Vilaine"]);
    expect(names(places.children({ kind: "departement", code: "35" }))).toEqual(["CA Vitré", "Île seule"]);
    expect(names(places.children({ kind: "epci", code: "200039022" }))).toEqual(["Balazé", "Évron"]);
    expect(places.children(commune("35001"))).toEqual([]);
  });

  test("every place but the country is a child of the one before it in its lineage", () => {
    const all: Territory[] = [...FILE.codes.map(commune), ...FILE.territories];
    for (const place of all) {
      const lineage = places.lineage(place);
      if (lineage.length < 2) continue;
      const codes = places.children(lineage[lineage.length - 2]).map(({ code }) => code);
      expect(codes).toContain(place.code);
    }
  });
});
