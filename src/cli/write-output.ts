import { writeFile } from "node:fs/promises";
import { FailureError } from "../core/failure.ts";

/** Writes text, or its parts one after the other, to a file; `-` is stdout. Throws `bad-input` where it cannot. */
export async function writeOutput(target: string, text: string | Iterable<string>): Promise<void> {
  if (target === "-") {
    for (const part of typeof text === "string" ? [text] : text) process.stdout.write(part);
    return;
  }
  await writeFile(target, text).catch((error: NodeJS.ErrnoException) => {
    throw new FailureError("bad-input", { file: target, problem: error.code ?? error.message });
  });
}
