import type { InequalityReply, InequalitySummary } from "../../app/inequality.ts";
import { isDefined } from "../../core/inequality/figure.ts";
import { PROFESSION_UNITS } from "../../core/professions.ts";
import { formatTerritory } from "../../core/territory.ts";
import type { Texts } from "../../i18n/fr.ts";
import { type Amount, listPlaces, MEASURES, type Measure } from "./measures.ts";

/** One figure with all that is needed to read it elsewhere. Full precision; null with a reason where there is none. */
interface ExportedFigure {
  readonly measure: string;
  readonly name: string;
  readonly territory: string;
  readonly territory_name: string;
  readonly year: number;
  readonly value: number | null;
  readonly undefined_because: string | null;
  readonly low_95: number | null;
  readonly high_95: number | null;
  readonly standard_error: number | null;
  readonly unit: string;
  readonly weights: string;
  readonly people: number;
  readonly people_without_value: number;
  readonly areas: number;
}

export interface InequalityExport {
  readonly territory: string;
  readonly profession: string;
  readonly ages: string;
  readonly year: number;
  readonly values: "official" | "recomputed";
  readonly model: InequalityReply["question"]["model"];
  readonly unit: string;
  readonly threshold: number;
  readonly source: string;
  readonly figures: readonly ExportedFigure[];
  readonly trend: readonly ExportedFigure[];
  readonly supply_to_move: { readonly amount: number; readonly total: number; readonly share: number } | null;
  readonly groups: readonly {
    readonly by: string;
    readonly group: string;
    readonly people: number;
    readonly mean: number | null;
    readonly share_under: number | null;
    readonly depth: number | null;
    readonly severity: number | null;
  }[];
  readonly lorenz: readonly { readonly people: number; readonly held: number }[];
  readonly definitions: readonly {
    readonly measure: string;
    readonly definition: string;
    readonly formula: string;
    readonly source: string;
  }[];
}

const SOURCE = "DREES APL; INSEE municipal population 2020, Filosofi 2021, census";

/** Every figure of an answer, with its definition, unit, vintage and weights. */
export function exportInequality(answer: InequalityReply, t: Texts): InequalityExport {
  const { question, threshold, summary, trend, groupings } = answer;
  const { profession, ages, year } = question.series;
  const unit = PROFESSION_UNITS[profession];
  const figureOf = (measure: Measure, of: InequalitySummary, amount: Amount): ExportedFigure => ({
    measure: measure.id,
    name: t.inequality.measures[measure.id],
    territory: formatTerritory(of.territory),
    territory_name: of.territory.name,
    year: of.year,
    ...spread(amount),
    unit: unitOf(measure, unit),
    weights: measure.weights,
    people: of.people,
    people_without_value: of.peopleWithout,
    areas: of.areas,
  });
  return {
    territory: formatTerritory(question.territory),
    profession,
    ages,
    year,
    values: question.model ? "recomputed" : "official",
    model: question.model,
    unit,
    threshold,
    source: SOURCE,
    figures: listPlaces(answer).flatMap((place) =>
      MEASURES.map((measure) => figureOf(measure, place.summary, measure.of(place))),
    ),
    trend: trend.flatMap((then) =>
      MEASURES.flatMap((measure) => (measure.ofSummary ? [figureOf(measure, then, measure.ofSummary(then))] : [])),
    ),
    supply_to_move: isDefined(summary.supplyToMove) ? summary.supplyToMove : null,
    groups: groupings.flatMap(({ by, groups }) =>
      groups.map(({ id, people, mean, shortfall }) => ({
        by,
        group: id,
        people,
        mean: isDefined(mean) ? mean : null,
        share_under: isDefined(shortfall) ? shortfall.headcount : null,
        depth: isDefined(shortfall) ? shortfall.depth : null,
        severity: isDefined(shortfall) ? shortfall.severity : null,
      })),
    ),
    lorenz: isDefined(summary.lorenz)
      ? Array.from(summary.lorenz.people, (people, k) => ({
          people,
          held: isDefined(summary.lorenz) ? summary.lorenz.held[k] : Number.NaN,
        }))
      : [],
    definitions: MEASURES.map(({ id, topic }) => ({ measure: id, ...defineTopic(topic, t) })),
  };
}

const COLUMNS = [
  "measure",
  "name",
  "territory",
  "territory_name",
  "year",
  "value",
  "undefined_because",
  "low_95",
  "high_95",
  "standard_error",
  "unit",
  "weights",
  "people",
  "people_without_value",
  "areas",
] as const;

/** The figures as rows: of the year asked of every territory, then of the other years. */
export function writeInequalityCsv({
  figures,
  trend,
  year,
  threshold,
  values,
  source,
  definitions,
}: InequalityExport): string {
  const definitionOf = new Map(definitions.map((one) => [one.measure, one.definition]));
  const rows = [...figures, ...trend.filter((figure) => figure.year !== year)].map((figure) =>
    [...COLUMNS.map((column) => figure[column]), threshold, values, source, definitionOf.get(figure.measure) ?? ""]
      .map(writeCell)
      .join(","),
  );
  return `${[[...COLUMNS, "threshold", "values", "source", "definition"].join(","), ...rows].join("\n")}\n`;
}

function spread(amount: Amount) {
  if ("because" in amount) {
    return { value: null, undefined_because: amount.because, low_95: null, high_95: null, standard_error: null };
  }
  return {
    value: amount.value,
    undefined_because: null,
    low_95: amount.interval?.[0] ?? null,
    high_95: amount.interval?.[1] ?? null,
    standard_error: amount.standardError ?? null,
  };
}

function unitOf({ kind }: Measure, unit: string): string {
  return kind === "value" ? unit : kind === "share" ? "share" : kind === "ratio" ? "ratio" : "index";
}

function defineTopic(topic: Measure["topic"], t: Texts) {
  const { texts } = t.inequality.method;
  const found = topic in texts ? texts[topic as keyof typeof texts] : null;
  return found ?? { definition: t.method.comparison, formula: "", source: SOURCE };
}

function writeCell(cell: string | number | null): string {
  if (cell === null) return "";
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
