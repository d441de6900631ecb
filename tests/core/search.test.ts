import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPlaceIndex } from "../../src/core/search.ts";
import type { PlaceColumns } from "../../src/core/search-keys.ts";
import { foldName, foldNames, foldText, isNearly, rankNames } from "../../src/core/text.ts";

interface Entry {
  readonly code: string;
  readonly nom: string;
  readonly type?: string;
  readonly chefLieu?: string;
  readonly departement?: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
  readonly populationTotale?: number;
}

/** Every commune and arrondissement of France, and its départements, regions and EPCIs, from the official code. */
function france(): PlaceColumns {
  const require = createRequire(import.meta.url);
  const read = (name: string): readonly Entry[] => require(`@etalab/decoupage-administratif/data/${name}.json`);
  const all = read("communes");
  const communes = all.filter(({ type }) => type === "commune-actuelle" || type === "arrondissement-municipal");
  const merged = new Map<string, string[]>();
  for (const { chefLieu, code, nom } of all) {
    if (chefLieu !== undefined) merged.set(chefLieu, [...(merged.get(chefLieu) ?? []), `${code} ${nom}`]);
  }
  const territory = (kind: "region" | "departement" | "epci") => (entry: Entry) => ({
    kind,
    code: entry.code,
    name: entry.nom,
    parent: 0,
    population: entry.populationTotale ?? 500_000,
  });
  const territories: PlaceColumns["territories"] = [
    { kind: "country", code: "fr", name: "France", parent: -1, population: 68_000_000 },
    ...read("regions").map(territory("region")),
    ...read("departements").map(territory("departement")),
    ...read("epci").map(territory("epci")),
  ];
  const positions = new Map(territories.flatMap(({ kind, code }, i) => (kind === "departement" ? [[code, i]] : [])));
  return {
    codes: communes.map(({ code }) => code),
    names: communes.map(({ nom }) => nom),
    postcodes: communes.map(({ codesPostaux }) => (codesPostaux ?? []).join(" ")),
    former: communes.map(({ code }) => (merged.get(code) ?? []).join("|")),
    departement: communes.map(({ departement }) => positions.get(departement ?? "") ?? -1),
    population: communes.map(({ population }) => population ?? 0),
    territories,
  };
}

const columns = france();
const index = createPlaceIndex(columns);
const codes = (text: string, limit?: number) => index.search(text, limit).map(({ code }) => code);
const first = (text: string) => index.search(text, 1)[0];

