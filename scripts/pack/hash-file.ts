import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

export interface FileHash {
  readonly sha256: string;
  readonly bytes: number;
}

export function hashBytes(bytes: Uint8Array): FileHash {
  return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.byteLength };
}

export function hashFile(path: string): FileHash {
  return hashBytes(readFileSync(path));
}
