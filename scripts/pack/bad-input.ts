import { FailureError } from "../../src/core/failure.ts";

/** A fault in a file somebody gave us, with where to look. `row` counts from 1 and includes the header lines. */
export function badInput(
  file: string,
  problem: string,
  at: { row?: number; column?: string; value?: string } = {},
): FailureError {
  const params: Record<string, string | number> = { file, problem };
  if (at.row !== undefined) params.row = at.row;
  if (at.column !== undefined) params.column = at.column;
  if (at.value !== undefined) params.value = at.value;
  return new FailureError("bad-input", params);
}
