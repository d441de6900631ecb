import { FailureError } from "../core/failure.ts";
import { concentration, erreygers } from "../core/inequality/concentration.ts";
import { drawLorenz } from "../core/inequality/lorenz.ts";
import { measureInequality } from "../core/inequality/measure-inequality.ts";
import { decomposeTheil } from "../core/inequality/theil.ts";
import { orderRows, type WeightedRows } from "../core/inequality/weighted-rows.ts";
import { readValues } from "./read-values.ts";
import { parsePositive } from "./territory-command.ts";
import { valueOr } from "./undefined-figures.ts";
import { writeOutput } from "./write-output.ts";

type Options = Readonly<
  Record<"out", string> &
    Partial<Record<"values" | "value" | "weight" | "group" | "rank" | "poverty-line" | "bounds", string>>
>;

/** Every measure of a column of a CSV file, as one JSON object; what was left out, and what is undefined, on stderr. */
export async function inequalityOfFile(options: Options): Promise<void> {
  const line = options["poverty-line"];
  const threshold = line === undefined ? null : parsePositive(line, "--poverty-line", Number.MAX_VALUE);
  const bounds = options.bounds === undefined ? null : parseBounds(options.bounds);
  if (bounds && options.rank === undefined)
    throw new FailureError("bad-input", { option: "--bounds", reason: "needs --rank" });
  const columns = await readValues({
    file: required(options, "values"),
    value: required(options, "value"),
    weight: required(options, "weight"),
    group: options.group,
    rank: options.rank,
  });
  const rows = orderRows(columns.values, columns.weights);
  if (rows.values.length === 0) {
    throw new FailureError("bad-input", {
      file: required(options, "values"),
      problem: "no row has a value and a weight above 0",
    });
  }
  if (rows.missing > 0) tell(`${rows.missing} rows without a value left out`);
  if (rows.weightless > 0) tell(`${rows.weightless} rows of weight 0 left out`);
  const measures = measureInequality(rows, threshold);
  const curve = valueOr(drawLorenz(rows), "lorenz", tell);
  const parts = columns.groups ? valueOr(decomposeTheil(rows, columns.groups), "theil_t parts", tell) : null;
  const shortfall = threshold === null ? null : valueOr(measures.shortfall, "fgt", tell);
  const result = {
    gini: valueOr(measures.gini, "gini", tell),
    hoover: valueOr(measures.hoover, "hoover", tell),
    theil_t: {
      total: valueOr(measures.theil, "theil_t", tell),
      between: parts?.between ?? null,
      within: parts?.within ?? null,
    },
    mld: valueOr(measures.meanLogDeviation, "mld", tell),
    atkinson: {
      "0.5": valueOr(measures.atkinsonHalf, "atkinson 0.5", tell),
      "1": valueOr(measures.atkinsonOne, "atkinson 1", tell),
    },
    p90_p10: valueOr(measures.percentileRatio, "p90_p10", tell),
    palma: valueOr(measures.palma, "palma", tell),
    d10_d1: valueOr(measures.tenthRatio, "d10_d1", tell),
    concentration: columns.ranks
      ? concentrate(orderRows(columns.values, columns.weights, columns.ranks), rows, bounds)
      : { index: null, se: null, erreygers: null },
    fgt: {
      "0": shortfall?.headcount ?? null,
      "1": shortfall?.depth ?? null,
      "2": shortfall?.severity ?? null,
    },
    lorenz: curve ? Array.from(curve.people, (people, k) => [people, curve.held[k]]) : null,
  };
  await writeOutput(options.out, `${JSON.stringify(result, null, 2)}\n`);
}

function concentrate(ranked: WeightedRows, rows: WeightedRows, bounds: readonly [number, number] | null) {
  const unranked = ranked.missing - rows.missing;
  if (unranked > 0) tell(`${unranked} rows without a rank left out of the concentration`);
  const measured = valueOr(concentration(ranked), "concentration", tell);
  return {
    index: measured?.index ?? null,
    se: measured?.standardError ?? null,
    erreygers: bounds && measured ? valueOr(erreygers(ranked, bounds), "erreygers", tell) : null,
  };
}

function parseBounds(text: string): readonly [number, number] {
  const bounds = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [least, most] = bounds;
  if (bounds.length === 2 && Number.isFinite(least) && Number.isFinite(most) && least < most) return [least, most];
  throw new FailureError("bad-input", { option: "--bounds", text, expected: "two numbers a,b with a < b" });
}

function required(options: Options, name: "values" | "value" | "weight"): string {
  const text = options[name];
  if (text === undefined) throw new FailureError("bad-input", { option: `--${name}`, reason: "required" });
  return text;
}

function tell(line: string): void {
  console.error(`oasis inequality: ${line}`);
}
