import { open } from "node:fs/promises";
import { FailureError } from "../../core/failure.ts";
import type { ByteSource } from "../../core/travel/osm-blobs.ts";

/** A file read by ranges, to be closed. Throws `bad-input` naming it when it cannot be opened. */
export async function openFile(file: string): Promise<ByteSource & { close(): Promise<void> }> {
  try {
    const handle = await open(file);
    const stats = await handle.stat();
    if (stats.isDirectory()) throw Object.assign(new Error(file), { code: "EISDIR" });
    return {
      name: file,
      length: stats.size,
      read: async (start, end) => {
        const bytes = new Uint8Array(Math.max(0, end - start));
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
        return bytes.subarray(0, bytesRead);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new FailureError("bad-input", { file, problem: code === "ENOENT" ? "no such file" : code });
  }
}
