import type { EngineJobs } from "./protocol.ts";
import { type CallOptions, type Client, createClient } from "./rpc.ts";

export type EngineClient = Client<EngineJobs>;

/** Starts the engine worker and its DuckDB. Calls made before it is ready wait for it; all settle if it dies. */
export function startEngine(packUrl: string): EngineClient {
  const worker = new Worker(new URL("./main.ts", import.meta.url), { type: "module", name: "oasis-engine" });
  const client = createClient<EngineJobs>(worker);
  worker.addEventListener("error", (event) => client.stop(event.message));
  worker.addEventListener("messageerror", () => client.stop("messageerror"));
  const ready = client.call("start", { packUrl });
  ready.catch(() => undefined);
  return {
    async call(job, input, options: CallOptions = {}) {
      await ready;
      return client.call(job, input, options);
    },
    stop(reason) {
      client.stop(reason);
      worker.terminate();
    },
  };
}
