import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalise, type JsonObject } from "../../src/core/contributions/canonical.ts";
import { type SignedRecord, type Signer, signRecord } from "../../src/core/contributions/record.ts";
import type { RecordTypeName } from "../../src/core/contributions/record-types.ts";
import { createRelay } from "../../src/relay/relay.ts";
import { openSqliteStore } from "../../src/relay/sqlite-store.ts";
import type { Store } from "../../src/relay/store.ts";
import { makeSigner } from "../core/contributions/signers.ts";
import { TREE } from "../core/contributions/world.ts";

export const [ROOT, ANNE, BOB, EVE, RELAY] = [1, 2, 3, 4, 5].map(makeSigner);
export const COMMITTEE = "committee:test";
export const NOW = new Date("2026-01-02T00:00:00Z");

export function newFile(): string {
  return join(mkdtempSync(join(tmpdir(), "oasis-relay-")), "relay.sqlite");
}

export function openRelay(file = newFile(), { wrap = (store: Store) => store, now = () => NOW } = {}) {
  const store = wrap(openSqliteStore(file));
  const spaces = ["public", COMMITTEE];
  return createRelay({ store, signer: RELAY, spaces, founder: ROOT.key, territories: TREE, now, trustProxy: false });
}

let salts = 0;

/** A signed record in the public space, its salt a counter: what a test writes is always the same. */
export function write(author: Signer, type: RecordTypeName, body: JsonObject, space = "public", ts = "2026-01-01") {
  const salt = Buffer.alloc(16);
  salt.writeUInt32BE(++salts);
  const draft = { space, type, scope: "dep:35", ts, refs: [] };
  return signRecord(draft, { ...body, salt: salt.toString("base64url") }, author);
}

export function writeGenesis(space = "public", sequencer = RELAY.key, author = ROOT): Promise<SignedRecord> {
  return write(author, "genesis", { name: "Essai", roots: [author.key], threshold: 1, sequencer }, space);
}

export function writeGrant(subject: Signer, role: string, space = "public"): Promise<SignedRecord> {
  const college = role === "member" ? { college: "users" } : {};
  const window = { notBefore: "2026-01-01", notAfter: "2028-12-31" };
  return write(ROOT, "grant", { subject: subject.key, role, ...window, ...college }, space);
}

export const toLines = (...records: readonly object[]) =>
  records.map((record) => `${canonicalise(record as never)}\n`).join("");

export const NDJSON = { "content-type": "application/x-ndjson" };

/** Posts records; the status and reason of each, in order. */
export async function post(app: ReturnType<typeof openRelay>, ...records: readonly object[]) {
  const answer = await app.inject({
    method: "POST",
    url: "/v1/records",
    headers: NDJSON,
    payload: toLines(...records),
  });
  return answer.json().results as readonly { id: string; status: number; code?: string; receipt?: { seq: number } }[];
}

/** A relay with its genesis, Bob a citizen. */
export async function openPeopledRelay(file?: string, options: Parameters<typeof openRelay>[1] = {}) {
  const app = openRelay(file, options);
  await post(app, await writeGenesis(), await writeGrant(BOB, "citizen"));
  return app;
}

export const writeProposal = (author: Signer, title = "Un bus", space?: string) =>
  write(author, "proposal", { title, text: "Le mardi" }, space);
