/**
 * Puts the `count` positions of least `values` first in `order` (Hoare's selection, ties by position), without sorting
 * them. `order` holds every position once.
 */
export function selectLeast(order: Uint32Array, values: Float64Array, count: number): void {
  let low = 0;
  let high = order.length - 1;
  const goal = count - 1;
  const before = (a: number, b: number) => values[a] < values[b] || (values[a] === values[b] && a < b);
  while (low < high) {
    const pivot = order[(low + high) >> 1];
    let i = low;
    let j = high;
    while (i <= j) {
      while (before(order[i], pivot)) i++;
      while (before(pivot, order[j])) j--;
      if (i > j) break;
      const moved = order[i];
      order[i++] = order[j];
      order[j--] = moved;
    }
    if (goal <= j) high = j;
    else if (goal >= i) low = i;
    else return;
  }
}
