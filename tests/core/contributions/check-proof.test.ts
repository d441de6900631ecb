import { describe, expect, it } from "vitest";
import { encodeBase64url } from "../../../src/core/contributions/base64url.ts";
import type { Json } from "../../../src/core/contributions/canonical.ts";
import { rootOf } from "../../../src/core/contributions/check-checkpoints.ts";
import { checkConsistency, checkInclusion } from "../../../src/core/contributions/check-proof.ts";
import { consistencyProof, inclusionProof, leafHash } from "../../../src/core/contributions/merkle.ts";
import { idBytes, signCheckpoint } from "../../../src/core/contributions/statement.ts";
import { createVerifier } from "../../../src/platform/crypto/web-crypto.ts";
import { signerOf } from "./signed-world.ts";
import { ANNE, RELAY } from "./world.ts";

const verifier = createVerifier();
const ids = Array.from({ length: 11 }, (_, k) => encodeBase64url(new Uint8Array(32).fill(k + 1)));
const leaves = ids.map((id) => leafHash(idBytes(id)));
const epoch = (number: number) => encodeBase64url(new Uint8Array(16).fill(number));
const checkpointAt = (size: number, key = RELAY, own = epoch(1), some = ids) => {
  const said = { space: "public", epoch: own, size, root: rootOf(some.slice(0, size)), rts: "2026-01-02T00:00:00Z" };
  return signCheckpoint(said, signerOf(key));
};
const travel = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;

describe("proofs of a relay, without the log", () => {
  it("every record is under the checkpoint; another place, record or path is not", async () => {
    const checkpoint = await checkpointAt(11);
    for (const [index, id] of ids.entries()) {
      const path = inclusionProof(leaves, index).map(encodeBase64url);
      const check = async (changed: object) => {
        const answer = travel({ checkpoint, id, index, path, ...changed });
        return (await checkInclusion(answer, verifier)).holds;
      };
      expect(await check({})).toBe(true);
      expect(await check({ index: (index + 1) % 11 })).toBe(false);
      expect(await check({ id: ids[(index + 1) % 11] })).toBe(false);
      expect(await check({ path: path.slice(1) })).toBe(false);
    }
  });

  it("a log that only grew since a checkpoint one kept holds from every size; one rewritten, or of another key or epoch, does not", async () => {
    const now = await checkpointAt(11);
    for (let from = 1; from <= 11; from++) {
      const kept = await checkpointAt(from);
      const path = from === 11 ? [] : consistencyProof(leaves, from).map(encodeBase64url);
      const answer = travel({ checkpoint: now, from, to: 11, path });
      expect((await checkConsistency(answer, kept, verifier)).holds).toBe(true);
      const rewritten = await checkpointAt(from, RELAY, epoch(1), ids.toReversed());
      const others = [rewritten, await checkpointAt(from, ANNE), await checkpointAt(from, RELAY, epoch(2))];
      for (const other of others) expect((await checkConsistency(answer, other, verifier)).holds).toBe(false);
    }
  });

  it("refuses a checkpoint its key did not sign, and what is no proof", async () => {
    const checkpoint = await checkpointAt(11);
    const path = inclusionProof(leaves, 0).map(encodeBase64url);
    const forged = travel({ checkpoint: { ...checkpoint, size: 10 }, id: ids[0], index: 0, path });
    await expect(checkInclusion(forged, verifier)).rejects.toThrow("bad_signature");
    const good = { checkpoint, id: ids[0], index: 0, path };
    for (const wrong of [{ ...good, id: "x" }, { ...good, path: ["x"] }, { ...good, more: 1 }, { id: ids[0] }, []]) {
      await expect(checkInclusion(travel(wrong), verifier)).rejects.toThrow("malformed");
    }
  });
});
