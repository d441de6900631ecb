import { encodeUtf8 } from "../contributions/utf8.ts";
import { FailureError } from "../failure.ts";
import { alignmentCentres, blockPlan, sizeOf, VERSIONS } from "./qr-layout.ts";
import { correctionWords } from "./reed-solomon.ts";

/** A square of modules, row by row: 1 is dark. The margin of four modules is left to whoever draws it. */
export interface QrCode {
  readonly size: number;
  readonly dark: Uint8Array;
}

/** Whether a mask turns a module over, by its number (ISO/IEC 18004, table 10). */
export const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** QR code of a text in UTF-8, byte mode, correction level M, the smallest version that holds it. Throws `bad-input` beyond 2331 bytes. */
export function encodeQr(text: string): QrCode {
  const bytes = encodeUtf8(text);
  let version = 1;
  while (version <= VERSIONS && headBits(version) + bytes.length * 8 > blockPlan(version).data * 8) version++;
  if (version > VERSIONS) throw new FailureError("bad-input", { name: "qr", bytes: bytes.length });
  const words = interleave(packWords(bytes, version), version);
  const size = sizeOf(version);
  const sheet: Sheet = { size, dark: new Uint8Array(size * size), fixed: new Uint8Array(size * size) };
  drawFixed(sheet, version);
  drawWords(sheet, words);
  let best: QrCode | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < MASKS.length; mask++) {
    const masked = { ...sheet, dark: sheet.dark.slice() };
    for (let k = 0; k < masked.dark.length; k++) {
      if (sheet.fixed[k] === 0 && MASKS[mask](Math.floor(k / size), k % size)) masked.dark[k] ^= 1;
    }
    drawFormat(masked, mask);
    const cost = penaltyOf(masked);
    if (cost < least) [best, least] = [{ size, dark: masked.dark }, cost];
  }
  return best!;
}

interface Sheet {
  readonly size: number;
  readonly dark: Uint8Array;
  /** 1: not for words. */
  readonly fixed: Uint8Array;
}

/** Mode and length. */
function headBits(version: number): number {
  return 4 + (version < 10 ? 8 : 16);
}

function packWords(bytes: Uint8Array, version: number): Uint8Array {
  const words = new Uint8Array(blockPlan(version).data);
  let bits = 0;
  const put = (value: number, length: number) => {
    for (let k = length - 1; k >= 0; k--, bits++) words[bits >> 3] |= ((value >> k) & 1) << (7 - (bits & 7));
  };
  put(0b0100, 4);
  put(bytes.length, headBits(version) - 4);
  for (const byte of bytes) put(byte, 8);
  const end = Math.min(bits + 4, words.length * 8);
  for (let k = Math.ceil(end / 8), pad = 0xec; k < words.length; k++, pad ^= 0xec ^ 0x11) words[k] = pad;
  return words;
}

/** Words of data block by block, then those of correction, one of each block in turn. */
function interleave(data: Uint8Array, version: number): Uint8Array {
  const plan = blockPlan(version);
  const blocks: Uint8Array[] = [];
  for (let k = 0, from = 0; k < plan.blocks; k++) {
    const length = plan.shortData + (k < plan.shortBlocks ? 0 : 1);
    blocks.push(data.subarray(from, from + length));
    from += length;
  }
  const corrections = blocks.map((block) => correctionWords(block, plan.correction));
  const found: number[] = [];
  for (let k = 0; k <= plan.shortData; k++) for (const block of blocks) if (k < block.length) found.push(block[k]);
  for (let k = 0; k < plan.correction; k++) for (const block of corrections) found.push(block[k]);
  return Uint8Array.from(found);
}

