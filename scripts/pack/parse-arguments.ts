import { parseArgs } from "node:util";
import { badInput } from "./bad-input.ts";

export interface PackArguments {
  readonly sources: string | null;
  readonly download: boolean;
  readonly cache: string;
  readonly out: string;
  /** Files as their producers publish them, each used instead of the copy of its vintage. */
  readonly official: readonly string[];
}

export const USAGE = `build-pack --sources DIR [--official FILE]… [--out data]
build-pack --download [--cache .cache/sources] [--official FILE]… [--out data]`;

/** Throws `bad-input` when neither a directory nor a download is asked for. */
export function parsePackArguments(argv: readonly string[]): PackArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      sources: { type: "string" },
      download: { type: "boolean", default: false },
      cache: { type: "string", default: ".cache/sources" },
      official: { type: "string", multiple: true, default: [] },
      out: { type: "string", default: "data" },
    },
  });
  const sources = values.sources ?? null;
  if (sources === null && !values.download) throw badInput("arguments", `--sources or --download is needed\n${USAGE}`);
  return { sources, download: values.download, cache: values.cache, out: values.out, official: values.official };
}
