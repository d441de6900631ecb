import { parseArgs } from "node:util";
import { FailureError } from "../core/failure.ts";
import { clustersOfFile } from "./clusters-of-file.ts";
import { clustersOfTerritory } from "./clusters-of-territory.ts";
import { CLUSTERS_OPTIONS } from "./clusters-options.ts";

/** `oasis clusters`: where alike values lie together, of a file with its neighbours or of a territory of the pack. */
export async function clusters(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: CLUSTERS_OPTIONS });
  const isFile = values.values !== undefined;
  if (isFile === (values.territory !== undefined)) {
    throw new FailureError("bad-input", { option: "--values or --territory", reason: "one of them" });
  }
  const stray = (isFile ? OF_TERRITORY : OF_FILE).find((option) => values[option] !== undefined);
  if (stray !== undefined) {
    const reason = `not with ${isFile ? "--values" : "--territory"}`;
    throw new FailureError("bad-input", { option: `--${stray}`, reason });
  }
  await (isFile ? clustersOfFile(values) : clustersOfTerritory(values));
}

const OF_FILE = ["neighbours", "standardise"] as const;
const OF_TERRITORY = [
  "profession",
  "year",
  "ages",
  "neighbour-kind",
  "reference",
  "threshold",
  "deserts",
  "bridge-minutes",
  "min-communes",
  "min-people",
  "robustness",
] as const;
