import { webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import { encodeBase64url } from "../../../src/core/contributions/base64url.ts";
import {
  type AttestationDocument,
  type AttestationFile,
  checkAttestation,
  commitmentOf,
  formatAttestation,
  parseAttestation,
  signAttestation,
} from "../../../src/core/participation/attestation.ts";
import { createVerifier } from "../../../src/platform/crypto/web-crypto.ts";
import { signerOf } from "../contributions/signed-world.ts";
import { ANNE, BOB, ROOT, World } from "../contributions/world.ts";

const verifier = createVerifier();

function begin() {
  const world = new World();
  world.grant(ROOT, ANNE, "steward", {}, { scope: "dep:35" });
  const missions = [
    { title: "Relevé d'horaires", from: "2026-01-05", to: "2026-01-30", declared: "12.5", confirmed: "12" },
    { title: "Animation d'un atelier", from: "2026-02-03", to: "2026-02-03", declared: "3" },
  ] as const;
  const document: AttestationDocument = {
    format: "oasis-attestation",
    version: 1,
    space: world.space,
    genesis: world.genesis.id,
    committee: "Comité de Vitré",
    scope: "dep:35",
    person: "Jeanne D.",
    missions,
    issued: "2026-03-01",
    issuer: ANNE,
    salt: encodeBase64url(new Uint8Array(16).fill(7)),
  };
  return { world, document, mission: missions[0] };
}
const check = (file: AttestationFile, world: World) => checkAttestation(file, world.fold(), world.log(), verifier);

describe("an attestation", () => {
  it("is valid by the file and the log alone, until it is withdrawn; the log holds none of its words", async () => {
    const { world, document } = begin();
    const file = parseAttestation(formatAttestation(await signAttestation(document, signerOf(ANNE))));
    expect(await check(file, world)).toMatchObject({ verdict: "not-recorded" });
    const id = world.add(ANNE, "attestation", { commitment: commitmentOf(document) });
    expect(await check(file, world)).toEqual({ verdict: "valid", record: id, revokedBy: null });
    const held = JSON.stringify(world.records);
    for (const word of ["Jeanne", "horaires", "12.5"]) expect(held).not.toContain(word);
    const revoke = world.add(ANNE, "attestation-revoke", { target: id, reason: "Erreur" });
    expect(await check(file, world)).toEqual({ verdict: "revoked", record: id, revokedBy: revoke });
  });

  it("any word changed is altered, even signed again by somebody else", async () => {
    const { world, document, mission } = begin();
    const file = await signAttestation(document, signerOf(ANNE));
    world.add(ANNE, "attestation", { commitment: commitmentOf(document) });
    const more = { ...document, missions: [{ ...mission, confirmed: "120" }] };
    expect(await check({ ...file, document: more }, world)).toMatchObject({ verdict: "altered" });
    expect(await check({ ...file, document: { ...document, person: "Jean D." } }, world)).toMatchObject({
      verdict: "altered",
    });
    const { sig } = await signAttestation({ ...document, issuer: BOB }, signerOf(BOB));
    expect(await check({ document, sig }, world)).toMatchObject({ verdict: "altered" });
    expect(await check(await signAttestation({ ...more }, signerOf(ANNE)), world)).toMatchObject({
      verdict: "not-recorded",
    });
  });

  it("says an issuer without a grant for its territory, a record nobody received, another committee", async () => {
    const { world, document } = begin();
    const byBob = { ...document, issuer: BOB };
    world.add(BOB, "attestation", { commitment: commitmentOf(byBob) });
    expect(await check(await signAttestation(byBob, signerOf(BOB)), world)).toMatchObject({ verdict: "no-grant" });
    const wide = { ...document, scope: "fr" };
    world.add(ANNE, "attestation", { commitment: commitmentOf(wide) });
    expect(await check(await signAttestation(wide, signerOf(ANNE)), world)).toMatchObject({ verdict: "no-grant" });
    const local = world.add(ANNE, "attestation", { commitment: commitmentOf(document) }, { seq: null });
    const file = await signAttestation(document, signerOf(ANNE));
    expect(await check(file, world)).toMatchObject({ verdict: "not-received", record: local });
    expect(await check(file, new World("committee:other"))).toMatchObject({ verdict: "other-space" });
  });

  it("the commitment is the hash of the canonical text, whatever the layout, apart from the code under test", async () => {
    const { document } = begin();
    const file = await signAttestation(document, signerOf(ANNE));
    const read = parseAttestation(JSON.stringify({ sig: file.sig, document: turn(document) }));
    expect(commitmentOf(read.document)).toBe(commitmentOf(document));
    const canonical = JSON.stringify(turn({ ...document, missions: document.missions.map(turn) }));
    const digest = await webcrypto.subtle.digest("SHA-256", Buffer.from(`dm1-attestation\n${canonical}`));
    expect(commitmentOf(document)).toBe(Buffer.from(digest).toString("base64url"));
  });

  it("refuses what is no document, naming the field", async () => {
    const { document, mission } = begin();
    const file = await signAttestation(document, signerOf(ANNE));
    const reading = (value: unknown) => () => parseAttestation(JSON.stringify(value));
    expect(reading({ ...file, note: 5 })).toThrow("schema: note");
    expect(reading({ ...file, document: { ...document, rank: 1 } })).toThrow("schema: document");
    expect(reading([])).toThrow("malformed");
    expect(() => parseAttestation("{")).toThrow("malformed");
    const back = { ...document, missions: [{ ...mission, to: "2026-01-01" }] };
    await expect(signAttestation(back, signerOf(ANNE))).rejects.toThrow("missions[0]");
    const negative = { ...document, missions: [{ ...mission, declared: "-2" }] };
    await expect(signAttestation(negative, signerOf(ANNE))).rejects.toThrow("missions[0]");
    await expect(signAttestation(document, signerOf(BOB))).rejects.toThrow("issuer");
  });
});

/** Keys in order of their units: what RFC 8785 asks of plain ASCII names. */
function turn<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) as T;
}
