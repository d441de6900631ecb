/**
 * Moves positions apart until neighbours are at least their gap away, as little as possible (least squares), inside
 * `low … high` when there is room. `gap` is a distance, or that between two neighbours given by their indices.
 * Order is kept; the result is in the order given.
 */
export function dodge(
  wanted: readonly number[],
  gap: number | ((first: number, second: number) => number),
  low = Number.NEGATIVE_INFINITY,
  high = Number.POSITIVE_INFINITY,
): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const gapOf = (a: number, b: number) => (typeof gap === "number" ? gap : gap(a, b));
  const offsets: number[] = [0];
  for (let k = 1; k < order.length; k++) offsets.push(offsets[k - 1] + gapOf(order[k - 1], order[k]));
  // Subtracting the gaps turns «apart by a gap» into «not decreasing»: pool adjacent violators.
  const blocks: { sum: number; count: number }[] = [];
  for (let k = 0; k < order.length; k++) {
    blocks.push({ sum: wanted[order[k]] - offsets[k], count: 1 });
    for (let b = blocks.length - 1; b > 0 && mean(blocks[b - 1]) > mean(blocks[b]); b--) {
      const { sum, count } = blocks.pop() as { sum: number; count: number };
      blocks[b - 1].sum += sum;
      blocks[b - 1].count += count;
    }
  }
  const span = offsets.at(-1) ?? 0;
  const places = new Array<number>(wanted.length);
  let k = 0;
  for (const block of blocks) {
    const base = Math.max(low, Math.min(mean(block), high - span));
    for (let n = 0; n < block.count; n++, k++) places[order[k]] = base + offsets[k];
  }
  return places;
}

function mean({ sum, count }: { sum: number; count: number }): number {
  return sum / count;
}
