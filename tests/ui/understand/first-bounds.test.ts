import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type PlacesFile, readPlaces } from "../../../src/app/places.ts";
import { parseTerritory } from "../../../src/core/territory.ts";
import { FIRST_BOUNDS } from "../../../src/ui/understand/first-bounds.ts";

it("frames the country and every région as the list of places does, to a hundredth of a degree", () => {
  const places = readPlaces(JSON.parse(readFileSync("build/assets/places.json", "utf8")) as PlacesFile);
  const first = places.file.territories.filter(({ kind }) => kind === "region" || kind === "country");
  expect(Object.keys(FIRST_BOUNDS)).toHaveLength(first.length);
  for (const [text, bounds] of Object.entries(FIRST_BOUNDS)) {
    const known = places.find(parseTerritory(text))?.bounds ?? [];
    bounds?.forEach((degree, i) => {
      expect(Math.abs(degree - known[i]), `${text} ${i}`).toBeLessThanOrEqual(0.0101);
    });
  }
});
