import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeBase64url } from "../../../src/core/contributions/base64url.ts";
import { checkCheckpoints, listReceived, rootOf } from "../../../src/core/contributions/check-checkpoints.ts";
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  merkleRoot,
  verifyConsistency,
  verifyInclusion,
} from "../../../src/core/contributions/merkle.ts";
import { readCheckpoint, signCheckpoint } from "../../../src/core/contributions/statement.ts";
import { createVerifier } from "../../../src/platform/crypto/web-crypto.ts";
import { makeSigner } from "./signers.ts";
import { BOB, RELAY, ROOT, World } from "./world.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
/** The eight leaves of the Certificate Transparency reference tests (google/certificate-transparency, merkle_tree_test). */
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const hashes = LEAVES.map((leaf) => leafHash(Uint8Array.from(Buffer.from(leaf, "hex"))));
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const leaves = fc.array(
  fc.nat(255).map((n) => leafHash(Uint8Array.of(n))),
  { minLength: 1, maxLength: 70 },
);

describe("Merkle trees of RFC 6962", () => {
  it("give the published roots", () => {
    expect(hex(merkleRoot([]))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (const [k, root] of ROOTS.entries()) expect(hex(merkleRoot(hashes.slice(0, k + 1)))).toBe(root);
  });

  it("prove every leaf of the published tree, and its published path", () => {
    // PATH(0, D[8]): leaf 1, the node of 2 and 3, the node of 4 to 7.
    expect(inclusionProof(hashes, 0).map(hex)).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
  });

  it("accept true proofs and nothing else", () => {
    fc.assert(
      fc.property(leaves, fc.nat(), fc.nat(), (some, a, b) => {
        const size = some.length;
        const index = a % size;
        const root = merkleRoot(some);
        const path = inclusionProof(some, index);
        expect(verifyInclusion(some[index], index, size, path, root)).toBe(true);
        const changed = some.map((hash, i) => (i === b % size ? leafHash(hash) : hash));
        expect(verifyInclusion(some[index], index, size, path, merkleRoot(changed))).toBe(false);
        expect(verifyInclusion(leafHash(some[index]), index, size, path, root)).toBe(false);
        expect(verifyInclusion(some[index], index, size, [...path, root], root)).toBe(false);
        const before = b % (size + 1);
        const old = merkleRoot(some.slice(0, before));
        const proof = consistencyProof(some, before);
        expect(verifyConsistency(before, size, old, root, proof)).toBe(true);
        if (before > 0) {
          const rewritten = merkleRoot([leafHash(some[0]), ...some.slice(1, before)]);
          expect(verifyConsistency(before, size, rewritten, root, proof)).toBe(false);
          expect(verifyConsistency(before, size, old, merkleRoot([...some, root]), proof)).toBe(false);
        }
      }),
      { seed: 38, numRuns: 400 },
    );
  });
});

describe("checkpoints", () => {
  const epoch = encodeBase64url(new Uint8Array(16).fill(1));
  const world = new World();
  world.grant(ROOT, BOB, "citizen");
  for (let k = 0; k < 5; k++) world.proposal(BOB);
  const received = listReceived(world.log().receipts, RELAY);
  const say = (size: number, rts: string, ids = received) =>
    signCheckpoint({ space: world.space, epoch, size, root: rootOf(ids.slice(0, size)), rts }, makeSigner(4));

  it("agree with a log that only grew", async () => {
    const said = [await say(2, "2026-01-03T00:00:00Z"), await say(6, "2026-01-04T00:00:00Z")];
    for (const one of said) expect(await readCheckpoint({ ...one }, createVerifier())).toEqual(one);
    await expect(readCheckpoint({ ...said[0], size: 3 }, createVerifier())).rejects.toThrow(/bad_signature/);
    expect(checkCheckpoints(said, received)).toEqual([]);
  });

  it("raise an alarm on a fork, a rollback, a rewritten log and a missing record", async () => {
    const other = [...received].reverse();
    const kinds = async (...said: readonly Promise<Awaited<ReturnType<typeof say>>>[]) =>
      checkCheckpoints(await Promise.all(said), received).map(({ kind }) => kind);
    const [day, next] = ["2026-01-03T00:00:00Z", "2026-01-04T00:00:00Z"];
    expect(await kinds(say(3, day), say(3, next, other))).toEqual(["split-view", "rewritten"]);
    expect(await kinds(say(6, day), say(2, next))).toEqual(["rollback"]);
    expect(await kinds(say(4, day, other))).toEqual(["rewritten"]);
    expect(await kinds(say(7, day, [...received, world.genesis.id]))).toEqual(["missing"]);
  });
});
