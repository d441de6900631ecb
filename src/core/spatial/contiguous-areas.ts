import type { Neighbours } from "./neighbours.ts";

/** Area of a unit that is in none. */
export const NO_AREA = -1;

/**
 * Parts of the flagged units that hang together: number of the part of each unit, NO_AREA where it is not flagged. Parts are
 * numbered by their lowest unit. A link counts both ways, in whichever of `neighbours` it is.
 */
export function findContiguousAreas(flagged: Uint8Array, neighbours: readonly Neighbours[]): Int32Array {
  const parent = Uint32Array.from(flagged.keys());
  const rootOf = (unit: number): number => {
    let root = unit;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  };
  for (const { units, offsets, targets } of neighbours) {
    for (let i = 0; i < units; i++) {
      if (flagged[i] === 0) continue;
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        if (flagged[targets[k]] === 0) continue;
        const [a, b] = [rootOf(i), rootOf(targets[k])];
        // The lower one stays the root, so that numbers follow the units.
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  const numbers = new Int32Array(flagged.length).fill(NO_AREA);
  let areas = 0;
  for (let i = 0; i < flagged.length; i++) {
    if (flagged[i] === 0) continue;
    const root = rootOf(i);
    numbers[i] = root === i ? areas++ : numbers[root];
  }
  return numbers;
}
