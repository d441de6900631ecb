import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { parseCatalogue } from "../../../src/core/catalogue.ts";
import type { JsonObject } from "../../../src/core/contributions/canonical.ts";
import type { RecordTypeName } from "../../../src/core/contributions/record-types.ts";
import { loadNationalFrame } from "../../../src/engine/national-frame.ts";
import { buildTerritoryTree } from "../../../src/engine/territory-tree.ts";
import { createVerifier } from "../../../src/platform/crypto/web-crypto.ts";
import { openNodePack } from "../../../src/platform/node/duckdb.ts";
import { createRelay } from "../../../src/relay/relay.ts";
import { openSqliteStore } from "../../../src/relay/sqlite-store.ts";
import { newFile, post, RELAY, ROOT, write } from "../../relay/open-relay.ts";
import { button, HERE, makeKey, NAME, SPACE, type Transport } from "./transport.ts";

/** One relay serves the application too; its clock is the story's. */
export async function openRelayTransport(now: () => Date): Promise<Transport> {
  const pack = await openNodePack("data");
  const { release } = parseCatalogue(readFileSync("data/catalogue.json", "utf8"), "data");
  const relay = await createRelay({
    store: openSqliteStore(newFile()),
    signer: RELAY,
    verifier: createVerifier(),
    spaces: [SPACE],
    founder: ROOT.key,
    territories: buildTerritoryTree(await loadNationalFrame(pack), release),
    now,
    trustProxy: false,
    app: "dist",
  });
  const site = `${await relay.listen({ port: 0, host: "127.0.0.1" })}/`;
  const day = () => now().toISOString().slice(0, 10);
  const say = async (type: RecordTypeName, body: JsonObject) => {
    const record = await write(ROOT, type, body, SPACE, day(), "dep:22");
    expect(await post(relay, record)).toMatchObject([{ status: 201 }]);
    return record.id;
  };
  let genesis = "";
  const enrol: Transport["enrol"] = async (_, subject, [role, more = {}]) => {
    await say("grant", { subject, role, notBefore: day(), notAfter: "2027-11-01", ...more });
  };
  const join: Transport["join"] = async ({ page }) => {
    const carried = new URLSearchParams({ space: SPACE, genesis, relay: site.replace(/\/$/, "") });
    await page.goto(`${site}?page=participate&part=committee&${HERE}#join=${encodeURIComponent(carried.toString())}`);
    await button(page, "Rejoindre").click();
    await page.getByRole("link", { name: NAME }).click();
    await page.getByRole("heading", { name: NAME, exact: true }).waitFor();
  };
  return {
    site,
    async begin(steward) {
      genesis = await say("genesis", { name: NAME, roots: [ROOT.key], threshold: 1, sequencer: RELAY.key });
      await enrol(steward, await makeKey(steward), ["steward"]);
      await join(steward, steward);
    },
    enrol,
    join,
    pass: async () => undefined,
    close: () => relay.close(),
  };
}
