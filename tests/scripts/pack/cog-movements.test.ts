import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listCommunesOn, type Movement, moveCodes, readMovements } from "../../../scripts/pack/cog-movements.ts";
import { isCommuneCode } from "../../../scripts/pack/commune-codes.ts";
import { buildPassage } from "../../../scripts/pack/passage.ts";
import { failureOf } from "./failure-of.ts";

const move = (date: string, kind: number, from: string, to: string): Movement => ({
  date,
  kind,
  from,
  fromName: from,
  to,
});

/** Essarts-en-Bocage: two communes merged in 2016, two others re-established out of it in 2024. */
const ESSARTS: readonly Movement[] = [
  move("2016-01-01", 32, "85084", "85084"),
  move("2016-01-01", 32, "85165", "85084"),
  move("2016-01-01", 32, "85212", "85084"),
  move("2024-01-01", 21, "85084", "85084"),
  move("2024-01-01", 21, "85084", "85165"),
  move("2024-01-01", 21, "85084", "85212"),
];

test("Corsican codes are commune codes; a five-digit test would drop them", () => {
  expect(["2A004", "2B033", "01001", "97411"].every(isCommuneCode)).toBe(true);
  expect(["20004", "1001", "ZZZZZ", "350001"].some(isCommuneCode)).toBe(false);
});

test("a merger later undone stays a split, whichever day one starts from", () => {
  expect(moveCodes(["85084", "85165"], ESSARTS, "2015-01-01").get("85165")).toEqual(["85084", "85165", "85212"]);
  expect(moveCodes(["85084"], ESSARTS, "2023-01-01").get("85084")).toEqual(["85084", "85165", "85212"]);
  expect(moveCodes(["85084"], ESSARTS, "2024-01-01").get("85084")).toEqual(["85084"]);
});

test("two communes that exchange a code do not loop", () => {
  const swap = [move("2019-01-01", 32, "60694", "60054"), move("2019-01-01", 32, "60054", "60054")];
  const back = [move("2024-01-01", 21, "60054", "60054"), move("2024-01-01", 21, "60054", "60694")];
  expect(moveCodes(["60694"], [...swap, ...back], "2018-01-01").get("60694")).toEqual(["60054", "60694"]);
});

test("a seat that moves changes the code and nothing else", () => {
  const seat = [move("2025-01-01", 50, "49069", "49126")];
  expect([...listCommunesOn(["49126"], seat, "2024-01-01")]).toEqual(["49069"]);
  expect(buildPassage(new Map([["49126", 17162]]), seat, "2024-01-01")).toEqual([
    { oldCode: "49069", newCode: "49126", parts: 1, keeper: true },
  ]);
});

test("what cannot be divided stays with the code, else goes to the most populated", () => {
  const today = new Map([
    ["85084", 6851],
    ["85165", 1250],
    ["85212", 1359],
  ]);
  const keepers = buildPassage(today, ESSARTS, "2023-01-01").filter((r) => r.keeper);
  expect(keepers.map((r) => r.newCode)).toEqual(["85084"]);
  const split = [move("2024-01-01", 21, "A", "B"), move("2024-01-01", 21, "A", "C")];
  const [row] = buildPassage(
    new Map([
      ["B", 1],
      ["C", 2],
    ]),
    split,
    "2023-01-01",
  ).filter((r) => r.keeper);
  expect(row.newCode).toBe("C");
});

test("delegated communes share codes with communes: only full communes move", () => {
  const text = [
    "MOD,DATE_EFF,TYPECOM_AV,COM_AV,LIBELLE_AV,TYPECOM_AP,COM_AP",
    "32,2025-01-01,COM,01330,Ruffieu,COM,01187",
    "32,2025-01-01,COM,01330,Ruffieu,COMD,01330",
    "20,2011-03-31,,,,COM,97601",
    "30,2007-02-23,COM,97123,Saint-Barthélemy,,",
  ].join("\n");
  const movements = readMovements("m.csv", new TextEncoder().encode(text));
  expect(movements).toEqual([{ date: "2025-01-01", kind: 32, from: "01330", fromName: "Ruffieu", to: "01187" }]);
});

test("a movement that cannot be read names its row and column", async () => {
  const text = "MOD,DATE_EFF,TYPECOM_AV,COM_AV,LIBELLE_AV,TYPECOM_AP,COM_AP\n32,2025-13,COM,01330,R,COM,01187\n";
  const { params } = await failureOf(() => readMovements("m.csv", new TextEncoder().encode(text)));
  expect(params).toMatchObject({ file: "m.csv", row: 2, column: "DATE_EFF" });
});

/** A random history: each year some communes merge into one of them, some commune splits in two. */
const history = fc
  .array(fc.record({ merge: fc.nat(), with: fc.nat(), split: fc.nat(), isSplit: fc.boolean() }), { maxLength: 8 })
  .map((years) => {
    let codes = ["01001", "01002", "01003", "01004", "01005", "01006"];
    const start = codes;
    const movements: Movement[] = [];
    let next = 100;
    years.forEach((year, i) => {
      const date = `20${10 + i}-01-01`;
      const into = codes[year.merge % codes.length];
      const gone = codes[year.with % codes.length];
      if (into !== gone) {
        movements.push(move(date, 32, into, into), move(date, 32, gone, into));
        codes = codes.filter((c) => c !== gone);
      }
      const from = codes[year.split % codes.length];
      if (year.isSplit && from !== into) {
        const born = `01${next++}`;
        movements.push(move(date, 21, from, from), move(date, 21, from, born));
        codes = [...codes, born];
      }
    });
    return { start, codes, movements };
  });

describe("laws of moving", () => {
  test("working back from today gives the communes of the day", () => {
    fc.assert(
      fc.property(history, ({ start, codes, movements }) => {
        expect([...listCommunesOn(codes, movements, "2000-01-01")].sort()).toEqual([...start].sort());
      }),
    );
  });

  test("every old code lands on communes of today, and counts moved to keepers keep their total", () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(10_000), { minLength: 6, maxLength: 6 }), (world, counts) => {
        const today = new Map(world.codes.map((code, i) => [code, i]));
        const rows = buildPassage(today, world.movements, "2000-01-01");
        expect(rows.every((r) => today.has(r.newCode))).toBe(true);
        const keepers = rows.filter((r) => r.keeper);
        const moved = keepers.reduce((sum, r) => sum + counts[world.start.indexOf(r.oldCode)], 0);
        expect(keepers).toHaveLength(world.start.length);
        expect(moved).toBe(counts.reduce((a, b) => a + b, 0));
      }),
    );
  });
});
