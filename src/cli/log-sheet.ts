import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { FailureError } from "../core/failure.ts";
import { readReportSheet } from "../core/participation/reports-csv.ts";
import { listOutwards } from "../engine/list-outwards.ts";
import { loadNationalFrame } from "../engine/national-frame.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { writeOutput } from "./write-output.ts";

/** `oasis log reports`: the reports of a sheet filled in a workshop; exit 2 names the lines that are not one. */
export async function reports(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sheet: { type: "string" },
      out: { type: "string", default: "-" },
      data: { type: "string", default: "data" },
    },
  });
  const { sheet: file } = values;
  if (file === undefined) throw new FailureError("bad-input", { option: "--sheet", reason: "required" });
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new FailureError("bad-input", { file, problem: String(error.code) });
  });
  const outwards = listOutwards(await loadNationalFrame(await openNodePack(values.data)));
  const thisMonth = new Date().toISOString().slice(0, 7);
  const read = readReportSheet(text, { file, thisMonth, outwards });
  await writeOutput(values.out, `${JSON.stringify(read, null, 2)}\n`);
  const widened = read.reports.filter(({ isWidened }) => isWidened).length;
  console.error(`${read.reports.length} reports, ${widened} of them widened; ${read.faults.length} faults`);
  const [first] = read.faults;
  if (first === undefined) return;
  const { line, column, problem, personal } = first;
  const said = personal.length === 0 ? {} : { personal: personal.join(" ") };
  throw new FailureError("bad-input", { file, row: line, column, problem, ...said, faults: read.faults.length });
}
