import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { signIssuance } from "../../src/core/contributions/statement.ts";
import { signerOf } from "../core/contributions/signed-world.ts";
import { EVE, RELAY } from "../core/contributions/world.ts";
import { runOasis } from "./run-oasis.ts";

const golden = "tests/core/contributions/golden-v1.dmlog";
const folder = mkdtempSync(join(tmpdir(), "oasis-issued-"));
/** The golden log has one support, of level L2, in its one ballot. */
const { ballot } = readFileSync(golden, "utf8")
  .split("\n")
  .filter((line) => line.includes('"type":"support"'))
  .map((line) => JSON.parse(line).body)[0];

async function say(name: string, L2: number, signer = signerOf(RELAY)) {
  const said = { space: "committee:golden", epoch: "A".repeat(22), size: 30, codes: 0, rts: "2026-01-20T00:00:00Z" };
  const issuance = await signIssuance({ ...said, ballots: [{ ballot, L1: 4, L2, L3: 0 }] }, signer);
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ issuances: [issuance] }));
  return file;
}

it("oasis log issued: exit 2 when somebody was vouched for whom the relay did not say, or another key says it", async () => {
  const run = (file: string) => runOasis("log", "issued", golden, "--counts", file, "--as-of", "2026-02-01");
  const good = run(await say("good.json", 1));
  expect([good.status, good.stderr]).toEqual([0, ""]);
  expect(JSON.parse(good.stdout)).toMatchObject({ ballots: [{ ballot, L1: 4, L2: 1, L3: 0 }], alarms: [] });
  const bad = run(await say("bad.json", 0));
  expect([bad.status, bad.stderr]).toEqual([2, "oasis log: bad-input: problem vouchers that were not said, n 1\n"]);
  expect(JSON.parse(bad.stdout).alarms).toMatchObject([{ kind: "unsaid", level: "L2", said: 0, found: 1 }]);
  const other = run(await say("other.json", 1, signerOf(EVE)));
  expect(other.status).toBe(2);
  expect(other.stderr).toContain("not of the sequencer");
  writeFileSync(
    join(folder, "touched.json"),
    readFileSync(join(folder, "bad.json"), "utf8").replace('"L2":0', '"L2":1'),
  );
  expect(run(join(folder, "touched.json")).stderr).toContain("bad_signature");
});
