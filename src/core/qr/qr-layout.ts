/** Correction level M of ISO/IEC 18004, table 9: about 15 % of a code can be spoilt. By version, from 1. */
const CORRECTION_BY_BLOCK = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35,
  37, 38, 40, 43, 45, 47, 49,
];
export const VERSIONS = BLOCKS.length;

/** Words of a version, and how they are cut into blocks: the last ones hold a word of data more. */
export interface BlockPlan {
  readonly data: number;
  readonly blocks: number;
  readonly correction: number;
  readonly shortBlocks: number;
  readonly shortData: number;
}

export function blockPlan(version: number): BlockPlan {
  const all = Math.floor(countDataModules(version) / 8);
  const blocks = BLOCKS[version - 1];
  const correction = CORRECTION_BY_BLOCK[version - 1];
  const shortBlocks = blocks - (all % blocks);
  const shortData = Math.floor(all / blocks) - correction;
  return { data: all - blocks * correction, blocks, correction, shortBlocks, shortData };
}

export function sizeOf(version: number): number {
  return version * 4 + 17;
}

/** Rows, and columns, of the centres of the small squares that straighten an image (annex E). */
export function alignmentCentres(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const last = sizeOf(version) - 7;
  return [6, ...Array.from({ length: count - 1 }, (_, k) => last - (count - 2 - k) * step)];
}

/** Modules left for words once finders, timings, alignments, format and version are drawn. */
function countDataModules(version: number): number {
  let count = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const centres = Math.floor(version / 7) + 2;
    count -= (25 * centres - 10) * centres - 55;
    if (version >= 7) count -= 36;
  }
  return count;
}
