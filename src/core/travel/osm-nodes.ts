import { isBlocked, NODE_KEYS } from "./car-rules.ts";
import type { Fault } from "./osm-blobs.ts";
import { findKeys, type OsmBlock } from "./osm-block.ts";
import { textAt } from "./osm-ways.ts";
import type { ProtoReader } from "./proto-reader.ts";

/** Coordinate of a node that the extract does not hold. */
export const ABSENT = 0x7fff_ffff;

/** Places of the nodes of car ways, in ten-millionths of a degree, by ascending OSM id. */
export class CarNodes {
  readonly ids: Float64Array;
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  /** 1 where a bollard or the like stops cars. */
  readonly blocked: Uint8Array;
  /** Where the last id was found; files are sorted by id, so the next is close behind. */
  #cursor = 0;

  constructor(refs: Float64Array) {
    const sorted = refs.slice().sort();
    let count = 0;
    for (let i = 0; i < sorted.length; i++) {
      if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i];
    }
    this.ids = sorted.slice(0, count);
    this.lon = new Int32Array(count).fill(ABSENT);
    this.lat = new Int32Array(count).fill(ABSENT);
    this.blocked = new Uint8Array(count);
  }

  /** Number of an OSM id, or −1. */
  find(id: number): number {
    const { ids } = this;
    let at = this.#cursor;
    let steps = 0;
    if (at < ids.length && ids[at] <= id) {
      while (at < ids.length && ids[at] < id && steps++ < 32) at++;
      if (at === ids.length || ids[at] >= id) {
        this.#cursor = Math.min(at, ids.length - 1);
        return at < ids.length && ids[at] === id ? at : -1;
      }
    }
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ids[middle] < id) low = middle + 1;
      else high = middle;
    }
    this.#cursor = Math.min(low, Math.max(0, ids.length - 1));
    return low < ids.length && ids[low] === id ? low : -1;
  }

  /** Takes the coordinates of the block's nodes that car ways pass. */
  collect(block: OsmBlock, fault: Fault): void {
    const keys = findKeys(block, NODE_KEYS);
    for (const group of block.groups) {
      while (group.next()) {
        if (group.field === 1 && group.wire === 2) this.#readNode(group.message(), block, keys, fault);
        else if (group.field === 2 && group.wire === 2) this.#readDense(group.message(), block, keys, fault);
        else group.skip();
      }
    }
  }

  #readDense(dense: ProtoReader, block: OsmBlock, keys: Keys, fault: Fault): void {
    const lists: (ProtoReader | undefined)[] = [];
    while (dense.next()) {
      if (dense.wire === 2 && [1, 8, 9, 10].includes(dense.field)) lists[dense.field] = dense.message();
      else dense.skip();
    }
    const [ids, lats, lons, tags] = [lists[1], lists[8], lists[9], lists[10]];
    if (!ids || !lats || !lons) return;
    let [id, lat, lon] = [0, 0, 0];
    while (ids.at < ids.end) {
      id += ids.signed();
      lat += lats.signed();
      lon += lons.signed();
      const node = this.find(id);
      const blocked = tags !== undefined && tags.at < tags.end && readBlocked(tags, block, keys, fault);
      if (node >= 0) this.#place(node, lon, lat, block, blocked);
    }
  }

  #readNode(node: ProtoReader, block: OsmBlock, keys: Keys, fault: Fault): void {
    let [id, lat, lon] = [0, 0, 0];
    let keyList: ProtoReader | null = null;
    let valueList: ProtoReader | null = null;
    while (node.next()) {
      if (node.field === 1 && node.wire === 0) id = node.signed();
      else if (node.field === 2 && node.wire === 2) keyList = node.message();
      else if (node.field === 3 && node.wire === 2) valueList = node.message();
      else if (node.field === 8 && node.wire === 0) lat = node.signed();
      else if (node.field === 9 && node.wire === 0) lon = node.signed();
      else node.skip();
    }
    const found = this.find(id);
    if (found < 0) return;
    const tags = new Map<string, string>();
    while (keyList && valueList && keyList.at < keyList.end) {
      setTag(tags, keyList.varint(), valueList.varint(), block, keys, fault);
    }
    this.#place(found, lon, lat, block, isBlocked(tags));
  }

  #place(node: number, lon: number, lat: number, block: OsmBlock, blocked: boolean): void {
    this.lon[node] = Math.round((block.lonOffset + block.granularity * lon) / 100);
    this.lat[node] = Math.round((block.latOffset + block.granularity * lat) / 100);
    this.blocked[node] = blocked ? 1 : 0;
  }
}

type Keys = ReadonlyMap<number, string>;

/** Reads the tags of the next dense node: pairs of string numbers up to a zero. */
function readBlocked(list: ProtoReader, block: OsmBlock, keys: Keys, fault: Fault): boolean {
  let tags: Map<string, string> | null = null;
  while (list.at < list.end) {
    const key = list.varint();
    if (key === 0) break;
    const value = list.varint();
    if (!keys.has(key)) continue;
    tags ??= new Map();
    setTag(tags, key, value, block, keys, fault);
  }
  return tags !== null && isBlocked(tags);
}

function setTag(tags: Map<string, string>, key: number, value: number, block: OsmBlock, keys: Keys, fault: Fault) {
  const name = keys.get(key);
  if (name === undefined) return;
  if (value >= block.strings.length) fault("a tag without its text");
  tags.set(name, textAt(block, value));
}
