import { parseArgs } from "node:util";
import {
  type Cell,
  FEWEST,
  LEAST_FEWEST,
  publishPeriod,
  ROUND_TO,
  sumPublished,
} from "../core/contributions/privacy/small-numbers.ts";
import { FailureError } from "../core/failure.ts";
import { formatCsv } from "./csv.ts";
import { fault, getColumn, idCell, quantityCell, readTable } from "./read-table.ts";
import { parseWholeNumber } from "./territory-command.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis log aggregate`: what may be told of the reports of one closed period, from a table of every cell of the grid. */
export async function aggregate(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cells: { type: "string" },
      fewest: { type: "string", default: String(FEWEST) },
      out: { type: "string", default: "-" },
    },
  });
  if (values.cells === undefined) throw new FailureError("bad-input", { option: "--cells", reason: "required" });
  const fewest = parseWholeNumber(values.fewest, "--fewest");
  if (fewest < LEAST_FEWEST) {
    throw new FailureError("bad-input", {
      option: "--fewest",
      text: values.fewest,
      expected: `${LEAST_FEWEST} or more`,
    });
  }
  const cells: Cell[] = [];
  await readTable(values.cells, (header) => {
    const [unit, parent, key, reporters] = ["unit", "parent", "key", "reporters"].map((name) =>
      getColumn(header, name),
    );
    return (row, line) => {
      const count = quantityCell(header, row, reporters, line);
      if (!Number.isInteger(count)) throw fault(header, line, "reporters", "not a whole number");
      const text = (at: number) => idCell(header, row, at, line);
      cells.push({ unit: text(unit), parent: text(parent), key: text(key), reporters: count });
    };
  });
  const told = publishPeriod(cells, { fewest, roundTo: ROUND_TO });
  const rows = told.map(({ unit, parent, key, reporters }) => [unit, parent, key, reporters]);
  await writeOutput(values.out, formatCsv(["unit", "parent", "key", "reporters"], rows));
  const rest = "a line without a unit is the rest of its parent; what is absent is under the limit or nothing";
  console.error(
    `${told.length} of ${cells.length} cells told, ${sumPublished(told)} reporters, by ${ROUND_TO}; ${rest}`,
  );
}
