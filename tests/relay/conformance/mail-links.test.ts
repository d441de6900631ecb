import type { Writable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { afterEach, expect, it } from "vitest";
import type { Signer } from "../../../src/core/contributions/record.ts";
import { signVoucher } from "../../../src/core/contributions/statement.ts";
import { LIMITS } from "../../../src/relay/limits.ts";
import { ANNE, askToRead, BOB, COMMITTEE, EVE, openRelay, post, RELAY } from "../open-relay.ts";
import { startSmtp } from "../smtp-server.ts";
import { askFor, claim, countSupports, dump, keepLog, openBallots, writeSupport } from "../verifying.ts";
import { type Database, describeEachStore } from "./each-store.ts";

const SITE = "https://oasis.example.org/app/";
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function open(database: Database, refuse?: Parameters<typeof startSmtp>[0], log?: Writable) {
  const smtp = await startSmtp(refuse);
  stops.push(smtp.stop);
  const verification = { site: SITE, mail: { server: smtp.url, from: "Oasis <oasis@example.org>" } };
  const world = await openBallots(database, { verification, trustProxy: true, ...(log && { log }) });
  stops.push(world.close);
  const { ballot, target, clock } = world;
  const ask = async (app: FastifyInstance, signer: Signer, address: string, more: Record<string, unknown> = {}) => {
    const asking = await askFor(signer, ballot, clock);
    const payload = { asking, address, target, language: "fr", ...more };
    const headers = { "x-forwarded-for": (more.ip as string | undefined) ?? "203.0.113.7" };
    const { ip: _, ...sent } = payload as Record<string, unknown>;
    return app.inject({ method: "POST", url: "/v1/mail-links", headers, payload: sent });
  };
  /** The code of the next letter. */
  const code = async (count: number) => {
    await expect.poll(() => smtp.letters.length, { timeout: 10_000 }).toBe(count);
    return /#verify=([0-9A-Z-]{19})\./.exec(smtp.letters[count - 1].text)![1];
  };
  return { ...world, smtp, ask, code };
}

await describeEachStore("links by mail", (create) => {
  it("verify that somebody reads an address: a letter, a click, a voucher, a support of level L1", async () => {
    const { one, two, ballot, target, clock, smtp, ask, code } = await open(await create());
    const asked = await ask(one, BOB, " Bob+vote@Exemple.fr ");
    expect([asked.statusCode, asked.body]).toEqual([202, "{}"]);
    const given = await code(1);
    const [letter] = smtp.letters;
    expect([letter.from, letter.to, letter.headers.get("to")]).toEqual([
      "oasis@example.org",
      ["Bob+vote@exemple.fr"],
      "Bob+vote@exemple.fr",
    ]);
    const link = /^https:\S+$/m.exec(letter.text)![0];
    const { origin, pathname, searchParams, hash } = new URL(link);
    expect(`${origin}${pathname}`).toBe(SITE);
    expect(Object.fromEntries(searchParams)).toEqual({
      ...{ page: "participate", part: "proposals", space: COMMITTEE, record: target },
    });
    expect(hash).toBe(`#verify=${given}.${ballot}.${BOB.key}`);
    expect(searchParams.toString()).not.toContain(given);
    // Nothing of what members wrote goes into a letter.
    for (const word of ["Un bus", "Où ?", "Essai"]) expect(letter.text).not.toContain(word);

    const { status, voucher } = await claim(two, given.toLowerCase(), ballot, BOB, clock);
    expect([status, voucher?.level, voucher?.issuer]).toEqual([200, "L1", RELAY.key]);
    expect(await post(one, await writeSupport(BOB, ballot, target, voucher))).toMatchObject([{ status: 201 }]);
    expect(await countSupports(two)).toEqual([{ ballot, target, level: "L1", count: 1 }]);
    const headers = await askToRead(ANNE, COMMITTEE);
    const counts = await one.inject({ url: `/v1/vouchers?space=${COMMITTEE}&ballot=${ballot}`, headers });
    expect(counts.json()).toEqual({ codes: 0, vouchers: 1 });
  });

  it("are used once, in time, by the key that asked, in its ballot; and by no GET", async () => {
    const { one, two, ballot, other, clock, ask, code } = await open(await create());
    await ask(one, BOB, "bob@exemple.fr");
    const given = await code(1);
    // What scanners of mail do: the page is fetched, and every address they can think of.
    for (const method of ["GET", "HEAD", "OPTIONS"] as const) {
      for (const url of [`/v1/claims?code=${given}`, `/v1/mail-links/${given}`, `/?page=participate#verify=${given}`])
        expect((await one.inject({ method, url })).statusCode).not.toBe(200);
    }
    expect(await claim(one, given, ballot, EVE, clock)).toMatchObject({ status: 404, reason: "not_found" });
    expect(await claim(one, given, other, BOB, clock)).toMatchObject({ status: 404, reason: "not_found" });
    expect(await claim(one, "0000-0000-0000-0000", ballot, BOB, clock)).toMatchObject({ status: 404 });
    expect(await claim(one, given, ballot, BOB, clock, "public")).toMatchObject({ status: 422, reason: "not_allowed" });
    // Twenty at once, at both relays: one voucher.
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, k) => claim(k % 2 ? one : two, given, ballot, BOB, clock)),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(all.filter(({ status, reason }) => status === 409 && reason === "spent")).toHaveLength(19);

    // The answer was lost: the same address gives the same key the same voucher again.
    await ask(two, BOB, "BOB@exemple.fr");
    const again = await claim(two, await code(2), ballot, BOB, clock);
    expect(again.voucher).toEqual(all.find(({ status }) => status === 200)?.voucher);

    await ask(one, EVE, "eve@exemple.fr");
    const late = await code(3);
    clock.now = new Date(clock.now.getTime() + 3600_000);
    expect(await claim(one, late, ballot, EVE, clock)).toMatchObject({ status: 410, reason: "expired" });
    clock.now = new Date("2026-02-01T00:00:00Z");
    expect(await claim(one, late, ballot, EVE, clock)).toMatchObject({ status: 422, reason: "closed" });
  });

  it("need the signature of the key they are for, fresh and about this ballot", async () => {
    const { one, ballot, target, clock, smtp, ask } = await open(await create());
    const asking = await askFor(BOB, ballot, clock);
    const old = await askFor(BOB, ballot, { now: new Date(clock.now.getTime() - 600_000) });
    const sent: [object, number, string][] = [
      [{ asking: { ...asking, key: EVE.key } }, 401, "bad_signature"],
      [{ asking: { ...asking, ballot: target } }, 401, "bad_signature"],
      [{ asking: await askFor(BOB, target, clock) }, 404, "not_found"],
      [{ asking: await askFor(BOB, ballot, clock, "public") }, 422, "not_allowed"],
      [{ asking: await askFor(BOB, ballot, clock, "committee:none") }, 404, "not_found"],
      [{ asking: old }, 403, "no_grant"],
      [{ asking: null }, 422, "schema"],
      [{ target: EVE.key }, 404, "not_found"],
      [{ language: "Bonjour, gagnez de l’argent" }, 422, "schema"],
      [{ text: "Gagnez de l’argent" }, 422, "schema"],
      [{ address: "bob@exemple.fr\r\nBcc: eve@exemple.fr" }, 422, "schema"],
      [{ address: "bob@exemple.fr, eve@exemple.fr" }, 422, "schema"],
    ];
    for (const [more, status, code] of sent) {
      const answer = await ask(one, BOB, "bob@exemple.fr", { ...more });
      expect([answer.statusCode, answer.json().code], JSON.stringify(more)).toEqual([status, code]);
    }
    expect(smtp.letters).toEqual([]);
    const closed = new Date("2026-02-01T00:00:00Z");
    clock.now = closed;
    expect((await ask(one, BOB, "bob@exemple.fr")).json()).toMatchObject({ code: "closed" });
  });

  it("count an address once a ballot: two keys at two relays at once, and however it is written (failure test 28)", async () => {
    const { one, two, ballot, target, clock, ask, code } = await open(await create());
    await ask(one, BOB, "ann.e@gmail.com");
    const first = await code(1);
    await ask(two, EVE, "Anne+2@googlemail.com");
    const second = await code(2);
    const answers = await Promise.all([claim(one, first, ballot, BOB, clock), claim(two, second, ballot, EVE, clock)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)).toMatchObject({ reason: "spent", where: "person" });
    const { voucher } = answers.find(({ status }) => status === 200)!;
    // Even if a relay had vouched for both, one is counted.
    const vouch = (subject: Signer) =>
      signVoucher(
        { level: "L1", nullifier: voucher!.nullifier },
        { space: COMMITTEE, ballot, subject: subject.key },
        RELAY,
      );
    const supports = await Promise.all(
      [BOB, EVE].map(async (who) => writeSupport(who, ballot, target, await vouch(who))),
    );
    const posted = await Promise.all([post(one, supports[0]), post(two, supports[1])]);
    expect(posted.flat().map(({ status }) => status)).toEqual([201, 201]);
    expect(await countSupports(one)).toEqual([{ ballot, target, level: "L1", count: 1 }]);
  });

  it("tell nobody whether an address was used, flooded or refused by its server", async () => {
    const refuse = (address: string) => (address.startsWith("nobody@") ? "550 no such user" : null);
    const { one, two, ballot, clock, smtp, ask, code } = await open(await create(), refuse);
    await ask(one, BOB, "bob@exemple.fr");
    await claim(one, await code(1), ballot, BOB, clock);
    const answers = [await ask(one, EVE, "bob@exemple.fr"), await ask(one, EVE, "new@exemple.fr")];
    answers.push(await ask(one, EVE, "nobody@exemple.fr"));
    for (let k = 0; k < 8; k++) answers.push(await ask(k % 2 ? one : two, EVE, `b.o.b+${k}@exemple.fr`));
    for (let k = 0; k < 4; k++) answers.push(await ask(k % 2 ? one : two, EVE, `bob+${k}@exemple.fr`));
    const said = answers.map(({ statusCode, body, headers }) => {
      const { date: _, ...others } = headers;
      return JSON.stringify([statusCode, body, others]);
    });
    expect(new Set(said).size).toBe(1);
    // Bob: three in all, whoever asked and at whatever relay; the same of b.o.b.
    await expect.poll(() => smtp.letters.length, { timeout: 10_000 }).toBe(3 + 1 + 3);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const tallied = smtp.letters.map(({ to }) => to[0].split("+")[0].split("@")[0]).sort();
    expect(tallied).toEqual(["b.o.b", "b.o.b", "b.o.b", "bob", "bob", "bob", "new"]);
    expect(new Set(smtp.letters.map(({ text }) => text.replace(/\S*[0-9A-Z-]{19}\S*/g, "…"))).size).toBe(1);
  });

  it("are not many from one place, to one domain or in all", async () => {
    const { one, ask, smtp } = await open(await create());
    const statuses: number[] = [];
    for (let k = 0; k < LIMITS.linksPerHour + 2; k++)
      statuses.push((await ask(one, BOB, `a${k}@exemple${k}.fr`)).statusCode);
    expect(statuses).toEqual([...Array(LIMITS.linksPerHour).fill(202), 429, 429]);
    const flood = await Promise.all(
      Array.from({ length: 305 }, (_, k) => ask(one, BOB, `b${k}@exemple.fr`, { ip: `198.51.${k % 250}.${k}` })),
    );
    const refused = flood.filter(({ statusCode }) => statusCode === 429);
    expect(refused.length).toBe(5);
    expect(Number(refused[0].headers["retry-after"])).toBeGreaterThan(0);
    expect((await ask(one, BOB, "c@autre.fr", { ip: "192.0.2.1" })).statusCode).toBe(202);
    await expect.poll(() => smtp.letters.length, { timeout: 30_000 }).toBe(LIMITS.linksPerHour + 300 + 1);
  });

  it("leave no address anywhere: not in answers, log, or database (failure test 27)", async () => {
    const { said, log } = keepLog();
    const database = await create();
    const refuse = (address: string) => (address.startsWith("refused") ? `550 <${address}> unknown` : null);
    const { one, ballot, target, clock, ask, code } = await open(database, refuse, log);
    await ask(one, BOB, "planted@exemple-plante.fr");
    const given = await code(1);
    await ask(one, EVE, "refused-planted@exemple-plante.fr");
    const { voucher } = await claim(one, given, ballot, BOB, clock);
    await post(one, await writeSupport(BOB, ballot, target, voucher));
    await expect.poll(() => said.join("")).toContain('"mail"');
    const kept = await dump(database);
    for (const word of ["planted", "exemple-plante", given]) {
      expect(kept).not.toContain(word);
      expect(said.join("")).not.toContain(word);
    }
    const urls = ["v1/info", "healthz", "readyz", "v1/records?space=public", "v1/checkpoint?space=public", "v1/claims"];
    urls.push(
      `v1/records?space=${COMMITTEE}`,
      "v1/mail-links",
      "v1/vouchers?space=public",
      `v1/vouchers?space=${COMMITTEE}`,
    );
    urls.push("v1/issuance?space=public", `v1/issuance?space=${COMMITTEE}`, `v1/checkpoint?space=${COMMITTEE}`);
    for (const method of ["GET", "POST", "PUT", "DELETE"] as const) {
      for (const url of urls) {
        const { body, headers } = await one.inject({ method, url: `/${url}` });
        for (const word of ["planted", "exemple-plante", given, voucher!.nullifier])
          expect(`${JSON.stringify(headers)}${body}`).not.toContain(word);
      }
    }
    expect(said.join("")).not.toContain(voucher!.nullifier);
  });

  it("are gone a day later, and where vouchers came from after ninety", async () => {
    const database = await create();
    const { one, ballot, clock, ask, code, close } = await open(database);
    await ask(one, BOB, "bob@exemple.fr");
    await claim(one, await code(1), ballot, BOB, clock);
    stops.pop();
    await close();
    const counts = async () => {
      const store = await database.open();
      const links = await store.links(ballot, BOB.key);
      const [{ source }] = await store.countVoices(COMMITTEE);
      await store.close();
      return [links.length, source === ""];
    };
    expect(await counts()).toEqual([1, false]);
    const restart = async (now: string) => {
      const verification = { site: SITE, mail: { server: "smtp://127.0.0.1:9", from: "oasis@example.org" } };
      await (await openRelay(await database.open(), { verification, now: () => new Date(now) })).close();
      return counts();
    };
    expect(await restart("2026-01-02T23:59:59Z")).toEqual([1, false]);
    expect(await restart("2026-01-03T00:00:01Z")).toEqual([0, false]);
    expect(await restart("2026-04-02T00:00:00Z")).toEqual([0, false]);
    expect(await restart("2026-04-02T01:00:00Z")).toEqual([0, true]);
  });

  it("are not offered by a relay without a mail server", async () => {
    const { one, close } = await openBallots(await create(), {});
    stops.push(close);
    expect((await one.inject("/v1/info")).json().verification).toEqual({ mail: false, signIn: null });
    for (const url of ["/v1/mail-links", "/v1/claims"])
      expect((await one.inject({ method: "POST", url, payload: {} })).statusCode).toBe(404);
  });
});
