import { afterEach } from "vitest";
import { createVerifier } from "../../../src/platform/crypto/web-crypto.ts";
import { createRelay } from "../../../src/relay/relay.ts";
import { openSqliteStore } from "../../../src/relay/sqlite-store.ts";
import { hashCode, voucherSecret } from "../../../src/relay/vouchers.ts";
import { TREE } from "../../core/contributions/world.ts";
import { newFile, RELAY } from "../../relay/open-relay.ts";

export const SPACE = "committee:test";
export const CODE = "0123-4567-89AB-CDEF";
export const WAIT = { timeout: 10_000 };
/** What a test opened, closed after it. */
export const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A relay on a port of this computer: the real one. */
export async function startRelay(founder: string, { file = newFile(), port = 0, now = () => new Date() } = {}) {
  const spaces = ["public", SPACE];
  const store = openSqliteStore(file);
  const secret = await voucherSecret(RELAY);
  const hash = hashCode(CODE, secret);
  if (!(await store.hasCode(hash))) await store.saveCodes([hash], "2026-01-01");
  const app = await createRelay({
    store,
    signer: RELAY,
    verifier: createVerifier(),
    spaces,
    founder,
    territories: TREE,
    now,
    trustProxy: false,
  });
  const url = await app.listen({ port, host: "127.0.0.1" });
  const close = async () => {
    // Whoever came back while it was closing is not waited for.
    const timer = setTimeout(() => app.server.closeAllConnections(), 1000);
    await app.close().finally(() => clearTimeout(timer));
  };
  closers.push(close);
  return { url, close, file, store, port: Number(new URL(url).port) };
}
