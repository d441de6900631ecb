import { findNearPairs } from "../../src/core/geo/near-pairs.ts";
import { estimateMinutes } from "../../src/core/travel/estimate.ts";
import type { ParityPlaces } from "../../src/engine/parity-places.ts";

/**
 * A plain of 8 × 8 communes five kilometres apart, someone practising in every third; the value of each is given. Squares
 * of four are blocks.
 */
export function plainOfPlaces(published: readonly number[]): ParityPlaces {
  const cells = Array.from({ length: 64 }, (_, i) => ({ column: i % 8, row: Math.floor(i / 8) }));
  const points = {
    lon: Float64Array.from(cells, (c) => 2 + c.column * 0.067),
    lat: Float64Array.from(cells, (c) => 47 + c.row * 0.045),
  };
  const practitioners = Float64Array.from(cells, (_, i) => (i % 3 === 0 ? 1 + (i % 5) : 0));
  const placeOf = Uint32Array.from(cells.keys()).filter((i) => practitioners[i] > 0);
  const pick = (column: Float64Array) => Float64Array.from(placeOf, (i) => column[i]);
  const near = findNearPairs(points, { lon: pick(points.lon), lat: pick(points.lat) }, 22);
  const people = Float64Array.from(cells, (_, i) => 400 + 37 * (i % 11));
  const density = people.map((p) => p / 25);
  return {
    world: {
      near,
      minutes: near.km.map(estimateMinutes),
      points,
      placeOf,
      supply: pick(practitioners),
      demand: people,
      logDensity: density.map(Math.log),
      groupOf: Uint32Array.from(placeOf, (i) => (i < 32 ? 0 : 1)),
      groups: 2,
    },
    near: findNearPairs(points, points, 14),
    published: Float64Array.from(published),
    codes: cells.map((_, i) => String(10_000 + i)),
    blocks: cells.map((c) => `block ${Math.floor(c.column / 2)} ${Math.floor(c.row / 2)}`),
    people,
    density,
    isUrban: Uint8Array.from(cells, (c) => (c.row < 2 ? 1 : 0)),
    practitioners,
    counters: 0,
  };
}
