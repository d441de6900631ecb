import { buildTravelTable } from "../../src/core/access/travel-table.ts";
import type { AccessWorld } from "../../src/core/access/world.ts";

/** A world written as a matrix: minutes[i][j] from origin i to destination j, null where there is no pair. */
export function matrixWorld(
  demand: readonly number[],
  supply: readonly number[],
  minutes: readonly (readonly (number | null)[])[],
): AccessWorld {
  const pairs = minutes.flatMap((row, i) => row.flatMap((t, j) => (t === null ? [] : [{ i, j, t }])));
  const table = buildTravelTable(
    {
      origins: Uint32Array.from(pairs, (pair) => pair.i),
      destinations: Uint32Array.from(pairs, (pair) => pair.j),
      minutes: Float64Array.from(pairs, (pair) => pair.t),
    },
    demand.length,
    supply.length,
  );
  return { table, demand: Float64Array.from(demand), supply: Float64Array.from(supply) };
}
