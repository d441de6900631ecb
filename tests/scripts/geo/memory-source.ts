import type { Source } from "pmtiles";

export const memorySource = (archive: Buffer): Source => ({
  getKey: () => "memory",
  getBytes: async (offset, length) => ({ data: new Uint8Array(archive.subarray(offset, offset + length)).buffer }),
});
