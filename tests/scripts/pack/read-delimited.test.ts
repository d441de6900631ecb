import { expect, test } from "vitest";
import { decodeText, readDelimited, readHeader, readNumber } from "../../../scripts/pack/read-delimited.ts";
import { failureOf } from "./failure-of.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const rows = (text: string, required: string[] = []) => [...readDelimited("t.csv", bytes(text), required)];

test("columns are found by what they say: BOM, accents, case and apostrophes do not matter", () => {
  const [row] = rows("\uFEFFCode  Région;L’Âge\r\n53;40\r\n", ["code region"]);
  expect(row.get("CODE RÉGION")).toBe("53");
  expect(row.get("l'age")).toBe("40");
});

test("quoted fields hold separators, quotes and line breaks; lines are counted through them", () => {
  const [first, second] = rows('id,name\n1,"a ""b"", c\nd"\n2,e\n');
  expect(first.get("name")).toBe('a "b", c\nd');
  expect(second.line).toBe(4);
});

test("a line that is not UTF-8 is read as Windows-1252, the others as UTF-8", () => {
  const mixed = Uint8Array.of(...bytes("é\n"), 0xe9, 0x0a);
  expect(decodeText(mixed)).toBe("é\né\n");
});

test("codes keep their leading zero, numbers take a comma", () => {
  const [row] = rows("code;x\n01001;1,5\n");
  expect(row.get("code")).toBe("01001");
  expect(readNumber("t.csv", row, "x")).toBe(1.5);
});

test("faults name file, row and column", async () => {
  expect((await failureOf(() => rows("a,b\n1,2\n", ["c"]))).params).toMatchObject({
    file: "t.csv",
    row: 1,
    column: "c",
  });
  expect((await failureOf(() => rows("a,b\n1,2\n3\n"))).params).toMatchObject({ file: "t.csv", row: 3 });
  expect((await failureOf(() => rows('a,b\n1,"2\n'))).params).toMatchObject({ file: "t.csv", row: 2 });
  expect((await failureOf(() => rows(""))).params).toMatchObject({ file: "t.csv", problem: "empty file" });
  const [row] = rows("a\nx\n");
  expect((await failureOf(() => readNumber("t.csv", row, "a"))).params).toMatchObject({
    row: 2,
    column: "a",
    value: "x",
  });
});

test("the header alone can be read", () => {
  expect(readHeader("t.csv", bytes('"GEO";"OBS_VALUE"\n"01001";"1"\n'))).toEqual(["geo", "obs_value"]);
});
