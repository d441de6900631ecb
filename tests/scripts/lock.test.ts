import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it("names in the lock file the optional packages of every platform, or npm ci refuses it", () => {
  const { stderr, status } = spawnSync(process.execPath, ["scripts/complete-lock.ts", "--check"], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});
