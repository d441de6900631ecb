import { describe, expect, test } from "vitest";
import type { Contributions } from "../../../src/app/contributions/board.ts";
import { createVerifier } from "../../../src/platform/crypto/web-crypto.ts";
import { createRelay } from "../../../src/relay/relay.ts";
import { openSqliteStore } from "../../../src/relay/sqlite-store.ts";
import { TREE } from "../../core/contributions/world.ts";
import { NDJSON, newFile, RELAY, toLines } from "../../relay/open-relay.ts";
import { openBrowser, openOne } from "./open-browser.ts";
import { CODE, closers, SPACE, startRelay, WAIT } from "./start-relay.ts";

const view = (browser: Contributions, space = SPACE) => browser.getState().spaces.find((one) => one.space === space)!;
const PROPOSAL = { type: "proposal", scope: "dep:35", body: { title: "Un bus", text: "Le mardi" } } as const;

function grantTo(subject: string, role: "citizen" | "steward" = "citizen") {
  const year = new Date().getUTCFullYear();
  const window = { notBefore: `${year}-01-01`, notAfter: `${year + 1}-12-31` };
  return { type: "grant", scope: "dep:35", body: { subject, role, ...window } } as const;
}

/** A founder with a space on a relay. */
async function found(options: Parameters<typeof startRelay>[1] = {}) {
  const founder = await openOne();
  const { key } = await founder.createIdentity("Fondation", true);
  const relay = await startRelay(key, options);
  await founder.createSpace(SPACE, "Comité", relay.url);
  await founder.sync(SPACE);
  return { founder, relay, key };
}

