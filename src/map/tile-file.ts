import type { RangeResponse, Source } from "pmtiles";
import { type Failure, FailureError } from "../core/failure.ts";

/** Bytes of the archive, by ranges; read whole, once, from a server that ignores ranges. Throws FailureErrors. */
export class TileFile implements Source {
  readonly #url: string;
  readonly #name: string;
  #whole: Promise<ArrayBuffer> | null = null;

  constructor(url: string) {
    this.#url = url;
    this.#name = fileName(url);
  }

  getKey(): string {
    return this.#url;
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
    const bytes = this.#whole
      ? sliceOf(await this.#whole, offset, length)
      : await this.#fetchRange(offset, length, signal);
    // The first read asks for more than a small archive holds; any later one knows what it should get.
    if (offset > 0 && bytes.byteLength < length) throw new FailureError("pack-file-corrupt", { file: this.#name });
    return { data: bytes };
  }

  async #fetchRange(offset: number, length: number, signal?: AbortSignal): Promise<ArrayBuffer> {
    const headers = { range: `bytes=${offset}-${offset + length - 1}` };
    const response = await fetch(this.#url, signal ? { headers, signal } : { headers }).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw new FailureError("pack-offline", { file: this.#name });
    });
    if (response.status === 416) throw new FailureError("pack-file-corrupt", { file: this.#name });
    // A development server answers an unknown path with its page.
    const isPage = response.headers.get("content-type")?.startsWith("text/html") === true;
    if (!response.ok || isPage)
      throw new FailureError("pack-file-missing", { file: this.#name, status: response.status });
    if (response.status === 206) return response.arrayBuffer();
    this.#whole ??= response.arrayBuffer();
    return sliceOf(await this.#whole, offset, length);
  }
}

/** The failure behind anything thrown while reading an archive: what is not known is corruption. */
export function tileFailure(error: unknown, url: string): Failure {
  return error instanceof FailureError ? error.failure : { code: "pack-file-corrupt", params: { file: fileName(url) } };
}

function sliceOf(whole: ArrayBuffer, offset: number, length: number): ArrayBuffer {
  return whole.slice(offset, offset + length);
}

function fileName(url: string): string {
  return new URL(url).pathname.split("/").at(-1) ?? url;
}
