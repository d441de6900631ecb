import type { Figure, Undefined } from "./figure.ts";
import { type WeightedRows, whyNoShares } from "./weighted-rows.ts";

export interface Concentration {
  /** From −1, everything held by the lowest ranks, to 1, by the highest. */
  readonly index: number;
  /** Kakwani, Wagstaff & van Doorslaer 1997, n the number of rows, not of people. */
  readonly standardError: number;
}

/**
 * Concentration index of rows ordered by another key (income, deprivation): 2/μ Σ f x R − 1, R the fractional mid-rank.
 * Rows of equal key share one block of the rank: one mid-rank, one straight piece of the concentration curve.
 * var = [Σ f a² − (1 + C)²] / n, a = (x/μ)(2R − 1 − C) + 2 − q − q′, q and q′ the curve at both ends of the block.
 */
export function concentration(rows: WeightedRows): Concentration | Undefined {
  const reason = whyNoShares(rows);
  if (reason) return reason;
  const { values, weights, total, mean } = rows;
  const blocks = listBlocks(rows);
  let product = 0;
  for (const { from, to, midRank } of blocks) {
    for (let k = from; k < to; k++) product += weights[k] * (values[k] / mean) * midRank;
  }
  const index = (2 * product) / total - 1;
  let squares = 0;
  for (const { from, to, midRank, curve } of blocks) {
    for (let k = from; k < to; k++) {
      const a = (values[k] / mean) * (2 * midRank - 1 - index) + 2 - curve;
      squares += weights[k] * a * a;
    }
  }
  const variance = (squares / total - (1 + index) ** 2) / values.length;
  return { index, standardError: Math.sqrt(Math.max(0, variance)) };
}

/** Erreygers' index of a variable bounded by [a, b]: 4μ/(b − a)·C. Erreygers 2009. */
export function erreygers(rows: WeightedRows, bounds: readonly [number, number]): Figure {
  const measured = concentration(rows);
  if ("because" in measured) return measured;
  const [least, most] = bounds;
  const isInside = rows.values.every((value) => value >= least && value <= most);
  if (!(isInside && least < most)) return { because: "outside-bounds" };
  return ((4 * rows.mean) / (most - least)) * measured.index;
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly midRank: number;
  /** Sum of the concentration curve before and after the block. */
  readonly curve: number;
}

function listBlocks({ keys, values, weights, total, mean }: WeightedRows): readonly Block[] {
  const blocks: Block[] = [];
  let rank = 0;
  let held = 0;
  for (let from = 0, to = 0; from < keys.length; from = to) {
    let people = 0;
    let own = 0;
    for (; to < keys.length && keys[to] === keys[from]; to++) {
      people += weights[to] / total;
      own += (weights[to] * values[to]) / (total * mean);
    }
    blocks.push({ from, to, midRank: rank + people / 2, curve: 2 * held + own });
    rank += people;
    held += own;
  }
  return blocks;
}
