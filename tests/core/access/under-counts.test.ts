import fc from "fast-check";
import { expect, it } from "vitest";
import { readUnderCounts, UNJUDGED, writeUnderCounts } from "../../../src/core/access/under-counts.ts";

const rest = { year: 2023, rule: "same-share", variants: 10 } as const;

it("is a character a unit: none, three, all ten, unjudged", () => {
  const file = writeUnderCounts({ ...rest, under: Uint8Array.of(0, 3, 10, UNJUDGED) });
  expect(file).toEqual({ ...rest, under: "03a-" });
});

it("reads back what was written, through JSON", () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 34 }), fc.constant(UNJUDGED));
  fc.assert(
    fc.property(fc.array(count), (counts) => {
      const known = { ...rest, variants: 34, under: Uint8Array.from(counts) };
      expect(readUnderCounts(JSON.parse(JSON.stringify(writeUnderCounts(known))))).toEqual(known);
    }),
  );
});

it("refuses what one character cannot hold", () => {
  expect(() => writeUnderCounts({ ...rest, variants: 36, under: Uint8Array.of(36) })).toThrow(RangeError);
});
