import type { Writable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { afterEach, expect, it } from "vitest";
import type { Signer } from "../../../src/core/contributions/record.ts";
import { BOB, COMMITTEE, EVE, post, RELAY } from "../open-relay.ts";
import { startProvider, type Wrongs } from "../openid-provider.ts";
import { askFor, claim, countSupports, dump, keepLog, openBallots, writeSupport } from "../verifying.ts";
import { type Database, describeEachStore } from "./each-store.ts";

const SITE = "https://oasis.example.org/app/";
const CALLBACK = "https://relay.example.org/v1/sign-ins/callback";
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function open(database: Database, log?: Writable) {
  const provider = await startProvider();
  stops.push(provider.stop);
  const { issuer, client, secret } = provider;
  const options = { issuer, client, secret, name: "Essai", callback: CALLBACK };
  const world = await openBallots(database, { verification: { site: SITE, provider: options }, ...(log && { log }) });
  stops.push(world.close);
  const { ballot, target, clock } = world;
  const begin = async (app: FastifyInstance, signer: Signer, about = ballot) => {
    const payload = { asking: await askFor(signer, about, clock), target };
    return app.inject({ method: "POST", url: "/v1/sign-ins", payload });
  };
  /** The address the provider sends somebody back to, who signed in as `person`. */
  const signIn = async (app: FastifyInstance, signer: Signer, person = "person-planted-1", about = ballot) => {
    const answer = await begin(app, signer, about);
    provider.state.person = person;
    const left = await fetch(answer.json().url, { redirect: "manual" });
    return new URL(left.headers.get("location")!);
  };
  /** Where the relay leads then. */
  const comeBack = async (app: FastifyInstance, back: URL) => {
    const answer = await app.inject({ url: `/v1/sign-ins/callback${back.search}` });
    expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([303, "no-store"]);
    const to = new URL(answer.headers.location!);
    // Nowhere but to the application, whatever was asked.
    expect(to.href.startsWith(`${SITE}?page=participate&part=proposals`)).toBe(true);
    return to;
  };
  const code = (to: URL) => /^#verify=([0-9A-Z-]{19})\./.exec(to.hash)?.[1] ?? to.hash;
  return { ...world, provider, begin, signIn, comeBack, code };
}

await describeEachStore("sign-ins", (create) => {
  it("verify who an identity provider knows: a way there and back, a click, a support of level L2", async () => {
    const { one, two, ballot, other, target, clock, provider, begin, signIn, comeBack, code } = await open(
      await create(),
    );
    expect((await one.inject("/v1/info")).json().verification).toEqual({ mail: false, signIn: "Essai" });
    expect(provider.state.asked).toEqual([]);
    const asked = new URL((await begin(one, BOB)).json().url);
    expect(asked.origin).toBe(provider.issuer);
    const { state, nonce, code_challenge: challenge, ...others } = Object.fromEntries(asked.searchParams);
    expect(others).toEqual({
      ...{ client_id: "oasis", redirect_uri: CALLBACK, response_type: "code", scope: "openid" },
      ...{ code_challenge_method: "S256" },
    });
    expect(new Set([state, nonce, challenge]).size).toBe(3);
    for (const word of [state, nonce, challenge]) expect(word).toMatch(/^[\w-]{43}$/);

    const to = await comeBack(two, await signIn(one, BOB));
    expect(to.hash).toBe(`#verify=${code(to)}.${ballot}.${BOB.key}`);
    const { status, voucher } = await claim(one, code(to), ballot, BOB, clock);
    expect([status, voucher?.level, voucher?.issuer]).toEqual([200, "L2", RELAY.key]);
    expect(await post(one, await writeSupport(BOB, ballot, target, voucher))).toMatchObject([{ status: 201 }]);
    expect(await countSupports(two)).toEqual([{ ballot, target, level: "L2", count: 1 }]);
    // The same person in another ballot: nothing says it is they.
    const elsewhere = await comeBack(one, await signIn(one, EVE, "person-planted-1", other));
    const second = await claim(one, code(elsewhere), other, EVE, clock);
    expect([second.status, second.voucher?.nullifier === voucher?.nullifier]).toEqual([200, false]);
  });

  it("are begun by the key they are for, and used once, in time, by it", async () => {
    const { one, two, ballot, target, clock, begin, signIn, comeBack, code } = await open(await create());
    const asking = await askFor(BOB, ballot, clock);
    const sent: [object, number, string][] = [
      [{ asking: { ...asking, key: EVE.key }, target }, 401, "bad_signature"],
      [{ asking: await askFor(BOB, ballot, clock, "public"), target }, 422, "not_allowed"],
      [{ asking, target: EVE.key }, 404, "not_found"],
      [{ asking, target, redirect_uri: "https://eve.example.org/" }, 422, "schema"],
    ];
    for (const [payload, status, reason] of sent) {
      const answer = await one.inject({ method: "POST", url: "/v1/sign-ins", payload });
      expect([answer.statusCode, answer.json().code]).toEqual([status, reason]);
    }
    const back = await signIn(one, BOB);
    // A look ahead does not use it up; a second time does not work, at either relay.
    expect((await one.inject({ method: "HEAD", url: `/v1/sign-ins/callback${back.search}` })).statusCode).toBe(404);
    const both = await Promise.all([comeBack(one, back), comeBack(two, back)]);
    expect(both.map(({ hash }) => hash === "#unverified=expired").sort()).toEqual([false, true]);
    const given = code(both.find(({ hash }) => hash.startsWith("#verify"))!);
    // Led on somebody else's way back, one gets nothing for oneself, nor for them.
    expect(await claim(one, given, ballot, EVE, clock)).toMatchObject({ status: 404, reason: "not_found" });
    clock.now = new Date(clock.now.getTime() + 599_000);
    expect((await claim(one, given, ballot, BOB, clock)).status).toBe(200);
    expect(await claim(two, given, ballot, BOB, clock)).toMatchObject({ status: 409, where: "code" });
    const slow = await signIn(one, EVE, "person-planted-2");
    clock.now = new Date(clock.now.getTime() + 600_000);
    expect((await comeBack(one, slow)).hash).toBe("#unverified=expired");
    const late = code(await comeBack(one, await signIn(one, EVE, "person-planted-2")));
    clock.now = new Date(clock.now.getTime() + 600_000);
    expect(await claim(one, late, ballot, EVE, clock)).toMatchObject({ status: 410, reason: "expired" });
    clock.now = new Date("2026-02-01T00:00:00Z");
    expect((await begin(one, BOB)).json()).toMatchObject({ code: "closed" });
  });

  it("count a person once a ballot: two keys at two relays at once (failure test 28)", async () => {
    const { one, two, ballot, clock, signIn, comeBack, code } = await open(await create());
    const first = code(await comeBack(one, await signIn(one, BOB)));
    const second = code(await comeBack(two, await signIn(two, EVE)));
    const answers = await Promise.all([claim(one, first, ballot, BOB, clock), claim(two, second, ballot, EVE, clock)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)).toMatchObject({ reason: "spent", where: "person" });
  });

  const now = () => Math.floor(Date.now() / 1000);
  const wrongs: readonly (readonly [string, Wrongs, string])[] = [
    ["another nonce", { claims: (said) => ({ ...said, nonce: "x".repeat(43) }) }, "refused"],
    ["no nonce", { claims: ({ nonce: _, ...said }) => said }, "refused"],
    ["another issuer in the token", { claims: (said) => ({ ...said, iss: "https://eve.example.org" }) }, "refused"],
    ["another audience", { claims: (said) => ({ ...said, aud: "eve" }) }, "refused"],
    ["two audiences without a party", { claims: (said) => ({ ...said, aud: ["oasis", "eve"] }) }, "refused"],
    ["an old token", { claims: (said) => ({ ...said, iat: now() - 900, exp: now() - 600 }) }, "refused"],
    ["nobody in the token", { claims: ({ sub: _, ...said }) => said }, "refused"],
    ["an empty name in the token", { claims: (said) => ({ ...said, sub: "" }) }, "refused"],
    ["an unsigned token", { signature: "none" }, "refused"],
    ["a token signed by another key", { signature: "other" }, "refused"],
    ["a token signed by the secret", { signature: "hmac" }, "refused"],
    ["no token", { noToken: true }, "refused"],
    [
      "another issuer on the way back",
      { back: (url) => url.searchParams.set("iss", "https://eve.example.org") },
      "refused",
    ],
    ["no issuer on the way back", { back: (url) => url.searchParams.delete("iss") }, "refused"],
    ["another state", { back: (url) => url.searchParams.set("state", "x".repeat(43)) }, "expired"],
    ["no state", { back: (url) => url.searchParams.delete("state") }, "expired"],
    ["two states", { back: (url) => url.searchParams.append("state", "x") }, "expired"],
    ["another code", { back: (url) => url.searchParams.set("code", "x") }, "refused"],
    ["two codes", { back: (url) => url.searchParams.append("code", "x") }, "refused"],
    ["a refusal", { back: (url) => url.searchParams.set("error", "access_denied") }, "refused"],
    ["a provider that fails", { status: 503 }, "busy"],
  ];
  it("vouch for nobody when anything does not fit", async () => {
    const { one, provider, signIn, comeBack, clock } = await open(await create());
    for (const [what, wrong, reason] of wrongs) {
      provider.state.wrongs = wrong;
      // Limits are not what is tested.
      clock.now = new Date(clock.now.getTime() + 600_000);
      const to = await comeBack(one, await signIn(one, BOB));
      expect([what, to.hash]).toEqual([what, `#unverified=${reason}`]);
    }
    provider.state.wrongs = {};
    // The code of one way back on another's: PKCE and nonce tie each to its own.
    const [mine, other] = [await signIn(one, BOB), await signIn(one, EVE, "person-planted-2")];
    mine.searchParams.set("code", other.searchParams.get("code")!);
    expect((await comeBack(one, mine)).hash).toBe("#unverified=refused");
  });

  it("wait for a provider that does not answer, without holding anybody", async () => {
    const { one, provider, begin, signIn, comeBack } = await open(await create());
    provider.state.isDown = true;
    const answer = await begin(one, BOB);
    expect([answer.statusCode, answer.json()]).toEqual([503, { code: "busy", where: "provider" }]);
    provider.state.isDown = false;
    expect((await comeBack(one, await signIn(one, BOB))).hash).toContain("#verify=");
  });

  it("leave nothing of the person: not in answers, log, or database (failure test 27)", async () => {
    const { said, log } = keepLog();
    const database = await create();
    const { one, ballot, target, clock, provider, signIn, comeBack, code } = await open(database, log);
    const back = await signIn(one, BOB);
    const to = await comeBack(one, back);
    provider.state.wrongs = { claims: (claims) => ({ ...claims, aud: "planted-audience" }) };
    await comeBack(one, await signIn(one, EVE));
    const { voucher } = await claim(one, code(to), ballot, BOB, clock);
    await post(one, await writeSupport(BOB, ballot, target, voucher));
    const kept = await dump(database);
    const words = ["planted", back.searchParams.get("state")!, back.searchParams.get("code")!, code(to)];
    for (const word of words) {
      expect(kept).not.toContain(word);
      expect(said.join("")).not.toContain(word);
    }
    expect(said.join("")).toContain('"sign-in"');
    for (const url of [
      "v1/info",
      "v1/sign-ins",
      "v1/claims",
      "v1/records?space=public",
      `v1/records?space=${COMMITTEE}`,
    ])
      expect((await one.inject(`/${url}`)).body).not.toContain(voucher!.nullifier);
  });
});
