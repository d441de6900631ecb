import { parseArgs } from "node:util";
import { FailureError } from "../core/failure.ts";
import { inequalityOfFile } from "./inequality-of-file.ts";
import { inequalityOfTerritory } from "./inequality-of-territory.ts";

/** `oasis inequality`: how unequal a column of a file is between people, or access in a territory. */
export async function inequality(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      values: { type: "string" },
      value: { type: "string" },
      weight: { type: "string" },
      group: { type: "string" },
      rank: { type: "string" },
      "poverty-line": { type: "string" },
      bounds: { type: "string" },
      territory: { type: "string" },
      profession: { type: "string" },
      year: { type: "string" },
      ages: { type: "string" },
      threshold: { type: "string" },
      out: { type: "string", default: "-" },
      data: { type: "string", default: "data" },
    },
  });
  const isFile = values.values !== undefined;
  if (isFile === (values.territory !== undefined)) {
    throw new FailureError("bad-input", { option: "--values or --territory", reason: "one of them" });
  }
  const stray = (isFile ? OF_TERRITORY : OF_FILE).find((option) => values[option] !== undefined);
  if (stray !== undefined) {
    throw new FailureError("bad-input", {
      option: `--${stray}`,
      reason: `not with ${isFile ? "--values" : "--territory"}`,
    });
  }
  await (isFile ? inequalityOfFile(values) : inequalityOfTerritory(values));
}

const OF_FILE = ["value", "weight", "group", "rank", "poverty-line", "bounds"] as const;
const OF_TERRITORY = ["profession", "year", "ages", "threshold"] as const;
