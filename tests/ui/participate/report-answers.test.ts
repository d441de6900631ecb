import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlaces } from "../../../src/app/places.ts";
import { canonicalise, type Json } from "../../../src/core/contributions/canonical.ts";
import * as is from "../../../src/core/contributions/checks.ts";
import { findWrongField } from "../../../src/core/contributions/checks.ts";
import { DELAYS, DISTANCES, RECORD_TYPES, REPORT_KINDS } from "../../../src/core/contributions/record-types.ts";
import {
  coarsen,
  draftReport,
  findPersonal,
  listMonths,
  startAnswers,
  typedText,
} from "../../../src/ui/participate/report/report-answers.ts";

/** A town of 2 000, a village of 999 in the same group of communes, an island of 300 in a département alone. */
const places = readPlaces({
  codes: ["35001", "35002", "29155"],
  names: ["Ville", "Village", "Île"],
  postcodes: ["35000", "35010", "29242"],
  former: ["", "", ""],
  epci: [2, 2, -1],
  departement: [1, 1, 3],
  population: [2000, 999, 300],
  bounds: new Array(12).fill(0),
  territories: [
    { kind: "country", code: "fr", name: "France", parent: -1, population: 68e6, bounds: [0, 0, 0, 0] },
    { kind: "departement", code: "35", name: "Ille-et-Vilaine", parent: 0, population: 1e6, bounds: [0, 0, 0, 0] },
    { kind: "epci", code: "243500001", name: "Communauté", parent: 1, population: 2999, bounds: [0, 0, 0, 0] },
    { kind: "departement", code: "29", name: "Finistère", parent: 0, population: 9e5, bounds: [0, 0, 0, 0] },
  ],
});
const start = startAnswers("35001", "gp", new Date(2026, 10, 22));

describe("a report", () => {
  it("tells the commune from 1,000 inhabitants on, else what lies around it", () => {
    expect(coarsen("35001", places)?.place.code).toBe("35001");
    expect(coarsen("35002", places)?.place).toMatchObject({ kind: "epci", code: "243500001" });
    expect(coarsen("29155", places)?.place).toMatchObject({ kind: "departement", code: "29" });
    expect(coarsen("99999", places)).toBeNull();
    expect(coarsen(null, places)).toBeNull();
  });

  it("needs a difficulty and a place, and leaves out what is not said", () => {
    expect(draftReport(start, places)).toBeNull();
    expect(draftReport({ ...start, kind: "delay", commune: null }, places)).toBeNull();
    expect(draftReport({ ...start, kind: "delay", text: "  " }, places)).toEqual({
      kind: "delay",
      profession: "gp",
      scope: "com:35001",
      month: "2026-11",
    });
  });

  it("offers the kinds, delays and distances of the records, every one", () => {
    const { required, optional } = RECORD_TYPES.report;
    const known = { ...required, scope: is.scope };
    const draft = { kind: "delay", profession: "gp", month: "2026-11", scope: "fr" };
    for (const kind of REPORT_KINDS) expect(findWrongField({ ...draft, kind }, known, optional)).toBeNull();
    for (const delay of DELAYS) expect(findWrongField({ ...draft, delay }, known, optional)).toBeNull();
    for (const distance of DISTANCES) expect(findWrongField({ ...draft, distance }, known, optional)).toBeNull();
  });

  it("is a record body whatever is typed", () => {
    const { required, optional } = RECORD_TYPES.report;
    const unit = fc.oneof(fc.string({ unit: "binary" }), fc.constant("e\u0301\u200b\ud800"));
    fc.assert(
      fc.property(unit, (text) => {
        const draft = draftReport({ ...start, kind: "other", text }, places) as unknown as Json;
        expect(findWrongField(draft, { ...required, scope: is.scope }, optional)).toBeNull();
        expect(() => canonicalise(draft)).not.toThrow();
      }),
      { seed: 4 },
    );
  });

  it("keeps the lines of a text, not what is hidden in it", () => {
    expect(typedText(" un\r\ndeux\u202e\u0007\ttrois ")).toBe("un\ndeux trois");
    expect(typedText("abcdef", 3)).toBe("abc");
    expect(typedText("ab😀", 3)).toBe("ab");
  });

  it("names what tells of somebody", () => {
    expect(findPersonal("Appelez le 06 12 34 56 78 ou a@b.fr")).toMatchObject([
      { kind: "phone", words: "06 12 34 56 78" },
      { kind: "email", words: "a@b.fr" },
    ]);
    // A number split by an invisible character is still one.
    expect(findPersonal("06\u200b12345678")).toMatchObject([{ kind: "phone" }]);
  });

  it("speaks of the last eighteen months", () => {
    const months = listMonths(new Date(2026, 0, 31));
    expect(months).toHaveLength(18);
    expect(months.slice(0, 2)).toEqual(["2026-01", "2025-12"]);
    expect(months.at(-1)).toBe("2024-08");
  });
});
