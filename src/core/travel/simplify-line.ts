/**
 * Which inner points a line needs so that none left out is farther than `tolerance` from it (Douglas and Peucker 1973):
 * sets `keep[i]` for them, `first` < i < `last`. Coordinates in one unit, x already multiplied by `squeeze`.
 */
export function markNeeded(
  x: Float64Array,
  y: Float64Array,
  first: number,
  last: number,
  tolerance: number,
  keep: Uint8Array,
): void {
  const open = [first, last];
  while (open.length > 0) {
    const end = open.pop() ?? 0;
    const start = open.pop() ?? 0;
    let worst = tolerance * tolerance;
    let at = -1;
    for (let i = start + 1; i < end; i++) {
      const square = squareToSegment(x[i], y[i], x[start], y[start], x[end], y[end]);
      if (square > worst) {
        worst = square;
        at = i;
      }
    }
    if (at < 0) continue;
    keep[at] = 1;
    open.push(start, at, at, end);
  }
}

function squareToSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length));
  return (px - ax - share * dx) ** 2 + (py - ay - share * dy) ** 2;
}
