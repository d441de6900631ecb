import type { ZoningAnswer } from "../../app/zoning.ts";

/** An area the figures class otherwise once other access is brought; classes of the rule, −1 for none. */
interface ChangedArea {
  readonly area: number;
  readonly before: number;
  readonly after: number;
}

/** The most people of the territory first. */
export function listChangedAreas({ areas }: ZoningAnswer): readonly ChangedArea[] {
  const { before, classes, peopleInside } = areas;
  if (before === null) return [];
  return Array.from(classes.keys())
    .filter((area) => before.classes[area] !== classes[area])
    .map((area) => ({ area, before: before.classes[area], after: classes[area] }))
    .toSorted((a, b) => peopleInside[b.area] - peopleInside[a.area]);
}

/** People of the territory by class of the rule, published and with what was brought. */
export function countByClass({ rule, areas }: ZoningAnswer): readonly { before: number; after: number }[] {
  const { before, classes, peopleInside } = areas;
  const sum = (of: Int8Array, k: number) =>
    peopleInside.reduce((total, people, area) => (of[area] === k ? total + people : total), 0);
  return rule.classes.map((_, k) => ({ before: sum(before?.classes ?? classes, k), after: sum(classes, k) }));
}
