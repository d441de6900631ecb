/** Prints a line of figures: benches print, they never judge. */
export function report(name: string, figures: Readonly<Record<string, number>>): void {
  const texts = Object.entries(figures).map(([key, value]) => `${key} ${Number(value.toPrecision(4))}`);
  console.log(`${name}: ${texts.join(", ")}`);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
