import { MessageChannel } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { FailureError } from "../../src/core/failure.ts";
import { prepareRoads, type Roads } from "../../src/core/travel/road-times.ts";
import { fillRows, layRoads, prepareTable } from "../../src/worker/roads-network.ts";
import { computeTable, type PoolMember, poolSize } from "../../src/worker/roads-pool.ts";
import type { PoolJobs, TableTask } from "../../src/worker/roads-protocol.ts";
import { joinRows } from "../../src/worker/roads-times.ts";
import { createClient, type Endpoint, serve } from "../../src/worker/rpc.ts";
import { QUIET } from "../core/travel/run-quietly.ts";
import { drawNetwork } from "../core/travel/worlds.ts";

const COUNT = 75;

/** A line of 75 communes, a minute from one to the next. */
function drawTask(): TableTask {
  const nodes = Array.from({ length: COUNT }, (_, k) => [1 + k / 100, 48] as const);
  const network = drawNetwork(
    nodes,
    Array.from({ length: COUNT - 1 }, (_, k) => [k, k + 1, 600] as const),
  );
  const names = nodes.map((_, k) => String(k));
  const lon = Float64Array.from(nodes, ([x]) => x);
  const points = { units: Uint16Array.from(nodes.keys()), codes: names, names, lon, lat: lon.map(() => 48) };
  return prepareTable(layRoads(network, points), 20);
}

const ports: { close(): void }[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

interface Watched {
  opened: number;
  terminated: number;
  rows: number;
}

/** A member whose worker is a port: it fails at row `failAt`, if given. */
function openMember(watched: Watched, failAt = Number.POSITIVE_INFINITY): PoolMember {
  watched.opened++;
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  let opened: { task: TableTask; roads: Roads } | undefined;
  serve<PoolJobs>(port2 as unknown as Endpoint, {
    async open(task) {
      opened = { task, roads: prepareRoads(task.network) };
      return undefined;
    },
    async fillRows({ from, to }, run) {
      if (to > failAt) throw new FailureError("worker-stopped", { reason: "memory" });
      watched.rows += to - from;
      if (!opened) throw new Error("not opened");
      return fillRows(opened.roads, opened.task, from, to, run);
    },
  });
  const client = createClient<PoolJobs>(port1 as unknown as Endpoint);
  return {
    client,
    terminate() {
      watched.terminated++;
      client.stop("terminated");
    },
  };
}

describe("the pool that fills the table", () => {
  const task = drawTask();
  const alone = joinRows("n", task.units, 20, [fillRows(prepareRoads(task.network), task, 0, COUNT, QUIET)]);

  it.each([1, 2, 4])("gives the same table with %i workers, all ended", async (size) => {
    const watched: Watched = { opened: 0, terminated: 0, rows: 0 };
    const seen: number[] = [];
    const table = await computeTable("n", task, size, () => openMember(watched), {
      onProgress: ({ done, total }) => {
        expect(total).toBe(COUNT);
        seen.push(done);
      },
    });
    expect(table).toEqual(alone);
    // From one end 20 minutes reach 20 others; from the middle 40.
    expect(table.offsets[1]).toBe(21);
    expect(watched).toEqual({ opened: size, terminated: size, rows: COUNT });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(COUNT);
  });

  it("stops every worker when it is cancelled", async () => {
    const watched: Watched = { opened: 0, terminated: 0, rows: 0 };
    const abort = new AbortController();
    const table = computeTable("n", task, 2, () => openMember(watched), {
      signal: abort.signal,
      onProgress: ({ done }) => {
        if (done > 0) abort.abort();
      },
    });
    await expect(table).rejects.toMatchObject({ failure: { code: "cancelled" } });
    expect(watched.terminated).toBe(2);
    expect(watched.rows).toBeLessThan(COUNT);
  });

  it("fails with the worker that fails, and ends the others", async () => {
    const watched: Watched = { opened: 0, terminated: 0, rows: 0 };
    const table = computeTable("n", task, 2, () => openMember(watched, 40));
    await expect(table).rejects.toMatchObject({ failure: { code: "worker-stopped", params: { reason: "memory" } } });
    expect(watched.terminated).toBe(2);
  });

  it("leaves a processor to the page and asks for no idle worker", () => {
    expect([1, 2, 3, 8].map((processors) => poolSize(processors, 1000))).toEqual([1, 1, 2, 4]);
    expect([0, 1, 17].map((rows) => poolSize(8, rows))).toEqual([1, 1, 2]);
  });
});
