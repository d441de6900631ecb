import type { Fault } from "./osm-blobs.ts";
import { ProtoReader } from "./proto-reader.ts";

/** A primitive block: its strings and where its groups stand. Coordinates are (offset + granularity · n) · 10⁻⁹ degrees. */
export interface OsmBlock {
  readonly strings: readonly ProtoReader[];
  readonly groups: readonly ProtoReader[];
  readonly granularity: number;
  readonly latOffset: number;
  readonly lonOffset: number;
}

export function readBlock(bytes: Uint8Array, fault: Fault): OsmBlock {
  const strings: ProtoReader[] = [];
  const groups: ProtoReader[] = [];
  let granularity = 100;
  let latOffset = 0;
  let lonOffset = 0;
  const reader = new ProtoReader(bytes, fault);
  while (reader.next()) {
    if (reader.field === 1 && reader.wire === 2) {
      const table = reader.message();
      while (table.next()) {
        if (table.field === 1 && table.wire === 2) strings.push(table.message());
        else table.skip();
      }
    } else if (reader.field === 2 && reader.wire === 2) groups.push(reader.message());
    else if (reader.field === 17 && reader.wire === 0) granularity = reader.varint();
    else if (reader.field === 19 && reader.wire === 0) latOffset = reader.varint();
    else if (reader.field === 20 && reader.wire === 0) lonOffset = reader.varint();
    else reader.skip();
  }
  return { strings, groups, granularity, latOffset, lonOffset };
}

/** Text of each string that is one of `keys`, by its number; the others are not read. */
export function findKeys(block: OsmBlock, keys: readonly string[]): ReadonlyMap<number, string> {
  const wanted = new Set(keys);
  const lengths = new Set(keys.map((key) => key.length));
  const found = new Map<number, string>();
  block.strings.forEach((string, i) => {
    if (!lengths.has(string.end - string.at)) return;
    const text = string.text();
    if (wanted.has(text)) found.set(i, text);
  });
  return found;
}
