import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNREACHED } from "../../src/core/travel/road-graph.ts";
import type { RoadNetwork } from "../../src/core/travel/road-network.ts";
import { fillTable, limitTicks, prepareRoads } from "../../src/core/travel/road-times.ts";
import type { CommunePoints } from "../../src/engine/reach-places.ts";
import { fillRows, layRoads, prepareTable, reachByRoad } from "../../src/worker/roads-network.ts";
import { QUIET } from "../core/travel/run-quietly.ts";
import { anyNetwork, drawNetwork } from "../core/travel/worlds.ts";

const points = (all: readonly (readonly [name: string, lon: number, lat: number])[]): CommunePoints => ({
  units: Uint16Array.from(all.keys()),
  codes: all.map(([name]) => name),
  names: all.map(([name]) => name),
  lon: Float64Array.from(all, ([, lon]) => lon),
  lat: Float64Array.from(all, ([, , lat]) => lat),
});

/** A ladder of 60 junctions, a main part, east along latitude 48 from `lon`, a minute a rung. */
function ladder(lon: number, first: number) {
  return {
    nodes: Array.from({ length: 60 }, (_, k) => [lon + k / 100, 48] as const),
    roads: Array.from({ length: 59 }, (_, k) => [first + k, first + k + 1, 600] as const),
  };
}

function drawIslands(): RoadNetwork {
  const [west, east] = [ladder(1, 0), ladder(3, 60)];
  // A scrap of two junctions, cut off, right at the commune « scrap ».
  const scrap = { nodes: [[5, 48] as const, [5.01, 48] as const], roads: [[120, 121, 600] as const] };
  return drawNetwork([...west.nodes, ...east.nodes, ...scrap.nodes], [...west.roads, ...east.roads, ...scrap.roads]);
}

// A thousandth of a degree of latitude is 111 m.
const communes = points([
  ["west", 1.1, 48.001],
  ["near", 1.2, 48.0179],
  ["too far", 1.3, 48.0181],
  ["east", 3.1, 48],
  ["scrap", 5, 48],
]);

describe("a network laid over the communes", () => {
  const laid = layRoads(drawIslands(), communes);

  it("covers those within 2 km of a main part, and says the farthest", () => {
    expect(Array.from(laid.units)).toEqual([0, 1, 3]);
    expect(laid.summary).toMatchObject({ junctions: 122, roads: 119, communes: 3, parts: 2, fragments: 1 });
    expect(laid.summary.farthest.name).toBe("near");
    expect(laid.summary.farthest.metres).toBeCloseTo(0.0179 * 111_195.08, 0);
    expect(laid.summary.bytes).toBeGreaterThan(122 * 8);
  });

  it("leaves the other part out of reach", () => {
    const task = prepareTable(laid, 60);
    const rows = fillRows(prepareRoads(task.network), task, 0, 3, QUIET);
    expect(Array.from(rows.counts)).toEqual([2, 2, 1]);
    expect(Array.from(rows.targets)).toEqual([0, 1, 0, 1, 2]);
    // Ten rungs from 1.10 to 1.20.
    expect(rows.minutes[1]).toBeCloseTo(10, 6);
  });

  it("reaches from a point by road, with the ground of each band", () => {
    const reach = reachByRoad(laid, { lon: 1.15, lat: 48.002 }, [3, 10], 60, QUIET);
    expect(reach?.times.minutes[0]).toBeCloseTo(5, 6);
    expect(reach?.times.minutes[2]).toBe(Number.POSITIVE_INFINITY);
    expect(reach?.metres).toBeCloseTo(222.4, 0);
    expect(reach?.bands.map(({ minutes, margin, polygons }) => [minutes, margin, polygons.length])).toEqual([
      [3, 300, 1],
      [10, 300, 1],
    ]);
    // Three minutes are three hundredths of a degree either way, and 300 m of margin.
    const west = Math.min(...(reach?.bands[0].polygons[0][0] ?? []).map(([lon]) => lon));
    expect(west).toBeCloseTo(1.12 - 0.3 / (111.195 * Math.cos((48 * Math.PI) / 180)), 3);
    expect(reachByRoad(laid, { lon: 1.15, lat: 48.05 }, [10], 60, QUIET)).toBeNull();
    expect(reachByRoad(laid, { lon: 5, lat: 48 }, [10], 60, QUIET)).toBeNull();
  });

  it("gives the same rows, without bends and in any pieces, as one table of the whole network", () => {
    fc.assert(
      fc.property(anyNetwork, fc.integer({ min: 1, max: 8 }), (network, step) => {
        const some = points(
          Array.from(network.nodeLon.slice(0, 12), (lon, v) => [`${v}`, lon / 1e5, network.nodeLat[v] / 1e5] as const),
        );
        const all = layRoads(network, some);
        const task = prepareTable(all, 30);
        const light = prepareRoads(task.network);
        const pieces: string[] = [];
        for (let from = 0; from < task.places.length; from += step) {
          const to = Math.min(task.places.length, from + step);
          const { counts, targets, minutes } = fillRows(light, task, from, to, QUIET);
          let at = 0;
          for (const count of counts) {
            pieces.push([...targets.subarray(at, at + count)].map((t, k) => `${t}:${minutes[at + k]}`).join(" "));
            at += count;
          }
        }
        const whole: string[] = [];
        fillTable(all.roads, all.places, all.places, limitTicks(network, 30), QUIET, (_, row) => {
          const cells = Array.from(row, (ticks, t) => (ticks === UNREACHED ? "" : `${t}:${ticks / 10 / 60}`));
          whole.push(cells.filter((cell) => cell !== "").join(" "));
        });
        expect(pieces).toEqual(whole);
      }),
    );
  });
});
