import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { NDJSON, ROOT, toLines } from "./open-relay.ts";

const running: ChildProcess[] = [];

/** Kills what a test left. */
export function killRelays(): void {
  for (const child of running.splice(0)) child.kill("SIGKILL");
}

const MAIN = ["--import", "./scripts/sql-loader.ts", "src/cli/main.ts", "relay"];

/** Starts `oasis relay` on a free port: its address, its key, and how it ends. `through`: a command it is started by. */
export async function startRelay(store: string, more: readonly string[] = [], through: readonly string[] = []) {
  const [command, ...before] = [...through, process.execPath];
  const args = [...before, ...MAIN, "--founder", ROOT.key, "--port", "0", "--store", store, ...more];
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const line = new Promise<string>((resolve) => createInterface(child.stdout).once("line", resolve));
  const first = await Promise.race([line, ended]);
  const [url, key] = typeof first === "string" ? first.split(" ") : ["", ""];
  return { child, url, key, ended, said: () => said };
}

/** Runs `oasis relay backup`, `restore` or `codes`: its exit code and what it said. */
export async function runRelayCommand(...args: readonly string[]) {
  const child = spawn(process.execPath, [...MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  const said = { out: "", error: "" };
  child.stdout.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.error += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, ...said };
}

export interface Result {
  readonly id: string;
  readonly status: number;
  readonly code?: string;
  readonly receipt?: { readonly seq: number };
}

/** Posts records to a running relay: nothing when it refused them all, as one that is stopping does; rejects when the connection does. */
export async function send(url: string, ...records: readonly object[]): Promise<readonly Result[]> {
  const answer = await fetch(`${url}/v1/records`, { method: "POST", headers: NDJSON, body: toLines(...records) });
  return ((await answer.json()) as { results?: readonly Result[] }).results ?? [];
}

/** Posts records one by one over `lanes` connections until one breaks or all are sent; ids answered 2xx go into `acknowledged`. */
export async function sendAll(
  url: string,
  records: readonly { readonly id: string }[],
  acknowledged: Set<string>,
  lanes = 16,
  onAnswer: () => void = () => undefined,
): Promise<void> {
  let [next, isDown] = [0, false];
  const post = async () => {
    while (!isDown && next < records.length) {
      const record = records[next++];
      const [result] = await send(url, record).catch(() => []);
      if (result === undefined) isDown = true;
      else if (result.status === 200 || result.status === 201) acknowledged.add(record.id);
      onAnswer();
    }
  };
  await Promise.all(Array.from({ length: lanes }, post));
}
