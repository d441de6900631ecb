import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FailureError } from "../../../src/core/failure.ts";
import { readRoadFile, writeRoadFile } from "../../../src/core/travel/road-file.ts";
import { UNREACHED } from "../../../src/core/travel/road-graph.ts";
import type { RoadNetwork } from "../../../src/core/travel/road-network.ts";
import { anyNetwork, drawNetwork } from "./worlds.ts";

/** The same roads sorted by `from`, as the file wants them, with a bend in every third. */
function prepare(network: RoadNetwork): RoadNetwork {
  const order = Array.from(network.from, (_, r) => r).sort((a, b) => network.from[a] - network.from[b] || a - b);
  const sort = (values: Uint32Array) => Uint32Array.from(order, (r) => values[r]);
  const bends = order.map((_, r) => (r % 3 === 0 ? 1 : 0));
  let sum = 0;
  return {
    ...network,
    from: sort(network.from),
    to: sort(network.to),
    forward: sort(network.forward),
    backward: sort(network.backward),
    open: Uint8Array.from(order, (r) => r % 2),
    shapeStart: Uint32Array.from([0, ...bends.map((bend) => (sum += bend))]),
    shapeLon: Int32Array.from({ length: sum }, (_, s) => 1000 - 37 * s),
    shapeLat: Int32Array.from({ length: sum }, (_, s) => 53 * s),
    shapeTicks: Uint32Array.from(
      order.filter((_, r) => r % 3 === 0),
      (r) => network.forward[r] >>> 1,
    ),
  };
}

const failureOf = (bytes: Uint8Array) => {
  try {
    readRoadFile(bytes, "x.road");
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  return null;
};

describe("the road file", () => {
  it("gives back what was written", () => {
    fc.assert(
      fc.property(anyNetwork, (drawn) => {
        const network = prepare(drawn);
        expect(readRoadFile(writeRoadFile(network), "x.road")).toEqual(network);
      }),
    );
  });

  it("is refused when cut or changed anywhere", () => {
    const bytes = writeRoadFile(
      prepare(
        drawNetwork(
          [
            [2, 48],
            [-1.5, 47],
            [0.3, 49],
          ],
          [
            [0, 1, 900],
            [1, 2, 800, null],
            [0, 2, 700, 650],
          ],
        ),
      ),
    );
    for (let i = 0; i < bytes.length; i++) {
      expect(failureOf(bytes.slice(0, i))?.code).toBe("road-file-unreadable");
      const changed = bytes.slice();
      changed[i] ^= 0x20;
      expect(failureOf(changed)?.code).toBe("road-file-unreadable");
    }
    expect(failureOf(Uint8Array.of(...bytes, 0))?.params.reason).toBe("bytes after its end");
  });

  it("says what is wrong", () => {
    const bytes = writeRoadFile(
      prepare(
        drawNetwork(
          [
            [0, 0],
            [1, 1],
          ],
          [[0, 1, UNREACHED - 1]],
        ),
      ),
    );
    expect(failureOf(new TextEncoder().encode("id,lon,lat\n1,2,48\n".repeat(9)))?.params).toMatchObject({
      file: "x.road",
      offset: 0,
      reason: "not a road file",
    });
    const later = bytes.slice();
    later[8] = 2;
    expect(failureOf(later)?.params.reason).toBe("version 2, not 1");
    expect(failureOf(bytes.slice(0, -1))?.params).toMatchObject({ offset: bytes.length - 1, reason: "truncated" });
  });
});
