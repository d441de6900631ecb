import type { TravelTable } from "./travel-table.ts";

/** One table of tables whose origins follow one another and whose destinations are the same. Throws RangeError when they are not. */
export function stackTables(tables: readonly TravelTable[]): TravelTable {
  const destinations = tables[0]?.destinations ?? 0;
  if (tables.some((table) => table.destinations !== destinations)) throw new RangeError("destinations differ");
  const origins = tables.reduce((sum, table) => sum + table.origins, 0);
  const pairs = tables.reduce((sum, table) => sum + table.targets.length, 0);
  const offsets = new Uint32Array(origins + 1);
  const targets = new Uint32Array(pairs);
  const minutes = new Float64Array(pairs);
  let row = 0;
  let at = 0;
  for (const table of tables) {
    targets.set(table.targets, at);
    minutes.set(table.minutes, at);
    for (let i = 0; i < table.origins; i++) offsets[row + i + 1] = at + table.offsets[i + 1];
    row += table.origins;
    at += table.targets.length;
  }
  return { origins, destinations, offsets, targets, minutes };
}
