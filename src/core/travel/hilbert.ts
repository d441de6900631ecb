const ORDER = 16;

/** Position of a point on a Hilbert curve of order 16 over the square from (0, 0) to (1, 1): near points get near numbers. */
export function hilbertIndex(x: number, y: number): number {
  const side = 1 << ORDER;
  let column = Math.min(side - 1, Math.max(0, Math.floor(x * side)));
  let row = Math.min(side - 1, Math.max(0, Math.floor(y * side)));
  let index = 0;
  for (let s = side >>> 1; s > 0; s >>>= 1) {
    const right = (column & s) > 0 ? 1 : 0;
    const upper = (row & s) > 0 ? 1 : 0;
    index += s * s * ((3 * right) ^ upper);
    if (upper === 1) continue;
    if (right === 1) {
      column = side - 1 - column;
      row = side - 1 - row;
    }
    [column, row] = [row, column];
  }
  return index;
}
