import { expect, test } from "vitest";
import { foundCommittee } from "../../../src/ui/participate/committee/found-committee.ts";
import { openOne } from "../../app/contributions/open-browser.ts";
import { SPACE, startRelay, WAIT } from "../../app/contributions/start-relay.ts";

const LABELS = { founder: "Fondation", everyday: "Tous les jours" };
const FOUNDING = { space: SPACE, name: "Comité", scope: "dep:35", seat: null, labels: LABELS };

test.each(["relay", "files"] as const)("begun by %s: two keys, and the one of every day runs it", async (how) => {
  const browser = await openOne();
  const { key: founder } = await browser.createIdentity("Celle que le relais connaît", true);
  const { url } = await startRelay(founder);
  await foundCommittee(browser, { ...FOUNDING, relay: how === "relay" ? { address: `${url}/`, founder } : null });
  const { spaces, key, identities } = browser.getState();
  const [root] = spaces[0].state.roots;
  expect(root === founder).toBe(how === "relay");
  expect(key).not.toBe(root);
  expect(identities).toHaveLength(2);
  expect(spaces[0].relay).toBe(how === "relay" ? url : null);
  expect(spaces[0].isSequencer).toBe(how === "files");
  // The relay, where there is one, has received everything.
  const grants = () => browser.getState().spaces[0].state.grants.map(({ subject, role }) => [subject, role]);
  await expect.poll(grants, WAIT).toEqual([[key, "steward"]]);
  expect(browser.getState().spaces[0].refused).toEqual([]);
});

test("a key the relay does not know begins nothing there, and that is told", async () => {
  const browser = await openOne();
  const { key: stranger } = await browser.createIdentity("Une autre", true);
  const { url } = await startRelay((await (await openOne()).createIdentity("Fondation", true)).key);
  await foundCommittee(browser, { ...FOUNDING, relay: { address: url, founder: stranger } });
  const refused = () => browser.getState().spaces[0].refused.map(({ code }) => code);
  await expect.poll(refused, WAIT).toContain("no_grant");
});
