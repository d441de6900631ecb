import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildTravelTable } from "../../src/core/access/travel-table.ts";
import { FailureError } from "../../src/core/failure.ts";
import type { ByteSource } from "../../src/core/travel/osm-blobs.ts";
import { isParquet, readTimesParquet } from "../../src/platform/parquet/read-times.ts";
import { runOasis } from "../cli/run-oasis.ts";

const RUN = { signal: { aborted: false }, progress: () => undefined };
const people = new Map([
  ["a", 0],
  ["b", 1],
  ["7", 2],
]);
const doctors = new Map([
  ["x", 0],
  ["y", 1],
]);

let folder: string;
let db: DuckDBConnection;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "oasis-times-"));
  db = await (await DuckDBInstance.create(":memory:")).connect();
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, rows: string, options = ""): Promise<string> {
  const file = join(folder, name);
  await db.run(`COPY (${rows}) TO '${file}' (FORMAT parquet${options})`);
  return file;
}

const values = (rows: string) => `SELECT * FROM (VALUES ${rows}) AS t(origin, destination, minutes)`;

/** As a File of the browser gives it: by ranges, no path. */
function fromBlob(file: string): ByteSource {
  const blob = new Blob([readFileSync(file)]);
  return {
    name: "times.parquet",
    length: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}

const read = (file: string) => readTimesParquet(fromBlob(file), people, doctors, RUN);

async function complaint(attempt: () => unknown): Promise<unknown> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof FailureError) return error.failure.params;
    throw error;
  }
  return null;
}

describe("a table of times in Parquet", () => {
  it.each(["snappy", "zstd", "gzip", "brotli", "lz4_raw", "uncompressed"])("is read from %s", async (codec) => {
    const file = await write(`${codec}.parquet`, values("('b', 'x', 12.5), ('a', 'y', 0)"), `, COMPRESSION ${codec}`);
    expect(await isParquet(fromBlob(file))).toBe(true);
    expect((await read(file)).pairs).toEqual({
      origins: Uint32Array.of(1, 0),
      destinations: Uint32Array.of(0, 1),
      minutes: Float64Array.of(12.5, 0),
    });
  });

  it("takes whole numbers, decimals and floats for minutes, whole numbers for ids, columns in any order", async () => {
    const typed = (type: string) =>
      `SELECT 3::${type} AS minutes, 'spare' AS note, 'y' AS destination, 7::BIGINT AS origin`;
    for (const type of ["INTEGER", "BIGINT", "DECIMAL(6,2)", "FLOAT", "USMALLINT"]) {
      const { pairs } = await read(await write(`typed-${type.slice(0, 3)}.parquet`, typed(type)));
      expect([...pairs.origins, ...pairs.destinations, ...pairs.minutes], type).toEqual([2, 1, 3]);
    }
  });

  it("goes on from one row group to the next, and can be stopped between them", async () => {
    const rows =
      "SELECT chr(97 + (i % 2)::INTEGER) AS origin, 'x' AS destination, (i / 8)::DOUBLE AS minutes FROM range(5000) AS t(i)";
    const file = await write("groups.parquet", rows, ", ROW_GROUP_SIZE 2048");
    const { pairs, source } = await read(file);
    expect(Array.from(pairs.minutes)).toEqual(Array.from({ length: 5000 }, (_, i) => i / 8));
    expect(Array.from(pairs.origins)).toEqual(Array.from({ length: 5000 }, (_, i) => i % 2));
    expect(source.rows?.[4999]).toBe(5000);
    let seen = 0;
    const stopped = {
      signal: {
        get aborted() {
          return seen > 0;
        },
      },
      progress: () => {
        seen++;
      },
    };
    await expect(readTimesParquet(fromBlob(file), people, doctors, stopped)).rejects.toMatchObject({
      failure: { code: "cancelled" },
    });
    expect(seen).toBe(1);
  });

  it.each([
    [
      "an unknown origin",
      "('a', 'x', 1), ('c', 'x', 1)",
      { row: 2, column: "origin", text: "c", reason: "unknown id" },
    ],
    ["an unknown destination", "('a', 'z', 1)", { row: 1, column: "destination", text: "z", reason: "unknown id" }],
    ["no origin", "(NULL, 'x', 1), ('a', 'x', 2)", { row: 1, column: "origin", text: "", reason: "empty" }],
    ["an empty origin", "('a', 'x', 1), ('', 'x', 1)", { row: 2, column: "origin", text: "", reason: "empty" }],
    [
      "a negative time",
      "('a', 'x', 1), ('b', 'x', -0.5)",
      { row: 2, column: "minutes", text: "-0.5", reason: "negative" },
    ],
    ["no time", "('a', 'x', NULL), ('b', 'x', 1)", { row: 1, column: "minutes", text: "", reason: "empty" }],
    ["a text", "('a', 'x', '12')", { row: 1, column: "minutes", text: "12", reason: "not a number" }],
    ["a list", "('a', 'x', [1])", { column: "minutes", reason: "nested" }],
    ["a date", "('a', 'x', DATE '2026-01-01')", { row: 1, column: "minutes", reason: "not a number" }],
    ["not a number", "('a', 'x', 'nan'::DOUBLE)", { row: 1, column: "minutes", text: "NaN", reason: "not a number" }],
    ["infinity", "('a', 'x', 'inf'::DOUBLE)", { row: 1, column: "minutes", reason: "not a number" }],
    ["a month", "('a', 'x', 43200)", { row: 1, column: "minutes", reason: "longer than a week" }],
  ])("is refused with %s", async (what, rows, expected) => {
    const file = await write(`${what.replaceAll(" ", "-")}.parquet`, values(rows));
    expect(await complaint(() => read(file))).toMatchObject({ file: "times.parquet", ...expected });
  });

  it("names the row of a bad cell in a later row group", async () => {
    const rows =
      "SELECT 'a' AS origin, 'x' AS destination, CASE WHEN i = 4321 THEN -1 ELSE i END AS minutes FROM range(5000) AS t(i)";
    const file = await write("late.parquet", rows, ", ROW_GROUP_SIZE 2048");
    expect(await complaint(() => read(file))).toMatchObject({ row: 4322, column: "minutes", text: "-1" });
  });

  it("names the row of a pair given twice once it is made a table", async () => {
    const { pairs, source } = await read(
      await write("twice.parquet", values("('a', 'x', 1), ('b', 'x', 2), ('a', 'x', 3)")),
    );
    expect(await complaint(() => buildTravelTable(pairs, 3, 2, source))).toEqual({
      file: "times.parquet",
      row: 3,
      column: "origin,destination",
      problem: "the pair of row 1 again",
    });
  });

  it("is refused without one of its columns, cut short or damaged", async () => {
    const seconds = await write("seconds.parquet", "SELECT 'a' AS origin, 'x' AS destination, 3 AS seconds");
    expect(await complaint(() => read(seconds))).toEqual({
      file: "times.parquet",
      column: "minutes",
      reason: "missing",
    });
    const whole = readFileSync(await write("whole.parquet", values("('a', 'x', 1)")));
    for (const bytes of [whole.subarray(0, whole.length - 20), whole.subarray(0, 4), flip(whole, 30)]) {
      const file = join(folder, "broken.parquet");
      writeFileSync(file, bytes);
      expect(await complaint(() => read(file))).toMatchObject({ file: "times.parquet" });
    }
    const csv = join(folder, "not.csv");
    writeFileSync(csv, "origin,destination,minutes\n");
    expect(await isParquet(fromBlob(csv))).toBe(false);
    writeFileSync(csv, "PAR");
    expect(await isParquet(fromBlob(csv))).toBe(false);
  });
});

