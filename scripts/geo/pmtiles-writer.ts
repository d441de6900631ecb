import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

/** Writer for PMTiles version 3: gzip vector tiles, each distinct tile stored once, in tile-id order. */
export interface ArchiveTile {
  tileId: number;
  /** Uncompressed vector tile. */
  data: Uint8Array;
}

export interface ArchiveSettings {
  minZoom: number;
  maxZoom: number;
  bounds: [west: number, south: number, east: number, north: number];
  center: [longitude: number, latitude: number, zoom: number];
  metadata: object;
}

interface Entry {
  tileId: number;
  offset: number;
  length: number;
  /** 0 marks a leaf directory. */
  runLength: number;
}

const headerLength = 127;
const rootLimit = 16_384 - headerLength;
const gzip = (data: Uint8Array): Buffer => gzipSync(data, { level: 9 });

const varints = (values: number[]): Buffer => {
  const bytes: number[] = [];
  for (const value of values) {
    let rest = value;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) + 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  }
  return Buffer.from(bytes);
};

const directory = (entries: Entry[]): Buffer => {
  const previous = (i: number): Entry | undefined => entries[i - 1];
  return gzip(
    varints([
      entries.length,
      ...entries.map((entry, i) => entry.tileId - (previous(i)?.tileId ?? 0)),
      ...entries.map((entry) => entry.runLength),
      ...entries.map((entry) => entry.length),
      ...entries.map((entry, i) => {
        const before = previous(i);
        return before && entry.offset === before.offset + before.length ? 0 : entry.offset + 1;
      }),
    ]),
  );
};

const directories = (entries: Entry[]): { root: Buffer; leaves: Buffer } => {
  const whole = directory(entries);
  if (whole.length <= rootLimit) return { root: whole, leaves: Buffer.alloc(0) };
  for (let size = 2048; ; size *= 2) {
    const pointers: Entry[] = [];
    const leaves: Buffer[] = [];
    let offset = 0;
    for (let i = 0; i < entries.length; i += size) {
      const leaf = directory(entries.slice(i, i + size));
      const tileId = entries[i]?.tileId ?? 0;
      pointers.push({ tileId, offset, length: leaf.length, runLength: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = directory(pointers);
    if (root.length <= rootLimit) return { root, leaves: Buffer.concat(leaves) };
  }
};

const storeTiles = (tiles: ArchiveTile[]): { entries: Entry[]; contents: Buffer[] } => {
  const entries: Entry[] = [];
  const contents: Buffer[] = [];
  const stored = new Map<string, { offset: number; length: number }>();
  let end = 0;
  for (const { tileId, data } of tiles.toSorted((a, b) => a.tileId - b.tileId)) {
    const key = createHash("sha256").update(data).digest("base64");
    let place = stored.get(key);
    if (!place) {
      const compressed = gzip(data);
      place = { offset: end, length: compressed.length };
      stored.set(key, place);
      contents.push(compressed);
      end += compressed.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && last.tileId + last.runLength === tileId) last.runLength++;
    else entries.push({ tileId, ...place, runLength: 1 });
  }
  return { entries, contents };
};

export const writeArchive = (tiles: ArchiveTile[], settings: ArchiveSettings): Buffer => {
  const { entries, contents } = storeTiles(tiles);
  const { root, leaves } = directories(entries);
  const metadata = gzip(Buffer.from(JSON.stringify(settings.metadata)));
  const content = Buffer.concat(contents);

  const header = Buffer.alloc(headerLength);
  header.write("PMTiles", 0, "latin1");
  header.writeUInt8(3, 7);
  const sections = [root, metadata, leaves, content];
  let position = headerLength;
  sections.forEach((section, i) => {
    header.writeBigUInt64LE(BigInt(position), 8 + i * 16);
    header.writeBigUInt64LE(BigInt(section.length), 16 + i * 16);
    position += section.length;
  });
  header.writeBigUInt64LE(BigInt(tiles.length), 72);
  header.writeBigUInt64LE(BigInt(entries.length), 80);
  header.writeBigUInt64LE(BigInt(contents.length), 88);
  const clustered = 1;
  const gzipCompression = 2;
  const vectorTile = 1;
  header.writeUInt8(clustered, 96);
  header.writeUInt8(gzipCompression, 97);
  header.writeUInt8(gzipCompression, 98);
  header.writeUInt8(vectorTile, 99);
  header.writeUInt8(settings.minZoom, 100);
  header.writeUInt8(settings.maxZoom, 101);
  settings.bounds.forEach((degrees, i) => {
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + i * 4);
  });
  const [longitude, latitude, zoom] = settings.center;
  header.writeUInt8(zoom, 118);
  header.writeInt32LE(Math.round(longitude * 1e7), 119);
  header.writeInt32LE(Math.round(latitude * 1e7), 123);
  return Buffer.concat([header, ...sections]);
};
