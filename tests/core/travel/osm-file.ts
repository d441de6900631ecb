import { deflateSync } from "node:zlib";
import { ByteWriter } from "../../../src/core/travel/byte-writer.ts";

export interface DrawnWay {
  readonly refs: readonly number[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface DrawnNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags?: Readonly<Record<string, string>>;
}

/** A small OSM PBF file: a header, one blob of dense nodes, one of ways. */
export function drawOsmFile(nodes: readonly DrawnNode[], ways: readonly DrawnWay[], features = ["DenseNodes"]) {
  const header = message((w) => {
    for (const feature of ["OsmSchema-V0.6", ...features]) w.bytes(4, ascii(feature));
  });
  return Buffer.concat([blob("OSMHeader", header), blob("OSMData", nodeBlock(nodes)), blob("OSMData", wayBlock(ways))]);
}

function nodeBlock(nodes: readonly DrawnNode[]): Uint8Array {
  const strings = new Strings();
  const delta = (values: readonly number[]) =>
    packed((w) => {
      values.forEach((value, i) => {
        w.signed(value - (i > 0 ? values[i - 1] : 0));
      });
    });
  const tags = packed((w) => {
    for (const node of nodes) {
      for (const [key, value] of Object.entries(node.tags ?? {})) {
        w.unsigned(strings.number(key));
        w.unsigned(strings.number(value));
      }
      w.unsigned(0);
    }
  });
  const dense = message((w) => {
    w.bytes(1, delta(nodes.map((node) => node.id)));
    w.bytes(8, delta(nodes.map((node) => Math.round(node.lat * 1e7))));
    w.bytes(9, delta(nodes.map((node) => Math.round(node.lon * 1e7))));
    w.bytes(10, tags);
  });
  return block(
    strings,
    message((w) => w.bytes(2, dense)),
  );
}

function wayBlock(ways: readonly DrawnWay[]): Uint8Array {
  const strings = new Strings();
  const group = message((w) => {
    ways.forEach(({ refs, tags }, i) => {
      const way = message((inner) => {
        inner.varint(1, i + 1);
        inner.bytes(2, numbers(Object.keys(tags).map((key) => strings.number(key))));
        inner.bytes(3, numbers(Object.values(tags).map((value) => strings.number(value))));
        inner.bytes(
          8,
          packed((list) => {
            refs.forEach((ref, k) => {
              list.signed(ref - (k > 0 ? refs[k - 1] : 0));
            });
          }),
        );
      });
      w.bytes(3, way);
    });
  });
  return block(strings, group);
}

class Strings {
  readonly list: string[] = [""];

  number(text: string): number {
    if (!this.list.includes(text)) this.list.push(text);
    return this.list.indexOf(text);
  }
}

function block(strings: Strings, group: Uint8Array): Uint8Array {
  return message((w) => {
    w.bytes(
      1,
      message((table) => {
        for (const text of strings.list) table.bytes(1, ascii(text));
      }),
    );
    w.bytes(2, group);
  });
}

function blob(type: string, content: Uint8Array): Buffer {
  const body = message((w) => {
    w.varint(2, content.length);
    w.bytes(3, deflateSync(content));
  });
  const header = message((w) => {
    w.bytes(1, ascii(type));
    w.varint(3, body.length);
  });
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, body]);
}

interface MessageWriter {
  varint(field: number, value: number): void;
  bytes(field: number, value: Uint8Array): void;
}

function message(fill: (writer: MessageWriter) => void): Uint8Array {
  const parts: Uint8Array[] = [];
  const add = (key: number, value: number) =>
    parts.push(
      packed((w) => {
        w.unsigned(key);
        w.unsigned(value);
      }),
    );
  fill({
    varint: (field, value) => add(field * 8, value),
    bytes: (field, value) => {
      add(field * 8 + 2, value.length);
      parts.push(value);
    },
  });
  return Buffer.concat(parts);
}

function packed(fill: (writer: ByteWriter) => void): Uint8Array {
  const writer = new ByteWriter();
  fill(writer);
  return writer.filled();
}

const numbers = (values: readonly number[]) =>
  packed((w) => {
    for (const value of values) w.unsigned(value);
  });

const ascii = (text: string) => Buffer.from(text, "latin1");
