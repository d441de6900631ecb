import { parseArgs } from "node:util";
import { assertSequencer, openRelayKey } from "../relay/relay-key.ts";
import { hashCode, makeCodes, voucherSecret } from "../relay/vouchers.ts";
import { keyPath, openStore, parseStore } from "./relay-store.ts";
import { parseWholeNumber } from "./territory-command.ts";

/** `oasis relay codes`: prints new codes to hand out on paper, once; the relay, which may be running, keeps their hashes. */
export async function relayCodes(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      store: { type: "string", default: "sqlite:relay.sqlite" },
      key: { type: "string" },
      count: { type: "string" },
    },
  });
  const count = parseWholeNumber(values.count ?? "", "--count");
  const option = parseStore(values.store);
  const signer = await openRelayKey(keyPath(option, values.key));
  const secret = await voucherSecret(signer);
  const store = await openStore(option, true);
  // Codes hashed under another key would open nothing.
  await assertSequencer(store, signer.key);
  const codes = makeCodes(count);
  const hashes = codes.map((code) => hashCode(code, secret));
  await store.saveCodes(hashes, new Date().toISOString().slice(0, 10));
  await store.close();
  for (const code of codes) console.log(code);
}
