import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("every failure of the table has tests that are there", () => {
  const rows = readFileSync("tests/failures.md", "utf8")
    .split("\n")
    .filter((line) => /^\| \d/.test(line));
  expect(rows.map((row) => Number(row.split("|")[1]))).toEqual(Array.from({ length: 40 }, (_, k) => k + 1));
  for (const row of rows) {
    const named = Array.from(row.matchAll(/`(\S+\.test\.ts)` "([^"]+)"/g));
    expect(named, row).not.toEqual([]);
    for (const [, file, title] of named) expect(readFileSync(`tests/${file}`, "utf8"), file).toContain(title);
  }
});
