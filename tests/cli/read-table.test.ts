import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatCsv } from "../../src/cli/csv.ts";
import { readTable } from "../../src/cli/read-table.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "table-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(text: string) {
  const file = join(folder, "table.csv");
  writeFileSync(file, text);
  let names: readonly string[] = [];
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  await readTable(file, (header) => {
    names = header.names;
    return (cells, row) => {
      rows.push(cells);
      lines.push(row);
    };
  });
  return { names, rows, lines };
}

describe("readTable", () => {
  it("reads back whatever the command line writes", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", "\n", " ", "0", "\r\n"), maxLength: 6 });
    const rows = fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom("x", '"') }), cell));
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        expect((await read(formatCsv(["id", "text"], written))).rows).toEqual(written);
      }),
      { numRuns: 200 },
    );
  });

  it("counts the lines of records that go over several", async () => {
    const { lines } = await read('id,text\nA,1\n"B\n\nb",2\n\nC,3');
    expect(lines).toEqual([2, 3, 7]);
  });

  it("holds a record that falls between two pieces of a large file", async () => {
    const row = ["id", `"${"line\n".repeat(30)}"`];
    const { names, rows, lines } = await read(`a,b\n${`${row.join(",")}\n`.repeat(20_000)}`);
    expect([names, rows.length, lines.at(-1)]).toEqual([["a", "b"], 20_000, 2 + 31 * 19_999]);
    expect(rows.every(([, text]) => text === "line\n".repeat(30))).toBe(true);
  });
});