describe("on the command line", () => {
  const points = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it("travel and access take Parquet for CSV and answer the same", async () => {
    const rows = values("('a', 'x', 5), ('b', 'x', 12.5), ('b', 'y', 40)");
    const parquet = await write("cli.parquet", rows, ", COMPRESSION zstd");
    const csv = join(folder, "cli.csv");
    await db.run(`COPY (${rows}) TO '${csv}' (FORMAT csv, HEADER)`);
    const origins = points("origins.csv", "id,demand\na,100\nb,50\n");
    const sites = points("sites.csv", "id,supply\nx,3\ny,1\n");
    const travel = (times: string) => runOasis("travel", "--times", times, "--sources", origins, "--targets", sites);
    const access = (times: string) =>
      runOasis(
        "access",
        "--times",
        times,
        "--origins",
        origins,
        "--destinations",
        sites,
        "--method",
        "2sfca",
        "--max",
        "20",
      );
    expect(travel(parquet)).toEqual(travel(csv));
    expect(travel(parquet).stdout).toBe("source,target,seconds\na,x,300\nb,x,750\n");
    expect(access(parquet)).toEqual(access(csv));
    expect(access(parquet).stdout).toBe("id,access\na,0.02\nb,0.02\n");
    const twice = await write("cli-twice.parquet", values("('a', 'x', 1), ('a', 'x', 1)"));
    for (const { status, stderr } of [travel(twice), access(twice)]) {
      expect([status, stderr]).toEqual([
        2,
        expect.stringMatching(/cli-twice\.parquet, row 2, column origin,destination/),
      ]);
    }
  });
});

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice();
  for (let k = at; k < at + 8; k++) changed[k] ^= 0xff;
  return changed;
}
