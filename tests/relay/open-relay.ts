import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { canonicalise, type JsonObject } from "../../src/core/contributions/canonical.ts";
import { type SignedRecord, type Signer, signRecord } from "../../src/core/contributions/record.ts";
import type { RecordTypeName } from "../../src/core/contributions/record-types.ts";
import { signReadingRequest } from "../../src/core/contributions/statement.ts";
import { createVerifier } from "../../src/platform/crypto/web-crypto.ts";
import { createRelay, type RelayOptions } from "../../src/relay/relay.ts";
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

export const SPACES = ["public", COMMITTEE];

type Options = Partial<Pick<RelayOptions, "now" | "trustProxy" | "app" | "log" | "verification">> & {
  readonly wrap?: (store: Store) => Store;
};

/** A relay on a file, or on a store that is open. */
export function openRelay(on: string | Store = newFile(), { wrap = (store) => store, ...options }: Options = {}) {
  const store = wrap(typeof on === "string" ? openSqliteStore(on) : on);
  const common = { signer: RELAY, verifier: createVerifier(), spaces: SPACES, founder: ROOT.key, territories: TREE };
  return createRelay({ store, ...common, now: () => NOW, trustProxy: false, ...options });
}

let salts = 0;

/** A signed record in the public space, its salt a counter: what a test writes is always the same. */
export function write(
  author: Signer,
  type: RecordTypeName,
  body: JsonObject,
  space = "public",
  ts = "2026-01-01",
  scope = "dep:35",
) {
  const salt = Buffer.alloc(16);
  salt.writeUInt32BE(++salts);
  const draft = { space, type, scope, ts, refs: [] };
  return signRecord(draft, { ...body, salt: salt.toString("base64url") }, author);
}

export function writeGenesis(space = "public", sequencer = RELAY.key, author = ROOT): Promise<SignedRecord> {
  return write(author, "genesis", { name: "Essai", roots: [author.key], threshold: 1, sequencer }, space);
}

export function writeGrant(subject: Signer, role: string, space = "public", scope = "dep:35"): Promise<SignedRecord> {
  const college = role === "member" ? { college: "users" } : {};
  const window = { notBefore: "2026-01-01", notAfter: "2028-12-31" };
  return write(ROOT, "grant", { subject: subject.key, role, ...window, ...college }, space, "2026-01-01", scope);
}

export const toLines = (...records: readonly object[]) =>
  records.map((record) => `${canonicalise(record as never)}\n`).join("");

export const NDJSON = { "content-type": "application/x-ndjson" };

/** Posts records; the status and reason of each, in order. */
export async function post(app: FastifyInstance, ...records: readonly object[]) {
  const answer = await app.inject({
    method: "POST",
    url: "/v1/records",
    headers: NDJSON,
    payload: toLines(...records),
  });
  return answer.json().results as readonly { id: string; status: number; code?: string; receipt?: { seq: number } }[];
}

/** A relay with its genesis, Bob a citizen. */
export async function openPeopledRelay(on?: string | Store, options: Options = {}) {
  const app = await openRelay(on, options);
  await post(app, await writeGenesis(), await writeGrant(BOB, "citizen"));
  return app;
}

export const writeProposal = (author: Signer, title = "Un bus", space?: string) =>
  write(author, "proposal", { title, text: "Le mardi" }, space);

/** What `Authorization` says of somebody who asks to read a space. */
export async function askToRead(signer: Signer, space: string, rts = "2026-01-02T00:01:00Z") {
  const asked = canonicalise({ ...(await signReadingRequest({ space, rts }, signer)) });
  return { authorization: `Oasis ${Buffer.from(asked).toString("base64url")}` };
}
