import { describe, expect, it } from "vitest";
import { fitModel } from "../../src/core/access/parity-model.ts";
import type { ModelParameters, ParityWorld } from "../../src/core/access/parity-world.ts";
import { fitShifted } from "../../src/core/access/shift-sites.ts";
import { buildTravelTable } from "../../src/core/access/travel-table.ts";
import { prepareRoads } from "../../src/core/travel/road-times.ts";
import { readTableNetwork } from "../../src/core/travel/table-network.ts";
import { computeParity } from "../../src/engine/compute-parity.ts";
import { listClasses } from "../../src/engine/parity-classes.ts";
import { bringRoads, bringTable } from "../../src/engine/parity-times.ts";
import { plainOfPlaces } from "../worlds/parity-places.ts";

const QUIET = { signal: { aborted: false }, progress: () => undefined };
const FLAT = new Array<number>(64).fill(1);
const UNITS = Uint32Array.from(FLAT.keys());
const everywhere = new Uint8Array(64).fill(1);
const LIMITS = { maxPasses: 500, tolerance: 1e-9 };
const PARAMETERS: ModelParameters = {
  family: "blurred-steps",
  stretch: 1,
  density: 0,
  congestion: 0,
  error: 0.2,
  patients: 0,
  firmness: 1e-6,
};

/** A table of the plain's own pairs, each with the minutes a rule gives it (origin, destination, estimate). */
function tableOf({ near, placeOf, minutes }: ParityWorld, rule: (i: number, place: number, t: number) => number) {
  const rows: [number, number, number][] = [];
  for (let i = 0; i < near.origins; i++) {
    for (let k = near.offsets[i]; k < near.offsets[i + 1]; k++) {
      const place = placeOf[near.targets[k]];
      if (place !== i) rows.push([i, place, rule(i, place, minutes[k])]);
    }
  }
  const column = (c: number) => Uint32Array.from(rows, (row) => row[c]);
  const pairs = { origins: column(0), destinations: column(1), minutes: Float64Array.from(rows, ([, , t]) => t) };
  return buildTravelTable(pairs, 64, 64);
}

/** Roads slower on one side of a river between the third and fourth column, crossed by bridges far away. */
const across = (i: number, place: number, t: number) => (i % 8 < 4 !== place % 8 < 4 ? t + 14 : t * 0.8);

/** Access of the plain under its own minutes when every practitioner gives 4,000 consultations. */
async function valuesOf(world: ParityWorld): Promise<Float64Array> {
  const shares = await fitModel(world, PARAMETERS, new Float64Array(64).fill(1), everywhere, LIMITS, QUIET);
  return shares.uniform.map((x) => (x / shares.activity) * 4000);
}