describe("the place people mean comes first", () => {
  test.each([
    ["Vitré", "35360"],
    ["vitre", "35360"],
    ["  VITRE ", "35360"],
    ["vitre\u0301", "35360"],
    ["35360", "35360"],
    ["le mans", "72181"],
    ["mans", "72181"],
    ["l'hay les roses", "94038"],
    ["L’Haÿ-les-Roses", "94038"],
    ["lhay les roses", "94038"],
    ["coeuvres", "02201"],
    ["Cœuvres", "02201"],
    ["st malo", "35288"],
    ["Ste Geneviève des bois", "91549"],
    ["mont st michel", "50353"],
    ["str", "67482"],
    ["st", "56201"],
    ["paris", "75056"],
    ["paris 1", "75101"],
    ["paris 15", "75115"],
    ["Paris 15ème", "75115"],
    ["75015", "75115"],
    ["75 015", "75115"],
    ["marseille 8e", "13208"],
    ["lyon 3e arrondissement", "69383"],
    ["villeneuve ascq", "59009"],
    ["montauban bretagne", "35184"],
    ["saint-denis 93", "93066"],
    ["saint denis 974", "97411"],
    ["vitré 35500", "35360"],
    ["35500 vitre", "35360"],
    ["2a004", "2A004"],
    ["97411", "97411"],
    ["fr", "fr"],
    ["ille et vil", "35"],
    ["35", "35"],
    ["53", "53"],
    ["vitré communauté", "200039022"],
    ["pays de mirepoix", "200044469"],
    ["communauté de communes du pays de mirepoix", "200044469"],
    ["renn", "35238"],
  ])("%s → %s", (text, code) => {
    expect(first(text)?.code).toBe(code);
  });

  test.each([
    ["rennnes", "35238"],
    ["rennse", "35238"],
    ["renens", "35238"],
    ["marsseille", "13055"],
    ["saint-jaques-de-la-lande", "35281"],
    ["chateubriant", "44036"],
  ])("one slip: %s → %s", (text, code) => {
    expect(first(text)?.code).toBe(code);
  });

  test("homonyms come by population, with their département", () => {
    const hits = index.search("saint-denis").filter(({ name }) => name === "Saint-Denis");
    expect(hits.slice(0, 2).map(({ code, detail }) => [code, detail])).toEqual([
      ["97411", "974"],
      ["93066", "93"],
    ]);
  });

  test("the region before the communes of the same name", () => {
    expect(index.search("bretagne", 3).map(({ kind }) => kind)).toEqual(["region", "commune", "commune"]);
  });

  test("a code that is a region's and a département's gives both", () => {
    expect(
      index
        .search("53", 2)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(["departement", "region"]);
  });
});

describe("what matched is said", () => {
  test("a postcode lists its communes, by population", () => {
    const hits = index.search("35500", 20);
    const expected = columns.postcodes.flatMap((list, unit) => (list.split(" ").includes("35500") ? [unit] : []));
    expect(hits.map(({ unit }) => unit).sort()).toEqual(expected.sort());
    expect(new Set(hits.map(({ matched }) => matched))).toEqual(new Set(["postcode"]));
    const people = hits.map(({ unit }) => columns.population[unit as number]);
    expect(people).toEqual([...people].sort((a, b) => b - a));
  });

  test("a code that is also a postcode: the commune with the code, then those with the postcode", () => {
    expect(index.search("35360", 2).map(({ code, matched }) => [code, matched])).toEqual([
      ["35360", "code"],
      ["35184", "postcode"],
    ]);
  });

  test("a merged commune finds the one it is now part of, by its old name or its old code", () => {
    const now = { code: "74010", name: "Annecy", matched: "former", detail: "Annecy-le-Vieux" };
    expect(first("annecy le vieux")).toMatchObject(now);
    expect(first("74011")).toMatchObject(now);
  });

  test("an old name equal to the name in use says nothing of the past", () => {
    expect(first("annecy")).toMatchObject({ code: "74010", matched: "name", detail: "74" });
  });

  test("only communes have a unit, and it is their row", () => {
    for (const hit of index.search("bretagne", 20)) {
      if (hit.kind === "commune") expect(columns.codes[hit.unit as number]).toBe(hit.code);
      else expect(hit).not.toHaveProperty("unit");
    }
  });
});

describe("laws", () => {
  const unit = fc.integer({ min: 0, max: columns.codes.length - 1 });
  const cased = (text: string) => fc.constantFrom(text, text.toUpperCase(), text.normalize("NFD"), foldText(text));

  test("every commune is first or among its homonyms when its name is typed, however it is typed", () => {
    const typed = unit.chain((row) => fc.tuple(fc.constant(row), cased(columns.names[row])));
    fc.assert(
      fc.property(typed, ([row, text]) => {
        const homonyms = index
          .search(text, 200)
          .filter(({ score }) => Math.floor(score) === Math.floor(first(text).score));
        expect(homonyms.map(({ code }) => code)).toContain(columns.codes[row]);
      }),
      { numRuns: 60 },
    );
  });

  test("every commune is found by its code, first", () => {
    fc.assert(
      fc.property(unit, (row) => {
        expect(first(columns.codes[row])?.code).toBe(columns.codes[row]);
      }),
      { numRuns: 60 },
    );
  });

  test("scores descend, no place comes twice, and a smaller limit gives the head of the same list", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 6 }),
      unit.chain((row) => fc.integer({ min: 1, max: 6 }).map((length) => columns.names[row].slice(0, length))),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 12 }), (typed, limit) => {
        const all = index.search(typed, 30);
        for (let i = 1; i < all.length; i++) expect(all[i].score).toBeLessThanOrEqual(all[i - 1].score);
        expect(new Set(all.map(({ kind, code }) => `${kind}:${code}`)).size).toBe(all.length);
        expect(index.search(typed, limit)).toEqual(all.slice(0, limit));
      }),
      { numRuns: 60 },
    );
  });

  test.each(["", "   ", "...", "’-"])("nothing to look for in %j", (text) => {
    expect(index.search(text)).toEqual([]);
  });

  test.each(["zzzzzzz", "\\", "[", "(a|b)*", "vitré\nrennes", "xqzk saint"])("no place and no error for %j", (text) => {
    expect(codes(text).every((code) => columns.codes.includes(code) || code.length < 3 || code.length === 9)).toBe(
      true,
    );
  });

  test("a country without communes can be searched", () => {
    const empty = { codes: [], names: [], postcodes: [], former: [], departement: [], population: [], territories: [] };
    expect(createPlaceIndex(empty).search("vitré")).toEqual([]);
  });
});

describe("folding", () => {
  test.each([
    ["L’Haÿ-les-Roses", "l hay les roses"],
    ["Cœuvres-et-Valsery", "coeuvres et valsery"],
    ["Bors (Canton de Charente-Sud)", "bors canton de charente sud"],
    ["St-Malo", "saint malo"],
    ["STE-MARIE", "sainte marie"],
    ["Lyon 3ème", "lyon 3"],
    ["Paris 1 er", "paris 1"],
    ["Best", "best"],
  ])("%s → %s", (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  test("folding twice changes nothing, and many at once give what each gives alone", () => {
    const name = fc.string({ unit: fc.constantFrom(..."aàéœÿçSsTt' -–(1e)"), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(name), (names) => {
        expect(foldNames(names)).toEqual(names.map(foldName));
        for (const one of names) expect(foldText(foldText(one))).toBe(foldText(one));
      }),
    );
  });

  test("names are ranked as they are folded", () => {
    expect([...rankNames(["Évron", "Vitré", "Angers", "evron"])]).toEqual([1, 3, 0, 1]);
  });
});

describe("one slip", () => {
  /** Textbook distance, for comparison: insertions, deletions, substitutions and swaps of neighbours. */
  function distance(a: string, b: string): number {
    const d = Array.from({ length: a.length + 1 }, (_, i) =>
      Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
    );
    for (let i = 1; i <= a.length; i++) {
      for (let j = 1; j <= b.length; j++) {
        const cost = a[i - 1] === b[j - 1] ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.length][b.length];
  }
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });

  test("agrees with the textbook on whole words", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isNearly(a, "whole", b)).toBe(distance(a, b) <= 1);
      }),
      { numRuns: 2000 },
    );
  });

  test("agrees with the textbook on beginnings, wherever the key lies in a longer text", () => {
    fc.assert(
      fc.property(word, word, word, word, (a, b, before, after) => {
        const prefixes = Array.from({ length: b.length + 1 }, (_, n) => b.slice(0, n));
        const from = before + b + after;
        const near = isNearly(a, "beginning", from, before.length, before.length + b.length);
        expect(near).toBe(prefixes.some((prefix) => distance(a, prefix) <= 1));
      }),
      { numRuns: 2000 },
    );
  });
});
