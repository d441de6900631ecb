import { createStore } from "zustand/vanilla";
import { FailureError } from "../core/failure.ts";
import type { BroughtTimes } from "../engine/brought-times.ts";
import type { Origin } from "../engine/list-reachable.ts";
import type { CommunePoints } from "../engine/reach-places.ts";
import { type RoadsWorker, startPoolMember, startRoads } from "../worker/roads-client.ts";
import { computeTable, type PoolMember, poolSize } from "../worker/roads-pool.ts";
import type { KeptRoads, RoadReach, RoadsSummary } from "../worker/roads-protocol.ts";
import type { CallOptions } from "../worker/rpc.ts";
import type { LazyEngine } from "./lazy-engine.ts";

/** Minutes of the table between communes, and farthest an origin looks by road. */
export const ROAD_LIMIT_MINUTES = 60;

/** What is said of the times somebody brought. */
export interface BroughtRoads {
  readonly name: string;
  readonly kind: BroughtTimes["kind"];
  /** Communes covered. */
  readonly communes: number;
  /** Pairs of communes in reach of each other. */
  readonly pairs: number;
  readonly limitMinutes: number;
  /** Of a network; null for a table. */
  readonly network: RoadsSummary | null;
  /** Communes of a table left to the estimate; 0 for a network. */
  readonly oneWay: number;
  /** Times come from OpenStreetMap, which asks to be named. */
  readonly isOpenStreetMap: boolean;
}

/** What the person brings: files they chose, or the road file kept in this browser. */
export type Bringing =
  | { readonly kind: "pbf" | "road"; readonly file: File }
  | { readonly kind: "times"; readonly file: File }
  | { readonly kind: "osrm"; readonly file: File; readonly list: File }
  | { readonly kind: "kept"; readonly name: string };

export interface RoadsState {
  readonly brought: BroughtRoads | null;
  /** Grows whenever times are brought or taken away: part of the key of every answer that depends on them. */
  readonly version: number;
}

export type RoadsStore = ReturnType<typeof openRoadsStore>;

interface RoadsParts {
  readonly startRoads: () => RoadsWorker;
  readonly startMember: () => PoolMember;
  readonly processors: () => number;
}

const BROWSER: RoadsParts = {
  startRoads,
  startMember: startPoolMember,
  processors: () => navigator.hardwareConcurrency ?? 2,
};

/** The roads or times somebody brought; the engine is told of them. What was brought stays until something else is. */
export function openRoadsStore(engine: Pick<LazyEngine, "get">, parts: RoadsParts = BROWSER) {
  const store = createStore<RoadsState>(() => ({ brought: null, version: 0 }));
  let network: RoadsWorker | null = null;
  let times: BroughtTimes | null = null;

  const settle = async (next: BroughtTimes | null, worker: RoadsWorker | null, brought: BroughtRoads | null) => {
    await engine.get().call("bringTimes", next);
    network?.terminate();
    [network, times] = [worker, next];
    store.setState(({ version }) => ({ brought, version: version + 1 }));
  };

  return {
    ...store,

    /**
     * Reads what is brought, computes the table between communes and hands it to the engine. Throws what the readers throw,
     * `cancelled` or `worker-stopped`; what was brought before is then untouched.
     */
    async bring(what: Bringing, { signal, onProgress }: CallOptions = {}): Promise<BroughtRoads> {
      const points = await engine.get().call("listCommunePoints", null, { signal });
      const worker = parts.startRoads();
      let isUsed = false;
      try {
        const options = { signal, onProgress };
        if (what.kind === "times" || what.kind === "osrm") {
          const read =
            what.kind === "times"
              ? worker.client.call("readTimes", { file: what.file, points }, options)
              : worker.client.call("readOsrm", { file: what.file, list: what.list, points }, options);
          const imported = await read;
          const brought = describe(imported.times, null, imported.oneWay);
          await settle(imported.times, null, brought);
          return brought;
        }
        const summary = await openNetwork(worker, what, points, options);
        const task = await worker.client.call("prepareTable", { limitMinutes: ROAD_LIMIT_MINUTES }, options);
        const name = what.kind === "kept" ? what.name : what.file.name;
        const size = poolSize(parts.processors(), task.places.length);
        const table = await computeTable(name, task, size, parts.startMember, options);
        const brought = describe(table, summary, 0);
        if (signal?.aborted) throw new FailureError("cancelled");
        await settle(table, worker, brought);
        isUsed = true;
        return brought;
      } finally {
        if (!isUsed) worker.terminate();
      }
    },

    /** Estimates again. */
    forget: () => settle(null, null, null),

    /** What the network reaches from a point; null without a network, or far from its roads. Throws `cancelled`. */
    async reach(origin: Origin, bands: readonly number[], options: CallOptions = {}): Promise<RoadReach | null> {
      if (!network) return null;
      return network.client.call("reach", { origin, bands, limitMinutes: ROAD_LIMIT_MINUTES }, options);
    },

    /** The network as a road file, smaller and faster to open than what it was read from. */
    async writeRoadFile(): Promise<Uint8Array> {
      if (!network) throw new Error("no network to write");
      return network.client.call("writeRoadFile", null);
    },

    /** Keeps the network in this browser, under its name. */
    async keep(name: string): Promise<void> {
      await network?.client.call("keep", { name });
    },

    /** The road file kept in this browser, if any. */
    listKept: (): Promise<KeptRoads | null> => ask(parts, (worker) => worker.client.call("listKept", null)),

    dropKept: (): Promise<undefined> => ask(parts, (worker) => worker.client.call("dropKept", null)),

    /** For an engine that has just been started again. */
    times: (): BroughtTimes | null => times,
  };
}

function openNetwork(
  { client }: RoadsWorker,
  what: Extract<Bringing, { kind: "pbf" | "road" | "kept" }>,
  points: CommunePoints,
  options: CallOptions,
): Promise<RoadsSummary> {
  if (what.kind === "kept") return client.call("openKept", { points }, options);
  const { file } = what;
  return client.call(what.kind === "pbf" ? "openPbf" : "openRoadFile", { file, points }, options);
}

/** Asks one thing of a worker started for it. */
async function ask<T>(parts: RoadsParts, what: (worker: RoadsWorker) => Promise<T>): Promise<T> {
  const worker = parts.startRoads();
  try {
    return await what(worker);
  } finally {
    worker.terminate();
  }
}

function describe(times: BroughtTimes, network: RoadsSummary | null, oneWay: number): BroughtRoads {
  return {
    name: times.name,
    kind: times.kind,
    communes: times.units.length,
    pairs: times.minutes.length,
    limitMinutes: times.limitMinutes,
    network,
    oneWay,
    isOpenStreetMap: network !== null,
  };
}

export type { TimesUsed } from "../engine/brought-times.ts";
export type { KeptRoads } from "../worker/roads-protocol.ts";
export type { Progress } from "../worker/rpc.ts";
