import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { badInput } from "./bad-input.ts";
import { type FileHash, hashFile } from "./hash-file.ts";
import type { PackInput } from "./inputs.ts";

export interface ResolvedInput extends FileHash {
  readonly input: PackInput;
  readonly path: string;
}

const NODE_MODULES = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** Finds an input in the first directory that has it and checks its bytes. Null when no directory does. */
export function resolveInput(input: PackInput, directories: readonly string[]): ResolvedInput | null {
  const roots = input.from === "npm" ? [NODE_MODULES] : directories;
  for (const root of roots) {
    const path = join(root, input.path);
    if (!existsSync(path)) continue;
    const hash = hashFile(path);
    assertKnownBytes(input, hash);
    return { input, path, ...hash };
  }
  return null;
}

/** Throws `bad-input` naming the file, the expected and the actual sha256. */
export function assertKnownBytes(input: PackInput, hash: FileHash): void {
  const known = [input.sha256, ...(input.accepted ?? []).map((a) => a.sha256)];
  if (known.includes(hash.sha256)) return;
  throw badInput(input.path, `sha256 ${hash.sha256} where ${known.join(" or ")} is expected`);
}
