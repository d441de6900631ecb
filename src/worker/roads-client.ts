import type { PoolMember } from "./roads-pool.ts";
import type { PoolJobs, RoadsJobs } from "./roads-protocol.ts";
import { type Client, createClient, type Jobs } from "./rpc.ts";

/** A roads worker; terminating it frees its network. */
export interface RoadsWorker {
  readonly client: Client<RoadsJobs>;
  terminate(): void;
}

export function startRoads(): RoadsWorker {
  return wrap<RoadsJobs>(
    new Worker(new URL("./roads-main.ts", import.meta.url), { type: "module", name: "oasis-roads" }),
  );
}

export function startPoolMember(): PoolMember {
  return wrap<PoolJobs>(
    new Worker(new URL("./roads-pool-main.ts", import.meta.url), { type: "module", name: "oasis-roads-pool" }),
  );
}

function wrap<J extends Jobs>(worker: Worker): { readonly client: Client<J>; terminate(): void } {
  const client = createClient<J>(worker);
  worker.addEventListener("error", (event) => client.stop(event.message));
  worker.addEventListener("messageerror", () => client.stop("messageerror"));
  return {
    client,
    terminate() {
      client.stop("terminated");
      worker.terminate();
    },
  };
}
