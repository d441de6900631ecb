import { FailureError } from "../src/core/failure.ts";
import { buildPack } from "./pack/build-pack.ts";
import { parsePackArguments } from "./pack/parse-arguments.ts";

try {
  const catalogue = await buildPack(parsePackArguments(process.argv.slice(2)), (line) => console.error(line));
  for (const { file, rows, bytes } of catalogue.datasets) console.log(`${file}\t${rows ?? "–"} rows\t${bytes} bytes`);
  console.log(`release ${catalogue.release}`);
} catch (error) {
  if (!(error instanceof FailureError)) throw error;
  const { file, row, column, problem, value } = error.failure.params;
  const where = [
    file,
    row === undefined ? null : `row ${row}`,
    column === undefined ? null : `column ${column}`,
  ].filter((w) => w);
  console.error(`${where.join(", ")}: ${problem}${value === undefined ? "" : ` (${value})`}`);
  process.exitCode = 2;
}
