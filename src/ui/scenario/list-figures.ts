import type { ScenarioFigures } from "../../app/scenario-effects.ts";
import { type Figure, isDefined } from "../../core/inequality/figure.ts";
import { PROFESSION_RULES, type Profession } from "../../core/professions.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";

/** A figure of a territory before or after. */
export interface NamedFigure {
  /** `tenth-1` is the worst served tenth of people. */
  readonly key: "under" | "mean" | "gini" | "fifth" | "tenth-ratio" | `tenth-${number}`;
  readonly name: string;
  /** NaN where it is not defined. */
  pick(figures: ScenarioFigures): number;
  write(value: number): string;
  /** After less before, with its sign. */
  writeChange(change: number): string;
  readonly isMoreBetter: boolean;
}

export function listFigures(profession: Profession, threshold: number, f: Formats, t: Texts): readonly NamedFigure[] {
  const words = t.scenario.figures;
  const { access, change } = writeAccess(profession, f);
  return [
    {
      key: "under",
      name: words.under(f.limit(threshold)),
      pick: (of) => of.peopleUnder,
      write: f.people,
      writeChange: (value) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${f.people(Math.abs(value))}`,
      isMoreBetter: false,
    },
    { key: "mean", name: words.mean, pick: (of) => of.mean, write: access, writeChange: change, isMoreBetter: true },
    {
      key: "gini",
      name: words.gini,
      pick: (of) => known(of.gini),
      write: (value) => f.decimal(value, 3),
      writeChange: (value) => f.signed(value, 3),
      isMoreBetter: false,
    },
    {
      key: "fifth",
      name: words.fifth,
      pick: ({ incomeFifths }) => known(incomeFifths.find(({ id }) => id === "1")?.mean),
      write: access,
      writeChange: change,
      isMoreBetter: true,
    },
  ];
}

/** How unequal access is: the best served tenth of people over the worst served, then each tenth, worst served first. */
export function listTenths(profession: Profession, f: Formats, t: Texts): readonly NamedFigure[] {
  const words = t.scenario.figures;
  const { access, change } = writeAccess(profession, f);
  return [
    {
      key: "tenth-ratio",
      name: words.tenthRatio,
      pick: ({ tenthRatio }) => known(tenthRatio),
      write: (value) => f.decimal(value, 2),
      writeChange: (value) => f.signed(value, 2),
      isMoreBetter: false,
    },
    ...Array.from({ length: 10 }, (_, k): NamedFigure => {
      const rank = k + 1;
      return {
        key: `tenth-${rank}`,
        name: words.tenth(rank, f.ordinal(rank)),
        pick: ({ tenths }) => tenths[k] ?? Number.NaN,
        write: access,
        writeChange: change,
        isMoreBetter: true,
      };
    }),
  ];
}

function writeAccess(profession: Profession, f: Formats) {
  const digits = PROFESSION_RULES[profession].digits + 1;
  return {
    access: (value: number) => f.decimal(value, digits),
    change: (value: number) => f.signed(value, digits),
  };
}

function known(figure: Figure | undefined): number {
  return figure !== undefined && isDefined(figure) ? figure : Number.NaN;
}
