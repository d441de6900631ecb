import { MessageChannel } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";
import { type FailureCode, FailureError } from "../../src/core/failure.ts";
import { assertRunning, type Run } from "../../src/core/run.ts";
import { createClient, type Endpoint, type Handlers, type Progress, serve } from "../../src/worker/rpc.ts";

type TestJobs = {
  readonly double: { readonly input: number; readonly output: number };
  readonly nothing: { readonly input: null; readonly output: undefined };
  readonly fail: { readonly input: { readonly code: FailureCode }; readonly output: never };
  readonly crash: { readonly input: null; readonly output: never };
  readonly uncloneable: { readonly input: null; readonly output: unknown };
  readonly columns: {
    readonly input: null;
    readonly output: {
      readonly a: Float64Array;
      readonly nested: { readonly b: Uint8Array; readonly sameBuffer: Uint8Array }[];
    };
  };
  /** Works until it is released or cancelled. */
  readonly wait: { readonly input: string; readonly output: string };
};

/** Jobs under way, by input: the test decides when they go on. */
interface Waiting {
  readonly run: Run;
  readonly release: (output: string) => void;
  readonly fail: (error: Error) => void;
}

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

function connect() {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const waiting = new Map<string, Waiting>();
  const sent: { columns?: Float64Array } = {};
  const handlers: Handlers<TestJobs> = {
    double: async (input, run) => {
      run.progress(1, 2, "half");
      run.progress(2, 2, "whole");
      return input * 2;
    },
    nothing: async () => undefined,
    fail: async ({ code }) => {
      throw new FailureError(code, { file: "places.json", status: 404 });
    },
    crash: async () => {
      throw new TypeError("not a function");
    },
    uncloneable: async () => ({ call: () => 1 }),
    columns: async () => {
      const b = Uint8Array.of(1, 2, 3);
      sent.columns = Float64Array.of(0.5, Number.NaN);
      return { a: sent.columns, nested: [{ b, sameBuffer: b.subarray(1) }] };
    },
    wait: (input, run) => new Promise((resolve, reject) => waiting.set(input, { run, release: resolve, fail: reject })),
  };
  serve<TestJobs>(port2 as unknown as Endpoint, handlers);
  const posted: unknown[] = [];
  const client = createClient<TestJobs>({
    postMessage(message) {
      port1.postMessage(message);
      posted.push(message);
    },
    addEventListener: (type, listener) => port1.addEventListener(type, listener as never),
  });
  port1.start();
  port2.start();
  const started = async (input: string): Promise<Waiting> => {
    for (;;) {
      const job = waiting.get(input);
      if (job) return job;
      await turn();
    }
  };
  return { client, started, posted, sent };
}

