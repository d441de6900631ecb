import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { describe, expect, it } from "vitest";
import { decodeBase64url, encodeBase64url } from "../../src/core/contributions/base64url.ts";
import { canonicalise } from "../../src/core/contributions/canonical.ts";
import { readPath } from "../../src/core/contributions/check-checkpoints.ts";
import { foldLog } from "../../src/core/contributions/fold.ts";
import { leafHash, verifyInclusion } from "../../src/core/contributions/merkle.ts";
import { readRecord, type SignedRecord } from "../../src/core/contributions/record.ts";
import { gatherLog } from "../../src/core/contributions/record-log.ts";
import {
  idBytes,
  type Receipt,
  readCheckpoint,
  readReceipt,
  signReadingRequest,
  signVoucher,
} from "../../src/core/contributions/statement.ts";
import { createVerifier } from "../../src/platform/crypto/web-crypto.ts";
import type { Store } from "../../src/relay/store.ts";
import { TREE } from "../core/contributions/world.ts";
import * as it_ from "./open-relay.ts";

const { ANNE, BOB, COMMITTEE, EVE, NDJSON, RELAY, ROOT, newFile, openPeopledRelay, openRelay, post, toLines } = it_;
const { write, writeGenesis, writeGrant, writeProposal } = it_;
const verifier = createVerifier();

