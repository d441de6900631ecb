import type { RecordsJobs } from "./records-protocol.ts";
import { type Client, createClient } from "./rpc.ts";

export type RecordsClient = Client<RecordsJobs>;

/** Starts the worker that verifies and folds signed records. */
export function startRecords(packUrl: string): RecordsClient {
  const worker = new Worker(new URL("./records-main.ts", import.meta.url), { type: "module", name: "oasis-records" });
  const client = createClient<RecordsJobs>(worker);
  worker.addEventListener("error", (event) => client.stop(event.message));
  worker.addEventListener("messageerror", () => client.stop("messageerror"));
  client.call("start", { packUrl }).catch(() => undefined);
  return {
    call: client.call,
    stop(reason) {
      client.stop(reason);
      worker.terminate();
    },
  };
}
