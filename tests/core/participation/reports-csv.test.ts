import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/core/contributions/canonical.ts";
import { readRecord } from "../../../src/core/contributions/record.ts";
import { REPORT_KINDS } from "../../../src/core/contributions/record-types.ts";
import { type ReportBody, readReportSheet } from "../../../src/core/participation/reports-csv.ts";
import { splitSheet } from "../../../src/core/participation/split-sheet.ts";
import { BOB, World } from "../contributions/world.ts";

const VITRE = [{ scope: "com:35360", people: 19_000 }];
const SMALL = [
  { scope: "com:35002", people: 400 },
  { scope: "epci:200039022", people: 82_000 },
];
const rule = {
  file: "atelier.csv",
  thisMonth: "2026-03",
  outwards: (code: string) => (code === "35360" ? VITRE : code === "35002" ? SMALL : []),
  words: {
    columns: { difficulté: "kind", soignant: "profession", mois: "month", "avec vos mots": "text" },
    kind: { "Délai trop long": "delay" },
    profession: { "Médecin généraliste": "gp" },
  },
};
const HEADER = "commune,kind,profession,month,delay,distance,text";
const read = (...rows: readonly string[]) => readReportSheet([HEADER, ...rows].join("\n"), rule);
const fault = (row: string) => read(row).faults.map(({ line, column, problem }) => `${line} ${column} ${problem}`);

describe("the sheet of a workshop", () => {
  it("gives reports, the place widened where fewer than 1,000 people live", () => {
    const { reports, faults } = read(
      "35360,delay,gp,2026-02,months,,",
      "",
      '35002,closed,nurse,02/2026,,over-45,"Fermé, hélas"',
    );
    expect(faults).toEqual([]);
    expect(reports).toEqual([
      {
        line: 2,
        scope: "com:35360",
        isWidened: false,
        body: { kind: "delay", profession: "gp", month: "2026-02", delay: "months" },
      },
      {
        line: 4,
        scope: "epci:200039022",
        isWidened: true,
        body: { kind: "closed", profession: "nurse", month: "2026-02", distance: "over-45", text: "Fermé, hélas" },
      },
    ]);
  });

  it("reads a French spreadsheet: semicolons, other words, other order, columns it does not know passed over", () => {
    const sheet =
      "\ufeffMois;Nom;Difficulté;SOIGNANT;Commune\r\n3/2026;X;delai trop long;médecin généraliste;35 360\r\n";
    const { reports, faults, ignored } = readReportSheet(sheet, rule);
    expect([faults, ignored]).toEqual([[], ["Nom"]]);
    expect(reports).toMatchObject([
      { scope: "com:35360", body: { kind: "delay", profession: "gp", month: "2026-03" } },
    ]);
    expect(JSON.stringify(reports)).not.toContain("X");
  });

  it("names line and column of every fault, and none hides another", () => {
    expect(fault(",delay,gp,2026-02,,,")).toEqual(["2 commune empty"]);
    expect(fault("99999,delay,gp,2026-02,,,")).toEqual(["2 commune unknown"]);
    expect(fault("35360,,vet,2026-04,soon,far,")).toEqual([
      "2 kind empty",
      "2 profession unknown",
      "2 delay unknown",
      "2 distance unknown",
      "2 month future",
    ]);
    for (const month of ["février", "2026-13", "2026", "13/2026"])
      expect(fault(`35360,delay,gp,${month},,,`)).toEqual(["2 month unknown"]);
    expect(fault(`35360,delay,gp,2026-02,,,${"a".repeat(2001)}`)).toEqual(["2 text too-long"]);
    expect(read("35360,delay,gp,2026-02,,,", "35360").reports.length).toBe(1);
  });

  it("keeps out a text that tells who somebody is, and says what of", () => {
    const { reports, faults } = read('35360,delay,gp,2026-02,,,"Mme Martin, 06 12 34 56 78"');
    expect(reports).toEqual([]);
    expect(faults).toEqual([{ line: 2, column: "text", problem: "personal-data", personal: ["name", "phone"] }]);
  });

  it("refuses a sheet that is none", () => {
    expect(() => readReportSheet("", rule)).toThrow(/"column":"commune","problem":"missing"/);
    expect(() => readReportSheet("commune,kind,profession,month,mois", rule)).toThrow(
      /"month","problem":"named twice"/,
    );
    expect(() => readReportSheet(`${HEADER}\n"35360`, rule)).toThrow(/"row":2,"problem":"a quote never ends"/);
    expect(() => read(...Array(2001).fill("35360,delay,gp,2026-02,,,"))).toThrow(/more than 2000/);
  });

  it("law: whatever the cells, what is read is a body records take", () => {
    const world = new World("intake:a");
    const taken = (body: ReportBody, scope: string) =>
      readRecord(JSON.parse(JSON.stringify(world.make(BOB, "report", body as unknown as JsonObject, { scope }))));
    const cell = fc.oneof(
      fc.constantFrom("35360", "35002", "gp", "delay", "2026-01", "months", "15-30", ...REPORT_KINDS),
      fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => `"${text.replaceAll('"', '""')}"`),
    );
    const row = fc.tuple(fc.constantFrom("35360", "35002"), cell, fc.constantFrom("gp", "vet"), cell, cell, cell, cell);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const { reports, faults } = read(...rows.map((cells) => cells.join(",")));
        for (const { body, scope } of reports) expect(taken(body, scope).body).toMatchObject(body);
        const faulty = new Set(faults.map(({ line }) => line));
        for (const { line } of reports) expect(faulty.has(line)).toBe(false);
        expect(reports.length + faulty.size).toBe(rows.length);
      }),
      { seed: 17, numRuns: 300 },
    );
  });
});

it("a sheet is read back as it was written, whatever separates and whatever is quoted", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", ",", ";", "\t", '"', "\n", " "), maxLength: 6 });
  fc.assert(
    fc.property(
      fc.constantFrom(",", ";", "\t"),
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 5 }),
      (separator, rows) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = [["h1", "h2", "h3", "h4"], ...rows.map((cells) => cells.map(quote))];
        const read = splitSheet(text.map((cells) => cells.join(separator)).join("\r\n"), "f");
        const wanted = rows
          .map((cells) => cells.map((one) => one.trim()))
          .filter((cells) => cells.some((one) => one !== ""));
        expect(read.slice(1).map(({ cells }) => cells)).toEqual(wanted);
      },
    ),
    { seed: 19, numRuns: 300 },
  );
});