describe("POST /v1/records", () => {
  it("takes what the space allows, once, and gives a receipt that proves it", async () => {
    const app = await openRelay();
    const genesis = await writeGenesis();
    const [early, grant, proposal] = [
      await writeProposal(BOB),
      await writeGrant(BOB, "citizen"),
      await writeProposal(BOB),
    ];
    expect((await post(app, early)).map(({ status, code }) => [status, code])).toEqual([[403, "no_grant"]]);
    const squatter = await writeGenesis("public", RELAY.key, EVE);
    expect(await post(app, squatter)).toMatchObject([{ status: 403, code: "no_grant" }]);
    const first = await post(app, genesis, grant, proposal, proposal);
    expect(first.map(({ status }) => status)).toEqual([201, 201, 201, 200]);
    expect(first.map(({ receipt }) => receipt?.seq)).toEqual([1, 2, 3, 3]);
    for (const { receipt } of first) expect(await readReceipt(receipt as never, verifier)).toEqual(receipt);
    const again = await post(app, proposal, early);
    expect(again.map(({ status, receipt }) => [status, receipt?.seq])).toEqual([
      [200, 3],
      [201, 4],
    ]);
    await app.close();
  });

  it("the same record posted many times at once is one row", async () => {
    const app = await openPeopledRelay();
    const record = await writeProposal(BOB);
    const answers = (await Promise.all(Array.from({ length: 20 }, () => post(app, record)))).flat();
    expect(new Set(answers.map(({ receipt }) => receipt?.seq)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    await app.close();
  });

  it("says why it refuses each, and takes the others", async () => {
    const app = await openPeopledRelay();
    const record = await writeProposal(BOB);
    const flipped = Uint8Array.from(decodeBase64url(record.sig, 64)!);
    flipped[0] ^= 1;
    const future = await write(BOB, "proposal", { title: "t", text: "t" }, "public", "2026-01-04");
    const elsewhere = await writeProposal(BOB, "t", "committee:other");
    const odd = { ...(await write(BOB, "proposal", { title: "t" } as never)) };
    const support = { ballot: record.id, target: record.id, value: true };
    const vouched = await signVoucher(
      { level: "L1", nullifier: record.id },
      { space: COMMITTEE, ballot: record.id, subject: EVE.key },
      EVE,
    );
    await post(app, await writeGenesis(COMMITTEE));
    const sent: readonly [object, number, string][] = [
      [{ ...record, sig: encodeBase64url(flipped) }, 401, "bad_signature"],
      [{ ...record, id: future.id }, 409, "id_mismatch"],
      [{ ...record, body: { ...record.body, title: "Autre" } }, 409, "body_hash_mismatch"],
      [future, 425, "clock_skew"],
      [elsewhere, 422, "other_space"],
      [odd, 422, "schema"],
      [await writeProposal(EVE), 403, "no_grant"],
      [await writeGenesis(), 422, "not_allowed"],
      [await write(EVE, "support", support, COMMITTEE), 428, "need_verification"],
      [await write(EVE, "support", { ...support, voucher: { ...vouched } }, COMMITTEE), 403, "no_grant"],
      [{ ...record, more: 1 }, 400, "malformed"],
    ];
    const results = await post(app, ...sent.map(([one]) => one), record);
    expect(results.map(({ status, code }) => [status, code])).toEqual([
      ...sent.map(([, status, code]) => [status, code]),
      [201, undefined],
    ]);
    const loose = await app.inject({
      method: "POST",
      url: "/v1/records",
      headers: NDJSON,
      payload: JSON.stringify(record, null, 1).replaceAll("\n", " "),
    });
    expect(loose.json().results).toMatchObject([{ status: 400, code: "not_canonical" }]);
    await app.close();
  });

  it("bounds what it is sent: bytes, records, rate, form", async () => {
    const app = await openPeopledRelay();
    const send = (payload: string, headers = NDJSON) =>
      app.inject({ method: "POST", url: "/v1/records", headers, payload });
    expect((await send("x".repeat(1024 * 1024 + 1))).statusCode).toBe(413);
    expect((await send("{}\n".repeat(201))).json()).toMatchObject({ code: "too_large" });
    expect((await send("{}", { "content-type": "application/json" })).statusCode).toBe(400);
    let answer = await send("{}\n".repeat(200));
    for (let k = 0; k < 10 && answer.statusCode === 207; k++) answer = await send("{}\n".repeat(200));
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    await app.close();
  });

  it("acknowledges nothing when the disk refuses, and goes on when it no longer does", async () => {
    let isFull = false;
    const wrap = (store: Store): Store => ({
      ...store,
      append: (decide) =>
        store.append(async (turn) => {
          const batch = await decide(turn);
          if (isFull) throw new Error("database or disk is full");
          return batch;
        }),
    });
    const app = await openPeopledRelay(newFile(), { wrap });
    const [grant, proposal] = [await writeGrant(ANNE, "citizen"), await writeProposal(ANNE)];
    isFull = true;
    expect(await post(app, grant, proposal)).toMatchObject([{ status: 503, code: "busy" }, { status: 503 }]);
    isFull = false;
    expect(await post(app, proposal)).toMatchObject([{ status: 403 }]);
    expect(await post(app, grant, proposal)).toMatchObject([{ status: 201 }, { status: 201 }]);
    await app.close();
  });
});

describe("reading", () => {
  it("pages through everything in order, and what is read folds like what was written", async () => {
    const app = await openPeopledRelay();
    const written: SignedRecord[] = [];
    for (let k = 0; k < 7; k++) written.push(await writeProposal(BOB, `n° ${k}`));
    await post(app, ...written);
    const lines: { receipts: Receipt[] }[] = [];
    let [cursor, more] = ["", true];
    while (more) {
      const page = (await app.inject(`/v1/records?space=public&limit=4&after=${cursor}`)).json();
      lines.push(...page.records);
      [cursor, more] = [page.next, page.more];
    }
    expect(lines).toHaveLength(9);
    const records = lines.map(({ receipts: _, ...record }) => readRecord(record as never));
    const log = gatherLog(
      "public",
      records,
      lines.flatMap(({ receipts }) => receipts),
    );
    const state = foldLog({ log, genesis: records[0].id, territories: TREE, asOf: "2026-02-01" });
    expect(state.contributions.map(({ id }) => id)).toEqual(written.map(({ id }) => id));
    expect([state.refused, state.pending, state.local]).toEqual([[], [], []]);
    const other = await app.inject("/v1/records?space=public&after=AAAAAAAAAAAAAAAAAAAAAA.3");
    expect([other.statusCode, other.json().code]).toEqual([410, "cursor_epoch"]);
    expect((await app.inject("/v1/records?space=public&limit=0")).statusCode).toBe(400);
    expect((await app.inject("/v1/records?space=committee:none")).statusCode).toBe(404);
    await app.close();
  });

  it("shows a committee to its members alone, who sign that they ask, and lately", async () => {
    const app = await openRelay();
    const member = await writeGrant(ANNE, "member", COMMITTEE);
    await post(app, await writeGenesis(COMMITTEE), member);
    const ask = async (signer = ANNE, rts = "2026-01-02T00:01:00Z", space = COMMITTEE) => {
      const asked = Buffer.from(canonicalise({ ...(await signReadingRequest({ space, rts }, signer)) }));
      const headers = { authorization: `Oasis ${asked.toString("base64url")}` };
      return (await app.inject({ url: `/v1/records?space=${COMMITTEE}`, headers })).statusCode;
    };
    expect(await ask()).toBe(200);
    expect(await ask(ROOT)).toBe(200);
    expect([await ask(EVE), await ask(ANNE, "2026-01-02T00:06:00Z"), await ask(ANNE, undefined, "public")]).toEqual([
      403, 403, 403,
    ]);
    for (const path of ["records", "stream", "checkpoint", "proof"]) {
      expect((await app.inject(`/v1/${path}?space=${COMMITTEE}`)).statusCode).toBe(403);
    }
    await post(app, await write(ROOT, "revoke", { grant: member.id, reason: "Départ" }, COMMITTEE));
    expect(await ask()).toBe(403);
    await app.close();
  });

  it("proves that a record is under its checkpoint", async () => {
    const app = await openPeopledRelay();
    const records = [await writeProposal(BOB), await writeProposal(BOB), await writeProposal(BOB)];
    await post(app, ...records);
    const checkpoint = (await app.inject("/v1/checkpoint?space=public")).json();
    expect(await readCheckpoint(checkpoint, verifier)).toMatchObject({ size: 5, key: RELAY.key });
    const { index, path } = (await app.inject(`/v1/proof?space=public&id=${records[1].id}`)).json();
    const leaf = leafHash(idBytes(records[1].id));
    expect(verifyInclusion(leaf, index, 5, readPath(path)!, decodeBase64url(checkpoint.root, 32)!)).toBe(true);
    // One record more is no reason for a new checkpoint yet.
    const late = await writeProposal(BOB);
    await post(app, late);
    expect((await app.inject(`/v1/proof?space=public&id=${late.id}`)).statusCode).toBe(404);
    await app.close();
  });
});

describe("erasure", () => {
  it("leaves the text nowhere: not in the file, its log, a page; and does not take it back", async () => {
    const file = newFile();
    const planted = "Madame Dupont-Plantée";
    const app = await openPeopledRelay(file);
    const record = await writeProposal(BOB, planted);
    await post(app, record);
    const onDisk = () => [file, `${file}-wal`].map((name) => readFileSync(name).includes(planted));
    expect(onDisk()).toContain(true);
    const target = { target: record.id, reason: "author" };
    expect(await post(app, await write(EVE, "tombstone", target))).toMatchObject([{ status: 403 }]);
    expect(await post(app, await write(BOB, "tombstone", target))).toMatchObject([{ status: 201 }]);
    expect(onDisk()).toEqual([false, false]);
    const page = await app.inject("/v1/records?space=public");
    expect(page.body).not.toContain(planted);
    expect(page.json().records.find(({ id }: { id: string }) => id === record.id)).toMatchObject({ body: null });
    expect(await post(app, record)).toMatchObject([{ status: 410, code: "purged" }]);
    expect(onDisk()).toEqual([false, false]);
    const proof = (await app.inject(`/v1/proof?space=public&id=${record.id}`)).json();
    expect(proof).toMatchObject({ index: 2 });
    await app.close();
    const again = await openRelay(file);
    expect(await post(again, record)).toMatchObject([{ status: 410 }]);
    const grant = (await again.inject("/v1/records?space=public")).json().records[1].id;
    const wrong = await write(ROOT, "tombstone", { target: grant, reason: "error" });
    expect(await post(again, wrong)).toMatchObject([{ status: 422, code: "not_allowed" }]);
    await again.close();
  });
});

describe("reports", () => {
  const report = { kind: "delay", profession: "gp", month: "2026-01", scope: "dep:35", consent: true };
  const send = (app: FastifyInstance, payload: object) => app.inject({ method: "POST", url: "/v1/reports", payload });

  it("go to the intake, are nowhere to be read, and are withdrawn with their secret", async () => {
    const file = newFile();
    const app = await openPeopledRelay(file);
    const planted = "Six mois d'attente plantés";
    const { id, secret } = (await send(app, { ...report, text: planted })).json();
    const paths = ["v1/info", "healthz", "readyz", "v1/records?space=public", "v1/checkpoint?space=public"];
    for (const path of [...paths, `v1/proof?space=public&id=${id}`, `v1/reports/${id}`, "v1/reports"]) {
      expect((await app.inject(`/${path}`)).body).not.toContain("plantés");
    }
    const withdraw = (text: string) =>
      app.inject({ method: "DELETE", url: `/v1/reports/${id}`, headers: { authorization: `Bearer ${text}` } });
    expect((await withdraw("faux")).statusCode).toBe(404);
    expect((await withdraw(secret)).statusCode).toBe(204);
    expect((await withdraw(secret)).statusCode).toBe(404);
    for (const name of [file, `${file}-wal`]) expect(readFileSync(name).includes(planted)).toBe(false);
    await app.close();
  });

  it("are refused with personal data, without consent, and too many from one address", async () => {
    const app = await openRelay();
    const answer = await send(app, { ...report, text: "appelez le 06 12 34 56 78, je suis enceinte" });
    expect([answer.statusCode, answer.json()]).toEqual([422, { code: "personal_data", where: "phone health" }]);
    expect((await send(app, { ...report, consent: false })).json()).toEqual({ code: "schema", where: "consent" });
    const statuses: number[] = [];
    for (let k = 0; k < 25; k++) statuses.push((await send(app, report)).statusCode);
    expect(statuses.filter((status) => status === 202)).toHaveLength(18);
    expect(statuses.at(-1)).toBe(429);
    await app.close();
  });

  it("a notice is taken, and nothing else than one", async () => {
    const app = await openRelay();
    const notice = (payload: object) => app.inject({ method: "POST", url: "/v1/notice", payload });
    expect((await notice({ reason: "Diffamation" })).statusCode).toBe(202);
    expect((await notice({ reason: "" })).statusCode).toBe(422);
    expect((await app.inject({ method: "POST", url: "/v1/notice", payload: toLines({}) })).statusCode).toBe(415);
    await app.close();
  });
});
