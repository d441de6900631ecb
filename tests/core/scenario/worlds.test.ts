import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import type { Change } from "../../../src/core/scenario/change.ts";
import { parseScenario } from "../../../src/core/scenario/document.ts";
import { editScenario, startLog } from "../../../src/core/scenario/edit-log.ts";
import { mergeChanges } from "../../../src/core/scenario/merge.ts";
import { tryChanges } from "../../../src/core/scenario/read-change.ts";
import { supplyShifts } from "../../../src/core/scenario/supply-shifts.ts";

const two = { staff: [{ profession: "gp", fte: 2 }], days: 5 } as const;
const open: Change = { kind: "open-centre", id: "c1", centre: "Maison", commune: "35001", to: two };

/** What is said of bad input: `key value, key value…`. */
function complaint(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return Object.entries(error.failure.params)
      .map(([key, value]) => `${key} ${value}`)
      .join(", ");
  }
  return "none";
}

describe("supply, by hand, 5,400 consultations a full-time equivalent", () => {
  const shifts = (...changes: Change[]) =>
    supplyShifts(changes, "gp", 5400).map(({ commune, supply }) => [commune, supply]);

  it("centres: full-time equivalents × days / 5", () => {
    const part = { staff: [{ profession: "gp", fte: 1 }], days: 3 } as const;
    expect(shifts(open)).toEqual([["35001", 10_800]]);
    expect(shifts({ kind: "close-centre", id: "x", centre: "B", commune: "35002", from: part })).toEqual([
      ["35002", -3240],
    ]);
    // 10,800 − 3,240.
    expect(shifts({ kind: "resize-centre", id: "x", centre: "B", commune: "35002", from: part, to: two })).toEqual([
      ["35002", 7560],
    ]);
    const nurses = { staff: [{ profession: "nurse", fte: 3 }], days: 5 } as const;
    expect(shifts({ ...open, to: nurses })).toEqual([]);
    expect(supplyShifts([{ ...open, to: nurses }], "nurse", 1)).toEqual([
      { change: "c1", commune: "35001", supply: 3 },
    ]);
  });

  it("rounds and video: half-days × 12 × consultations; consultations × (1 − share excluded)", () => {
    const stops = [
      { commune: "35001", halfDays: 4, consultations: 10 },
      { commune: "35002", halfDays: 2, consultations: 12 },
    ];
    expect(shifts({ kind: "mobile-unit", id: "m", stops })).toEqual([
      ["35001", 480],
      ["35002", 288],
    ]);
    expect(
      shifts({ kind: "teleconsultation", id: "t", commune: "35003", consultations: 2000, excluded: 0.25 }),
    ).toEqual([["35003", 1500]]);
  });

  it("departures and moves; lines and ages bring nothing", () => {
    const half = { profession: "gp", fte: 0.5 } as const;
    expect(shifts({ kind: "departure", id: "d", commune: "35001", ...half })).toEqual([["35001", -2700]]);
    expect(shifts({ kind: "displaced-staff", id: "d", from: "35001", to: "35002", ...half })).toEqual([
      ["35001", -2700],
      ["35002", 2700],
    ]);
    const line = { communes: ["35001"], destinations: ["35002"], minutes: 20, share: 0.1 };
    expect(shifts({ kind: "transport-line", id: "l", ...line })).toEqual([]);
    expect(shifts({ kind: "departure-by-age", id: "a", upTo: 65 })).toEqual([]);
  });
});

describe("what cannot be is said before anything is applied", () => {
  const faults = (...changes: unknown[]) =>
    tryChanges(changes).faults.map(({ index, id, field, problem }) => `${index} ${id} ${field}: ${problem}`);

  it("which change, which field", () => {
    expect(
      faults(open, { ...open, id: "c2", centre: "B", to: { staff: [{ profession: "gp", fte: -1 }], days: 9 } }),
    ).toEqual([
      "1 c2 to.staff[0].fte: a number above 0, at most 500 is expected, not -1",
      "1 c2 to.days: a number above 0, at most 7 is expected, not 9",
    ]);
    expect(faults({ ...open, commune: "Rennes" }, 3, { kind: "bulldozer", id: "z" })).toEqual([
      '0 c1 commune: the INSEE code of a commune is expected, not "Rennes"',
      "1 null whole: an object is expected, not 3",
      '2 z kind: one of open-centre, resize-centre, close-centre, departure, departure-by-age, mobile-unit, teleconsultation, transport-line, displaced-staff is expected, not "bulldozer"',
    ]);
    expect(faults({ ...open, budget: 3 }, { ...open, centre: "B" })).toEqual(["0 c1 budget: unknown field"]);
    expect(faults(open, { ...open, centre: "B" })).toEqual(["1 c1 id: change 0 again (c1)"]);
    expect(faults(open, { kind: "close-centre", id: "c2", centre: "Maison", commune: "35001", from: two })).toEqual([
      "1 c2 centre: change 0 again (centre Maison)",
    ]);
    expect(faults({ kind: "displaced-staff", id: "d", from: "35001", to: "35001", profession: "gp", fte: 1 })).toEqual([
      "0 d to: the commune they leave",
    ]);
    expect(
      faults({
        kind: "transport-line",
        id: "l",
        communes: ["35001", "35001"],
        destinations: ["x"],
        minutes: 5,
        share: 2,
      }),
    ).toEqual([
      "0 l communes: 35001 twice",
      "0 l destinations[0]: the INSEE code of a commune is expected",
      "0 l share: a number from 0, at most 1 is expected, not 2",
    ]);
  });

  it("an edit that cannot be", () => {
    const log = startLog([open]);
    expect(complaint(() => editScenario(log, { kind: "remove", id: "zz" }))).toBe("id zz, problem no such change");
    const again: Change = { ...open, id: "c2" };
    expect(complaint(() => editScenario(log, { kind: "put", change: again }))).toBe(
      "change 1, id c2, field centre, problem change 0 again (centre Maison)",
    );
  });
});

