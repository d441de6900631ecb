import { FailureError } from "../core/failure.ts";

/** Absolute URL of the pack folder, ending with a slash. */
export function packUrl(): string {
  return new URL("pack/", document.baseURI).href;
}

/** Reads a JSON file of the pack. Throws `pack-file-missing`, `pack-offline` or `pack-file-corrupt`, naming the file. */
export async function fetchPackJson<T>(name: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(new URL(name, packUrl()), signal ? { signal } : {}).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new FailureError("pack-offline", { file: name });
  });
  if (!response.ok) throw new FailureError("pack-file-missing", { file: name, status: response.status });
  try {
    return (await response.json()) as T;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new FailureError("pack-file-corrupt", { file: name });
  }
}
