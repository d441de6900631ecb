import { describe, expect, it } from "vitest";
import { covers } from "../../src/core/contributions/territory-tree.ts";
import { buildTerritoryTree } from "../../src/engine/territory-tree.ts";

/** Six communes: one alone, two in an EPCI of one département, two in one astride départements, a city and its arrondissement. */
const frame = {
  codes: ["01001", "35001", "35002", "35003", "56001", "75056", "75101"],
  cityOf: Int32Array.from([-1, -1, -1, -1, -1, -1, 5]),
  departements: ["01", "35", "35", "35", "56", "75", "75"],
  regions: ["84", "53", "53", "53", "53", "11", "11"],
  epcis: [null, "200000001", "200000001", "200000002", "200000002", null, null],
};

describe("territory tree", () => {
  const tree = buildTerritoryTree(frame, "2026");

  it.each([
    ["fr", "com:35001", true],
    ["reg:53", "com:35001", true],
    ["reg:84", "com:35001", false],
    ["epci:200000001", "com:35002", true],
    ["epci:200000002", "com:35002", false],
    ["dep:35", "epci:200000001", true],
    ["dep:35", "epci:200000002", false],
    ["dep:35", "com:35003", true],
    ["reg:53", "epci:200000002", true],
    ["com:75056", "com:75101", true],
    ["com:75101", "com:75056", false],
    ["com:99999", "com:99999", true],
    ["reg:53", "com:99999", false],
  ])("%s over %s: %s", (outer, inner, expected) => expect(covers(tree, outer, inner)).toBe(expected));
});
