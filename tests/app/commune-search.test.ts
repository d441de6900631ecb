import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { searchCommunes } from "../../src/app/commune-search.ts";
import { type PlacesFile, readPlaces } from "../../src/app/places.ts";

const file = JSON.parse(readFileSync("build/assets/places.json", "utf8")) as PlacesFile;
const own = readPlaces(file).file.codes.filter((code) => code.startsWith("22"));
const search = searchCommunes(file, own);
const names = (text: string) => search(text, 8).map(({ name }) => name);

it("finds communes of the territory before larger ones elsewhere, and these after", () => {
  const hits = search("saint", 8);
  expect(hits).toHaveLength(8);
  expect(hits.every(({ isOwn, code }) => isOwn && code.startsWith("22"))).toBe(true);
  const plou = search("Plouézec", 8);
  expect(plou[0]).toMatchObject({ name: "Plouézec", isOwn: true });
});

it("finds any commune of the country by name, postcode or code, and says it is elsewhere", () => {
  // Maël-Carhaix is of the territory, Carhaix is not.
  expect(names("Carhaix").slice(0, 2)).toEqual(["Maël-Carhaix", "Carhaix-Plouguer"]);
  expect(search("Carhaix", 8)[1]).toEqual({ code: "29024", name: "Carhaix-Plouguer", isOwn: false });
  // The postcode of Carhaix is the INSEE code of another commune, which comes first.
  expect(search("29270", 8).map(({ code }) => code)).toEqual(expect.arrayContaining(["29270", "29024"]));
  expect(search("35238", 8)[0]).toMatchObject({ name: "Rennes", isOwn: false });
  expect(search("22110", 8)[0].isOwn).toBe(true);
});

it("puts a name written right elsewhere before one written nearly so in the territory", () => {
  // Lannion is of the territory; Lannoy is of the Nord.
  expect(search("Lannoy", 8)[0]).toMatchObject({ name: "Lannoy", isOwn: false });
  expect(search("Lanion", 8)[0]).toMatchObject({ name: "Lannion", isOwn: true });
});

it("lists communes alone, each once", () => {
  for (const text of ["bretagne", "rennes", "brest", "22", "xyz"]) {
    const hits = search(text, 8);
    expect(new Set(hits.map(({ code }) => code)).size).toBe(hits.length);
    expect(hits.every(({ code }) => file.codes.includes(code))).toBe(true);
  }
  expect(names("qqqqqqqq")).toEqual([]);
});
