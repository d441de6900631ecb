import { FailureError } from "../../core/failure.ts";
import type { ByteSource } from "../../core/travel/osm-blobs.ts";

/** Bytes read at once: several blobs of an extract, never the whole of it. */
const WINDOW = 8 * 1024 * 1024;

/** A file the person chose, read by ranges. Throws `bad-input` when it can no longer be read. */
export function openFileSource(file: File): ByteSource {
  let start = 0;
  let held = new Uint8Array(0);
  return {
    name: file.name,
    length: file.size,
    async read(from, to) {
      if (from < start || to > start + held.length) {
        const end = Math.min(file.size, Math.max(to, from + WINDOW));
        held = await bytesOf(file.slice(from, end), file.name);
        start = from;
      }
      return held.subarray(from - start, to - start);
    },
  };
}

/** The whole of a file: for what is compact. Throws `bad-input`. */
export async function readFileBytes(file: File): Promise<Uint8Array> {
  return bytesOf(file, file.name);
}

/** Throws `bad-input`. */
export async function readFileText(file: File): Promise<string> {
  return new TextDecoder().decode(await bytesOf(file, file.name));
}

async function bytesOf(blob: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    const reason = error instanceof Error ? error.name : String(error);
    throw new FailureError("bad-input", { file: name, reason });
  }
}
