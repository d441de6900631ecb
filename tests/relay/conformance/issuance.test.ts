import { afterEach, expect, it } from "vitest";
import { checkIssuances } from "../../../src/core/contributions/check-issuance.ts";
import { readRecord } from "../../../src/core/contributions/record.ts";
import { gatherLog } from "../../../src/core/contributions/record-log.ts";
import { type Issuance, readIssuance, signVoucher } from "../../../src/core/contributions/statement.ts";
import { createVerifier } from "../../../src/platform/crypto/web-crypto.ts";
import { assessVoices } from "../../../src/relay/anomalies.ts";
import { readMailAddress } from "../../../src/relay/mail-address.ts";
import { hashAddress } from "../../../src/relay/mail-links.ts";
import { voucherSecret } from "../../../src/relay/vouchers.ts";
import { seededSigner } from "../../core/contributions/signers.ts";
import { ANNE, askToRead, BOB, COMMITTEE, EVE, post, RELAY } from "../open-relay.ts";
import { startSmtp } from "../smtp-server.ts";
import { askFor, claim, openBallots, writeSupport } from "../verifying.ts";
import { type Database, describeEachStore } from "./each-store.ts";

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function open(database: Database) {
  const smtp = await startSmtp();
  const mail = { server: smtp.url, from: "oasis@example.org" };
  const world = await openBallots(database, { verification: { site: "https://oasis.example.org/", mail } });
  stops.push(smtp.stop, world.close);
  const { one, two, ballot, target, clock } = world;
  /** Somebody with an address supports; the hour is the clock's. */
  const vote = async (k: number, address: string) => {
    const signer = seededSigner(new Uint8Array(32).fill(100 + k));
    const asking = await askFor(signer, ballot, clock);
    const payload = { asking, address, target, language: "fr" };
    const sent = smtp.letters.length;
    expect((await (k % 2 ? one : two).inject({ method: "POST", url: "/v1/mail-links", payload })).statusCode).toBe(202);
    await expect.poll(() => smtp.letters.length, { timeout: 10_000 }).toBe(sent + 1);
    const code = /#verify=([0-9A-Z-]{19})\./.exec(smtp.letters[sent].text)![1];
    const { voucher } = await claim(one, code, ballot, signer, clock);
    expect(await post(two, await writeSupport(signer, ballot, target, voucher))).toMatchObject([{ status: 201 }]);
  };
  const read = async () => {
    const headers = await askToRead(ANNE, COMMITTEE, `${clock.now.toISOString().slice(0, 19)}Z`);
    const said = (await two.inject({ url: `/v1/issuance?space=${COMMITTEE}`, headers })).json();
    const lines = (await two.inject({ url: `/v1/records?space=${COMMITTEE}`, headers })).json().records;
    const records = lines.map(({ receipts: _, ...record }: Record<string, never>) => readRecord(record));
    const log = gatherLog(
      COMMITTEE,
      records,
      lines.flatMap(({ receipts }: { receipts: never[] }) => receipts),
    );
    return { issuances: said.issuances as Issuance[], log, ids: records.map(({ id }: { id: string }) => id) };
  };
  const later = (hours: number) => {
    clock.now = new Date(clock.now.getTime() + hours * 3600_000);
  };
  return { ...world, vote, read, later };
}

await describeEachStore("issuance", (create) => {
  it("is signed beside each checkpoint, and tells of voters nobody said", async () => {
    const { one, ballot, target, vote, read, later } = await open(await create());
    await vote(1, "a@exemple.fr");
    const first = await read();
    expect(first.issuances).toMatchObject([{ size: 6, codes: 0, ballots: [{ ballot, L1: 1, L2: 0, L3: 0 }] }]);
    await vote(2, "b@exemple.fr");
    await vote(3, "c@autre.fr");
    later(25);
    const { issuances, log, ids } = await read();
    expect(issuances.map(({ size, ballots }) => [size, ballots[0].L1])).toEqual([
      [6, 1],
      [8, 3],
    ]);
    for (const one of issuances) expect(await readIssuance(one as never, createVerifier())).toEqual(one);
    await expect(readIssuance({ ...issuances[1], codes: 9 } as never, createVerifier())).rejects.toThrow(
      "bad_signature",
    );
    expect(checkIssuances(issuances, log, ids)).toEqual([]);
    expect((await one.inject(`/v1/issuance?space=${COMMITTEE}`)).statusCode).toBe(403);

    // Whoever holds the key of the relay makes up two voters.
    for (const signer of [BOB, EVE]) {
      const where = { space: COMMITTEE, ballot, subject: signer.key };
      const voucher = await signVoucher({ level: "L2", nullifier: signer.key }, where, RELAY);
      expect(await post(one, await writeSupport(signer, ballot, target, voucher))).toMatchObject([{ status: 201 }]);
    }
    later(25);
    const made = await read();
    expect(checkIssuances(made.issuances, made.log, made.ids)).toEqual([
      { kind: "unsaid", size: 10, ballot, level: "L2", said: 0, found: 2 },
    ]);
    // And cannot say later that there were fewer.
    const back = { ...made.issuances[2], size: 11, ballots: [{ ballot, L1: 2, L2: 2, L3: 0 }] };
    expect(checkIssuances([...made.issuances, back], made.log, made.ids)).toContainEqual({
      ...{ kind: "fewer", size: 11, ballot, level: "L1", said: 2, found: 3 },
    });
  });

  it("lets stewards see an hour, or a domain, that has most of the vouchers", async () => {
    const database = await create();
    const { ballot, vote, later, close } = await open(database);
    // 3 addresses elsewhere over 3 hours, then 12 of one domain within an hour: 12 of 15.
    for (let k = 0; k < 3; k++) {
      await vote(k, `a@autre${k}.fr`);
      later(1);
    }
    for (let k = 3; k < 15; k++) await vote(k, `a${k}@flood.fr`);
    stops.pop();
    await close();
    const store = await database.open();
    const counts = await store.countVoices(COMMITTEE);
    await store.close();
    const secret = await voucherSecret(RELAY);
    const sourceOf = (of: string) => hashAddress(readMailAddress("x@flood.fr"), of, secret).source;
    const busiest = { hour: "2026-01-02T03", vouchers: 12 };
    expect(assessVoices(counts, sourceOf)).toEqual([
      { ballot, level: "L1", vouchers: 15, busiest, largestDomain: 0.8, domain: 0.8, odd: ["burst", "one-domain"] },
    ]);
    expect(JSON.stringify(counts)).not.toContain("flood");
    // Ten are a meeting, not an anomaly.
    const few = counts.map((count) => ({ ...count, count: Math.min(count.count, 10) }));
    expect(assessVoices(few, null)).toMatchObject([{ vouchers: 13, odd: [] }]);
  });
});
