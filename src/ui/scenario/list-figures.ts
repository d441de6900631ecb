import type { ScenarioFigures } from "../../app/scenario-effects.ts";
import { type Figure, isDefined } from "../../core/inequality/figure.ts";
import { PROFESSION_RULES, type Profession } from "../../core/professions.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";

/** A figure of a territory before or after. */
export interface NamedFigure {
  readonly key: "under" | "mean" | "gini" | "fifth";
  readonly name: string;
  /** NaN where it is not defined. */
  pick(figures: ScenarioFigures): number;
  write(value: number): string;
  readonly isMoreBetter: boolean;
}

export function listFigures(profession: Profession, threshold: number, f: Formats, t: Texts): readonly NamedFigure[] {
  const words = t.scenario.figures;
  const access = (value: number) => f.decimal(value, PROFESSION_RULES[profession].digits + 1);
  return [
    {
      key: "under",
      name: words.under(f.limit(threshold)),
      pick: (of) => of.peopleUnder,
      write: f.people,
      isMoreBetter: false,
    },
    { key: "mean", name: words.mean, pick: (of) => of.mean, write: access, isMoreBetter: true },
    {
      key: "gini",
      name: words.gini,
      pick: (of) => known(of.gini),
      write: (value) => f.decimal(value, 3),
      isMoreBetter: false,
    },
    {
      key: "fifth",
      name: words.fifth,
      pick: ({ incomeFifths }) => known(incomeFifths.find(({ id }) => id === "1")?.mean),
      write: access,
      isMoreBetter: true,
    },
  ];
}

function known(figure: Figure | undefined): number {
  return figure !== undefined && isDefined(figure) ? figure : Number.NaN;
}
