import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const run = (...args: readonly string[]) =>
  spawnSync("node_modules/.bin/node", ["scripts/build-pack.ts", ...args], { encoding: "utf8" });

test("without sources or download: usage and exit 2", () => {
  const { status, stderr } = run();
  expect(status).toBe(2);
  expect(stderr).toContain("--sources DIR");
});

test("an altered source is refused by name with both hashes, and nothing is written", () => {
  const folder = mkdtempSync(join(tmpdir(), "sources-"));
  mkdirSync(join(folder, "cog"));
  writeFileSync(join(folder, "cog/v_mvt_commune_2026.csv"), "MOD,DATE_EFF\n");
  const { status, stderr, stdout } = run("--sources", folder, "--out", join(folder, "out"));
  expect(status).toBe(2);
  expect(stderr).toMatch(/^cog\/v_mvt_commune_2026\.csv: sha256 [0-9a-f]{64} where [0-9a-f]{64} is expected\n$/);
  expect(stdout).toBe("");
});

test("an absent source is named with its official page", () => {
  const folder = mkdtempSync(join(tmpdir(), "sources-"));
  const { status, stderr } = run("--sources", folder, "--cache", folder, "--out", join(folder, "out"));
  expect(status).toBe(2);
  expect(stderr).toContain("cog/v_mvt_commune_2026.csv: not found in the sources; see https://www.insee.fr/");
});
