import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random, shuffleFirst } from "../../src/core/random.ts";

/** xoshiro128** from a known state, in big integers: an independent writing of Blackman & Vigna's reference C. */
function* referenceWords(start: readonly bigint[]): Generator<number> {
  const mask = 0xffffffffn;
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  const s = [...start];
  for (;;) {
    yield Number((rotate((s[1] * 5n) & mask, 7n) * 9n) & mask);
    const t = (s[1] << 9n) & mask;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 11n);
  }
}

/** SplitMix32 in big integers. */
function stateOf(seed: number): bigint[] {
  const mask = 0xffffffffn;
  let word = BigInt(seed) & mask;
  return Array.from({ length: 4 }, () => {
    word = (word + 0x9e3779b9n) & mask;
    let x = ((word ^ (word >> 16n)) * 0x21f0aaadn) & mask;
    x = ((x ^ (x >> 15n)) * 0x735a2d97n) & mask;
    return x ^ (x >> 15n);
  });
}

describe("seeded generator", () => {
  it.each([0, 1, 42, 4_294_967_295])("is xoshiro128** filled by SplitMix32, seed %i", (seed) => {
    const random = new Random(seed);
    const reference = referenceWords(stateOf(seed));
    for (let k = 0; k < 1000; k++) expect(random.next()).toBe(reference.next().value);
  });

  it("draws every value below a size as often: chi-square of 60,000 throws of a die under 20.5 (p 0.001)", () => {
    const random = new Random(7);
    const seen = new Float64Array(6);
    for (let k = 0; k < 60_000; k++) seen[random.below(6)]++;
    expect(seen.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(20.5);
  });

  it("draws again what would favour low numbers, as Lemire's method in big integers does", () => {
    const size = 2_000_003;
    const random = new Random(11);
    const words = referenceWords(stateOf(11));
    const uneven = 2n ** 32n % BigInt(size);
    let again = 0;
    for (let k = 0; k < 20_000; k++) {
      let product = BigInt(words.next().value) * BigInt(size);
      while (product % 2n ** 32n < uneven) {
        again++;
        product = BigInt(words.next().value) * BigInt(size);
      }
      expect(random.below(size)).toBe(Number(product >> 32n));
    }
    expect(again).toBeGreaterThan(0);
  });

  it("stays below any size, and in [0, 1)", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 21 }), (seed, size) => {
        const random = new Random(seed);
        const drawn = random.below(size);
        const unit = random.unit();
        return Number.isInteger(drawn) && drawn >= 0 && drawn < size && unit >= 0 && unit < 1;
      }),
    );
  });

  it("puts each of the 24 orders of four things first as often: chi-square under 49.7 (23 degrees, p 0.001)", () => {
    const random = new Random(3);
    const seen = new Map<string, number>();
    for (let k = 0; k < 24_000; k++) {
      const items = Float64Array.of(0, 1, 2, 3);
      shuffleFirst(items, 3, random);
      seen.set(items.join(), (seen.get(items.join()) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    expect([...seen.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)).toBeLessThan(49.7);
  });
});
