import { afterEach, describe, expect, test } from "vitest";
import type { Contributions } from "../../../src/app/contributions/board.ts";
import { createVerifier } from "../../../src/platform/crypto/web-crypto.ts";
import { createRelay } from "../../../src/relay/relay.ts";
import { openSqliteStore } from "../../../src/relay/sqlite-store.ts";
import type { VerificationOptions } from "../../../src/relay/verification.ts";
import { takeUp } from "../../../src/ui/participate/committee/take-up.ts";
import { TREE } from "../../core/contributions/world.ts";
import { COMMITTEE, newFile, RELAY } from "../../relay/open-relay.ts";
import { startSmtp } from "../../relay/smtp-server.ts";
import { openOne } from "./open-browser.ts";

const WAIT = { timeout: 10_000 };
const SITE = "https://oasis.example.org/";
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const view = (browser: Contributions) => browser.getState().spaces.find(({ space }) => space === COMMITTEE)!;

/** A founder with an open consultation and a proposal on a relay that verifies; what was asked of it. */
async function found(makeVerification: (smtp: string) => VerificationOptions | undefined) {
  const asked: string[] = [];
  const spy: typeof fetch = (input, init) => {
    asked.push(new URL(String(input)).pathname);
    return fetch(input, init);
  };
  const founder = await openOne({ fetch: spy });
  const root = await founder.createIdentity("Fondation", true);
  const smtp = await startSmtp();
  const verification = makeVerification(smtp.url);
  const app = await createRelay({
    ...{ store: openSqliteStore(newFile()), signer: RELAY, verifier: createVerifier(), spaces: [COMMITTEE] },
    ...{ founder: root.key, territories: TREE, now: () => new Date(), trustProxy: false },
    ...(verification && { verification }),
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  closers.push(smtp.stop, async () => {
    const timer = setTimeout(() => app.server.closeAllConnections(), 1000);
    await app.close().finally(() => clearTimeout(timer));
  });
  await founder.createSpace(COMMITTEE, "Comité", url);
  await founder.sync(COMMITTEE);
  const year = new Date().getUTCFullYear();
  const window = { notBefore: `${year}-01-01`, notAfter: `${year + 1}-12-31` };
  const scope = "dep:35";
  const { key } = await founder.createIdentity("Anne", false);
  const grant = { subject: key, role: "member", college: "users", ...window } as const;
  await founder.publish(COMMITTEE, { type: "grant", scope, body: grant });
  await takeUp(founder, key);
  const question = { question: "Où ?", options: ["Redon"], quorum: 1 };
  const open = { opens: `${year}-01-01`, closes: `${year}-12-31` };
  const ballot = await founder.publish(COMMITTEE, { type: "consultation", scope, body: { ...question, ...open } });
  const body = { title: "Un bus", text: "Le mardi" };
  const proposal = await founder.publish(COMMITTEE, { type: "proposal", scope, body });
  await expect.poll(() => view(founder).waiting, WAIT).toEqual([]);
  expect(view(founder).refused).toEqual([]);
  const wish = { space: COMMITTEE, ballot: ballot.id, target: proposal.id };
  const code = async (count: number) => {
    await expect.poll(() => smtp.letters.length, WAIT).toBe(count);
    return /#verify=([0-9A-Z-]{19})\./.exec(smtp.letters[count - 1].text)![1];
  };
  const support = async (given: string) => {
    const voucher = await founder.verification.claim(COMMITTEE, ballot.id, given, key);
    const said = { ballot: ballot.id, target: proposal.id, value: true, voucher: { ...voucher } };
    return founder.publish(COMMITTEE, { type: "support", scope, body: said });
  };
  return { founder, key, wish, smtp, code, support, asked };
}

const byMail = (server: string) => ({ site: SITE, mail: { server, from: "oasis@example.org" } });

describe("a person verified by the relay of a space", () => {
  test("asks for a link, brings its code, and is counted once with its level", async () => {
    const { founder, key, wish, smtp, code, support, asked } = await found(byMail);
    const { verification } = founder;
    expect(asked.filter((path) => /link|claim|sign-in/.test(path))).toEqual([]);
    expect(await verification.ways(COMMITTEE)).toEqual({ mail: true, signIn: null });
    await verification.sendLink(wish, "anne@exemple.fr", "en");
    const given = await code(1);
    expect(smtp.letters[0].headers.get("subject")).toBe("Oasis: confirm your support");
    await support(given);
    await expect.poll(() => view(founder).waiting, WAIT).toEqual([]);
    const tally = { ballot: wish.ballot, target: wish.target, level: "L1", count: 1 };
    expect(view(founder).state.supports).toEqual([tally]);
    await expect(verification.claim(COMMITTEE, wish.ballot, given, key)).rejects.toMatchObject({
      ...{ code: "spent", where: "code" },
    });
    // Another key of this browser, the same address.
    const other = await founder.createIdentity("Autre", false);
    await takeUp(founder, other.key);
    await verification.sendLink(wish, "Anne+2@exemple.fr", "fr");
    await expect(verification.claim(COMMITTEE, wish.ballot, await code(2), other.key)).rejects.toMatchObject({
      ...{ code: "spent", where: "person" },
    });
    await expect(verification.sendLink(wish, "anne", "fr")).rejects.toMatchObject({ code: "schema", where: "address" });
  });

  test("is told what a relay cannot do, and that none answers", async () => {
    const { founder, wish, key } = await found(() => undefined);
    const { verification } = founder;
    expect(await verification.ways(COMMITTEE)).toEqual({ mail: false, signIn: null });
    await expect(verification.sendLink(wish, "anne@exemple.fr", "fr")).rejects.toMatchObject({
      ...{ code: "not_found", where: "path" },
    });
    for (const close of closers.splice(0).reverse()) await close();
    const claim = verification.claim(COMMITTEE, wish.ballot, "0000-0000-0000-0000", key);
    await expect(claim).rejects.toMatchObject({ code: "unreachable" });
  });
});
