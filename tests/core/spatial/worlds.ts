import { buildNeighbours, linkBothWays, type Neighbours } from "../../../src/core/spatial/neighbours.ts";

/** Contiguity of a grid of `rows` × `columns`, units row by row; by edges alone (rook), or by corners too (queen). */
export function gridNeighbours(rows: number, columns: number, corners = false): Neighbours {
  const steps = corners ? [[0, 1], [1, -1], [1, 0], [1, 1]] : [[0, 1], [1, 0]]; // biome-ignore format: one line
  const from: number[] = [];
  const to: number[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      for (const [dr, dc] of steps) {
        if (r + dr >= rows || c + dc < 0 || c + dc >= columns) continue;
        from.push(r * columns + c);
        to.push((r + dr) * columns + c + dc);
      }
    }
  }
  return buildNeighbours(linkBothWays({ from: Uint32Array.from(from), to: Uint32Array.from(to) }), rows * columns);
}
