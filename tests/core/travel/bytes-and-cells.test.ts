import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteWriter } from "../../../src/core/travel/byte-writer.ts";
import { readCsvColumns } from "../../../src/core/travel/csv-columns.ts";
import { MinHeap } from "../../../src/core/travel/min-heap.ts";
import { ProtoReader } from "../../../src/core/travel/proto-reader.ts";

const refuse = (reason: string): never => {
  throw new Error(reason);
};

describe("varints", () => {
  it("come back as written, up to 2⁵³ and 2⁵²", () => {
    const any = fc.array(fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -300, max: 300 })), { maxLength: 40 });
    fc.assert(
      fc.property(any, (values) => {
        const writer = new ByteWriter();
        for (const value of values) {
          writer.unsigned(Math.abs(value));
          writer.signed(Math.trunc(value / 2));
        }
        const reader = new ProtoReader(writer.filled(), refuse);
        for (const value of values) {
          expect(reader.varint()).toBe(Math.abs(value));
          expect(reader.signed()).toBe(Math.trunc(value / 2) + 0);
        }
        expect(reader.at).toBe(reader.end);
      }),
    );
  });

  it("of ten bytes are negative numbers, as in int64", () => {
    const bytes = Uint8Array.of(0xfb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01);
    expect(new ProtoReader(bytes, refuse).varint()).toBe(-5);
  });

  it("cut short or endless are refused", () => {
    expect(() => new ProtoReader(Uint8Array.of(0x80), refuse).varint()).toThrow("cut short");
    expect(() => new ProtoReader(new Uint8Array(11).fill(0x80), refuse).varint()).toThrow("ten bytes");
    const tooLong = new ProtoReader(Uint8Array.of(0x0a, 5, 1), refuse);
    tooLong.next();
    expect(() => tooLong.message()).toThrow("longer than its message");
  });
});

describe("CSV", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", "\n", "0", " ") }).map((text) => text.trim());
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it("gives every cell as written, whatever is in it", () => {
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), (rows, end) => {
        const text = [["x", "y"], ...rows].map((row) => row.map(quote).join(",")).join(end) + end;
        expect(readCsvColumns(text, "f.csv", ["y"], ["x", "z"])).toEqual({
          file: "f.csv",
          rows: rows.length,
          columns: { y: rows.map(([, y]) => y), x: rows.map(([x]) => x) },
        });
      }),
    );
  });

  it("needs no quotes, and bears a mark of UTF-8 and empty lines at its end", () => {
    expect(readCsvColumns("\ufeffid, lon \r\nA,2\r\nB,\r\n\r\n", "f.csv", ["lon"]).columns).toEqual({ lon: ["2", ""] });
    expect(readCsvColumns('id,"lon"\nA,', "f.csv", ["lon"]).columns).toEqual({ lon: [""] });
  });

  it("says where a quote strays", () => {
    expect(() => readCsvColumns('id\nA\nB"b\n', "f.csv", ["id"])).toThrow('"row":3');
    expect(() => readCsvColumns("", "f.csv", ["id"])).toThrow("missing");
  });
});

describe("the heap", () => {
  it("gives items in the order of their keys", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 600 }), (keys) => {
        const heap = new MinHeap();
        keys.forEach((key, i) => {
          heap.push(key, i);
        });
        const out = keys.map(() => {
          const key = heap.topKey;
          expect(keys[heap.pop()]).toBe(key);
          return key;
        });
        expect(out).toEqual([...keys].sort((a, b) => a - b));
      }),
    );
  });
});
