import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseCatalogue } from "../core/catalogue.ts";
import { space as isSpace, strongKey } from "../core/contributions/checks.ts";
import { FailureError } from "../core/failure.ts";
import { loadNationalFrame } from "../engine/national-frame.ts";
import { buildTerritoryTree } from "../engine/territory-tree.ts";
import { createVerifier } from "../platform/crypto/web-crypto.ts";
import { openNodePack } from "../platform/node/duckdb.ts";
import { createRelay } from "../relay/relay.ts";
import { openRelayKey } from "../relay/relay-key.ts";
import { relayAnomalies } from "./relay-anomalies.ts";
import { relayBackup, relayRestore } from "./relay-backup.ts";
import { relayCodes } from "./relay-codes.ts";
import { keyPath, openStore, parseStore } from "./relay-store.ts";
import { readVerification, VERIFICATION_OPTIONS } from "./relay-verification.ts";
import { parseWholeNumber } from "./territory-command.ts";

const ACTIONS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  backup: relayBackup,
  restore: relayRestore,
  codes: relayCodes,
  anomalies: relayAnomalies,
};
const MOST_MILLISECONDS_TO_STOP = 9000;

/** `oasis relay`: serves signed records of some spaces until it is told to stop, then finishes what it has begun. */
export async function relay(args: readonly string[]): Promise<void> {
  if (args[0] !== undefined && Object.hasOwn(ACTIONS, args[0])) return ACTIONS[args[0]](args.slice(1));
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string", default: "8470" },
      host: { type: "string", default: "127.0.0.1" },
      store: { type: "string", default: "sqlite:relay.sqlite" },
      key: { type: "string" },
      space: { type: "string", multiple: true, default: ["public"] },
      founder: { type: "string" },
      "trust-proxy": { type: "boolean", default: false },
      app: { type: "string" },
      log: { type: "boolean", default: false },
      data: { type: "string", default: "data" },
      ...VERIFICATION_OPTIONS,
    },
  });
  const port = parseWholeNumber(values.port, "--port");
  const option = parseStore(values.store);
  const wrong = values.space.find((name) => !isSpace(name) || name.startsWith("intake:"));
  if (wrong !== undefined)
    throw new FailureError("bad-input", { option: "--space", text: wrong, expected: "public or committee:NAME" });
  const { founder } = values;
  if (founder === undefined || !strongKey(founder)) {
    const expected = "the public key that signs the genesis of the spaces, as log sign says it";
    throw new FailureError("bad-input", { option: "--founder", text: founder ?? "(none)", expected });
  }
  const verification = readVerification(values, process.env);
  const store = await openStore(option);
  const signer = await openRelayKey(keyPath(option, values.key));
  const frame = await loadNationalFrame(await openNodePack(values.data));
  const { release } = parseCatalogue(readFileSync(join(values.data, "catalogue.json"), "utf8"), values.data);
  const app = await createRelay({
    store,
    signer,
    verifier: createVerifier(),
    spaces: values.space,
    founder,
    territories: buildTerritoryTree(frame, release),
    now: () => new Date(),
    trustProxy: values["trust-proxy"],
    ...(verification === undefined ? {} : { verification }),
    ...(values.app === undefined ? {} : { app: values.app }),
    ...(values.log ? { log: process.stderr } : {}),
  });
  const address = await app.listen({ port, host: values.host }).catch((error: NodeJS.ErrnoException) => {
    throw new FailureError("bad-input", { option: "--port", problem: error.code ?? error.message });
  });
  console.log(`${address} ${signer.key}`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(app));
}

/** Whatever a database or a client does, the relay is gone in time: what was not answered was not promised. */
async function stop(app: { close(): Promise<void> }): Promise<void> {
  setTimeout(() => process.exit(1), MOST_MILLISECONDS_TO_STOP).unref();
  await app.close();
  process.exit(0);
}
