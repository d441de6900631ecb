import { FailureError } from "../../failure.ts";

/** Distinct reporters of one closed period in one cell of the fixed grid: nobody is in two cells of a period. */
export interface Cell {
  /** Finest territory published. */
  readonly unit: string;
  /** The territory its unit lies in, whose rest may be told. */
  readonly parent: string;
  /** Everything else that makes the cell: profession, kind. */
  readonly key: string;
  readonly reporters: number;
}

export interface PublishedCell {
  /** null: the other units of the parent together. */
  readonly unit: string | null;
  readonly parent: string;
  readonly key: string;
  /** Rounded. */
  readonly reporters: number;
}

/** Periods already told, which no later release changes. */
export type Releases = ReadonlyMap<string, readonly PublishedCell[]>;

export interface SmallNumberRule {
  /** Fewest reporters told: 11 unless decided otherwise, never under 5. */
  readonly fewest: number;
  /** Counts are rounded to a multiple of it. */
  readonly roundTo: number;
}

export const FEWEST = 11;
export const LEAST_FEWEST = 5;
export const ROUND_TO = 5;

/**
 * What may be told of a period. A cell is told from `fewest` reporters on. The others of a parent are told together, when
 * they are at least `fewest` and each of them alone could be 0: s ≤ (m − 1)·(fewest − 1) for m cells and their sum s. What is
 * told never overlaps, totals are sums of it (`sumPublished`), so no subtraction finds a cell; and an untold cell could
 * always be 0, so that not even its being there is told. `cells` are all cells of the grid, those with 0 included: which
 * cells there are must not depend on the reports. Throws `bad-input` for a rule under the floor or a cell given twice.
 */
export function publishPeriod(cells: readonly Cell[], rule: SmallNumberRule): readonly PublishedCell[] {
  const { fewest, roundTo } = rule;
  if (!(fewest >= LEAST_FEWEST && roundTo >= 1)) throw new FailureError("bad-input", { fewest, roundTo });
  const round = (count: number) => Math.round(count / roundTo) * roundTo;
  const told: PublishedCell[] = [];
  const rests = new Map<string, { parent: string; key: string; count: number; sum: number }>();
  const seen = new Set<string>();
  for (const { unit, parent, key, reporters } of cells) {
    const name = JSON.stringify([unit, key]);
    if (seen.has(name)) throw new FailureError("bad-input", { unit, key, problem: "cell given twice" });
    seen.add(name);
    if (reporters >= fewest) {
      told.push({ unit, parent, key, reporters: round(reporters) });
      continue;
    }
    const group = JSON.stringify([parent, key]);
    const rest = rests.get(group) ?? { parent, key, count: 0, sum: 0 };
    rests.set(group, { ...rest, count: rest.count + 1, sum: rest.sum + reporters });
  }
  for (const { parent, key, count, sum } of rests.values()) {
    if (sum < fewest || sum > (count - 1) * (fewest - 1)) continue;
    told.push({ unit: null, parent, key, reporters: round(sum) });
  }
  return told;
}

/**
 * Adds a closed period to what was told. A period is told once: late reports belong to the period they came in.
 */
export function releasePeriod(
  before: Releases,
  period: string,
  cells: readonly Cell[],
  rule: SmallNumberRule,
): Releases {
  if (before.has(period)) throw new FailureError("bad-input", { period, problem: "already released" });
  return new Map([...before, [period, publishPeriod(cells, rule)]]);
}

/** The only totals there are: sums of what is told, of a parent or everything. */
export function sumPublished(cells: readonly PublishedCell[], parent?: string): number {
  return cells.reduce((sum, cell) => sum + (parent === undefined || cell.parent === parent ? cell.reporters : 0), 0);
}
