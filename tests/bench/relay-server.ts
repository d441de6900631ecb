import { createVerifier } from "../../src/platform/crypto/web-crypto.ts";
import { openPostgresStore } from "../../src/relay/postgres-store.ts";
import { createRelay } from "../../src/relay/relay.ts";
import { openSqliteStore } from "../../src/relay/sqlite-store.ts";
import { TREE } from "../core/contributions/world.ts";
import { RELAY, ROOT } from "../relay/open-relay.ts";

/**
 * A relay in a process of its own, so that its processor time is not that of whoever asks. Says its address, then at each line it
 * is sent the microseconds and bytes it has used. `relay-server.ts STORE [unsigned]`
 */
const [option, checks] = process.argv.slice(2);
const store = option.startsWith("postgres") ? await openPostgresStore(option) : openSqliteStore(option);
const verifier = checks === "unsigned" ? { verify: async () => true } : createVerifier();
const common = { signer: RELAY, spaces: ["public"], founder: ROOT.key, territories: TREE, trustProxy: true };
const app = await createRelay({ store, verifier, ...common, now: () => new Date() });
process.stdout.write(`${await app.listen({ port: 0, host: "127.0.0.1" })}\n`);
process.stdin.on("data", () => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(`${JSON.stringify({ cpu: user + system, bytes: process.memoryUsage.rss() })}\n`);
});
process.stdin.on("end", () => app.close().then(() => process.exit(0)));
