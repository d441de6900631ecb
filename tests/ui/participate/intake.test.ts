import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReceivedReport } from "../../../src/app/contributions/board.ts";
import { readPlaces } from "../../../src/app/places.ts";
import { findWrongField } from "../../../src/core/contributions/checks.ts";
import { RECORD_TYPES } from "../../../src/core/contributions/record-types.ts";
import { FailureError } from "../../../src/core/failure.ts";
import { aggregateBody, countReports } from "../../../src/ui/participate/moderation/count-reports.ts";
import { REPORT_FILE, readReportFile } from "../../../src/ui/participate/moderation/read-report-file.ts";

const zero = [0, 0, 0, 0] as const;
const territory = (kind: "country" | "region" | "departement" | "epci", code: string, parent: number) =>
  ({ kind, code, name: code, parent, population: 1e6, bounds: zero }) as const;
/** A region of four départements; one commune in the first, an EPCI of the second. */
const places = readPlaces({
  codes: ["22001"],
  names: ["Commune"],
  postcodes: ["22000"],
  former: [""],
  epci: [-1],
  departement: [2],
  population: [2000],
  bounds: [0, 0, 0, 0],
  territories: [
    territory("country", "fr", -1),
    territory("region", "53", 0),
    territory("departement", "22", 1),
    territory("departement", "29", 1),
    territory("departement", "35", 1),
    territory("departement", "56", 1),
    territory("epci", "242900001", 3),
  ],
});

const report = (scope: string, kind = "delay", month = "2026-10"): ReceivedReport => ({
  id: Math.random().toString(),
  day: "2026-11-01",
  state: "published",
  body: { kind, profession: "gp", month, scope } as ReceivedReport["body"],
  reason: null,
  appeal: null,
});
const several = (n: number, scope: string, kind?: string) => Array.from({ length: n }, () => report(scope, kind));

describe("counts of a month", () => {
  it("tells a cell from 11 people on, rounded to 5, a commune and an EPCI in their département", () => {
    const reports = [
      ...several(12, "com:22001"),
      ...several(10, "epci:242900001"),
      report("dep:22", "delay", "2026-09"),
    ];
    const { told, untold } = countReports(reports, "2026-10", places);
    // 12 in Côtes-d'Armor → 10; of the three others, 10 in Finistère alone: not told, and the rest under 11.
    expect(told).toEqual([{ unit: "dep:22", parent: "reg:53", key: "gp delay", reporters: 10 }]);
    expect(untold).toBe(10);
  });

  it("tells the others of a region together where nobody can be worked out", () => {
    // 6 + 7 = 13 ≥ 11, and 13 ≤ (4 − 1)·10: each of the four could be 0. 13 → 15.
    const { told, untold } = countReports([...several(6, "dep:22"), ...several(7, "dep:29")], "2026-10", places);
    expect(told).toEqual([{ unit: null, parent: "reg:53", key: "gp delay", reporters: 15 }]);
    expect(untold).toBe(0);
  });

  it("leaves out what lies in several départements", () => {
    expect(countReports(several(20, "reg:53"), "2026-10", places)).toEqual({ told: [], untold: 20 });
  });

  it("is a record, whatever was reported", () => {
    const scope = fc.constantFrom("dep:22", "dep:29", "dep:35", "com:22001", "epci:242900001", "reg:53", "fr");
    const many = fc.array(fc.tuple(scope, fc.constantFrom("delay", "cost", "closed")), { maxLength: 120 });
    fc.assert(
      fc.property(many, (drawn) => {
        const reports = drawn.map(([where, kind]) => report(where, kind));
        const counts = countReports(reports, "2026-10", places);
        const { required, optional } = RECORD_TYPES.aggregate;
        expect(findWrongField(aggregateBody(counts, "2026-10"), required, optional)).toBeNull();
        for (const { reporters } of counts.told) expect(reporters).toBeGreaterThanOrEqual(10);
      }),
      { seed: 11, numRuns: 30 },
    );
  });
});

describe("a file of reports", () => {
  const body = { kind: "delay", profession: "gp", month: "2026-10", scope: "dep:35" };
  const write = (...reports: readonly object[]) => JSON.stringify({ format: REPORT_FILE, reports });

  it("gives each report a place and a content of its own", () => {
    const found = readReportFile(write(body, body, { ...body, text: "Deux mois." }), "a.json", "2026-11-01");
    expect(new Set(found.map(({ id }) => id)).size).toBe(3);
    expect(found[2]).toMatchObject({ state: "received", body: { text: "Deux mois." } });
    expect(readReportFile(write(body), "b.json", "2026-11-01")[0].id).toBe(found[0].id);
  });

  it.each([
    ["no JSON", "{", {}],
    ["another format", JSON.stringify({ format: "x", reports: [] }), {}],
    ["an unknown kind", write(body, { ...body, kind: "x" }), { line: 2, field: "kind" }],
    ["a field too many", write({ ...body, name: "A" }), { line: 1, field: "name" }],
  ])("is refused whole for %s, named", (_, text, params) => {
    const read = () => readReportFile(text, "a.json", "2026-11-01");
    expect(read).toThrow(FailureError);
    try {
      read();
    } catch (error) {
      expect((error as FailureError).failure.params).toEqual({ file: "a.json", ...params });
    }
  });
});
