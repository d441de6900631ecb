import { type EngineClient, startEngine } from "../worker/client.ts";
import { packUrl } from "./pack.ts";

/** The engine, started by the first question that needs it. */
export interface LazyEngine {
  /** Starts it if it is not running. */
  get(): EngineClient;
  /** Drops an engine that died or never started, so that the next question starts another. */
  reset(): void;
}

export function openLazyEngine(start: () => EngineClient = () => startEngine(packUrl())): LazyEngine {
  let client: EngineClient | undefined;
  return {
    get() {
      client ??= start();
      return client;
    },
    reset() {
      client?.stop("reset");
      client = undefined;
    },
  };
}
