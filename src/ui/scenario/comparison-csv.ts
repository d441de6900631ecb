import type { NamedComparison } from "../../app/scenario-effects.ts";
import { PROFESSION_UNITS } from "../../core/professions.ts";
import { formatTerritory } from "../../core/territory.ts";
import { writeCsv } from "../parts/write-csv.ts";
import type { NamedFigure } from "./list-figures.ts";

/** Name and text of a CSV with a line per figure: today, then with each scenario; no label depends on the language. */
export function writeComparisonCsv(
  { scenarios, peopleBestServed }: NamedComparison,
  figures: readonly NamedFigure[],
): [name: string, text: string] {
  const [{ question, figures: of, threshold }] = scenarios;
  const { series, territory } = question.scenario;
  const rest = [question.baseline, PROFESSION_UNITS[series.profession], series.year, threshold];
  const lines = [
    ["figure", "basis", "unit", "year", "threshold", "today", ...scenarios.map((own) => own.question.scenario.title)],
    ...figures.map(({ key, pick }) => [
      key,
      ...rest,
      pick(of.before),
      ...scenarios.map(({ figures: { after } }) => pick(after)),
    ]),
    ["people-gaining", ...rest, null, ...scenarios.map(({ gains }) => gains.people)],
    ["people-losing", ...rest, null, ...scenarios.map(({ losses }) => losses.people)],
    ["people-best-served", ...rest, null, ...peopleBestServed],
  ];
  const place = formatTerritory(territory).replace(":", "-");
  return [`oasis-scenarios-${series.profession}-${series.year}-${place}.csv`, writeCsv(lines)];
}
