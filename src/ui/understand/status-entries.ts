import { STATUS_CLASS, ZERO_CLASS } from "../../core/classes.ts";
import type { Texts } from "../../i18n/fr.ts";
import { PATTERN_COLOURS } from "../../map/legend.ts";
import type { PatternKind } from "../../map/patterns.ts";
import type { LensEntry } from "./lens-view.ts";

const KINDS: readonly (readonly [PatternKind, number])[] = [
  ["zero", ZERO_CLASS],
  ["missing", STATUS_CLASS.missing],
  ["secret", STATUS_CLASS.secret],
  ["unreachable", STATUS_CLASS.unreachable],
];

/** Entries for the rows without a class that occur; « sans donnée » always. */
export function listStatusEntries(classes: Int8Array, t: Texts): readonly LensEntry[] {
  const found = new Set(classes);
  return KINDS.filter(([kind, index]) => kind === "missing" || found.has(index)).map(([kind, classIndex]) => ({
    classIndex,
    colour: PATTERN_COLOURS[kind],
    pattern: kind,
    label: kind === "zero" ? t.understand.legend.zero : t.statuses[kind],
  }));
}
