import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get, request } from "node:http";
import { createInterface } from "node:readline";
import { foldLog } from "../../src/core/contributions/fold.ts";
import type { SignedRecord } from "../../src/core/contributions/record.ts";
import { seededSigner } from "../core/contributions/signers.ts";
import { World } from "../core/contributions/world.ts";
import {
  BOB,
  NDJSON,
  newFile,
  toLines,
  writeGenesis,
  writeGrant,
  writeProposal,
  write as writeRecord,
} from "../relay/open-relay.ts";
import { startPostgres } from "../relay/postgres.ts";
import { report } from "./report.ts";

/**
 * The relay: records a second, delays and processor time, one record a request over 16 connections, then fifty; with signatures
 * checked or not, in a file or in PostgreSQL, each beside the first variant. Then 1,000 listeners at 20 records a second, and the
 * fold of 100,000 records, and how long one waits while 10,000 strangers' keys flood the relay. `OASIS_RELAY_RECORDS=2000 npm run bench relay`
 */
const RECORDS = Number(process.env.OASIS_RELAY_RECORDS ?? 2000);
const LISTENERS = Number(process.env.OASIS_RELAY_LISTENERS ?? 1000);
const FOLDED = Number(process.env.OASIS_RELAY_FOLDED ?? 100_000);
const STRANGERS = Number(process.env.OASIS_RELAY_STRANGERS ?? 10_000);
const [LANES, PER_BATCH, PER_SECOND, SECONDS] = [16, 50, 20, 5];
const agent = new Agent({ keepAlive: true, maxSockets: LANES });
// Dates are those of the machine, as the relay's are.
const TODAY = new Date().toISOString().slice(0, 10);

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  use(): Promise<{ readonly cpu: number; readonly bytes: number }>;
}

async function startServer(store: string, ...more: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, ["tests/bench/relay-server.ts", store, ...more], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  const readLine = async () => String((await lines.next()).value);
  const url = await readLine();
  const use = async () => {
    child.stdin!.write("\n");
    return JSON.parse(await readLine());
  };
  const people = [await writeGenesis(), await writeGrant(BOB, "citizen")];
  if ((await post(url, people)) !== 207) throw new Error("the relay takes no genesis");
  return { child, url, use };
}

interface Answer {
  readonly status: number;
  /** Of each record; absent when the whole request is refused. */
  readonly results?: readonly { readonly status: number; readonly code?: string }[];
  readonly code?: string;
}

function sendFrom(from: string, url: string, records: readonly SignedRecord[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { ...NDJSON, "x-forwarded-for": from };
    const sent = request(`${url}/v1/records`, { method: "POST", agent, headers }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ ...JSON.parse(text), status: answer.statusCode }));
    });
    sent.on("error", reject);
    sent.end(toLines(...records));
  });
}

/** Each batch is as if from another address: what is measured is not the limit by address. */
let batches = 0;
async function post(url: string, records: readonly SignedRecord[]): Promise<number> {
  const from = `10.${(++batches >> 16) & 255}.${(batches >> 8) & 255}.${batches & 255}`;
  const { status, results } = await sendFrom(from, url, records);
  const wrong = results?.find((result) => result.status !== 201);
  if (!results || wrong) throw new Error(`${status} ${JSON.stringify(wrong)}`);
  return status;
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];
}

async function measurePosts(server: Running, groups: readonly (readonly SignedRecord[])[]) {
  const delays: number[] = [];
  const before = await server.use();
  const start = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < groups.length) {
      const group = groups[next++];
      const sent = performance.now();
      await post(server.url, group);
      delays.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const seconds = (performance.now() - start) / 1000;
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  const { cpu, bytes } = await server.use();
  return {
    "records/s": count / seconds,
    "p50 ms": quantile(delays, 0.5),
    "p99 ms": quantile(delays, 0.99),
    "CPU µs/record": (cpu - before.cpu) / count,
    "RSS MB": bytes / 1e6,
  };
}

async function stop({ child }: Running): Promise<void> {
  child.stdin!.end();
  await once(child, "exit");
}

const postgres = await startPostgres();
const variants: readonly (readonly [string, () => Promise<string>, readonly string[]])[] = [
  ["SQLite", async () => newFile(), []],
  ["SQLite, signatures unchecked", async () => newFile(), ["unsigned"]],
  ...(postgres === null
    ? []
    : ([
        ["PostgreSQL", () => postgres.createDatabase(), []],
        ["PostgreSQL, signatures unchecked", () => postgres.createDatabase(), ["unsigned"]],
      ] as const)),
];
const write = (count: number) => Promise.all(Array.from({ length: count }, (_, k) => writeProposal(BOB, `n° ${k}`)));
let first: Awaited<ReturnType<typeof measurePosts>> | null = null;
for (const [name, create, more] of variants) {
  const server = await startServer(await create(), ...more);
  await measurePosts(
    server,
    (await write(RECORDS / 4)).map((record) => [record]),
  );
  const single = await measurePosts(
    server,
    (await write(RECORDS)).map((record) => [record]),
  );
  first ??= single;
  report(`${name}, one record a request`, single);
  report(`  of the first variant`, {
    "records/s": single["records/s"] / first["records/s"],
    "p99 ms": single["p99 ms"] / first["p99 ms"],
    "CPU µs/record": single["CPU µs/record"] / first["CPU µs/record"],
  });
  const many = await write(RECORDS);
  const groups = Array.from({ length: RECORDS / PER_BATCH }, (_, k) => many.slice(k * PER_BATCH, (k + 1) * PER_BATCH));
  report(`${name}, ${PER_BATCH} records a request`, await measurePosts(server, groups));
  await stop(server);
}
await postgres?.stop();

