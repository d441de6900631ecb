import type { IncomeCrossAnswer } from "../../app/spatial.ts";
import { STATUS_CLASS } from "../../core/classes.ts";
import { NO_CLASS } from "../../core/classify/bivariate-classes.ts";
import { PROFESSION_RULES, type Series } from "../../core/professions.ts";
import { STATUS_CODE } from "../../core/status.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { PATTERN_COLOURS } from "../../map/legend.ts";
import type { LensColumn, LensView } from "../understand/lens-view.ts";

/**
 * 3·(third of access) + third of income: little access is brown, low income blue, both nearly black. Any two are 24 or more
 * apart (CIE 1976) in normal vision and in simulated protanopia, deuteranopia and tritanopia (Machado et al. 2009).
 */
export const CROSS_PALETTE = [
  "#1f1030",
  "#6e3b12",
  "#c67a10",
  "#43348a",
  "#8d8480",
  "#e9bd72",
  "#5c93dd",
  "#a8c8ea",
  "#f5f6f4",
] as const;

/** Each commune by its third of access and of income; secret incomes apart from missing values. */
export function viewCrossed(answer: IncomeCrossAnswer, series: Series, f: Formats, t: Texts): LensView {
  const words = t.crossed;
  const { values, income } = answer;
  const { digits } = PROFESSION_RULES[series.profession];
  const classes = Int8Array.from(answer.classes, (crossed, row) =>
    crossed !== NO_CLASS ? crossed : isSecret(answer, row) ? STATUS_CLASS.secret : STATUS_CLASS.missing,
  );
  const access = (row: number) => (Number.isNaN(values[row]) ? t.statuses.missing : f.decimal(values[row], digits + 1));
  const euros = (row: number) => {
    if (!Number.isNaN(income[row])) return f.euros(income[row]);
    return answer.incomeStatuses[row] === STATUS_CODE.secret ? t.statuses.secret : t.statuses.missing;
  };
  const level = (row: number) => {
    if (classes[row] >= 0) return nameCell(classes[row], t);
    return classes[row] === STATUS_CLASS.secret ? words.secretClass : words.missingClass;
  };
  return {
    units: answer.units,
    classes,
    dimmed: new Uint8Array(classes.length),
    palette: CROSS_PALETTE,
    title: words.legend,
    topic: "crossed",
    entries: [
      {
        classIndex: STATUS_CLASS.secret,
        colour: PATTERN_COLOURS.secret,
        pattern: "secret",
        label: words.secretClass,
      },
      {
        classIndex: STATUS_CLASS.missing,
        colour: PATTERN_COLOURS.missing,
        pattern: "missing",
        label: words.missingClass,
      },
    ],
    note: words.note,
    describe: (row) => ({
      value: words.value(access(row), Number.isNaN(values[row]) ? "" : t.units.short[series.profession], euros(row)),
      level: level(row),
    }),
    columns: listColumns(answer, series, { access, euros, level }, t),
    fileName: `acces-revenus-${series.profession}-${series.year}`,
  };
}

/** « peu d'accès, bas revenus ». */
export function nameCell(crossed: number, t: Texts): string {
  const { access, income, cell } = t.crossed;
  return cell(access[Math.floor(crossed / 3)], income[crossed % 3]);
}

function isSecret({ values, incomeStatuses }: IncomeCrossAnswer, row: number): boolean {
  return !Number.isNaN(values[row]) && incomeStatuses[row] === STATUS_CODE.secret;
}

interface RowWords {
  access(row: number): string;
  euros(row: number): string;
  level(row: number): string;
}

function listColumns(
  { values, income, classes }: IncomeCrossAnswer,
  { profession }: Series,
  words: RowWords,
  t: Texts,
): readonly LensColumn[] {
  const { table } = t.crossed;
  const rank = (row: number) => (classes[row] === NO_CLASS ? Number.NaN : classes[row]);
  const third = (row: number, part: (crossed: number) => number) =>
    classes[row] === NO_CLASS ? Number.NaN : part(classes[row]) + 1;
  return [
    {
      key: "value",
      header: table.class,
      cell: words.level,
      text: words.level,
      compare: (a, b) => rank(a) - rank(b),
      csvHeader: "access_third",
      csv: (row) => third(row, (crossed) => Math.floor(crossed / 3)),
    },
    {
      key: "income",
      header: table.income,
      align: "end",
      width: 148,
      cell: words.euros,
      compare: (a, b) => income[a] - income[b],
      csvHeader: "median_income",
      csv: (row) => income[row],
    },
    {
      key: "access",
      header: `${table.access} (${t.units.short[profession]})`,
      align: "end",
      width: 176,
      cell: words.access,
      compare: (a, b) => values[a] - values[b],
      csvHeader: "value",
      csv: (row) => values[row],
    },
    {
      key: "income_third",
      header: table.incomeThird,
      width: 132,
      cell: (row) => (classes[row] === NO_CLASS ? "" : t.crossed.income[classes[row] % 3]),
      compare: (a, b) => third(a, (crossed) => crossed % 3) - third(b, (crossed) => crossed % 3),
      csvHeader: "income_third",
      csv: (row) => third(row, (crossed) => crossed % 3),
    },
  ];
}
