import { STATUS_CLASS, ZERO_CLASS } from "../core/classes.ts";
import { MISSING_COLOUR, SECRET_COLOUR, UNREACHABLE_COLOUR, ZERO_COLOUR } from "./palette.ts";
import type { PatternKind } from "./patterns.ts";

export interface LegendEntry {
  readonly kind: "class" | PatternKind;
  /** As in Choropleth.classes. */
  readonly classIndex: number;
  readonly colour: string;
  readonly pattern: PatternKind | null;
  /** Class limits in the indicator's unit, `from` included and `to` excluded; null: open, or not a class. */
  readonly from: number | null;
  readonly to: number | null;
  /** Areas drawn so. */
  readonly areas: number;
}

const SPECIAL: readonly (readonly [PatternKind, number])[] = [
  ["zero", ZERO_CLASS],
  ["missing", STATUS_CLASS.missing],
  ["secret", STATUS_CLASS.secret],
  ["unreachable", STATUS_CLASS.unreachable],
];

/** Fill under each pattern. */
export const PATTERN_COLOURS: Readonly<Record<PatternKind, string>> = {
  zero: ZERO_COLOUR,
  missing: MISSING_COLOUR,
  secret: SECRET_COLOUR,
  unreachable: UNREACHABLE_COLOUR,
};

/**
 * What the map's colours mean: zero if any, then every class lowest first even when empty, then the reasons for having
 * no value that occur. `breaks` are the limits given to `classify`, `palette` has one colour more.
 */
export function describeLegend(
  palette: readonly string[],
  breaks: readonly number[],
  classes: Int8Array,
): readonly LegendEntry[] {
  const counts = new Map<number, number>();
  for (const index of classes) counts.set(index, (counts.get(index) ?? 0) + 1);
  const special = SPECIAL.flatMap(([kind, classIndex]): LegendEntry[] => {
    const areas = counts.get(classIndex) ?? 0;
    return areas > 0
      ? [{ kind, classIndex, colour: PATTERN_COLOURS[kind], pattern: kind, from: null, to: null, areas }]
      : [];
  });
  const ordinary = palette.map((colour, classIndex): LegendEntry => {
    const [from, to] = [breaks[classIndex - 1] ?? null, breaks[classIndex] ?? null];
    return { kind: "class", classIndex, colour, pattern: null, from, to, areas: counts.get(classIndex) ?? 0 };
  });
  const zero = special.filter((entry) => entry.kind === "zero");
  return [...zero, ...ordinary, ...special.filter((entry) => entry.kind !== "zero")];
}
