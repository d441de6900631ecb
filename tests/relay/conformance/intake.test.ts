import type { FastifyInstance } from "fastify";
import { describe, expect, it } from "vitest";
import { signIntakeDecision } from "../../../src/core/contributions/statement.ts";
import type { Store } from "../../../src/relay/store.ts";
import { ANNE, askToRead, BOB, EVE, openRelay, post, ROOT, write, writeGenesis, writeGrant } from "../open-relay.ts";
import { type Database, describeEachStore } from "./each-store.ts";

const REPORT = { kind: "delay", profession: "gp", month: "2026-01", scope: "com:35360", consent: true };

async function open(store: Store, day = "2026-01-02") {
  const app = await openRelay(store, { now: () => new Date(`${day}T00:00:00Z`) });
  const people = [await writeGenesis(), await writeGrant(ANNE, "moderator"), await writeGrant(BOB, "citizen")];
  await post(app, ...people, await writeGrant(EVE, "moderator", "public", "dep:56"));
  return app;
}

async function send(app: FastifyInstance, report: object): Promise<{ id: string; secret: string }> {
  const answer = await app.inject({ method: "POST", url: "/v1/reports", payload: report });
  expect(answer.statusCode).toBe(202);
  return answer.json();
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

async function list(app: FastifyInstance, signer = ANNE, rts?: string) {
  const answer = await app.inject({ url: "/v1/intake?space=public", headers: await askToRead(signer, "public", rts) });
  return { status: answer.statusCode, reports: answer.json().reports as readonly Record<string, unknown>[] };
}

async function close(app: FastifyInstance, signer: typeof ANNE, report: string, state = "rejected", changes = {}) {
  const said = {
    space: "public",
    report,
    state: state as "rejected",
    reason: "Hors sujet",
    rts: "2026-01-02T00:00:30Z",
  };
  const payload = { ...(await signIntakeDecision(said, signer)), ...changes };
  const answer = await app.inject({ method: "POST", url: `/v1/intake/${report}/close`, payload });
  return [answer.statusCode, answer.json().code];
}

await describeEachStore("intake", (create) => {
  it("is read by moderators of the territory alone, who sign that they ask", async () => {
    const app = await open(await (await create()).open());
    const here = await send(app, { ...REPORT, text: "Six mois d'attente" });
    const there = await send(app, { ...REPORT, scope: "dep:56" });
    const { consent: _, ...kept } = REPORT;
    const seen = (await list(app)).reports;
    expect(seen).toMatchObject([
      { id: here.id, day: "2026-01-02", state: "received", payload: { ...kept, text: "Six mois d'attente" } },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/withdrawal|secret/);
    expect((await list(app, EVE)).reports.map(({ id }) => id)).toEqual([there.id]);
    expect((await list(app, ROOT)).reports.map(({ id }) => id).sort()).toEqual([here.id, there.id].sort());
    expect([(await list(app, BOB)).status, (await list(app, ANNE, "2026-01-02T00:06:00Z")).status]).toEqual([403, 403]);
    for (const headers of [{}, { authorization: "Bearer x" }, await askToRead(ANNE, "committee:test")]) {
      expect((await app.inject({ url: "/v1/intake?space=public", headers })).statusCode).toBe(403);
    }
    expect((await app.inject("/v1/intake?space=committee:none")).statusCode).toBe(404);
    await app.close();
  });

  it("is closed with a reason its author reads, appealed once, and decided again by somebody else", async () => {
    const app = await open(await (await create()).open());
    const { id, secret } = await send(app, REPORT);
    const follow = async (text = secret) =>
      (await app.inject({ url: `/v1/reports/${id}`, headers: bearer(text) })).json();
    const appeal = async (reason: string, text = secret) =>
      (
        await app.inject({
          method: "POST",
          url: `/v1/reports/${id}/appeal`,
          headers: bearer(text),
          payload: { reason },
        })
      ).statusCode;
    expect(await follow()).toEqual({
      id,
      day: "2026-01-02",
      state: "received",
      reason: null,
      closed: null,
      appealed: false,
      appeal: null,
    });
    expect(await follow("faux")).toEqual({ code: "not_found", where: "id" });
    expect(await appeal("Trop tôt")).toBe(422);
    expect(await close(app, EVE, id)).toEqual([403, "no_grant"]);
    expect(await close(app, BOB, id)).toEqual([403, "no_grant"]);
    expect(await close(app, ANNE, id, "rejected", { reason: "Autre" })).toEqual([401, "bad_signature"]);
    expect(await close(app, ANNE, id, "received")).toEqual([400, "malformed"]);
    expect(await close(app, ANNE, id)).toEqual([200, undefined]);
    expect(await close(app, ANNE, id)).toEqual([422, "not_allowed"]);
    const path = `/v1/reports/${id}/appeal`;
    expect(await follow()).toMatchObject({
      state: "rejected",
      reason: "Hors sujet",
      closed: "2026-01-02",
      appeal: path,
    });
    expect([
      await appeal("Appelez le 06 12 34 56 78"),
      await appeal("Relisez", "faux"),
      await appeal("Relisez"),
    ]).toEqual([422, 404, 202]);
    expect(await appeal("Encore")).toBe(422);
    expect(await follow()).toMatchObject({ state: "appealed", appealed: true, appeal: null });
    expect((await list(app)).reports).toMatchObject([{ state: "appealed", appeal: "Relisez", closer: ANNE.key }]);
    expect(await close(app, ANNE, id, "published")).toEqual([403, "no_grant"]);
    expect(await close(app, ROOT, id, "published")).toEqual([200, undefined]);
    expect(await follow()).toMatchObject({ state: "published", appeal: null });
    expect((await app.inject({ method: "DELETE", url: `/v1/reports/${id}`, headers: bearer(secret) })).statusCode).toBe(
      204,
    );
    expect((await list(app)).reports).toEqual([]);
    await app.close();
  });

  it("forgets text after 90 days, what was refused 30 days after, everything after three years", async () => {
    const database = await create();
    const app = await open(await database.open());
    const planted = "Six mois d'attente plantés";
    const sent = [await send(app, { ...REPORT, text: planted }), await send(app, REPORT), await send(app, REPORT)];
    await close(app, ANNE, sent[1].id);
    await close(app, ANNE, sent[2].id, "duplicate");
    await app.close();
    // Received and closed on 2 January: 30 days end on 1 February, 90 on 2 April, 1095 on 1 January 2029.
    expect(await reopen(database, "2026-02-01")).toEqual([3, true]);
    expect(await reopen(database, "2026-02-02")).toEqual([1, true]);
    expect(await reopen(database, "2026-04-02")).toEqual([1, true]);
    expect(await reopen(database, "2026-04-03")).toEqual([1, false]);
    expect(await reopen(database, "2029-01-01")).toEqual([1, false]);
    expect(await reopen(database, "2029-01-02")).toEqual([0, false]);
  });

  it("shows notices of unlawful contents to those who moderate, and to nobody else", async () => {
    const database = await create();
    const app = await open(await database.open());
    const notice = { reason: "Diffamation", target: BOB.key, contact: "quelqu'un@example.org" };
    expect((await app.inject({ method: "POST", url: "/v1/notice", payload: notice })).statusCode).toBe(202);
    const elsewhere = await app.inject({ method: "POST", url: "/v1/notice?space=committee:test", payload: notice });
    expect(elsewhere.statusCode).toBe(202);
    const read = async (signer: typeof ANNE) =>
      app.inject({ url: "/v1/notices?space=public", headers: await askToRead(signer, "public") });
    const id = expect.stringMatching(/^[\w-]{22}$/);
    expect((await read(ANNE)).json()).toEqual({
      notices: [{ id, day: "2026-01-02", ...notice }],
      next: id,
      more: false,
    });
    expect([(await read(BOB)).statusCode, (await app.inject("/v1/notices?space=public")).statusCode]).toEqual([
      403, 403,
    ]);
    await app.close();
    await reopen(database, "2029-01-02");
    const store = await database.open();
    expect(await store.notices("public", "", 10)).toEqual([]);
    await store.close();
  });

  describe("counts", () => {
    it("tell a month once, two months later, only what small numbers allow", async () => {
      const database = await create();
      const store = await database.open();
      // 12 of dep:35 are told, rounded to 10; 3 of dep:56 are fewer than 11, and so is the rest of the region; 11 rejected
      // count for nothing, 11 about the region are in no département.
      const save = async (count: number, name: string, scope: string, state = "published", day = "2026-01-31") => {
        for (let k = 0; k < count; k++) {
          const id = `${name}-${k}`;
          await store.saveReport({ id, space: "public", scope, withdrawal: id, day, payload: JSON.stringify(REPORT) });
          await store.closeReport(id, "received", { state: state as "published", reason: "r", day, closer: ANNE.key });
        }
      };
      await save(8, "commune", "com:35360");
      await save(4, "departement", "dep:35");
      await save(3, "few", "dep:56");
      await save(11, "rejected", "com:56001", "rejected");
      await save(11, "region", "reg:53");
      await save(11, "later", "dep:35", "published", "2026-02-01");
      await store.close();
      const tell = async (day: string, month = "2026-01") => {
        const app = await openRelay(await database.open(), { now: () => new Date(`${day}T00:00:00Z`) });
        const answer = await app.inject(`/v1/aggregate?space=public&month=${month}`);
        await app.close();
        return [answer.statusCode, answer.json()];
      };
      expect((await tell("2026-02-28"))[0]).toBe(404);
      const told = [{ unit: "dep:35", parent: "reg:53", key: "gp delay", reporters: 10 }];
      const [status, release] = await tell("2026-03-01");
      expect([status, release.cells, release.reporters]).toEqual([200, told, 10]);
      const again = await database.open();
      for (let k = 0; k < 8; k++) await again.withdrawReport(`commune-${k}`, `commune-${k}`);
      await again.close();
      expect((await tell("2026-05-01"))[1]).toEqual(release);
      expect([(await tell("2026-05-01", "2025-12"))[0], (await tell("2026-05-01", "2026-13"))[0]]).toEqual([400, 400]);
    });
  });

  it("takes no report as a record", async () => {
    const app = await open(await (await create()).open());
    const body = { kind: "delay", profession: "gp", month: "2026-01" };
    expect(await post(app, await write(BOB, "report", body))).toMatchObject([{ status: 422 }]);
    await app.close();
  });
});

/** How many reports there are on a day, and whether one still has the planted text. */
async function reopen(database: Database, day: string): Promise<[number, boolean]> {
  const app = await openRelay(await database.open(), { now: () => new Date(`${day}T00:00:00Z`) });
  await app.close();
  const store = await database.open();
  const reports = await store.reports("public", "", 10);
  await store.close();
  return [reports.length, reports.some(({ payload }) => payload.includes("plantés"))];
}
