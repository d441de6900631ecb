import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { encodeQr, MASKS, type QrCode } from "../../../src/core/qr/qr-code.ts";
import { alignmentCentres, blockPlan, sizeOf } from "../../../src/core/qr/qr-layout.ts";
import { correctionWords, multiply } from "../../../src/core/qr/reed-solomon.ts";

describe("correction words", () => {
  test("of « HELLO WORLD » at 1-M, the worked example of thonky.com/qr-code-tutorial", () => {
    const data = Uint8Array.of(32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17);
    expect(Array.from(correctionWords(data, 10))).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  });

  test("make every word of a code vanish at the roots", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.integer({ min: 7, max: 30 }), (data, count) => {
        expect(syndromes([...data, ...correctionWords(data, count)], count)).toEqual(new Array(count).fill(0));
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});

test("words of data by version, from table 7 of ISO/IEC 18004 at level M", () => {
  const published = { 1: 16, 2: 28, 5: 86, 7: 124, 10: 216, 20: 669, 25: 1000, 40: 2334 };
  for (const [version, words] of Object.entries(published)) expect(blockPlan(Number(version)).data).toBe(words);
});

test("centres of alignment, from annex E", () => {
  expect(alignmentCentres(7)).toEqual([6, 22, 38]);
  expect(alignmentCentres(14)).toEqual([6, 26, 46, 66]);
  expect(alignmentCentres(32)).toEqual([6, 34, 60, 86, 112, 138]);
});

test("what is drawn reads back as the text, whatever its length", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 700 }), (text) => {
      expect(readQr(encodeQr(text))).toBe(text);
    }),
    { seed: 2, numRuns: 40 },
  );
  expect(readQr(encodeQr("é".repeat(1165)))).toBe("é".repeat(1165));
});

test("beyond the largest version it says so", () => {
  expect(() => encodeQr("x".repeat(2332))).toThrow(FailureError);
});

/** Reads a flawless code back: format, mask, words, blocks, syndromes, bytes. Written apart from the encoder. */
function readQr({ size, dark }: QrCode): string {
  const at = (row: number, column: number) => dark[row * size + column];
  const version = (size - 17) / 4;
  expect(sizeOf(version)).toBe(size);
  let format = 0;
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((row) => [row, 8]).concat([7, 5, 4, 3, 2, 1, 0].map((k) => [8, k]));
  places.forEach(([row, column], k) => {
    format |= at(row, column) << k;
  });
  // Annex C, table C.1: format bits of level M by mask.
  const published = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0];
  const mask = published.indexOf(format);
  expect(mask).toBeGreaterThanOrEqual(0);
  const bits: number[] = [];
  for (let right = size - 1, isUpward = true; right > 0; right -= 2, isUpward = !isUpward) {
    if (right === 6) right--;
    for (let k = 0; k < size; k++) {
      const row = isUpward ? size - 1 - k : k;
      for (const column of [right, right - 1]) {
        if (!isFixed(row, column, size)) bits.push(at(row, column) ^ Number(MASKS[mask](row, column)));
      }
    }
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, k) =>
    Number.parseInt(bits.slice(k * 8, k * 8 + 8).join(""), 2),
  );
  const { blocks, data, correction } = blockPlan(version);
  const split: number[][] = Array.from({ length: blocks }, () => []);
  const short = Math.floor(data / blocks);
  let next = 0;
  for (let k = 0; k <= short; k++) {
    for (let b = 0; b < blocks; b++) if (k < short || b >= blocks - (data % blocks)) split[b].push(words[next++]);
  }
  const text = split.flat();
  for (let k = 0; k < correction; k++) for (const block of split) block.push(words[next++]);
  for (const block of split) expect(syndromes(block, correction)).toEqual(new Array(correction).fill(0));
  const stream = text.map((word) => word.toString(2).padStart(8, "0")).join("");
  expect(stream.slice(0, 4)).toBe("0100");
  const head = version < 10 ? 12 : 20;
  const length = Number.parseInt(stream.slice(4, head), 2);
  const bytes = Uint8Array.from({ length }, (_, k) => Number.parseInt(stream.slice(head + k * 8, head + k * 8 + 8), 2));
  return new TextDecoder().decode(bytes);
}

function isFixed(row: number, column: number, size: number): boolean {
  const version = (size - 17) / 4;
  const near = (a: number) => a < 9;
  const far = (a: number) => a >= size - 8;
  if (row === 6 || column === 6) return true;
  if ((near(row) && near(column)) || (near(row) && far(column)) || (far(row) && near(column))) return true;
  if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true;
  const centres = alignmentCentres(version);
  return centres.some((y) =>
    centres.some((x) => {
      const isFinder = (near(y) && (near(x) || far(x + 1))) || (far(y + 1) && near(x));
      return !isFinder && Math.abs(y - row) <= 2 && Math.abs(x - column) <= 2;
    }),
  );
}

function syndromes(words: readonly number[], count: number): readonly number[] {
  let root = 1;
  return Array.from({ length: count }, () => {
    const value = words.reduce((sum, word) => multiply(sum, root) ^ word, 0);
    root = multiply(root, 2);
    return value;
  });
}
