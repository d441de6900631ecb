import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, it, vi } from "vitest";
import { BOB, newFile, writeGenesis, writeGrant, writeProposal } from "./open-relay.ts";
import { killRelays, send, startRelay } from "./relay-process.ts";

// Each starts processes: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000 });

afterEach(killRelays);

const STRACE = "/usr/bin/strace";
const isRoot = process.getuid?.() === 0;
if (!existsSync(STRACE) && isRoot) spawnSync("/usr/bin/apt-get", ["install", "-y", "strace"], { stdio: "ignore" });
/** Whether system calls may be followed here: containers often forbid it. */
const isTraced = spawnSync(STRACE, ["-o", "/dev/null", "true"]).status === 0;
if (!isTraced) process.stderr.write("NO STRACE HERE: THAT THE RELAY SYNCS EVERY COMMIT IS NOT TESTED\n");

/** A disk of three megabytes where it may be mounted, else a relay that may write no file longer than two. */
function findSmallDisk() {
  const folder = mkdtempSync(join(tmpdir(), "oasis-small-"));
  const ballast = join(folder, "ballast");
  if (spawnSync("/usr/bin/mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", folder]).status === 0) {
    writeFileSync(ballast, Buffer.alloc(1024 * 1024));
    const remove = () => spawnSync("/usr/bin/umount", ["-l", folder]);
    return { folder, through: [], free: () => rmSync(ballast), remove };
  }
  const through = ["/bin/bash", "-c", 'ulimit -S -f 2048; exec "$@"', "bash"];
  const free = (pid: number) => {
    const { status } = spawnSync("/usr/bin/prlimit", ["--pid", String(pid), "--fsize=unlimited"]);
    expect(status).toBe(0);
  };
  return { folder, through, free, remove: () => undefined };
}

describe("a relay on a disk", () => {
  it.skipIf(!isTraced)("syncs at least once a commit before it answers", async () => {
    const trace = newFile();
    const through = [STRACE, "-D", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", trace];
    // -D: the relay stays the child that is told to stop.
    const { child, url, key, ended } = await startRelay(`sqlite:${newFile()}`, [], through);
    await send(url, await writeGenesis("public", key), await writeGrant(BOB, "citizen"));
    const count = () =>
      readFileSync(trace, "utf8")
        .split("\n")
        .filter((line) => /\b(?:fsync|fdatasync)\(.*= 0$/.test(line)).length;
    for (let k = 0; k < 10; k++) {
      const before = count();
      const [{ status }] = await send(url, await writeProposal(BOB, String(k)));
      expect(status).toBe(201);
      expect(count()).toBeGreaterThan(before);
    }
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });

  it("would be caught not syncing: with synchronous = normal a commit is not", () => {
    if (!isTraced) return;
    const syncs = ["full", "normal"].map((mode) => {
      const trace = newFile();
      const script = `const { DatabaseSync } = require("node:sqlite"); const db = new DatabaseSync(process.argv[1]);
        db.exec("pragma journal_mode = wal; pragma synchronous = ${mode}; create table t (a)");
        require("node:fs").fsyncSync(1 - 1 + require("node:fs").openSync(process.argv[1] + ".mark", "w"));
        for (let k = 0; k < 10; k++) db.exec("insert into t values (1)"); process.kill(process.pid, "SIGKILL");`;
      spawnSync(STRACE, [
        "-f",
        "-qq",
        "-e",
        "trace=fsync,fdatasync",
        "-o",
        trace,
        process.execPath,
        "-e",
        script,
        newFile(),
      ]);
      return readFileSync(trace, "utf8")
        .split("\n")
        .filter((line) => /sync\(.*= 0$/.test(line)).length;
    });
    expect(syncs[0] - syncs[1]).toBeGreaterThanOrEqual(10);
  });

  it("answers 503 when it is full, goes on reading, and takes records again once there is room", async () => {
    const { folder, through, free, remove } = findSmallDisk();
    try {
      const file = join(folder, "relay.sqlite");
      const { child, url, key, ended } = await startRelay(`sqlite:${file}`, [], through);
      await send(url, await writeGenesis("public", key), await writeGrant(BOB, "citizen"));
      const acknowledged: string[] = [];
      let status = 201;
      for (let k = 0; k < 400 && status === 201; k++) {
        const records = await Promise.all(
          Array.from({ length: 20 }, (_, i) => writeProposal(BOB, `${k} ${i} ${"x".repeat(150)}`)),
        );
        const results = await send(url, ...records);
        status = results[0].status;
        for (const { id, status } of results) if (status === 201) acknowledged.push(id);
        if (status !== 201) expect(results.every(({ code }) => code === "busy")).toBe(true);
      }
      expect(status).toBe(503);
      const page = await (await fetch(`${url}/v1/records?space=public&limit=1000`)).json();
      expect(page.records.length).toBeGreaterThan(2);
      free(child.pid!);
      expect((await send(url, await writeProposal(BOB)))[0].status).toBe(201);
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
      const db = new DatabaseSync(file);
      expect(db.prepare("pragma integrity_check").get()).toEqual({ integrity_check: "ok" });
      const ids = new Set(
        db
          .prepare("select id from log")
          .all()
          .map(({ id }) => id),
      );
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
      db.close();
    } finally {
      killRelays();
      remove();
    }
  });
});
