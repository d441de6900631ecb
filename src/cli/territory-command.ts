import { FailureError } from "../core/failure.ts";
import type { Run } from "../core/run.ts";
import { isAmbiguousCode, parseTerritory, type Territory } from "../core/territory.ts";

/** The territory of `--territory`, said on stderr where a bare code could be another. Throws `bad-input`, `unknown-territory`. */
export function readTerritory(text: string | undefined): Territory {
  if (text === undefined) throw new FailureError("bad-input", { option: "--territory", reason: "required" });
  const territory = parseTerritory(text);
  if (!text.includes(":") && isAmbiguousCode(text)) {
    const { code } = territory;
    console.error(`${code} is read as region ${code}; write dep:${code} for the département`);
  }
  return territory;
}

export function parseWholeNumber(text: string, option: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < 0) {
    throw new FailureError("bad-input", { option, text, expected: "0, 1, 2, …" });
  }
  return value;
}

/** A number in ]0, `most`]. Throws `bad-input`. */
export function parsePositive(text: string, option: string, most: number): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!(value > 0 && value <= most)) {
    throw new FailureError("bad-input", { option, text, expected: `a number above 0, at most ${most}` });
  }
  return value;
}

/** Progress on a terminal's stderr; never cancelled. */
export function onStderr(): Run {
  const progress = (done: number, total: number, stage: string) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${stage} ${done}/${total}  `);
  };
  return { signal: { aborted: false }, progress };
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
