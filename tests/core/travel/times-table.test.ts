import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { readTableNetwork } from "../../../src/core/travel/table-network.ts";
import { readOsrmTable, readTimesTable } from "../../../src/core/travel/times-table.ts";

const failureOf = (attempt: () => unknown) => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof FailureError) return error.failure.params;
    throw error;
  }
  return null;
};

const people = new Map([
  ["a", 0],
  ["b", 1],
]);
const doctors = new Map([["x", 0]]);
const times = (...rows: string[]) =>
  readTimesTable({ name: "times.csv", text: ["origin,destination,minutes", ...rows].join("\n") }, people, doctors);

describe("a table of times", () => {
  it("is read by position of the ids, quoted or not", () => {
    expect(times('"b",x,12.5', "a,x,0")).toEqual({
      origins: Uint32Array.of(1, 0),
      destinations: Uint32Array.of(0, 0),
      minutes: Float64Array.of(12.5, 0),
    });
  });

  it.each([
    ["an unknown origin", ["a,x,1", "c,x,1"], { row: 3, column: "origin", text: "c" }],
    ["an unknown destination", ["a,y,1"], { row: 2, column: "destination", text: "y" }],
    ["a negative time", ["a,x,-1"], { row: 2, column: "minutes", text: "-1" }],
    ["a text", ["a,x,far"], { row: 2, column: "minutes", text: "far" }],
    ["nothing", ["a,x,"], { row: 2, column: "minutes", text: "" }],
    ["infinity", ["a,x,Infinity"], { row: 2, column: "minutes" }],
    ["a pair twice", ["a,x,1", "b,x,2", "a,x,1"], { row: 4, column: "destination", reason: "repeated" }],
    ["a cell too many", ["a,x,1,2"], { row: 2, reason: "4 cells, not 3" }],
    ["a missing column", [], { row: 1, column: "minutes" }],
  ])("is refused with %s", (what, rows, expected) => {
    const header = what === "a missing column" ? "origin,destination,seconds" : "origin,destination,minutes";
    const text = [header, ...rows].join("\r\n");
    const params = failureOf(() => readTimesTable({ name: "times.csv", text }, people, doctors));
    expect(params).toMatchObject({ file: "times.csv", ...expected });
  });
});

describe("an OSRM table", () => {
  const osrm = (answer: unknown) => () => readOsrmTable({ name: "t.json", text: JSON.stringify(answer) }, 2, 1);

  it("gives minutes, and no time where there is no way", () => {
    expect(osrm({ code: "Ok", durations: [[90], [null]] })()).toEqual({
      origins: Uint32Array.of(0),
      destinations: Uint32Array.of(0),
      minutes: Float64Array.of(1.5),
    });
  });

  it.each([
    [
      { code: "NoTable", message: "no" },
      { column: "code", text: "NoTable" },
    ],
    [{ code: "Ok" }, { column: "durations", reason: "missing" }],
    [{ code: "Ok", durations: [[1]] }, { reason: "1 rows, not 2" }],
    [
      { code: "Ok", durations: [[1], [1, 2]] },
      { row: 2, reason: "2 durations, not 1" },
    ],
    [
      { code: "Ok", durations: [[1], 3] },
      { row: 2, reason: "not a list" },
    ],
    [
      { code: "Ok", durations: [[1], ["3"]] },
      { row: 2, column: 1, text: "3" },
    ],
    [
      { code: "Ok", durations: [[-1], [1]] },
      { row: 1, column: 1, text: "-1" },
    ],
    [[], { reason: "missing" }],
    [null, { reason: "not an OSRM answer" }],
  ])("is refused when it is %j", (answer, expected) => {
    expect(failureOf(osrm(answer))).toMatchObject({ file: "t.json", ...expected });
  });

  it("is refused when it is not JSON", () => {
    const attempt = () => readOsrmTable({ name: "t.json", text: "<html>" }, 2, 1);
    expect(failureOf(attempt)).toEqual({ file: "t.json", reason: "not JSON" });
  });
});

describe("a network in two tables", () => {
  const network = (nodes: string, edges: string) =>
    readTableNetwork({ name: "nodes.csv", text: nodes }, { name: "edges.csv", text: edges });

  it("is read to the millisecond", () => {
    const { network: read, located } = network("id,lon,lat\nA,2,48\nB,2.1,48\n", "from,to,seconds\nA,B,1.2345\n");
    expect([read.ticksPerSecond, read.forward[0], located]).toEqual([1000, 1235, true]);
    expect(network("id\nA\nB\n", "from,to,seconds\nB,A,0\n").located).toBe(false);
  });

  it.each([
    ["id,lon,lat\nA,2,48\nA,2,48", "from,to,seconds\nA,A,1", { file: "nodes.csv", row: 3, column: "id" }],
    ["id,lon,lat\nA,200,48", "from,to,seconds\nA,A,1", { file: "nodes.csv", row: 2, column: "lon", text: "200" }],
    ["id,lon,lat\nA,2,48", "from,to,seconds\nA,B,1", { file: "edges.csv", row: 2, column: "to", text: "B" }],
    ["id,lon,lat\nA,2,48", "from,to,seconds\nA,A,-1", { file: "edges.csv", row: 2, column: "seconds" }],
    ["id,lon,lat\nA,2,48", "from,to\nA,A", { file: "edges.csv", row: 1, column: "seconds" }],
    ["id,lon,lat\nA,2,48", "from,to,seconds\n", { file: "edges.csv" }],
  ])("is refused by file, row and column: %j %j", (nodes, edges, expected) => {
    expect(failureOf(() => network(nodes, edges))).toMatchObject(expected);
  });
});
