import { Writable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { expect, it } from "vitest";
import { decodeBase64url } from "../../../src/core/contributions/base64url.ts";
import { checkCheckpoints, readPath } from "../../../src/core/contributions/check-checkpoints.ts";
import { foldLog } from "../../../src/core/contributions/fold.ts";
import { verifyConsistency } from "../../../src/core/contributions/merkle.ts";
import { readRecord } from "../../../src/core/contributions/record.ts";
import { gatherLog } from "../../../src/core/contributions/record-log.ts";
import { type Checkpoint, type Receipt, readCheckpoint } from "../../../src/core/contributions/statement.ts";
import { createVerifier } from "../../../src/platform/crypto/web-crypto.ts";
import { createRelay } from "../../../src/relay/relay.ts";
import type { Store } from "../../../src/relay/store.ts";
import { makeSigner } from "../../core/contributions/signers.ts";
import { TREE } from "../../core/contributions/world.ts";
import * as it_ from "../open-relay.ts";
import { type Database, describeEachStore } from "./each-store.ts";

const { ANNE, askToRead, BOB, COMMITTEE, EVE, NDJSON, openPeopledRelay, openRelay, post, RELAY, ROOT, toLines } = it_;
const { write, writeGenesis, writeGrant, writeProposal } = it_;
const verifier = createVerifier();

/** Two relays on PostgreSQL; the same one twice on SQLite, which has one. */
async function openTwo(database: Database, now = () => it_.NOW, nowThere = now) {
  const one = await openPeopledRelay(await database.open(), { now });
  const two = database.name === "sqlite" ? one : await openRelay(await database.open(), { now: nowThere });
  const close = async () => {
    await one.close();
    if (two !== one) await two.close();
  };
  return { one, two, close };
}

async function readAll(app: FastifyInstance, space = "public", headers: Record<string, string> = {}) {
  const answer = await app.inject({ url: `/v1/records?space=${space}`, headers });
  const lines = answer.json().records as readonly { id: string; receipts: Receipt[] }[];
  const records = lines.map(({ receipts: _, ...record }) => readRecord(record as never));
  return { records, receipts: lines.flatMap(({ receipts }) => receipts) };
}

await describeEachStore("relays of one database", (create, kind) => {
  it("take a record posted to both at once as one row, with one receipt", async () => {
    const { one, two, close } = await openTwo(await create());
    const records = await Promise.all(Array.from({ length: 10 }, () => writeProposal(BOB)));
    const [here, there] = await Promise.all([
      Promise.all(records.map((record) => post(one, record))),
      Promise.all(records.map((record) => post(two, record))),
    ]);
    for (const [k, [a]] of here.entries()) {
      const [b] = there[k];
      expect(a.receipt).toEqual(b.receipt);
      expect([a.status, b.status].sort()).toEqual([200, 201]);
    }
    expect((await readAll(two)).records).toHaveLength(12);
    await close();
  });

  it("follow each other: a grant, a revocation and an erasure hold at once at the other", async () => {
    const { one, two, close } = await openTwo(await create());
    const grant = await writeGrant(ANNE, "citizen");
    const proposal = await writeProposal(ANNE, "Texte planté");
    expect(await post(one, grant)).toMatchObject([{ status: 201 }]);
    expect(await post(two, proposal)).toMatchObject([{ status: 201 }]);
    expect(await post(one, await write(ROOT, "revoke", { grant: grant.id, reason: "Départ" }))).toMatchObject([
      { status: 201 },
    ]);
    expect(await post(two, await writeProposal(ANNE))).toMatchObject([{ status: 403, code: "revoked" }]);
    expect(await post(one, await write(ANNE, "tombstone", { target: proposal.id, reason: "author" }))).toMatchObject([
      { status: 201 },
    ]);
    expect(await post(two, proposal)).toMatchObject([{ status: 410, code: "purged" }]);
    expect((await two.inject("/v1/records?space=public")).body).not.toContain("planté");
    await close();
  });

  it("take a record and the tombstone about it from one batch", async () => {
    const { one, close } = await openTwo(await create());
    const proposal = await writeProposal(BOB);
    const tombstone = await write(BOB, "tombstone", { target: proposal.id, reason: "author" });
    expect((await post(one, proposal, tombstone)).map(({ status }) => status)).toEqual([201, 201]);
    expect((await readAll(one)).records.find(({ id }) => id === proposal.id)?.body).toBeNull();
    await close();
  });

  it("order by receipts whatever a record claims: two years ago is taken, the day after tomorrow is not", async () => {
    const { one, close } = await openTwo(await create());
    const say = (title: string, ts: string) => write(BOB, "proposal", { title, text: "t" }, "public", ts);
    const [now, old, ahead] = [
      await say("a", "2026-01-02"),
      await say("b", "2024-01-02"),
      await say("c", "2026-01-04"),
    ];
    const results = await post(one, now, old, ahead);
    expect(results.map(({ status, receipt }) => [status, receipt?.seq])).toEqual([
      [201, 3],
      [201, 4],
      [425, undefined],
    ]);
    const { records, receipts } = await readAll(one);
    const log = gatherLog("public", records, receipts);
    const state = foldLog({ log, genesis: records[0].id, territories: TREE, asOf: "2026-02-01" });
    expect(state.contributions.map(({ id, at }) => [id, at])).toEqual([
      [now.id, 3],
      [old.id, 4],
    ]);
    await close();
  });

  it("bind themselves to one growing tree: checkpoints never contradict each other, and prove it", async () => {
    let hours = 0;
    // The clock of the other machine is five seconds late.
    const clock = (late: number) => () => new Date(it_.NOW.getTime() + hours * 3_600_000 - late);
    const { one, two, close } = await openTwo(await create(), clock(0), clock(5000));
    const checkpoints: Checkpoint[] = [];
    for (; hours < 150; hours += 25) {
      await post(one, await writeProposal(BOB), await writeProposal(BOB));
      const both = await Promise.all([one, two].map((app) => app.inject("/v1/checkpoint?space=public")));
      for (const answer of both) checkpoints.push(await readCheckpoint(answer.json(), verifier));
    }
    const { records } = await readAll(two);
    expect(
      checkCheckpoints(
        checkpoints,
        records.map(({ id }) => id),
      ),
    ).toEqual([]);
    const roots = new Map(checkpoints.map(({ size, root }) => [size, decodeBase64url(root, 32)!]));
    expect(Array.from(roots.keys())).toEqual([4, 6, 8, 10, 12, 14]);
    for (const [from, old] of roots) {
      for (const [to, root] of roots) {
        if (from > to) continue;
        const { path } = (await two.inject(`/v1/consistency?space=public&from=${from}&to=${to}`)).json();
        expect(verifyConsistency(from, to, old, root, readPath(path)!)).toBe(true);
        if (path.length > 0) expect(verifyConsistency(from, to, roots.get(4)!, old, readPath(path)!)).toBe(false);
      }
    }
    for (const wrong of ["from=6&to=4", "from=4&to=99", "to=4", "from=-1"]) {
      expect((await one.inject(`/v1/consistency?space=public&${wrong}`)).statusCode).toBe(400);
    }
    await close();
  });

  it("answer 304 to who has the page, until it grows or loses a body", async () => {
    const { one, two, close } = await openTwo(await create());
    const proposal = await writeProposal(BOB);
    await post(one, proposal);
    const get = async (tag: unknown, app = two) => {
      const headers = { "if-none-match": String(tag) };
      const answer = await app.inject({ url: "/v1/records?space=public&after=", headers });
      return [answer.statusCode, answer.headers.etag];
    };
    const [status, first] = await get("");
    expect([status, await get(first), await get(first, one)]).toEqual([200, [304, first], [304, first]]);
    await post(one, await write(BOB, "tombstone", { target: proposal.id, reason: "author" }));
    const [again, second] = await get(first);
    expect([again, second === first]).toEqual([200, false]);
    await close();
  });

  it("answer 503, and not ready, while the database does not; then go on", async () => {
    let isGone = false;
    const wrap = (store: Store): Store => ({
      ...store,
      append: (decide) => (isGone ? Promise.reject(new Error("gone")) : store.append(decide)),
      lastSeq: () => (isGone ? Promise.reject(new Error("gone")) : store.lastSeq()),
    });
    const app = await openPeopledRelay(await (await create()).open(), { wrap });
    const proposal = await writeProposal(BOB);
    const send = () => app.inject({ method: "POST", url: "/v1/records", headers: NDJSON, payload: toLines(proposal) });
    const ready = async () => (await app.inject("/readyz")).statusCode;
    expect(await ready()).toBe(200);
    isGone = true;
    const answer = await send();
    expect([answer.statusCode, answer.headers["retry-after"], await ready()]).toEqual([503, "5", 503]);
    expect(answer.json()).toMatchObject({ code: "busy", where: "store", results: [{ status: 503 }] });
    expect((await app.inject("/healthz")).statusCode).toBe(200);
    isGone = false;
    expect([(await send()).json().results[0].status, await ready()]).toEqual([201, 200]);
    await app.close();
  });

  it("let nobody flood: strangers' devices count for nothing and are stopped, others are not", async () => {
    const app = await openPeopledRelay(await (await create()).open(), { trustProxy: true });
    const support = { ballot: RELAY.key, target: RELAY.key, value: true };
    await post(app, await writeGenesis(COMMITTEE));
    const strangers = Array.from({ length: 30 }, (_, k) => makeSigner(6 + k));
    const flood = await Promise.all(strangers.map((one) => write(one, "support", support, COMMITTEE)));
    const send = (payload: string, from: string) =>
      app.inject({ method: "POST", url: "/v1/records", headers: { ...NDJSON, "x-forwarded-for": from }, payload });
    const codes = new Set<string>();
    const empty = "{}\n".repeat(200);
    for (const payload of [toLines(...flood), ...Array<string>(10).fill(empty), toLines(...flood)]) {
      const answer = await send(payload, "203.0.113.7");
      for (const { code } of answer.json().results ?? [answer.json()]) codes.add(code);
    }
    expect(codes).toEqual(new Set(["need_verification", "malformed", "rate"]));
    const mine = await send(toLines(await writeProposal(BOB)), "203.0.113.8");
    expect(mine.json().results).toMatchObject([{ status: 201 }]);
    expect((await readAll(app)).records).toHaveLength(3);
    const committee = await readAll(app, COMMITTEE, await askToRead(ROOT, COMMITTEE));
    expect(committee.records.map(({ hdr }) => hdr.type)).toEqual(["genesis"]);
    await app.close();
  });

  it("say nothing in public, nor in their log, of intake, addresses, codes, nullifiers and secrets", async () => {
    const said: string[] = [];
    const log = new Writable({
      write: (chunk, _, done) => {
        said.push(String(chunk));
        done();
      },
    });
    const app = await openPeopledRelay(await (await create()).open(), { trustProxy: true, log });
    await post(app, await writeGenesis(COMMITTEE), await writeGrant(ANNE, "member", COMMITTEE));
    const from = { "x-forwarded-for": "203.0.113.77", "user-agent": "PlantedAgent" };
    const report = {
      kind: "delay",
      profession: "gp",
      month: "2026-01",
      scope: "dep:35",
      consent: true,
      text: "planted-text",
    };
    const { id, secret } = (
      await app.inject({ method: "POST", url: "/v1/reports", headers: from, payload: report })
    ).json();
    const notice = { reason: "planted-reason", contact: "planted@example.org" };
    await app.inject({ method: "POST", url: "/v1/notice", headers: from, payload: notice });
    await post(app, await writeProposal(ANNE, "planted-committee", COMMITTEE));
    const planted = ["planted-", "planted@", "203.0.113.77", "PlantedAgent", secret];
    const urls = ["v1/info", "healthz", "readyz", "v1/records?space=public", "v1/checkpoint?space=public", "nowhere"];
    urls.push(
      `v1/proof?space=public&id=${id}`,
      `v1/reports/${id}`,
      "v1/reports",
      "v1/intake?space=public",
      "v1/notice",
    );
    urls.push(`v1/records?space=${COMMITTEE}`, `v1/checkpoint?space=${COMMITTEE}`, `v1/vouchers?space=${COMMITTEE}`);
    urls.push(
      "v1/vouchers?space=public",
      "v1/consistency?space=public&from=1",
      "v1/aggregate?space=public&month=2026-01",
    );
    for (const method of ["GET", "POST", "DELETE", "PUT"] as const) {
      for (const url of urls) {
        const { body, headers } = await app.inject({ method, url: `/${url}`, headers: from });
        const answer = `${JSON.stringify(headers)}${body}`;
        for (const word of planted) expect(answer).not.toContain(word);
      }
    }
    const bad = await app.inject({
      method: "POST",
      url: "/v1/reports",
      headers: { ...from, "content-type": "application/json" },
      payload: '{"text": "planted-text", ',
    });
    expect([bad.statusCode, bad.body.includes("planted")]).toEqual([400, false]);
    await app.close();
    expect(said.length).toBeGreaterThan(urls.length);
    expect(said.join("")).toContain('"route":"/v1/reports/:id"');
    for (const word of [...planted, id]) expect(said.join("")).not.toContain(word);
  });

  it(`${kind}: refuses a relay with another key`, async () => {
    const database = await create();
    const app = await openPeopledRelay(await database.open());
    await app.close();
    const store = await database.open();
    const other = { store, signer: EVE, verifier, spaces: ["public"], founder: ROOT.key, territories: TREE };
    await expect(createRelay({ ...other, now: () => it_.NOW, trustProxy: false })).rejects.toThrow("bad-input");
    await store.close();
  });

  it("let a member of a committee in at the other relay, and out again", async () => {
    const { one, two, close } = await openTwo(await create());
    const grant = await writeGrant(ANNE, "member", COMMITTEE);
    await post(one, await writeGenesis(COMMITTEE), grant);
    const read = async () =>
      (await two.inject({ url: `/v1/records?space=${COMMITTEE}`, headers: await askToRead(ANNE, COMMITTEE) }))
        .statusCode;
    expect(await read()).toBe(200);
    await post(one, await write(ROOT, "revoke", { grant: grant.id, reason: "Départ" }, COMMITTEE));
    expect(await read()).toBe(403);
    await close();
  });
});
