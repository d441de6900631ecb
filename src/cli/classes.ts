import { parseArgs } from "node:util";
import { quantileBreaks } from "../core/classes.ts";
import { fisherJenks } from "../core/classify/fisher-jenks.ts";
import { measureClasses } from "../core/classify/limits.ts";
import { FailureError } from "../core/failure.ts";
import { formatCsv } from "./csv.ts";
import { readSpatialValues } from "./read-spatial-world.ts";
import { parseWholeNumber } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

const METHODS = ["fisher-jenks", "quantiles", "breaks"] as const;
const MOST_CLASSES = 50;

/** `oasis classes`: cuts a column into classes; a value on a limit is above it. */
export async function classes(args: readonly string[]): Promise<void> {
  const { values: options } = parseArgs({
    args: [...args],
    options: {
      values: { type: "string" },
      method: { type: "string", default: "fisher-jenks" },
      classes: { type: "string" },
      breaks: { type: "string" },
      out: { type: "string", default: "-" },
      summary: { type: "string" },
    },
  });
  if (options.values === undefined) throw badOption("--values", undefined, "a file");
  const method = METHODS.find((name) => name === options.method);
  if (!method) throw badOption("--method", options.method, METHODS.join(", "));
  if ((method === "breaks") !== (options.breaks !== undefined)) {
    throw badOption("--breaks", options.breaks, "limits, with --method breaks alone");
  }
  const count = parseWholeNumber(options.classes ?? "5", "--classes");
  if (count < 1 || count > MOST_CLASSES) throw badOption("--classes", options.classes, `1 to ${MOST_CLASSES}`);
  const { ids, values } = await readSpatialValues(options.values);
  const limits = {
    "fisher-jenks": () => fisherJenks(values, count).breaks,
    quantiles: () => quantileBreaks(values, count),
    breaks: () => parseBreaks(options.breaks ?? ""),
  }[method]();
  const found = measureClasses(values, limits);
  const whole = measureClasses(values, []).sse;
  await writeOutput(
    options.out,
    formatCsv(
      ["id", "class"],
      ids.map((id, i) => [id, found.classes[i] + 1]),
    ),
  );
  const summary = {
    method,
    limits,
    counts: Array.from(found.counts),
    sse: found.sse,
    goodness_of_variance_fit: whole === 0 ? null : 1 - found.sse / whole,
  };
  if (options.summary !== undefined) await writeOutput(options.summary, `${JSON.stringify(summary, null, 2)}\n`);
}

function parseBreaks(text: string): readonly number[] {
  const limits = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (limits.every((limit, k) => Number.isFinite(limit) && (k === 0 || limit > limits[k - 1]))) return limits;
  throw badOption("--breaks", text, "ascending numbers: 1,2.5,4");
}

function badOption(option: string, text: string | undefined, expected: string): FailureError {
  return new FailureError("bad-input", { option, text: text ?? "(none)", expected });
}