async function benchListeners(): Promise<void> {
  const server = await startServer(newFile());
  const records = await write(PER_SECOND * SECONDS);
  const sentAt = new Map<string, number>();
  const delays: number[] = [];
  const own = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const listeners = Array.from({ length: LISTENERS }, () => {
    const asked = get(`${server.url}/v1/stream?space=public`, { agent: own });
    return once(asked, "response").then(([answer]) => {
      let rest = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        const now = performance.now();
        const blocks = (rest + chunk).split("\n\n");
        rest = blocks.pop()!;
        for (const block of blocks) {
          const id = /"id":"([\w-]{43})"/.exec(block)?.[1];
          const sent = id === undefined ? undefined : sentAt.get(id);
          if (sent !== undefined) delays.push(now - sent);
        }
      });
      return asked;
    });
  });
  const open = await Promise.all(listeners);
  const before = await server.use();
  for (const record of records) {
    sentAt.set(record.id, performance.now());
    await post(server.url, [record]);
    await new Promise((resolve) => setTimeout(resolve, 1000 / PER_SECOND));
  }
  const expected = LISTENERS * records.length;
  for (let wait = 0; wait < 200 && delays.length < expected; wait++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const { cpu, bytes } = await server.use();
  report(`${LISTENERS} listeners, ${PER_SECOND} records a second`, {
    delivered: delays.length,
    expected,
    "p50 ms": quantile(delays, 0.5),
    "p99 ms": quantile(delays, 0.99),
    "CPU µs/delivery": (cpu - before.cpu) / expected,
    "RSS MB": bytes / 1e6,
  });
  for (const asked of open) asked.destroy();
  await stop(server);
}
await benchListeners();

function benchFold(): void {
  const world = new World("public");
  world.grant(world.genesis.hdr.author, BOB.key, "citizen");
  for (let k = 0; k < FOLDED; k++) world.proposal(BOB.key);
  const log = world.log();
  const start = performance.now();
  const state = foldLog({
    log,
    genesis: world.genesis.id,
    territories: { release: "2026", parents: new Map() },
    asOf: TODAY,
  });
  const seconds = (performance.now() - start) / 1000;
  report(`Fold of ${FOLDED} records`, {
    seconds,
    contributions: state.contributions.length,
    "µs/record": (1e6 * seconds) / FOLDED,
  });
}
benchFold();

/** Fifteen connections of a few addresses bring proposals of keys nobody knows, well signed; the sixteenth, somebody's own records. */
async function benchFlood(): Promise<void> {
  const server = await startServer(newFile());
  const flood = await Promise.all(
    Array.from({ length: STRANGERS }, (_, k) => {
      const seed = Buffer.alloc(32, 7);
      seed.writeUInt32BE(k);
      return writeRecord(seededSigner(seed), "proposal", { title: "Ici", text: "Un arrêt" }, "public", TODAY);
    }),
  );
  const own = await write(RECORDS / 10);
  const delays: number[] = [];
  const told = new Map<string, number>();
  let [next, isOver] = [0, false];
  const strangers = async (_: unknown, lane: number) => {
    while (next < flood.length) {
      const { code, results } = await sendFrom(`203.0.113.${lane % 4}`, server.url, [flood[next++]]);
      const said = code ?? results?.[0].code ?? "taken";
      told.set(said, (told.get(said) ?? 0) + 1);
    }
  };
  const somebody = async () => {
    for (let k = 0; k < own.length && !isOver; k++) {
      const sent = performance.now();
      await post(server.url, [own[k]]);
      delays.push(performance.now() - sent);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const honest = somebody();
  const start = performance.now();
  await Promise.all(Array.from({ length: LANES - 1 }, strangers));
  const seconds = (performance.now() - start) / 1000;
  isOver = true;
  await honest;
  report(`${STRANGERS} strangers' keys from four addresses, and somebody else meanwhile`, {
    ...Object.fromEntries(told),
    "strangers/s": STRANGERS / seconds,
    "own records": delays.length,
    "own p50 ms": quantile(delays, 0.5),
    "own p99 ms": quantile(delays, 0.99),
  });
  await stop(server);
}
await benchFlood();
agent.destroy();
