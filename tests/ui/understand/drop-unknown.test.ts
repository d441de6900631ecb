import { expect, test } from "vitest";
import { dropUnknownPlaces } from "../../../src/app/commands.ts";
import { type PlacesFile, readPlaces } from "../../../src/app/places.ts";
import { openQuestionStore } from "../../../src/app/store.ts";

const FILE: PlacesFile = {
  codes: ["35360"],
  names: ["Vitré"],
  postcodes: ["35500"],
  former: [""],
  epci: [-1],
  departement: [-1],
  population: [18_000],
  bounds: [0, 0, 1, 1],
  territories: [{ kind: "region", code: "53", name: "Bretagne", parent: -1, population: 1, bounds: [0, 0, 1, 1] }],
};

/** As much of a window as the store needs. */
function windowAt(search: string): Window {
  return {
    location: { search, pathname: "/", hash: "", origin: "http://localhost" },
    history: { pushState: () => undefined, replaceState: () => undefined },
    addEventListener: () => undefined,
    clearTimeout: () => undefined,
    setTimeout: () => 1,
  } as unknown as Window;
}

test("a well-formed code that names nothing is replaced by the default, and said", () => {
  const store = openQuestionStore(windowAt("?territory=com:99999&selected=35999"));
  dropUnknownPlaces(store, readPlaces(FILE));
  const { question, problems } = store.getState();
  expect(question.territory).toEqual({ kind: "region", code: "53" });
  expect(question.selected).toBeNull();
  expect(problems.map(({ name, text }) => [name, text])).toEqual([
    ["territory", "com:99999"],
    ["selected", "35999"],
  ]);
});

test("what is known stays", () => {
  const store = openQuestionStore(windowAt("?selected=35360"));
  dropUnknownPlaces(store, readPlaces(FILE));
  expect(store.getState().problems).toEqual([]);
  expect(store.getState().question.selected).toBe("35360");
});
