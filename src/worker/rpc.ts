import { type Failure, FailureError } from "../core/failure.ts";
import type { Run } from "../core/run.ts";

/** The jobs a worker does: name → input and output, both structured-cloneable. */
export type Jobs = Record<string, { readonly input: unknown; readonly output: unknown }>;

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly stage: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface Client<J extends Jobs> {
  /** Settles always: with the output, a FailureError (`cancelled`, `worker-stopped`, or the job's own), or an Error (a bug). */
  call<K extends keyof J & string>(job: K, input: J[K]["input"], options?: CallOptions): Promise<J[K]["output"]>;
  /** Rejects every pending and later call with `worker-stopped`. */
  stop(reason?: string): void;
}

export type Handlers<J extends Jobs> = {
  readonly [K in keyof J & string]: (input: J[K]["input"], run: Run) => Promise<J[K]["output"]>;
};

/** The part of Worker, MessagePort and DedicatedWorkerGlobalScope that calls travel through. */
export interface Endpoint {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

type Request = { readonly id: number; readonly job: string; readonly input: unknown } | { readonly cancel: number };

type Response =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly failure: Failure }
  | { readonly id: number; readonly bug: string };

interface Pending {
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: CallOptions["onProgress"];
  readonly release: () => void;
}

export function createClient<J extends Jobs>(endpoint: Endpoint): Client<J> {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let stopped: FailureError | undefined;

  const settle = (id: number): Pending | undefined => {
    const call = pending.get(id);
    pending.delete(id);
    call?.release();
    return call;
  };

  endpoint.addEventListener("message", (event: MessageEvent<Response>) => {
    const message = event.data;
    if ("progress" in message) pending.get(message.id)?.onProgress?.(message.progress);
    else if ("output" in message) settle(message.id)?.resolve(message.output as never);
    else if ("failure" in message) {
      settle(message.id)?.reject(new FailureError(message.failure.code, message.failure.params));
    } else settle(message.id)?.reject(new Error(message.bug));
  });

  return {
    call(job, input, { signal, onProgress } = {}) {
      return new Promise((resolve, reject) => {
        if (stopped) return reject(stopped);
        if (signal?.aborted) return reject(new FailureError("cancelled"));
        const id = ++lastId;
        const cancel = () => {
          endpoint.postMessage({ cancel: id } satisfies Request);
          settle(id)?.reject(new FailureError("cancelled"));
        };
        // First of all: an input that cannot be cloned throws here, which rejects the call and leaves nothing pending.
        endpoint.postMessage({ id, job, input } satisfies Request);
        signal?.addEventListener("abort", cancel, { once: true });
        pending.set(id, { resolve, reject, onProgress, release: () => signal?.removeEventListener("abort", cancel) });
      });
    },
    stop(reason = "") {
      stopped ??= new FailureError("worker-stopped", { reason });
      for (const id of [...pending.keys()]) settle(id)?.reject(stopped);
    },
  };
}

/** Answers calls on an endpoint. A cancelled job is told through `run.signal` and its result is dropped. */
export function serve<J extends Jobs>(endpoint: Endpoint, handlers: Handlers<J>): void {
  const running = new Map<number, { aborted: boolean }>();

  endpoint.addEventListener("message", async (event: MessageEvent<Request>) => {
    const message = event.data;
    if ("cancel" in message) {
      const signal = running.get(message.cancel);
      if (signal) signal.aborted = true;
      return;
    }
    const { id, job, input } = message;
    const signal = { aborted: false };
    running.set(id, signal);
    const reply = (response: Response, transfer?: Transferable[]) => {
      if (!signal.aborted) endpoint.postMessage(response, transfer);
    };
    const run: Run = {
      signal,
      progress: (done, total, stage) => reply({ id, progress: { done, total, stage } }),
      pause: nextTask,
    };
    try {
      const handler = Object.hasOwn(handlers, job) ? handlers[job] : undefined;
      if (!handler) throw new Error(`no job named ${job}`);
      const output = await handler(input, run);
      reply({ id, output }, listBuffers(output));
    } catch (error) {
      if (error instanceof FailureError) reply({ id, failure: error.failure });
      else reply({ id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      running.delete(id);
    }
  });
}

/** Settles after the messages already waiting; a timer would be held back to four milliseconds. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Buffers of the typed arrays in an output, each once: they move instead of being copied, so an output owns its arrays. */
function listBuffers(output: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(output)) {
    if (output.buffer instanceof ArrayBuffer) found.add(output.buffer);
  } else if (typeof output === "object" && output !== null) {
    const children = Array.isArray(output) && typeof output[0] === "string" ? [] : Object.values(output);
    for (const child of children) listBuffers(child, found);
  }
  return [...found];
}
