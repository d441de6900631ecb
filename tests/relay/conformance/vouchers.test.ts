import type { FastifyInstance } from "fastify";
import { expect, it } from "vitest";
import type { Signer } from "../../../src/core/contributions/record.ts";
import { signVoucher, type Voucher } from "../../../src/core/contributions/statement.ts";
import { hashCode, makeCodes, voucherSecret } from "../../../src/relay/vouchers.ts";
import {
  ANNE,
  askToRead,
  BOB,
  COMMITTEE,
  EVE,
  openRelay,
  post,
  RELAY,
  write,
  writeGenesis,
  writeGrant,
} from "../open-relay.ts";
import { countSupports } from "../verifying.ts";
import { type Database, describeEachStore } from "./each-store.ts";

const OPEN = { question: "Où ?", options: ["Redon"], opens: "2026-01-01", closes: "2026-01-31", quorum: 1 };

async function open(database: Database) {
  let day = "2026-01-02";
  const options = { now: () => new Date(`${day}T00:00:00Z`) };
  const store = await database.open();
  const codes = makeCodes(3);
  const secret = await voucherSecret(RELAY);
  await store.saveCodes(
    codes.map((code) => hashCode(code, secret)),
    day,
  );
  const one = await openRelay(store, options);
  const two = database.name === "sqlite" ? one : await openRelay(await database.open(), options);
  await post(one, await writeGenesis(COMMITTEE), await writeGrant(ANNE, "member", COMMITTEE));
  const asked = await Promise.all([1, 2, 3].map(() => write(ANNE, "consultation", OPEN, COMMITTEE)));
  expect(await post(two, asked[0], asked[1])).toMatchObject([{ status: 201 }, { status: 201 }]);
  const [ballot, other, unknown] = asked.map(({ id }) => id);
  const close = async () => {
    await one.close();
    if (two !== one) await two.close();
  };
  const at = (other: string) => {
    day = other;
  };
  return { one, two, codes, ballot, other, unknown, at, close };
}

async function ask(app: FastifyInstance, code: string, ballot: string, subject: Signer) {
  const payload = { code, space: COMMITTEE, ballot, subject: subject.key };
  const answer = await app.inject({ method: "POST", url: "/v1/vouchers", payload });
  return { status: answer.statusCode, code: answer.json().code, voucher: answer.json().voucher as Voucher | undefined };
}

const support = (signer: Signer, ballot: string, voucher?: Voucher, value = true) =>
  write(signer, "support", { ballot, target: ballot, value, ...(voucher && { voucher: { ...voucher } }) }, COMMITTEE);

await describeEachStore("vouchers", (create) => {
  it("give one voice a code and ballot, as often as the same key asks, at either relay", async () => {
    const { one, two, codes, ballot, other, close } = await open(await create());
    const first = await ask(one, codes[0], ballot, BOB);
    expect([first.status, first.voucher?.level, first.voucher?.issuer]).toEqual([200, "L3", RELAY.key]);
    expect(first.voucher?.nullifier).toMatch(/^[\w-]{43}$/);
    // As somebody types it: spaces, small letters, O for 0, l for 1.
    const typed = codes[0].toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
    expect(await ask(two, typed, ballot, BOB)).toEqual(first);
    expect(await ask(two, codes[0], ballot, EVE)).toMatchObject({ status: 409, code: "spent" });
    const elsewhere = await ask(two, codes[0], other, EVE);
    expect([elsewhere.status, elsewhere.voucher?.nullifier === first.voucher?.nullifier]).toEqual([200, false]);
    expect(await ask(one, "0000-0000-0000-0000", ballot, BOB)).toMatchObject({ status: 404 });
    expect(await ask(one, codes[1], RELAY.key, BOB)).toMatchObject({ status: 404 });
    const headers = await askToRead(ANNE, COMMITTEE);
    const counts = await one.inject({ url: `/v1/vouchers?space=${COMMITTEE}&ballot=${ballot}`, headers });
    expect(counts.json()).toEqual({ codes: 3, vouchers: 1 });
    await close();
  });

  it("go to one of two keys that bring the same code to two relays at once", async () => {
    const { one, two, codes, ballot, close } = await open(await create());
    for (const code of codes) {
      const answers = await Promise.all([ask(one, code, ballot, BOB), ask(two, code, ballot, EVE)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
    await close();
  });

  it("are counted once a person even if two keys had one: the last support received counts", async () => {
    const { one, two, ballot, close } = await open(await create());
    const nullifier = EVE.key;
    const vouch = (subject: Signer) =>
      signVoucher({ level: "L3", nullifier }, { space: COMMITTEE, ballot, subject: subject.key }, RELAY);
    const [a, b] = [await support(BOB, ballot, await vouch(BOB)), await support(EVE, ballot, await vouch(EVE))];
    const answers = await Promise.all([post(one, a), post(two, b)]);
    expect(answers.flat().map(({ status }) => status)).toEqual([201, 201]);
    expect(await countSupports(two)).toEqual([{ ballot, target: ballot, level: "L3", count: 1 }]);
    await post(one, await support(BOB, ballot, await vouch(BOB), false));
    expect(await countSupports(two)).toEqual([]);
    await close();
  });

  it("are for a ballot that is open, and so are supports", async () => {
    const { one, two, codes, ballot, unknown, at, close } = await open(await create());
    const { voucher } = await ask(one, codes[0], ballot, BOB);
    const stolen = await support(EVE, ballot, voucher);
    expect(await post(one, stolen)).toMatchObject([{ status: 401, code: "bad_signature" }]);
    expect(await ask(one, codes[1], unknown, BOB)).toMatchObject({ status: 404 });
    at("2026-02-01");
    expect(await post(two, await support(BOB, ballot, voucher))).toMatchObject([{ status: 422, code: "closed" }]);
    expect(await ask(two, codes[1], ballot, EVE)).toMatchObject({ status: 422, code: "closed" });
    at("2026-01-31");
    expect(await post(two, await support(BOB, ballot, voucher))).toMatchObject([{ status: 201 }]);
    await close();
  });
});