/** Lets every message that was posted arrive. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => "settled with an output",
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  );
}

describe("answers", () => {
  test("each call gets its own, in whatever order they come", async () => {
    const { client, started } = connect();
    const [first, second] = [client.call("wait", "first"), client.call("wait", "second")];
    (await started("second")).release("b");
    expect(await second).toBe("b");
    (await started("first")).release("a");
    expect(await first).toBe("a");
    expect(await client.call("nothing", null)).toBeUndefined();
  });

  test("progress is told in order, before the answer, and only to its own call", async () => {
    const { client, started } = connect();
    const told: Progress[] = [];
    const other: Progress[] = [];
    const waiting = client.call("wait", "other", { onProgress: (progress) => other.push(progress) });
    expect(await client.call("double", 21, { onProgress: (progress) => told.push(progress) })).toBe(42);
    expect(told).toEqual([
      { done: 1, total: 2, stage: "half" },
      { done: 2, total: 2, stage: "whole" },
    ]);
    expect(other).toEqual([]);
    (await started("other")).release("");
    await waiting;
  });

  test("typed arrays move: the worker's copy is gone, a shared buffer arrives once", async () => {
    const { client, sent } = connect();
    const { a, nested } = await client.call("columns", null);
    expect([...a]).toEqual([0.5, Number.NaN]);
    expect([...nested[0].b]).toEqual([1, 2, 3]);
    expect([...nested[0].sameBuffer]).toEqual([2, 3]);
    expect(nested[0].sameBuffer.buffer).toBe(nested[0].b.buffer);
    expect(sent.columns?.byteLength).toBe(0);
  });
});

describe("failures", () => {
  test("keep their code and parameters", async () => {
    const { client } = connect();
    expect(await failureOf(client.call("fail", { code: "pack-file-missing" }))).toEqual({
      code: "pack-file-missing",
      params: { file: "places.json", status: 404 },
    });
  });

  test("a bug is an error that is no failure, and says where", async () => {
    const { client } = connect();
    const error = await failureOf(client.call("crash", null));
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toMatch(/not a function[\s\S]*rpc\.test/);
  });

  test("an output that cannot be sent is a bug, not silence", async () => {
    const { client } = connect();
    expect(String(await failureOf(client.call("uncloneable", null)))).toMatch(/clone/i);
  });

  test("an input that cannot be sent rejects, and stays pending nowhere", async () => {
    const { client, posted } = connect();
    const abort = new AbortController();
    const input = (() => 1) as unknown as number;
    expect(String(await failureOf(client.call("double", input, { signal: abort.signal })))).toMatch(/clone/i);
    abort.abort();
    expect(posted).toEqual([]);
    expect(await client.call("double", 4)).toBe(8);
  });

  test.each(["absent", "toString", "__proto__"])("a job named %s is unknown", async (name) => {
    const { client } = connect();
    expect(String(await failureOf(client.call(name as "double", 1)))).toMatch(`no job named ${name}`);
  });
});

describe("cancelling", () => {
  test("settles at once, tells the job, and drops what it still says", async () => {
    const { client, started } = connect();
    const abort = new AbortController();
    const told: Progress[] = [];
    const call = failureOf(client.call("wait", "long", { signal: abort.signal, onProgress: (p) => told.push(p) }));
    const job = await started("long");
    expect(job.run.signal.aborted).toBe(false);
    abort.abort();
    expect(await call).toEqual({ code: "cancelled", params: {} });
    await turn();
    expect(job.run.signal.aborted).toBe(true);
    expect(() => assertRunning(job.run)).toThrow(FailureError);
    job.run.progress(1, 1, "too late");
    job.release("too late");
    await turn();
    expect(told).toEqual([]);
  });

  test("one call leaves the others alone", async () => {
    const { client, started } = connect();
    const abort = new AbortController();
    const cancelled = failureOf(client.call("wait", "a", { signal: abort.signal }));
    const kept = client.call("wait", "b");
    const job = await started("b");
    abort.abort();
    await cancelled;
    expect(job.run.signal.aborted).toBe(false);
    job.release("done");
    expect(await kept).toBe("done");
  });

  test("before the call: it never reaches the worker", async () => {
    const { client, posted } = connect();
    const call = failureOf(client.call("wait", "never", { signal: AbortSignal.abort() }));
    expect(await call).toEqual({ code: "cancelled", params: {} });
    expect(posted).toEqual([]);
  });

  test("after the answer: nothing happens", async () => {
    const { client } = connect();
    const abort = new AbortController();
    expect(await client.call("double", 1, { signal: abort.signal })).toBe(2);
    abort.abort();
    expect(await client.call("double", 2)).toBe(4);
  });
});

describe("stopping", () => {
  test("rejects every pending call, with the reason", async () => {
    const { client, started } = connect();
    const calls = ["a", "b", "c"].map((input) => failureOf(client.call("wait", input)));
    await started("c");
    client.stop("out of memory");
    const stopped = { code: "worker-stopped", params: { reason: "out of memory" } };
    expect(await Promise.all(calls)).toEqual([stopped, stopped, stopped]);
  });

  test("rejects every later call, with the first reason", async () => {
    const { client } = connect();
    client.stop("first");
    client.stop("second");
    expect(await failureOf(client.call("double", 1))).toEqual({ code: "worker-stopped", params: { reason: "first" } });
  });

  test("an answer that comes afterwards, or a cancellation, changes nothing", async () => {
    const { client, started } = connect();
    const abort = new AbortController();
    const call = failureOf(client.call("wait", "late", { signal: abort.signal }));
    const job = await started("late");
    client.stop();
    job.release("late");
    abort.abort();
    await turn();
    expect(await call).toEqual({ code: "worker-stopped", params: { reason: "" } });
  });
});

test("every call settles, whatever becomes of it", async () => {
  const { client, started } = connect();
  const abort = new AbortController();
  const calls = [
    client.call("double", 1),
    client.call("fail", { code: "bad-input" }),
    client.call("crash", null),
    client.call("uncloneable", null),
    client.call("absent" as "double", 1),
    client.call("wait", "cancelled", { signal: abort.signal }),
    client.call("wait", "failed"),
    client.call("wait", "stopped"),
  ];
  const settled = Promise.allSettled(calls);
  (await started("failed")).fail(new FailureError("cancelled"));
  await started("stopped");
  abort.abort();
  await turn();
  client.stop("end");
  const outcomes = await settled;
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", ...new Array(7).fill("rejected")]);
});
