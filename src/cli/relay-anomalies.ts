import { parseArgs } from "node:util";
import { FailureError } from "../core/failure.ts";
import { assessVoices } from "../relay/anomalies.ts";
import { readMailAddress } from "../relay/mail-address.ts";
import { hashAddress } from "../relay/mail-links.ts";
import { openRelayKey } from "../relay/relay-key.ts";
import { voucherSecret } from "../relay/vouchers.ts";
import { keyPath, openStore, parseStore } from "./relay-store.ts";

/**
 * `oasis relay anomalies`: for each ballot of a space and each level, the busiest hour and the largest share of one mail domain,
 * for stewards to look into. Domains are kept as keyed hashes: `--domain` says the share of one that is named.
 */
export async function relayAnomalies(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      store: { type: "string", default: "sqlite:relay.sqlite" },
      key: { type: "string" },
      space: { type: "string" },
      domain: { type: "string" },
    },
  });
  const { space, domain } = values;
  if (space === undefined) throw new FailureError("bad-input", { option: "--space", reason: "required" });
  const option = parseStore(values.store);
  const secret = await voucherSecret(await openRelayKey(keyPath(option, values.key)));
  const store = await openStore(option, true);
  const counts = await store.countVoices(space);
  await store.close();
  const named = domain === undefined ? null : readMailAddress(`x@${domain}`);
  const source = named === null ? null : (ballot: string) => hashAddress(named, ballot, secret).source;
  console.log(JSON.stringify(assessVoices(counts, source), null, 2));
}
