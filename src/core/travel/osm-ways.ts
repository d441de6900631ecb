import { type CarWay, readCarWay, WAY_KEYS } from "./car-rules.ts";
import { GrowingList } from "./growing.ts";
import type { Fault } from "./osm-blobs.ts";
import { findKeys, type OsmBlock } from "./osm-block.ts";
import type { ProtoReader } from "./proto-reader.ts";

/** Ways for cars: way w passes the nodes `refs[start[w]]` … `refs[start[w + 1] - 1]` (OSM ids). */
export class CarWays {
  readonly rules: CarWay[] = [];
  readonly start = new GrowingList((size) => new Uint32Array(size));
  readonly refs = new GrowingList((size) => new Float64Array(size));
  /** Ways seen with a `highway` tag of any kind. */
  highways = 0;

  constructor() {
    this.start.push(0);
  }

  /** Adds the ways of a block; whether it also holds nodes. */
  collect(block: OsmBlock, fault: Fault): { readonly hasNodes: boolean } {
    const keys = findKeys(block, WAY_KEYS);
    let hasNodes = false;
    for (const group of block.groups) {
      while (group.next()) {
        if (group.field <= 2) hasNodes = true;
        if (group.field === 3 && group.wire === 2) this.#readWay(group.message(), block, keys, fault);
        else group.skip();
      }
    }
    return { hasNodes };
  }

  #readWay(way: ProtoReader, block: OsmBlock, keys: ReadonlyMap<number, string>, fault: Fault): void {
    let keyList: ProtoReader | null = null;
    let valueList: ProtoReader | null = null;
    let refList: ProtoReader | null = null;
    while (way.next()) {
      if (way.field === 2 && way.wire === 2) keyList = way.message();
      else if (way.field === 3 && way.wire === 2) valueList = way.message();
      else if (way.field === 8 && way.wire === 2) refList = way.message();
      else way.skip();
    }
    if (!keyList || !valueList || !refList) return;
    const tags = new Map<string, string>();
    while (keyList.at < keyList.end) {
      const key = keys.get(keyList.varint());
      const value = valueList.varint();
      if (key === undefined) continue;
      if (value >= block.strings.length) fault("a tag without its text");
      tags.set(key, textAt(block, value));
    }
    if (tags.has("highway")) this.highways++;
    const rule = tags.has("highway") || tags.has("route") ? readCarWay(tags) : null;
    if (!rule) return;
    let ref = 0;
    while (refList.at < refList.end) {
      ref += refList.signed();
      this.refs.push(ref);
    }
    this.rules.push(rule);
    this.start.push(this.refs.length);
  }
}

/** A string of the block, which stays readable. */
export function textAt(block: OsmBlock, i: number): string {
  return block.strings[i].text();
}