function drawFixed(sheet: Sheet, version: number): void {
  const { size } = sheet;
  for (let k = 0; k < size; k++) {
    fix(sheet, 6, k, k % 2 === 0);
    fix(sheet, k, 6, k % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ]) {
    drawRings(sheet, row, column, 4, [0, 1, 3]);
  }
  const centres = alignmentCentres(version);
  const last = centres.length - 1;
  for (let i = 0; i <= last; i++) {
    for (let j = 0; j <= last; j++) {
      const isFinder = (i === 0 && (j === 0 || j === last)) || (i === last && j === 0);
      if (!isFinder) drawRings(sheet, centres[i], centres[j], 2, [0, 2]);
    }
  }
  drawFormat(sheet, 0);
  if (version < 7) return;
  const bits = (version << 12) | divide(version << 12, 0x1f25, 12);
  for (let k = 0; k < 18; k++) {
    const [far, near] = [size - 11 + (k % 3), Math.floor(k / 3)];
    fix(sheet, near, far, ((bits >> k) & 1) === 1);
    fix(sheet, far, near, ((bits >> k) & 1) === 1);
  }
}

function drawRings(sheet: Sheet, row: number, column: number, radius: number, dark: readonly number[]): void {
  for (let i = -radius; i <= radius; i++) {
    for (let j = -radius; j <= radius; j++) {
      const [y, x] = [row + i, column + j];
      const isInside = y >= 0 && y < sheet.size && x >= 0 && x < sheet.size;
      if (isInside) fix(sheet, y, x, dark.includes(Math.max(Math.abs(i), Math.abs(j))));
    }
  }
}

/** Level M and the mask, twice. */
function drawFormat(sheet: Sheet, mask: number): void {
  const { size } = sheet;
  const bits = ((mask << 10) | divide(mask << 10, 0x537, 10)) ^ 0x5412;
  for (let k = 0; k < 15; k++) {
    const isDark = ((bits >> k) & 1) === 1;
    const along = k < 6 ? k : k < 8 ? k + 1 : 14 - k;
    if (k < 8) fix(sheet, along, 8, isDark);
    else fix(sheet, 8, k === 8 ? 7 : along, isDark);
    if (k < 8) fix(sheet, 8, size - 1 - k, isDark);
    else fix(sheet, size - 15 + k, 8, isDark);
  }
  fix(sheet, size - 8, 8, true);
}

/** Up and down columns of two, from the right, around column 6. */
function drawWords({ size, dark, fixed }: Sheet, words: Uint8Array): void {
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const isUpward = ((right + 1) & 2) === 0;
    for (let k = 0; k < size * 2; k++) {
      const row = isUpward ? size - 1 - (k >> 1) : k >> 1;
      const at = row * size + right - (k & 1);
      if (fixed[at] === 1 || bit >= words.length * 8) continue;
      dark[at] = (words[bit >> 3] >> (7 - (bit & 7))) & 1;
      bit++;
    }
  }
}

function fix({ size, dark, fixed }: Sheet, row: number, column: number, isDark: boolean): void {
  dark[row * size + column] = isDark ? 1 : 0;
  fixed[row * size + column] = 1;
}

/** Remainder of a polynomial over GF(2). */
function divide(value: number, divisor: number, degree: number): number {
  let rest = value;
  for (let k = 31; k >= degree; k--) if ((rest >>> k) & 1) rest ^= divisor << (k - degree);
  return rest;
}

/** How hard a code is to read: runs, blocks, what looks like a finder, imbalance (7.8.3). */
function penaltyOf({ size, dark }: QrCode): number {
  const at = (row: number, column: number) => dark[row * size + column];
  let cost = 0;
  for (const line of [at, (i: number, j: number) => at(j, i)]) {
    for (let i = 0; i < size; i++) {
      let run = 0;
      let last = 0;
      for (let j = 0; j < size; j++) {
        run = j > 0 && line(i, j) === line(i, j - 1) ? run + 1 : 1;
        if (run === 5) cost += 3;
        else if (run > 5) cost++;
        last = ((last << 1) | line(i, j)) & 0x7ff;
        if (j >= 10 && (last === 0b10111010000 || last === 0b00001011101)) cost += 40;
      }
    }
  }
  let count = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      count += at(i, j);
      if (i === 0 || j === 0) continue;
      const same = at(i, j) === at(i - 1, j) && at(i, j) === at(i, j - 1) && at(i, j) === at(i - 1, j - 1);
      if (same) cost += 3;
    }
  }
  return cost + 10 * Math.floor(Math.abs((count * 20) / (size * size) - 10));
}
