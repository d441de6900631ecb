import { FailureError } from "../../core/failure.ts";
import { PACK_DATABASES } from "../../engine/pack-tables.ts";
import type { Database } from "../../engine/ports.ts";
import type { BrowserDuckdb } from "./duckdb.ts";

interface Manifest {
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/**
 * Reads the pack's databases, checks each against the manifest's hash and attaches it.
 * Throws `pack-offline`, `pack-file-missing` or `pack-file-corrupt`, naming the file.
 */
export async function openPack(duckdb: BrowserDuckdb, packUrl: string): Promise<Database> {
  const manifest = await readManifest(packUrl);
  await Promise.all(
    Object.entries(PACK_DATABASES).map(async ([name, tables]) => {
      const file = `${name}.duckdb`;
      const bytes = await download(packUrl, file);
      const expected = manifest.files.find((entry) => entry.name === file);
      if (!expected || !(await matches(bytes, expected))) throw new FailureError("pack-file-corrupt", { file });
      await duckdb.attach(name, bytes, tables);
    }),
  );
  return duckdb;
}

async function readManifest(packUrl: string): Promise<Manifest> {
  const file = "manifest.json";
  const text = new TextDecoder().decode(await download(packUrl, file));
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    throw new FailureError("pack-file-corrupt", { file });
  }
}

async function download(packUrl: string, file: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(new URL(file, packUrl)).catch(() => {
    throw new FailureError("pack-offline", { file });
  });
  if (!response.ok) throw new FailureError("pack-file-missing", { file, status: response.status });
  return new Uint8Array(await response.arrayBuffer());
}

async function matches(bytes: Uint8Array<ArrayBuffer>, expected: Manifest["files"][number]): Promise<boolean> {
  if (bytes.byteLength !== expected.bytes) return false;
  // Browsers offer hashing on https and localhost only; elsewhere the size has to do.
  if (!globalThis.crypto?.subtle) return true;
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("") === expected.sha256;
}
