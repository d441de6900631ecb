import { benchAccess } from "./access.ts";
import { benchBrowser } from "./browser.ts";
import { benchPlans } from "./plans.ts";
import { benchSpatial } from "./spatial.ts";

/**
 * `npm run bench [browser|plans|access|travel|placement|rounds|spatial|relay]`: every figure beside a named alternative measured in the same run. Benches print,
 * they never judge; the machine's load is the reader's to watch.
 */
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  browser: benchBrowser,
  plans: benchPlans,
  access: async () => benchAccess(5),
  travel: () => import("./travel.ts"),
  placement: () => import("./placement.ts"),
  rounds: () => import("./rounds.ts"),
  spatial: async () => benchSpatial(5),
  relay: () => import("./relay.ts"),
};

const wanted = process.argv[2];
if (wanted !== undefined && !Object.hasOwn(BENCHES, wanted)) {
  console.error(`no bench named ${wanted}: ${Object.keys(BENCHES).join(", ")}`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES)) if (wanted === undefined || wanted === name) await bench();
