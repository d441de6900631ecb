import { describe, expect, it } from "vitest";
import { type Bringing, openRoadsStore } from "../../src/app/roads.ts";
import { FailureError } from "../../src/core/failure.ts";
import { prepareRoads } from "../../src/core/travel/road-times.ts";
import type { BroughtTimes } from "../../src/engine/brought-times.ts";
import type { CommunePoints } from "../../src/engine/reach-places.ts";
import type { EngineClient } from "../../src/worker/client.ts";
import type { RoadsWorker } from "../../src/worker/roads-client.ts";
import { fillRows, type LaidRoads, layRoads, prepareTable } from "../../src/worker/roads-network.ts";
import type { TableTask } from "../../src/worker/roads-protocol.ts";
import { importTimes } from "../../src/worker/roads-times.ts";
import { QUIET } from "../core/travel/run-quietly.ts";
import { drawNetwork } from "../core/travel/worlds.ts";

const NODES = Array.from({ length: 3 }, (_, k) => [1 + k / 100, 48] as const);
const points: CommunePoints = {
  units: Uint16Array.of(0, 1, 2),
  codes: ["01001", "01002", "01003"],
  names: ["a", "b", "c"],
  lon: Float64Array.from(NODES, ([lon]) => lon),
  lat: Float64Array.from(NODES, ([, lat]) => lat),
};

/** The store over workers that run in this thread; files named `broken…` cannot be read. */
function open() {
  const told: (BroughtTimes | null)[] = [];
  const alive = new Set<object>();
  const engine = {
    get: () =>
      ({
        call: async (job: string, input: unknown) => {
          if (job === "listCommunePoints") return points;
          told.push(input as BroughtTimes | null);
          return undefined;
        },
      }) as unknown as EngineClient,
  };
  const start = (call: (job: string, input: never) => Promise<unknown>) => {
    const worker = { client: { call, stop: () => undefined }, terminate: () => void alive.delete(worker) };
    alive.add(worker);
    return worker as unknown as RoadsWorker;
  };
  const startRoads = () => {
    let laid: LaidRoads | undefined;
    return start(async (job, input: { file: File; points: CommunePoints; limitMinutes: number }) => {
      if (input?.file?.name.startsWith("broken")) throw new FailureError("osm-unreadable", { file: input.file.name });
      if (job === "readTimes") return importTimes({ name: input.file.name, text: await input.file.text() }, points);
      if (job === "prepareTable" && laid) return prepareTable(laid, input.limitMinutes);
      laid = layRoads(
        drawNetwork(NODES, [
          [0, 1, 600],
          [1, 2, 1200],
        ]),
        input.points,
      );
      return { ...laid.summary, ways: null };
    });
  };
  const startMember = () => {
    let task: TableTask | undefined;
    return start(async (job, input: TableTask & { from: number; to: number }) => {
      if (job === "open") task = input;
      else if (task) return fillRows(prepareRoads(task.network), task, input.from, input.to, QUIET);
      return undefined;
    });
  };
  const parts = { startRoads, startMember: startMember as never, processors: () => 4 };
  return { store: openRoadsStore(engine, parts), told, alive };
}

const network = (name: string): Bringing => ({ kind: "pbf", file: new File(["x"], name) });
const table: Bringing = {
  kind: "times",
  file: new File(["origin,destination,minutes\n01001,01002,9\n01002,01001,8\n"], "t.csv"),
};

describe("what somebody brings", () => {
  it("becomes times of the engine, and one worker keeps the network", async () => {
    const { store, told, alive } = open();
    const brought = await store.bring(network("a.osm.pbf"));
    expect(brought).toMatchObject({ name: "a.osm.pbf", kind: "road", communes: 3, pairs: 9, isOpenStreetMap: true });
    // a ─1 min─ b ─2 min─ c.
    expect(Array.from(told[0]?.minutes ?? [])).toEqual([0, 1, 3, 1, 0, 2, 3, 2, 0]);
    expect(store.times()).toBe(told[0]);
    expect(store.getState()).toEqual({ brought, version: 1 });
    expect(alive.size).toBe(1);
  });

  it("is replaced by what is brought next, and forgotten on demand", async () => {
    const { store, told, alive } = open();
    await store.bring(network("a.osm.pbf"));
    const brought = await store.bring(table);
    expect(brought).toMatchObject({ kind: "table", communes: 2, limitMinutes: 9, isOpenStreetMap: false });
    expect(alive.size).toBe(0);
    await store.forget();
    expect(told.at(-1)).toBeNull();
    expect(store.getState()).toEqual({ brought: null, version: 3 });
    expect(await store.reach({ lon: 1, lat: 48 }, [10])).toBeNull();
  });

  it("stays as it was when a file cannot be read or the reading is cancelled", async () => {
    const { store, told, alive } = open();
    const first = await store.bring(network("a.osm.pbf"));
    await expect(store.bring(network("broken.osm.pbf"))).rejects.toMatchObject({ failure: { code: "osm-unreadable" } });
    const abort = new AbortController();
    const onProgress = () => abort.abort();
    await expect(store.bring(network("b.osm.pbf"), { signal: abort.signal, onProgress })).rejects.toMatchObject({
      failure: { code: "cancelled" },
    });
    expect(store.getState()).toEqual({ brought: first, version: 1 });
    expect(told).toHaveLength(1);
    expect(alive.size).toBe(1);
  });
});
