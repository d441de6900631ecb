import type { SiteLifts } from "./shortfall.ts";

/** What some people lack under a threshold and what sites would bring them: rows of `lifts`, `weights` and `access` agree. */
export interface Shortfall {
  readonly lifts: SiteLifts;
  readonly weights: Float64Array;
  readonly access: Float64Array;
  readonly threshold: number;
}

/**
 * Several shortfalls that the same sites fill, as one: Σ_q importance_q · Σ_i weight_iq · max(0, T_q − A_iq) / T_q, so that
 * units do not count (the normalised gap of Foster, Greer & Thorbecke 1984). Rows of one part after those of the other, on a
 * threshold of 1: a sum of concave functions of the same sites is still one, so the search stays the same.
 */
export function sumShortfalls(parts: readonly (Shortfall & { readonly importance: number })[]): Shortfall {
  const sites = parts[0].lifts.sites;
  const starts = [0];
  for (const { access } of parts) starts.push(starts[starts.length - 1] + access.length);
  const rows = starts[parts.length];
  const offsets = new Uint32Array(sites + 1);
  for (let j = 0; j < sites; j++) {
    offsets[j + 1] = offsets[j];
    for (const { lifts } of parts) offsets[j + 1] += lifts.offsets[j + 1] - lifts.offsets[j];
  }
  const targets = new Uint32Array(offsets[sites]);
  const values = new Float64Array(targets.length);
  for (let j = 0, at = 0; j < sites; j++) {
    for (let q = 0; q < parts.length; q++) {
      const { lifts, threshold } = parts[q];
      for (let k = lifts.offsets[j]; k < lifts.offsets[j + 1]; k++, at++) {
        targets[at] = starts[q] + lifts.targets[k];
        values[at] = lifts.lifts[k] / threshold;
      }
    }
  }
  const weights = new Float64Array(rows);
  const access = new Float64Array(rows);
  parts.forEach((part, q) => {
    for (let i = 0; i < part.access.length; i++) {
      weights[starts[q] + i] = part.importance * part.weights[i];
      access[starts[q] + i] = part.access[i] / part.threshold;
    }
  });
  return { lifts: { origins: rows, sites, offsets, targets, lifts: values }, weights, access, threshold: 1 };
}
