import { EtagMismatch, type RangeResponse, type Source } from "pmtiles";
import { type Failure, FailureError } from "../core/failure.ts";

/** Bytes of the archive, by ranges; read whole, once, from a server that ignores ranges. Throws FailureErrors. */
export class TileFile implements Source {
  readonly #url: string;
  readonly #name: string;
  #cache: "default" | "reload";
  #whole: Promise<ArrayBuffer> | null = null;

  /** `fresh`: what the browser has cached is not to be trusted. */
  constructor(url: string, fresh = false) {
    this.#url = url;
    this.#name = fileName(url);
    this.#cache = fresh ? "reload" : "default";
  }

  getKey(): string {
    return this.#url;
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal, etag?: string): Promise<RangeResponse> {
    const read = this.#whole
      ? { data: sliceOf(await this.#whole, offset, length) }
      : await this.#readRange(offset, length, signal);
    if (etag && read.etag && etag !== read.etag) {
      this.#cache = "reload";
      throw new EtagMismatch(this.#name);
    }
    // The first read asks for more than a small archive holds; any later one knows what it should get.
    if (offset > 0 && read.data.byteLength < length) throw this.#failure("pack-file-corrupt");
    return read;
  }

  async #readRange(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
    try {
      return await this.#fetchRange(offset, length, signal);
    } catch (error) {
      if (signal?.aborted || !(error instanceof TypeError)) throw error;
    }
    // Chromium fails on a range of what it has cached in another version, as it does without a network.
    this.#cache = "reload";
    return this.#fetchRange(offset, length, signal).catch((error: unknown) => {
      throw signal?.aborted || !(error instanceof TypeError) ? error : this.#failure("pack-offline");
    });
  }

  async #fetchRange(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
    const headers = { range: `bytes=${offset}-${offset + length - 1}` };
    const response = await fetch(this.#url, { headers, cache: this.#cache, signal: signal ?? null });
    if (response.status === 416) throw this.#failure("pack-file-corrupt");
    // A development server answers an unknown path with its page.
    const isPage = response.headers.get("content-type")?.startsWith("text/html") === true;
    if (!response.ok || isPage) throw this.#failure("pack-file-missing", { status: response.status });
    const etag = response.headers.get("etag");
    const version = etag && !etag.startsWith("W/") ? { etag } : {};
    if (response.status === 206) return { data: await response.arrayBuffer(), ...version };
    this.#whole ??= response.arrayBuffer();
    return { data: sliceOf(await this.#whole, offset, length), ...version };
  }

  #failure(code: Failure["code"], params: Failure["params"] = {}): FailureError {
    return new FailureError(code, { file: this.#name, ...params });
  }
}

/** The failure behind anything thrown while reading an archive: what is not known is corruption. */
export function tileFailure(error: unknown, url: string): Failure {
  if (error instanceof FailureError) return error.failure;
  return { code: "pack-file-corrupt", params: { file: fileName(url), reason: String(error) } };
}

function sliceOf(whole: ArrayBuffer, offset: number, length: number): ArrayBuffer {
  return whole.slice(offset, offset + length);
}

function fileName(url: string): string {
  return new URL(url).pathname.split("/").at(-1) ?? url;
}
