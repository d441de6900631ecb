import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";

/** A PostgreSQL server of one's own: in a temporary folder, on a free port, gone afterwards. */
export interface Postgres {
  readonly folder: string;
  /** The server itself, to be killed. */
  pid(): number;
  /** An empty database: its address. */
  createDatabase(): Promise<string>;
  /** As a power cut would: the server and all it had open. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const HOME = "/usr/lib/postgresql";
const APT_GET = "/usr/bin/apt-get";
const PATIENCE_MILLISECONDS = 30_000;

/**
 * Starts a server with Debian's binaries, installed by apt when they are not there and we may. Where that is impossible it says
 * so, and gives null; with CI=true it throws instead, since a test that did not run there would look like one that passed.
 */
export async function startPostgres(): Promise<Postgres | null> {
  try {
    return await start(findBinaries());
  } catch (error) {
    const reason = `NO POSTGRESQL, ITS TESTS DO NOT RUN: ${error instanceof Error ? error.message : error}`;
    if (process.env.CI === "true") throw new Error(reason);
    process.stderr.write(`${reason}\n`);
    return null;
  }
}

function findBinaries(): string {
  const found = () =>
    (existsSync(HOME) ? readdirSync(HOME) : [])
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(HOME, version, "bin"))
      .find((folder) => existsSync(join(folder, "initdb")));
  const there = found();
  if (there !== undefined) return there;
  if (process.getuid?.() !== 0) throw new Error(`no binaries under ${HOME}, and only root can install them`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "postgresql"]]) {
    const { status, error, stderr } = spawnSync(APT_GET, args, { env, encoding: "utf8" });
    if (status !== 0) throw new Error(`${APT_GET} ${args[0]}: ${error?.message ?? stderr.trim().split("\n").at(-1)}`);
  }
  const installed = found();
  if (installed === undefined) throw new Error(`apt-get installed no binaries under ${HOME}`);
  return installed;
}

async function start(binaries: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "oasis-postgres-"));
  // PostgreSQL refuses to be run by root.
  const as = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "data");
  const init = ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"];
  execFileSync(join(binaries, "initdb"), init, { ...as, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const port = await freePort();
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | null = null;
  let databases = 0;
  const boot = async () => {
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const options = ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1"];
      const mine = spawn(join(binaries, "postgres"), options, { ...as, cwd: folder, stdio: "ignore" });
      server = mine;
      while (mine.exitCode === null && mine.signalCode === null) {
        if (await answers(url("postgres"))) return;
        if (Date.now() > deadline) throw new Error("the server does not answer");
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      // After a kill, the processes of the server before may still hold its memory for a moment.
      if (Date.now() > deadline) throw new Error(`the server does not start: exit ${mine.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    const mine = server;
    if (mine === null || mine.exitCode !== null || mine.signalCode !== null) return;
    mine.kill(signal);
    await once(mine, "exit");
  };
  process.on("exit", () => server?.kill("SIGKILL"));
  await boot();
  return {
    folder,
    pid: () => server!.pid!,
    createDatabase: async () => {
      const name = `relay_${++databases}`;
      await query(url("postgres"), `create database ${name}`);
      return url(name);
    },
    kill: () => end("SIGKILL"),
    start: boot,
    stop: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Rows of one statement, on a connection of its own. */
export async function query(url: string, sql: string, values: readonly unknown[] = []) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows as readonly Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  return query(url, "select 1").then(
    () => true,
    () => false,
  );
}

function idOf(what: "-u" | "-g"): number {
  for (const user of ["postgres", "nobody"]) {
    const { status, stdout } = spawnSync("id", [what, user], { encoding: "utf8" });
    if (status === 0) return Number(stdout);
  }
  throw new Error("neither a user postgres nor nobody to run it");
}

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
