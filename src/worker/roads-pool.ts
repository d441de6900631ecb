import { FailureError } from "../core/failure.ts";
import type { BroughtTimes } from "../engine/brought-times.ts";
import type { PoolJobs, TableRows, TableTask } from "./roads-protocol.ts";
import { joinRows } from "./roads-times.ts";
import type { CallOptions, Client } from "./rpc.ts";

/** A worker of the pool. */
export interface PoolMember {
  readonly client: Client<PoolJobs>;
  terminate(): void;
}

/** Rows asked of a member at once: few, so that progress shows and the last member is not waited for. */
const ROWS = 16;

/** One processor is left to the page; more than four copies of a network are more memory than time saved. */
export function poolSize(processors: number, rows: number): number {
  return Math.max(1, Math.min(4, processors - 1, Math.ceil(rows / ROWS)));
}

/**
 * The table of times of a task, its rows shared among `size` workers. Every worker has ended when it settles. Throws
 * `cancelled`, `worker-stopped`.
 */
export async function computeTable(
  name: string,
  task: TableTask,
  size: number,
  open: () => PoolMember,
  { signal, onProgress }: CallOptions = {},
): Promise<BroughtTimes> {
  const rows = task.places.length;
  const chunks: TableRows[] = [];
  const members: PoolMember[] = [];
  const abort = new AbortController();
  const stop = () => abort.abort();
  signal?.addEventListener("abort", stop, { once: true });
  let next = 0;
  let done = 0;
  const work = async (client: Client<PoolJobs>) => {
    await client.call("open", task, { signal: abort.signal });
    while (next < rows) {
      const from = next;
      const to = Math.min(rows, from + ROWS);
      next = to;
      chunks[from / ROWS] = await client.call("fillRows", { from, to }, { signal: abort.signal });
      done += to - from;
      onProgress?.({ done, total: rows, stage: "table" });
    }
  };
  try {
    if (signal?.aborted) throw new FailureError("cancelled");
    while (members.length < size) members.push(open());
    onProgress?.({ done: 0, total: rows, stage: "table" });
    await Promise.all(members.map(({ client }) => work(client)));
    return joinRows(name, task.units, task.limitMinutes, chunks);
  } finally {
    abort.abort();
    signal?.removeEventListener("abort", stop);
    for (const member of members) member.terminate();
  }
}
