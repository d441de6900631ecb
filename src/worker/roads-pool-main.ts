import { prepareRoads, type Roads } from "../core/travel/road-times.ts";
import { fillRows } from "./roads-network.ts";
import type { PoolJobs, TableTask } from "./roads-protocol.ts";
import { type Endpoint, serve } from "./rpc.ts";

let opened: { readonly task: TableTask; readonly roads: Roads } | undefined;

serve<PoolJobs>(self as unknown as Endpoint, {
  async open(task) {
    opened = { task, roads: prepareRoads(task.network) };
    return undefined;
  },
  async fillRows({ from, to }, run) {
    if (!opened) throw new Error("rows asked before the network was given");
    return fillRows(opened.roads, opened.task, from, to, run);
  },
});
