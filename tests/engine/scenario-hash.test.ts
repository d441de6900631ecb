import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashResult } from "../../src/engine/scenario-hash.ts";

const node = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

describe("hash of a result", () => {
  it("one line per area, six decimals, empty where not known", () => {
    const hash = hashResult(["35001", "2A004"], Float64Array.of(1.23456789, Number.NaN), Float64Array.of(2, -1e-9));
    expect(hash).toBe(node("35001\t1.234568\t2.000000\n2A004\t\t0.000000\n"));
  });

  it("roundings of the last digits do not show, changes of a millionth do", () => {
    const hash = (value: number) => hashResult(["35001"], Float64Array.of(1), Float64Array.of(value));
    expect(hash(0.1 + 0.2)).toBe(hash(0.3));
    expect(hash(0.300001)).not.toBe(hash(0.3));
  });
});
