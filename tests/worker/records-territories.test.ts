import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadNationalFrame } from "../../src/engine/national-frame.ts";
import { buildTerritoryTree } from "../../src/engine/territory-tree.ts";
import { openNodePack } from "../../src/platform/node/duckdb.ts";
import { treeOfPlaces } from "../../src/worker/records-territories.ts";

test("the tree a browser judges roles by is that of the relay and the command line", async () => {
  const frame = await loadNationalFrame(await openNodePack("data"));
  const engine = buildTerritoryTree(frame, "x");
  const browser = treeOfPlaces(JSON.parse(readFileSync("build/assets/places.json", "utf8")), "x");
  expect(browser.parents.size).toBeGreaterThan(36_000);
  for (const [scope, parents] of engine.parents) expect([scope, browser.parents.get(scope)]).toEqual([scope, parents]);
  expect(browser.parents.size).toBe(engine.parents.size);
  const { release } = JSON.parse(readFileSync("build/assets/manifest.json", "utf8"));
  expect(release).toBe(JSON.parse(readFileSync("data/catalogue.json", "utf8")).release);
});
