import { type AddProtocolResponseData, addProtocol, type RequestParameters } from "maplibre-gl";
import { PMTiles } from "pmtiles";
import type { Failure } from "../core/failure.ts";
import { TileFile, tileFailure } from "./tile-file.ts";

const SCHEME = "oasis-tiles";

interface OpenArchive {
  readonly url: string;
  readonly archive: PMTiles;
  failed(failure: Failure): void;
}

/** Archives in use, by the key in their MapLibre URLs. The protocol is registered once per page, maps come and go. */
const archives = new Map<string, OpenArchive>();
let count = 0;

export interface TileArchive {
  /** For a vector source. */
  readonly sourceUrl: string;
  close(): void;
}

/** Opens an archive; `fresh` when an earlier reading failed. Each failed read is reported. */
export function openTileArchive(url: string, failed: (failure: Failure) => void, fresh = false): TileArchive {
  if (count === 0) addProtocol(SCHEME, readTile);
  const key = String(count++);
  archives.set(key, { url, archive: new PMTiles(new TileFile(url, fresh)), failed });
  return {
    sourceUrl: `${SCHEME}://${key}`,
    close: () => archives.delete(key),
  };
}

async function readTile(
  request: RequestParameters,
  controller: AbortController,
): Promise<{ data: AddProtocolResponseData }> {
  const [key, z, x, y] = request.url.slice(SCHEME.length + 3).split("/");
  const open = archives.get(key);
  if (!open) throw new DOMException("archive closed", "AbortError");
  try {
    if (z === undefined) return { data: await readTileJson(open.archive, request.url) };
    const tile = await open.archive.getZxy(Number(z), Number(x), Number(y), controller.signal);
    return { data: tile ? new Uint8Array(tile.data) : new Uint8Array() };
  } catch (error) {
    if (!controller.signal.aborted) open.failed(tileFailure(error, open.url));
    throw error;
  }
}

async function readTileJson(archive: PMTiles, url: string) {
  const { minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = await archive.getHeader();
  return {
    tiles: [`${url}/{z}/{x}/{y}`],
    minzoom: minZoom,
    maxzoom: maxZoom,
    bounds: [minLon, minLat, maxLon, maxLat],
  };
}