describe("parity on times of a table", () => {
  it("takes the listed pairs and no other, and says how many", () => {
    const plain = plainOfPlaces(FLAT);
    const pairs = {
      origins: Uint32Array.of(1, 1, 3, 63),
      destinations: Uint32Array.of(0, 2, 3, 0),
      minutes: Float64Array.of(33, 44, 9, 55),
    };
    // 1 → 0 is a pair of a place and a site; nobody practises in 2; 3 → 3 is within a place; 63 and 0 are too far apart.
    const { places, byRoad, pairs: all } = bringTable(plain, buildTravelTable(pairs, 64, 64), UNITS);
    expect(byRoad).toBe(1);
    expect(all).toBe(plain.world.near.km.length - plain.world.placeOf.length);
    const changed = Array.from(places.world.minutes.keys()).filter(
      (k) => places.world.minutes[k] !== plain.world.minutes[k],
    );
    expect(changed.map((k) => places.world.minutes[k])).toEqual([33]);
    expect(plain.world.near.targets[changed[0]]).toBe(0);
    expect(listClasses(places, [0, 1, 2]).slice(-2)).toEqual([
      { id: "times-by-road", rows: [] },
      { id: "times-estimated", rows: [0, 1, 2] },
    ]);
  });

  it("answers the same as on estimates when the table says what they say", async () => {
    const published = (await valuesOf(plainOfPlaces(FLAT).world)).map((value, i) => value * (1 + 0.2 * Math.sin(i)));
    const plain = plainOfPlaces([...published]);
    const { places } = bringTable(
      plain,
      tableOf(plain.world, (_, __, t) => t),
      UNITS,
    );
    const question = { profession: "gp", year: 2023, seed: 1, fast: true } as const;
    const bare = async (of: typeof plain) =>
      (await computeParity(of, question, QUIET)).models.map(({ name, split, fit, heldOut }) => ({
        name,
        split,
        fit,
        heldOut,
      }));
    expect(await bare(places)).toEqual(await bare(plain));
  });

  it("explains values made by roads as no estimate does, on communes it has not seen", async () => {
    const plain = plainOfPlaces(FLAT);
    const roads = bringTable(plain, tableOf(plain.world, across), UNITS);
    expect(roads.byRoad).toBe(roads.pairs);
    const published = await valuesOf(roads.places.world);
    const question = { profession: "gp", year: 2023, seed: 1, fast: true } as const;
    const heldOut = async (of: typeof plain) => {
      const model = (await computeParity({ ...of, published }, question, QUIET)).models.find(
        ({ name, split }) => name === "calibrated-blurred-steps" && split === "random",
      );
      return model?.heldOut.rmse ?? Number.NaN;
    };
    expect(await heldOut(roads.places)).toBeLessThan(0.25 * (await heldOut(plain)));
  });

  it("does not depend on where sites lie once every time is by road", async () => {
    const plain = plainOfPlaces(FLAT);
    const { places } = bringTable(plain, tableOf(plain.world, across), UNITS);
    const published = (await valuesOf(places.world)).map((value, i) => value * (1 + 0.2 * Math.sin(i)));
    const elsewhere = {
      ...places.world.points,
      lon: places.world.points.lon.map((lon, i) => lon + 0.02 * Math.cos(i)),
    };
    const limits = { maxPasses: 20, tolerance: 1e-3 };
    const shifted = async (world: ParityWorld) =>
      (await fitShifted(world, PARAMETERS, null, published, everywhere, limits, QUIET)).calibrated;
    const onRoads = await shifted(places.world);
    expect(await shifted({ ...places.world, points: elsewhere })).toEqual(onRoads);
    expect(await shifted({ ...plain.world, points: elsewhere })).not.toEqual(await shifted(plain.world));
  });
});

describe("parity on a road network", () => {
  // The first row of the plain, joined by a road of 6 min between neighbours but for a gap between the fifth and sixth.
  const { world } = plainOfPlaces(FLAT);
  const nodes = Array.from({ length: 8 }, (_, i) => `${i},${world.points.lon[i]},${world.points.lat[i]}`);
  const edges = [0, 1, 2, 3, 5, 6].flatMap((i) => [`${i},${i + 1},360`, `${i + 1},${i},360`]);
  const { network } = readTableNetwork(
    { name: "nodes.csv", text: `id,lon,lat\n${nodes.join("\n")}\n` },
    { name: "edges.csv", text: `from,to,seconds\n${edges.join("\n")}\n` },
  );

  it("takes times between places on it, none to others, and puts out of reach what no road joins", () => {
    const { places, byRoad } = bringRoads(plainOfPlaces(FLAT), prepareRoads(network), QUIET);
    const { near, placeOf, isByRoad, minutes } = places.world;
    const found: Record<string, number> = {};
    let count = 0;
    for (let i = 0; i < near.origins; i++) {
      for (let k = near.offsets[i]; k < near.offsets[i + 1]; k++) {
        if (isByRoad?.[k] !== 1) continue;
        count++;
        found[`${i} ${placeOf[near.targets[k]]}`] = minutes[k];
      }
    }
    // Sites of the row: 0, 3 and 6, within 22 km of four columns either side.
    expect(count).toBe(byRoad);
    expect(found).toEqual({
      "1 0": 6,
      "2 0": 12,
      "3 0": 18,
      "4 0": 24,
      "0 3": 18,
      "1 3": 12,
      "2 3": 6,
      "4 3": 6,
      "5 3": 600,
      "6 3": 600,
      "7 3": 600,
      "2 6": 600,
      "3 6": 600,
      "4 6": 600,
      "5 6": 6,
      "7 6": 6,
    });
  });

  it("stops when the caller has given up", () => {
    const run = { signal: { aborted: true }, progress: () => undefined };
    expect(() => bringRoads(plainOfPlaces(FLAT), prepareRoads(network), run)).toThrow(/cancelled/);
  });
});
