import { readFileSync } from "node:fs";
import { Writable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { expect } from "vitest";
import { foldLog } from "../../src/core/contributions/fold.ts";
import { readRecord, type Signer } from "../../src/core/contributions/record.ts";
import { gatherLog } from "../../src/core/contributions/record-log.ts";
import { type Receipt, signAsking, signClaim, type Voucher } from "../../src/core/contributions/statement.ts";
import type { RelayOptions } from "../../src/relay/relay.ts";
import { TREE } from "../core/contributions/world.ts";
import type { Database } from "./conformance/each-store.ts";
import { ANNE, askToRead, COMMITTEE, openRelay, post, ROOT, write, writeGenesis, writeGrant } from "./open-relay.ts";
import { query } from "./postgres.ts";

const OPEN = { question: "Où ?", options: ["Redon"], opens: "2026-01-01", closes: "2026-01-31", quorum: 1 };

/** Two relays of one database (the same twice on SQLite) with two open consultations and a proposal, and their clock. */
export async function openBallots(database: Database, options: Partial<RelayOptions>) {
  const clock = { now: new Date("2026-01-02T00:00:00Z") };
  const all = { ...options, now: () => clock.now };
  const one = await openRelay(await database.open(), all);
  const two = database.name === "sqlite" ? one : await openRelay(await database.open(), all);
  await post(one, await writeGenesis(COMMITTEE), await writeGrant(ANNE, "member", COMMITTEE), await writeGenesis());
  const [first, second] = await Promise.all([1, 2].map(() => write(ANNE, "consultation", OPEN, COMMITTEE)));
  const proposal = await write(ANNE, "proposal", { title: "Un bus", text: "Le mardi" }, COMMITTEE);
  const posted = await post(two, first, second, proposal);
  expect(posted.map(({ status }) => status)).toEqual([201, 201, 201]);
  const close = async () => {
    await one.close();
    if (two !== one) await two.close();
  };
  return { one, two, ballot: first.id, other: second.id, target: proposal.id, clock, close };
}

const instant = (clock: { readonly now: Date }) => `${clock.now.toISOString().slice(0, 19)}Z`;

export function askFor(signer: Signer, ballot: string, clock: { readonly now: Date }, space = COMMITTEE) {
  return signAsking({ space, ballot, rts: instant(clock) }, signer);
}

/** Brings a code for a key: status, reason, voucher. */
export async function claim(
  app: FastifyInstance,
  code: string,
  ballot: string,
  signer: Signer,
  clock: { readonly now: Date },
  space = COMMITTEE,
) {
  const payload = await signClaim({ space, ballot, code, rts: instant(clock) }, signer);
  const answer = await app.inject({ method: "POST", url: "/v1/claims", payload });
  const { code: reason, where, voucher } = answer.json() as { code?: string; where?: string; voucher?: Voucher };
  return { status: answer.statusCode, reason, where, voucher };
}

export const writeSupport = (signer: Signer, ballot: string, target: string, voucher: Voucher | undefined) =>
  write(signer, "support", { ballot, target, value: true, ...(voucher && { voucher: { ...voucher } }) }, COMMITTEE);

/** Tallies of the committee, from what a relay gives its founder. */
export async function countSupports(app: FastifyInstance) {
  const headers = await askToRead(ROOT, COMMITTEE);
  const lines = (await app.inject({ url: `/v1/records?space=${COMMITTEE}`, headers })).json().records;
  const records = lines.map(({ receipts: _, ...record }: Record<string, never>) => readRecord(record));
  const receipts = lines.flatMap((line: { receipts: Receipt[] }) => line.receipts);
  const log = gatherLog(COMMITTEE, records, receipts);
  return foldLog({ log, genesis: records[0].id, territories: TREE, asOf: "2026-03-01" }).supports;
}

/** Everything a database holds, as text. */
export async function dump({ name, option }: Database): Promise<string> {
  if (name === "sqlite") {
    const file = option.slice("sqlite:".length);
    return [file, `${file}-wal`].map((one) => readFileSync(one, "latin1")).join("");
  }
  const tables = await query(option, "select tablename from pg_tables where schemaname = 'public'");
  const rows = await Promise.all(tables.map(({ tablename }) => query(option, `select * from ${tablename}`)));
  return JSON.stringify(rows);
}

/** A log a relay writes into, and its lines. */
export function keepLog() {
  const said: string[] = [];
  const log = new Writable({
    write: (chunk, _, done) => {
      said.push(String(chunk));
      done();
    },
  });
  return { said, log };
}
