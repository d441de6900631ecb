import { describe, expect, it } from "vitest";
import { FailureError } from "../../src/core/failure.ts";
import type { CommunePoints } from "../../src/engine/reach-places.ts";
import { importOsrm, importTimes, joinRows } from "../../src/worker/roads-times.ts";

const points: CommunePoints = {
  units: Uint16Array.of(3, 5, 8, 9),
  codes: ["01001", "01002", "01003", "01004"],
  names: ["a", "b", "c", "d"],
  lon: new Float64Array(4),
  lat: new Float64Array(4),
};
const csv = (...rows: string[]) => ({
  name: "t.csv",
  text: ["origin,destination,minutes", ...rows, ""].join("\n"),
});
const list = (text: string) => ({ name: "points.csv", text });

function failure(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  return null;
}

describe("a table of times by commune", () => {
  it("covers those that are both origin and destination, each no minutes from itself", () => {
    const { times, oneWay } = importTimes(
      csv("01003,01001,12.5", "01001,01003,11", "01001,01002,7", "01001,01001,2"),
      points,
    );
    expect(times).toEqual({
      name: "t.csv",
      kind: "table",
      units: Uint16Array.of(3, 8),
      offsets: Uint32Array.of(0, 2, 4),
      targets: Uint32Array.of(0, 1, 0, 1),
      // 01001 → itself 2 as the table says, → 01003 11; 01003 → 01001 12.5, → itself 0.
      minutes: Float64Array.of(2, 11, 12.5, 0),
      limitMinutes: 12.5,
    });
    expect(oneWay).toBe(1);
  });

  it.each([
    ["an unknown code", csv("01001,99999,3"), { row: 2, column: "destination", text: "99999", reason: "unknown id" }],
    [
      "a negative time",
      csv("01001,01002,1", "01002,01001,-1"),
      { row: 3, column: "minutes", reason: "outside 0 … 10080" },
    ],
    ["a text", csv("01001,01002,dix"), { row: 2, column: "minutes", text: "dix", reason: "not a number" }],
    ["a pair twice", csv("01001,01002,1", "01001,01002,2"), { row: 3, column: "destination", reason: "repeated" }],
    ["no way back", csv("01001,01002,1"), { reason: "no pair of communes both ways" }],
  ])("refuses %s, saying where", (_, file, params) => {
    expect(failure(() => importTimes(file, points))).toMatchObject({
      code: "bad-input",
      params: { file: "t.csv", ...params },
    });
  });
});

describe("an OSRM table", () => {
  const answer = {
    name: "t.json",
    text: JSON.stringify({
      code: "Ok",
      durations: [
        [0, 120],
        [180, 0],
      ],
    }),
  };

  it("takes its communes from a list in the order of the sources", () => {
    for (const header of ["id", "name,code", "code"]) {
      const rows = header === "name,code" ? ["x,01004", "y,01002"] : ["01004", "01002"];
      const { times } = importOsrm(answer, list([header, ...rows].join("\n")), points);
      expect(Array.from(times.units)).toEqual([5, 9]);
      // 01004 → 01002 is the first row: 120 s.
      expect(Array.from(times.minutes)).toEqual([0, 3, 2, 0]);
    }
  });

  it("refuses a list with an unknown code, one given twice, or another number of points", () => {
    expect(failure(() => importOsrm(answer, list("id\n01004\nZ"), points))).toMatchObject({
      params: { file: "points.csv", row: 3, column: "id", text: "Z", reason: "unknown id" },
    });
    expect(failure(() => importOsrm(answer, list("id\n01004\n01004"), points))).toMatchObject({
      params: { file: "points.csv", row: 3, reason: "repeated" },
    });
    expect(failure(() => importOsrm(answer, list("id\n01004"), points))).toMatchObject({
      params: { file: "t.json", reason: "2 rows, not 1" },
    });
  });
});

it("joins rows computed in pieces", () => {
  const rows = (counts: number[], targets: number[], minutes: number[]) => ({
    counts: Uint32Array.from(counts),
    targets: Uint32Array.from(targets),
    minutes: Float64Array.from(minutes),
  });
  const times = joinRows("n.road", Uint16Array.of(1, 2, 3), 60, [
    rows([1, 2], [0, 0, 1], [0, 4, 0]),
    rows([1], [2], [0]),
  ]);
  expect(Array.from(times.offsets)).toEqual([0, 1, 3, 4]);
  expect(Array.from(times.targets)).toEqual([0, 0, 1, 2]);
  expect(Array.from(times.minutes)).toEqual([0, 4, 0, 0]);
});
