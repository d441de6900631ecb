/** What a row, a column or a result is called: a key the interface translates, and a number where there are several. */
export interface Name {
  readonly key: NameKey;
  readonly number?: number;
}

export type NameKey =
  | "access"
  | "after"
  | "atkinsonHalf"
  | "atkinsonOne"
  | "before"
  | "between"
  | "capacity"
  | "concentration"
  | "conserved"
  | "contribution"
  | "demand"
  | "depth"
  | "erreygers"
  | "fraction"
  | "gap"
  | "gini"
  | "headcount"
  | "held"
  | "hoover"
  | "income"
  | "limit"
  | "load"
  | "logDeviation"
  | "minutes"
  | "people"
  | "place"
  | "practice"
  | "published"
  | "rank"
  | "ratio"
  | "recomputed"
  | "severity"
  | "standardError"
  | "step"
  | "sum"
  | "supply"
  | "tau"
  | "theil"
  | "threshold"
  | "value"
  | "weight"
  | "weighted"
  | "within";

export type TableKey =
  | "choice"
  | "concentrated"
  | "contributions"
  | "curve"
  | "decay"
  | "limit"
  | "minutes"
  | "places"
  | "practices"
  | "reached"
  | "shares"
  | "shortfall"
  | "sites"
  | "squares"
  | "start"
  | "tau"
  | "threshold"
  | "weights";

/** A small table of numbers: what an example starts from, or a step on its way. */
export interface NumberTable {
  readonly key: TableKey;
  readonly rows: readonly Name[];
  readonly columns: readonly Name[];
  /** One line per row, one number per column; NaN where there is none. */
  readonly cells: readonly (readonly number[])[];
}

/** A figure known before ours was computed, from somewhere else. */
export interface Expected {
  readonly name: Name;
  readonly value: number;
  /** Largest distance that still counts as the same. */
  readonly tolerance: number;
  /** Digits it was given with. */
  readonly digits: number;
}

export interface Computed {
  /** In the order of `expected`; NaN where the figure does not exist for these inputs. */
  readonly values: readonly number[];
  /** The same by hand: the formula written out, apart from the code under test. */
  readonly steps: readonly NumberTable[];
}

export const EXAMPLE_FAMILIES = ["apl", "catchments", "congestion", "inequality"] as const;
export type ExampleFamily = (typeof EXAMPLE_FAMILIES)[number];

/** A worked example: what goes in, what must come out and who says so. `compute` runs the code the application runs. */
export interface Example<Id extends string = string> {
  readonly id: Id;
  readonly family: ExampleFamily;
  /** Whether somebody published the expected figures, or they were worked by hand from the published formula. */
  readonly origin: "published" | "by-hand";
  readonly inputs: readonly NumberTable[];
  readonly expected: readonly Expected[];
  compute(inputs: readonly NumberTable[]): Computed;
}

/** Whether each figure is the expected one within its tolerance; a figure that does not exist is not. */
export function judge(expected: readonly Expected[], values: readonly number[]): readonly boolean[] {
  return expected.map(({ value, tolerance }, i) => Math.abs(values[i] - value) <= tolerance);
}

/** The column of a table by position. */
export function columnOf({ cells }: NumberTable, column: number): readonly number[] {
  return cells.map((row) => row[column]);
}

export const named = (key: NameKey, count: number): readonly Name[] =>
  Array.from({ length: count }, (_, i) => ({ key, number: i + 1 }));
