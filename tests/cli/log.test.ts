import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runOasis } from "./run-oasis.ts";

const folder = mkdtempSync(join(tmpdir(), "oasis-log-"));
const golden = "tests/core/contributions/golden-v1.dmlog";
const lines = readFileSync(golden, "utf8").trimEnd().split("\n");
const write = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe("oasis log", () => {
  it("verifies: every signature, the fold, the checkpoint", () => {
    const ran = runOasis("log", "verify", golden, "--as-of", "2026-02-01");
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    const { state, ...files } = JSON.parse(ran.stdout);
    expect(files).toMatchObject({ space: "committee:golden", records: lines.length - 2, checkpoints: 1, alarms: [] });
    expect(state).toMatchObject({
      foldVersion: 1,
      grants: 4,
      decisions: 1,
      erased: 1,
      refused: 1,
      pending: 1,
      local: 1,
    });
  });

  it("merges files to the same bytes in any order, erased bodies left out, and exports the same hash", () => {
    const [one, other] = [join(folder, "one.dmlog"), join(folder, "other.dmlog")];
    expect(runOasis("log", "merge", golden, "--out", one).status).toBe(0);
    expect(runOasis("log", "merge", one, golden, "--out", other).status).toBe(0);
    expect(readFileSync(one, "utf8")).toBe(readFileSync(other, "utf8"));
    expect(readFileSync(one, "utf8").match(/"body":null/g)).toHaveLength(1);
    const hashes = [golden, one].map((file) => {
      const ran = runOasis("log", "export", file, "--as-of", "2026-02-01");
      return JSON.parse(ran.stdout).hash;
    });
    expect(hashes[0]).toBe(hashes[1]);
  });

  it("exit 2, with file and line, on a record that was touched; takes nothing of its file", () => {
    const touched = lines.map((line, k) => (k === 6 ? line.replace("Un bus", "Un car") : line));
    const file = write("touched.dmlog", `${touched.join("\n")}\n`);
    const out = join(folder, "never.dmlog");
    const ran = runOasis("log", "merge", golden, file, "--out", out);
    expect([ran.status, ran.stderr]).toEqual([
      2,
      `oasis log: bad-input: file ${file}, row 7, problem body_hash_mismatch, where body, refused 1\n`,
    ]);
    expect(() => readFileSync(out)).toThrow();
    expect(runOasis("log", "merge", golden, file, "--skip-refused", "--out", out).status).toBe(0);
  });

  it("exit 2 on a log that lacks records a checkpoint counts", () => {
    const missing = lines.filter((_, k) => k !== 5);
    const file = write("missing.dmlog", `${missing.join("\n")}\n`);
    const ran = runOasis("log", "verify", file);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain("row 1, problem malformed, where count or head");
    expect(JSON.parse(ran.stdout).alarms).toMatchObject([{ kind: "missing" }]);
  });

  it("exit 2 in one line on what is no log", () => {
    for (const file of [join(folder, "absent.dmlog"), write("empty.dmlog", ""), write("text.dmlog", "bonjour\n")]) {
      const ran = runOasis("log", "verify", file);
      expect([ran.status, ran.stderr.split("\n").length]).toEqual([2, 2]);
      expect(ran.stderr).toContain(file);
    }
    expect(runOasis("log", "rewrite", golden).status).toBe(2);
    expect(runOasis("log", "verify").status).toBe(2);
  });
});