describe("with a relay", () => {
  test("records go up, come down by the stream, and both have the same state", async () => {
    const { founder, relay } = await found();
    const bob = await openOne();
    const { key } = await bob.createIdentity("Bob", false);
    await founder.publish(SPACE, grantTo(key));
    await expect.poll(() => view(founder).waiting).toEqual([]);
    await bob.joinSpace({ ...founder.invitationOf(SPACE), relay: relay.url });
    await expect.poll(() => view(bob)?.sync, WAIT).toBe("live");
    const { id } = await bob.publish(SPACE, PROPOSAL);
    await expect.poll(() => view(founder).state.contributions.map((one) => one.id), WAIT).toEqual([id]);
    await expect.poll(() => view(bob).waiting).toEqual([]);
    expect(view(bob).hash).toBe(view(founder).hash);
  });

  test("nothing is asked of a relay before it is connected, and it is remembered", async () => {
    const asked: string[] = [];
    const spy: typeof fetch = (input, init) => {
      asked.push(String(input));
      return fetch(input, init);
    };
    const browser = openBrowser({ fetch: spy });
    const first = browser.openTab();
    await first.open();
    await first.createIdentity("Anne", false);
    await first.createSpace(SPACE, "Comité", null);
    await first.publish(SPACE, PROPOSAL);
    expect(asked).toEqual([]);
    const { founder, relay } = await found();
    await first.leaveSpace(SPACE);
    await founder.publish(SPACE, grantTo(first.getState().key!));
    await expect.poll(() => view(founder).waiting, WAIT).toEqual([]);
    await first.joinSpace({ ...founder.invitationOf(SPACE), relay: relay.url });
    await expect.poll(() => view(first)?.sync, WAIT).toBe("live");
    const before = asked.length;
    const later = openBrowser({ fetch: spy, name: browser.name }).openTab();
    await later.open();
    await expect.poll(() => asked.length, WAIT).toBeGreaterThan(before);
    await expect.poll(() => view(later).sync, WAIT).toBe("live");
  });

  test("what a relay refuses is told, and goes up once the role is given", async () => {
    const { founder, relay } = await found();
    const bob = await openOne();
    const { key } = await bob.createIdentity("Bob", false);
    await founder.publish(SPACE, grantTo(key, "steward"));
    await expect.poll(() => view(founder).waiting).toEqual([]);
    await bob.joinSpace({ ...founder.invitationOf(SPACE), relay: relay.url });
    await expect.poll(() => view(bob)?.sync, WAIT).toBe("live");
    const other = await bob.createIdentity("Autre clé", false);
    await bob.useIdentity(other.key);
    const { id } = await bob.publish(SPACE, PROPOSAL);
    await expect.poll(() => view(bob).refused).toEqual([{ id, code: "no_grant", where: "hdr.author" }]);
    await founder.publish(SPACE, grantTo(other.key));
    await expect.poll(() => view(bob).refused, WAIT).toEqual([]);
    await expect.poll(() => view(bob).waiting, WAIT).toEqual([]);
    expect(view(bob).state.contributions.map((one) => one.id)).toEqual([id]);
  });

  test("written for days without a network, sent later: nothing lost, in the order of receipts (failure test 33)", async () => {
    const { founder, relay } = await found();
    await relay.close();
    const written: string[] = [];
    for (let k = 0; k < 5; k++) written.push((await founder.publish(SPACE, grantTo(RELAY.key))).id);
    expect(view(founder).waiting.length).toBe(5);
    await expect(founder.sync(SPACE)).rejects.toMatchObject({ code: "unreachable" });
    expect(view(founder)).toMatchObject({ sync: "offline", problem: "unreachable" });
    await startRelay(view(founder).state.roots[0], relay);
    await founder.sync(SPACE);
    expect(view(founder).waiting).toEqual([]);
    const { log, genesis } = view(founder);
    expect(log.receipts.map(({ id }) => id)).toEqual([genesis, ...written]);
  });

  test("a relay restored to yesterday gets back what it lost, and gives new orders without a false alarm (failure test 12)", async () => {
    const { founder, relay, key } = await found();
    const { id } = await founder.publish(SPACE, grantTo(RELAY.key));
    await founder.sync(SPACE);
    await relay.close();
    // Another database under the same key: nothing left of the first.
    await startRelay(key, { port: relay.port });
    await founder.sync(SPACE);
    const { log, sync, restored, waiting } = view(founder);
    expect(log.receipts.map((receipt) => receipt.id)).toEqual([view(founder).genesis, id]);
    expect([sync, waiting]).toEqual(["live", []]);
    expect(restored).toBe(new Date().toISOString().slice(0, 10));
  });

  test("a relay that rewrites what it had received raises the alarm (failure test 38)", async () => {
    const { founder, relay, key } = await found();
    await founder.publish(SPACE, grantTo(RELAY.key));
    await founder.sync(SPACE);
    await relay.close();
    // The same database name, other records: what only a dishonest relay does.
    const epoch = openSqliteStore(relay.file).epoch;
    const liar = openSqliteStore(newFile());
    Object.defineProperty(liar, "epoch", { value: epoch });
    const app = await createRelay({
      store: liar,
      signer: RELAY,
      verifier: createVerifier(),
      spaces: ["public", SPACE],
      founder: key,
      territories: TREE,
      now: () => new Date(),
      trustProxy: false,
    });
    await app.listen({ port: relay.port, host: "127.0.0.1" });
    closers.push(() => app.close());
    const twin = await openOne();
    const phrase = "une longue phrase de passe";
    await twin.importIdentity(await founder.exportIdentity(key, phrase), phrase, "");
    await twin.previewFile(await founder.exportSpace(SPACE));
    await twin.takeFile();
    const other = await twin.publish(SPACE, grantTo(RELAY.key));
    const genesis = view(founder).log.records.get(view(founder).genesis)!;
    const body = toLines(genesis, other);
    const answer = await fetch(`${relay.url}/v1/records`, { method: "POST", headers: NDJSON, body });
    expect((await answer.json()).results.map(({ status }: { status: number }) => status)).toEqual([201, 201]);
    await founder.sync(SPACE);
    expect(view(founder).alarms).toEqual([{ kind: "rewritten", size: 2 }]);
    expect(view(founder).sync).toBe("fork");
  });

  test("two tabs: one speaks with the relay, both see what comes (failure test 36)", async () => {
    const { founder, relay } = await found();
    const streams: string[] = [];
    const spy: typeof fetch = (input, init) => {
      if (String(input).includes("/v1/stream")) streams.push(String(input));
      return fetch(input, init);
    };
    const browser = openBrowser({ fetch: spy });
    const [one, two] = [browser.openTab(), browser.openTab()];
    await Promise.all([one.open(), two.open()]);
    const { key } = await two.createIdentity("Bob", false);
    const { id: grant } = await founder.publish(SPACE, grantTo(key));
    await expect.poll(() => view(founder).waiting, WAIT).toEqual([]);
    await two.joinSpace({ ...founder.invitationOf(SPACE), relay: relay.url });
    await expect.poll(() => view(two)?.state.grants.map(({ id }) => id), WAIT).toEqual([grant]);
    const { id } = await two.publish(SPACE, PROPOSAL);
    await expect.poll(() => view(two).waiting, WAIT).toEqual([]);
    await expect.poll(() => view(one).hash, WAIT).toBe(view(two).hash);
    expect(view(one).state.contributions.map((found) => found.id)).toEqual([id]);
    expect(streams.length).toBe(1);
  });
});

describe("vouchers", () => {
  test("a paper code makes one verified support, whoever asks again", async () => {
    const { founder } = await found();
    const anne = await founder.createIdentity("Anne", false);
    await founder.publish(SPACE, grantTo(anne.key, "steward"));
    await founder.useIdentity(anne.key);
    const day = new Date().toISOString().slice(0, 10);
    const body = { question: "Où ?", options: ["Vitré"], opens: day, closes: day, quorum: 0 };
    const ballot = await founder.publish(SPACE, { type: "consultation", scope: "dep:35", body });
    await founder.sync(SPACE);
    const voucher = await founder.askVoucher(SPACE, ballot.id, "0123 4567 89ab cdef");
    expect(await founder.askVoucher(SPACE, ballot.id, CODE)).toEqual(voucher);
    const support = { ballot: ballot.id, target: ballot.id, value: true, voucher: { ...voucher } };
    await founder.publish(SPACE, { type: "support", scope: "dep:35", body: support });
    await founder.sync(SPACE);
    expect(view(founder).refused).toEqual([]);
    expect(view(founder).state.supports).toEqual([{ ballot: ballot.id, target: ballot.id, level: "L3", count: 1 }]);
    const other = await founder.createIdentity("Autre", false);
    await founder.useIdentity(other.key);
    await expect(founder.askVoucher(SPACE, ballot.id, CODE)).rejects.toMatchObject({ code: "spent" });
    await expect(founder.askVoucher(SPACE, ballot.id, "0000")).rejects.toMatchObject({ code: "not_found" });
  });
});
