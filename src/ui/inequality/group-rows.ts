import type { GroupedAccess } from "../../app/inequality.ts";
import type { GroupBar } from "../../charts/group-bars.tsx";
import { isDefined } from "../../core/inequality/figure.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";

/** Groups of a grouping, named. */
export function listGroupRows({ by, groups }: GroupedAccess, f: Formats, t: Texts): readonly GroupBar[] {
  return groups.map(({ id, incomes, people, mean, shortfall }) => ({
    key: id,
    name: nameGroup(by, id, incomes, f, t),
    detail: t.inequality.groups.people(f.people(people)),
    mean: isDefined(mean) ? mean : Number.NaN,
    under: isDefined(shortfall) ? shortfall.headcount : Number.NaN,
  }));
}

function nameGroup(
  by: GroupedAccess["by"],
  id: string,
  incomes: readonly [number, number] | null,
  f: Formats,
  t: Texts,
): string {
  const words = t.inequality.groups;
  switch (by) {
    case "income-fifth": {
      const name = words.fifths[Number(id) - 1];
      return incomes ? words.fifth(name, f.integer(incomes[0]), f.euros(incomes[1])) : name;
    }
    case "density":
      return words.densities[id as keyof typeof words.densities];
    case "urban-unit":
      return words.units[id as keyof typeof words.units];
    case "age":
      return words.ages[id as keyof typeof words.ages];
    case "car":
      return words.cars[id as keyof typeof words.cars];
  }
}
