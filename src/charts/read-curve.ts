import { bisectLeft } from "d3-array";

/** What the worst-off `share` of people hold, straight between the points of a Lorenz curve. */
export function readCurve(
  curve: { readonly people: Float64Array; readonly held: Float64Array },
  share: number,
): number {
  const { people, held } = curve;
  const k = Math.max(1, Math.min(people.length - 1, bisectLeft(people, share)));
  const span = people[k] - people[k - 1];
  return span > 0 ? held[k - 1] + ((share - people[k - 1]) / span) * (held[k] - held[k - 1]) : held[k];
}
