import { describe, expect, it } from "vitest";
import { degreesOfLatitude } from "../../src/core/geo/distance.ts";
import { estimateRadius } from "../../src/core/travel/estimate-radius.ts";
import type { BroughtTimes } from "../../src/engine/brought-times.ts";
import { listReachable } from "../../src/engine/list-reachable.ts";
import type { NationalFrame } from "../../src/engine/national-frame.ts";
import type { ReachPlaces } from "../../src/engine/reach-places.ts";

const north = (minutes: number) => 48 + degreesOfLatitude(estimateRadius(minutes));

/**
 * Communes due north of A, so many estimated minutes away: A 0 (100 people, 1 GP), B 9 (200, a pharmacy), C 12 (300, 2 GPs),
 * D 28 (400, an emergency department), E 40 (500, a pharmacy); I, an island, 5 (7 people). Unit 6 is an arrondissement of B.
 */
const places: ReachPlaces = {
  units: Uint16Array.of(0, 1, 2, 3, 4, 5),
  codes: ["A", "B", "C", "D", "E", "I"],
  names: ["a", "b", "c", "d", "e", "i"],
  points: {
    lon: new Float64Array(6).fill(-3),
    lat: Float64Array.of(48, north(9), north(12), north(28), north(40), north(5)),
  },
  people: Float64Array.of(100, 200, 300, 400, 500, 7),
  areas: Float64Array.of(10, 10, 10, 10, 10, 1),
  islands: Uint8Array.of(0, 0, 0, 0, 0, 4),
  counts: {
    gp: Float64Array.of(1, 0, 2, 0, 0, 0),
    nurse: new Float64Array(6),
    physio: new Float64Array(6),
    midwife: new Float64Array(6),
    dentist: new Float64Array(6),
    pharmacy: Float64Array.of(0, 1, 0, 0, 1, 0),
    emergency: Float64Array.of(0, 0, 0, 1, 0, 0),
    franceServices: Float64Array.of(0, 0, 0, 0, 1, 1),
  },
};
const frame = {
  codes: ["A", "B", "C", "D", "E", "I", "B1"],
  cityOf: Int32Array.of(-1, -1, -1, -1, -1, -1, 1),
} as unknown as NationalFrame;
const origin = { lon: -3, lat: 48 };
const bands = [10, 15, 30];
const ask = { origin, bands, roads: null };

describe("what is in reach of a point", () => {
  it("counts communes whole, nearest first, the sea in between", () => {
    const answer = listReachable(places, frame, ask, null);
    expect(answer.names).toEqual(["a", "b", "c", "d"]);
    expect(answer.minutes.map((time) => Math.round(time * 1e6) / 1e6)).toEqual(Float64Array.of(0, 9, 12, 28));
    // 100 + 200; + 300; + 400.
    expect(answer.bands.map((band) => band.people)).toEqual([300, 600, 1000]);
    expect(answer.bands.map((band) => band.communes)).toEqual([2, 3, 4]);
    expect(answer.bands.map((band) => band.counts.gp)).toEqual([1, 3, 3]);
    expect(answer.bands.map((band) => band.counts.emergency)).toEqual([0, 0, 1]);
    expect(answer.bands.map(({ brought, estimated }) => [brought, estimated])).toEqual([
      [0, 2],
      [0, 3],
      [0, 4],
    ]);
    expect(answer.nearest.pharmacy).toMatchObject({ name: "b", isBrought: false });
    expect(answer.nearest.emergency?.minutes).toBeCloseTo(28, 6);
    expect(answer.acrossTheSea).toEqual(["i"]);
    expect(answer.minutesByUnit[6]).toBeCloseTo(9, 6);
    expect(answer.minutesByUnit[4]).toBeNaN();
    expect(answer.broughtLimit).toBeNull();
  });

  it("includes the limit", () => {
    const exact = listReachable(
      places,
      frame,
      { ...ask, bands: [listReachable(places, frame, ask, null).minutes[1]] },
      null,
    );
    expect(exact.names).toEqual(["a", "b"]);
  });

  it("stays on an island without a road", () => {
    const answer = listReachable(places, frame, { ...ask, origin: { lon: -3, lat: north(5) } }, null);
    expect(answer.home).toEqual({ code: "I", name: "i", island: 4 });
    expect(answer.names).toEqual(["i"]);
    expect(answer.nearest.pharmacy).toBeNull();
  });

  it("takes minutes by road wherever roads cover, estimates elsewhere, and says how many of each", () => {
    // Roads cover A, B and E: B is far round a bay, E is near by motorway. C and D keep their estimates.
    const roads = { units: Uint16Array.of(0, 1, 4), minutes: Float64Array.of(0.5, Number.POSITIVE_INFINITY, 14) };
    const answer = listReachable(places, frame, { ...ask, roads }, null);
    expect(answer.names).toEqual(["a", "c", "e", "d"]);
    expect(Array.from(answer.isBrought)).toEqual([1, 0, 1, 0]);
    expect(answer.bands.map((band) => band.people)).toEqual([100, 900, 1300]);
    expect(answer.bands[2]).toMatchObject({ brought: 2, estimated: 2 });
    expect(answer.nearest.pharmacy).toEqual({ unit: 4, name: "e", minutes: 14, isBrought: true });
    expect(answer.broughtLimit).toBe(60);
  });

  it("reads a table from the commune the point is in, and ignores it elsewhere", () => {
    const table: BroughtTimes = {
      name: "t.csv",
      kind: "table",
      units: Uint16Array.of(0, 3),
      offsets: Uint32Array.of(0, 2, 3),
      targets: Uint32Array.of(0, 1, 1),
      minutes: Float64Array.of(0, 11, 0),
      limitMinutes: 20,
    };
    const answer = listReachable(places, frame, ask, table);
    expect(answer.names).toEqual(["a", "b", "d", "c"]);
    expect(answer.minutes[2]).toBe(11);
    expect(answer.broughtLimit).toBe(20);
    const elsewhere = listReachable(places, frame, { ...ask, origin: { lon: -3, lat: north(12) } }, table);
    expect(elsewhere.home.code).toBe("C");
    expect(elsewhere.broughtLimit).toBeNull();
    // A network's own table between communes is not read: the roads worker measures from the point itself.
    expect(listReachable(places, frame, ask, { ...table, kind: "road" }).broughtLimit).toBeNull();
  });
});