describe("conflicts", () => {
  const one = { staff: [{ profession: "gp", fte: 1 }], days: 5 } as const;
  const resize: Change = { kind: "resize-centre", id: "c1", centre: "Maison", commune: "35001", from: one, to: two };
  const close: Change = { kind: "close-centre", id: "c9", centre: "Maison", commune: "35001", from: one };
  const tele: Change = { kind: "teleconsultation", id: "t", commune: "35002", consultations: 900, excluded: 0.3 };

  it("the same centre resized two ways", () => {
    const more: Change = { ...resize, id: "c2", to: { ...two, days: 6 } };
    expect(mergeChanges([], [resize, tele], [more])).toEqual({
      changes: [tele],
      conflicts: [{ subject: "centre Maison", base: null, ours: resize, theirs: more }],
    });
  });

  it("one closes what the other resizes; one removes what the other edits", () => {
    expect(mergeChanges([], [close], [resize]).conflicts).toEqual([
      { subject: "centre Maison", base: null, ours: close, theirs: resize },
    ]);
    const edited: Change = { ...tele, consultations: 1000 };
    expect(mergeChanges([tele], [], [edited])).toEqual({
      changes: [tele],
      conflicts: [{ subject: "change t", base: tele, ours: null, theirs: edited }],
    });
  });

  it("one id for two things", () => {
    const other: Change = { ...tele, id: "c1" };
    expect(mergeChanges([], [resize], [other])).toEqual({
      changes: [],
      conflicts: [{ subject: "change c1", base: null, ours: resize, theirs: other }],
    });
  });

  it("the order of fields is no difference", () => {
    const turned = Object.fromEntries(Object.entries(tele).toReversed()) as unknown as Change;
    expect(mergeChanges([tele], [turned], [])).toEqual({ changes: [], conflicts: [] });
  });
});

describe("reading a file", () => {
  const FILE = {
    format: "oasis-scenario",
    version: 1,
    title: "Two doctors",
    territory: "dep:35",
    series: { profession: "gp", year: 2023, ages: "all" },
    threshold: null,
    model: null,
    changes: [open],
    computed: null,
  };
  const said = (file: unknown) =>
    complaint(() => parseScenario(typeof file === "string" ? file : JSON.stringify(file), "f.json"));

  it("as it is written", () => {
    expect(said(FILE)).toBe("none");
    expect(parseScenario(JSON.stringify(FILE), "f.json").changes).toEqual([open]);
  });

  it("anything else is refused and named", () => {
    expect(said({ ...FILE, version: 2 })).toBe(
      "file f.json, field version, problem 2 is later than 1, the one read here",
    );
    expect(said({ ...FILE, format: "geojson" })).toBe("file f.json, field format, problem oasis-scenario is expected");
    expect(said("[1]")).toBe("file f.json, field whole, problem an object is expected, not a list");
    expect(said("{")).toMatch(/^file f\.json, problem /);
    expect(said(" ".repeat(4_000_001))).toBe("file f.json, problem more than 4000000 characters");
    expect(said({ ...FILE, territory: "Bretagne" })).toBe(
      'file f.json, field territory, problem "Bretagne" is no territory',
    );
    expect(said({ ...FILE, note: "x" })).toBe("file f.json, field note, problem unknown field");
    const { model: _, ...without } = FILE;
    expect(said(without)).toBe("file f.json, field model, problem an object is expected, not nothing");
    expect(said({ ...FILE, changes: Array.from({ length: 1001 }, () => open) })).toBe(
      'file f.json, field changes, problem a list of 0 to 1000 is expected, not "a list of 1001"',
    );
    expect(said({ ...FILE, changes: [open, { ...open, id: "k", centre: "C", commune: "x" }] })).toBe(
      'file f.json, change 1, id k, field commune, problem the INSEE code of a commune is expected, not "x"',
    );
    const model = { method: "3sfca", decay: "10:2", maxMinutes: 20, bins: "inclusive", demand: "people" };
    expect(said({ ...FILE, model })).toContain("field model.method, problem one of 2sfca, e2sfca, kd2sfca is expected");
    expect(said({ ...FILE, model: { ...model, method: "e2sfca" } })).toContain(
      "field model.decay, problem weights from 1",
    );
    expect(said({ ...FILE, computed: { dataRelease: "r", engineVersion: "1", resultHash: "zz" } })).toContain(
      "field computed.resultHash, problem 64 hexadecimal digits is expected",
    );
    expect(said('{"__proto__": 1}')).toContain("format");
  });
});
