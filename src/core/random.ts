const WORD = 4_294_967_296;

/**
 * Seeded generator of 32-bit words, the same numbers in every engine: xoshiro128** 1.1 (Blackman & Vigna 2018), its state
 * filled by SplitMix32 from the seed. Period 2¹²⁸ − 1; not for secrets.
 */
export class Random {
  readonly #state = new Int32Array(4);

  /** `seed`: a whole number; its lowest 32 bits count. */
  constructor(seed: number) {
    let word = seed | 0;
    for (let k = 0; k < 4; k++) {
      word = (word + 0x9e3779b9) | 0;
      let x = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
      x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
      this.#state[k] = x ^ (x >>> 15);
    }
  }

  /** Uniform on 0 … 2³² − 1. */
  next(): number {
    const state = this.#state;
    const second = state[1];
    const scrambled = Math.imul(second, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const third = state[2] ^ state[0];
    const fourth = state[3] ^ second;
    state[1] = second ^ third;
    state[0] ^= fourth;
    state[2] = third ^ (second << 9);
    state[3] = (fourth << 11) | (fourth >>> 21);
    return result >>> 0;
  }

  /** Uniform on 0 … `size` − 1, without bias (Lemire 2019); 1 ≤ `size` ≤ 2²¹, so that products of doubles are exact. */
  below(size: number): number {
    let product = this.next() * size;
    if (product >>> 0 < size) {
      const uneven = WORD % size;
      while (product >>> 0 < uneven) product = this.next() * size;
    }
    return Math.floor(product / WORD);
  }

  /** Uniform on [0, 1) in steps of 2⁻⁵³. */
  unit(): number {
    return ((this.next() >>> 5) * 67_108_864 + (this.next() >>> 6)) / 9_007_199_254_740_992;
  }
}

/**
 * Puts the first `count` places of `items` in random order, drawn from all of them (Fisher & Yates, Durstenfeld 1964). One
 * type of array alone, numbers or whole ids: two would make the loop twice as slow.
 */
export function shuffleFirst(items: Float64Array, count: number, random: Random): void {
  for (let i = 0; i < count; i++) {
    const j = i + random.below(items.length - i);
    const moved = items[i];
    items[i] = items[j];
    items[j] = moved;
  }
}
