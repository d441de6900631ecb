import { FailureError } from "../failure.ts";
import { assertRunning, type Run } from "../run.ts";
import { ProtoReader } from "./proto-reader.ts";

/** A file read by ranges, so that only one blob is in memory at a time. */
export interface ByteSource {
  /** What errors call it. */
  readonly name: string;
  readonly length: number;
  /** Bytes start … end − 1. */
  read(start: number, end: number): Uint8Array | Promise<Uint8Array>;
}

/** Undoes zlib compression (RFC 1950); throws on anything else. */
export type Inflate = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Limits of the format: https://wiki.openstreetmap.org/wiki/PBF_Format. */
const LARGEST_HEADER = 64 * 1024;
const LARGEST_BLOB = 32 * 1024 * 1024;

const SUPPORTED = new Set(["OsmSchema-V0.6", "DenseNodes"]);

export type Fault = (reason: string) => never;

/**
 * Walks the data blobs of an OSM PBF file in order, inflated; `onBlock` gets each with its number and says whether later
 * walks want it. `wanted` skips blobs known to hold nothing of use. Progress in bytes.
 * Throws `osm-unreadable` with the file, blob and offset where it is not PBF, truncated, damaged or packed in a way not
 * supported; `cancelled`.
 */
export async function walkBlocks(
  source: ByteSource,
  inflate: Inflate,
  run: Run,
  stage: string,
  wanted: (blob: number) => boolean,
  onBlock: (bytes: Uint8Array, blob: number, fault: Fault) => void,
): Promise<void> {
  let offset = 0;
  for (let blob = 0; offset < source.length || blob === 0; blob++) {
    assertRunning(run);
    run.progress(offset, source.length, stage);
    const start = offset;
    const fault: Fault = (reason) => {
      throw new FailureError("osm-unreadable", { file: source.name, blob, offset: start, reason });
    };
    const take = async (length: number): Promise<Uint8Array> => {
      if (offset + length > source.length) fault("truncated");
      const bytes = await source.read(offset, offset + length);
      if (bytes.length !== length) fault("truncated");
      offset += length;
      return bytes;
    };
    const [a, b, c, d] = await take(4);
    const headerLength = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    if (headerLength === 0 || headerLength > LARGEST_HEADER) fault("not an OSM PBF file");
    const header = readHeader(new ProtoReader(await take(headerLength), fault));
    if (blob === 0 && header.type !== "OSMHeader") fault("not an OSM PBF file");
    if (header.length < 0 || header.length > LARGEST_BLOB) fault("a blob over 32 MiB");
    if (blob > 0 && !wanted(blob)) {
      if (offset + header.length > source.length) fault("truncated");
      offset += header.length;
      continue;
    }
    const bytes = await unpack(new ProtoReader(await take(header.length), fault), inflate, fault);
    if (header.type === "OSMHeader") checkFeatures(new ProtoReader(bytes, fault), fault);
    else if (header.type === "OSMData") onBlock(bytes, blob, fault);
  }
  run.progress(source.length, source.length, stage);
}

function readHeader(reader: ProtoReader): { readonly type: string; readonly length: number } {
  let type = "";
  let length = -1;
  while (reader.next()) {
    if (reader.field === 1 && reader.wire === 2) type = reader.message().text();
    else if (reader.field === 3 && reader.wire === 0) length = reader.varint();
    else reader.skip();
  }
  return { type, length };
}

async function unpack(reader: ProtoReader, inflate: Inflate, fault: Fault): Promise<Uint8Array> {
  while (reader.next()) {
    if (reader.field === 1 && reader.wire === 2) return reader.message().rest();
    if (reader.field === 3 && reader.wire === 2) {
      const packed = reader.message().rest();
      try {
        return await inflate(packed);
      } catch (error) {
        fault(`cannot be inflated: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    if (reader.field >= 4 && reader.field <= 7) fault("packed by a method other than zlib");
    reader.skip();
  }
  return fault("an empty blob");
}

function checkFeatures(reader: ProtoReader, fault: Fault): void {
  while (reader.next()) {
    if (reader.field === 4 && reader.wire === 2) {
      const feature = reader.message().text();
      if (!SUPPORTED.has(feature)) fault(`requires ${feature}`);
    } else reader.skip();
  }
}
