import { expect, it } from "vitest";
import { openPostgresStore } from "../../../src/relay/postgres-store.ts";
import { SCHEMA_STEPS } from "../../../src/relay/schema.ts";
import { openSqliteFile } from "../../../src/relay/sqlite-file.ts";
import { ANNE, BOB, COMMITTEE, EVE, openRelay, post, write, writeGenesis, writeGrant } from "../open-relay.ts";
import { query } from "../postgres.ts";
import { type Database, describeEachStore } from "./each-store.ts";

const OPEN = { question: "Où ?", options: ["Redon"], opens: "2026-01-01", closes: "2026-01-31", quorum: 1 };

/** A database as it was before levels, with one voucher of a paper code. */
async function openOld({ name, option }: Database, ballot: string): Promise<void> {
  const old = SCHEMA_STEPS.slice(0, 1);
  const add = `insert into nullifier values ('${EVE.key}', '${ballot}', '${BOB.key}')`;
  if (name === "sqlite") {
    const { db, release } = openSqliteFile(option.slice("sqlite:".length), false, old);
    db.exec(add);
    release();
  } else {
    await (await openPostgresStore(option, old)).close();
    await query(option, add);
  }
}

await describeEachStore("an older database", (create) => {
  it("takes the new tables; vouchers given before are of paper codes, and stay who they were", async () => {
    const database = await create();
    const ballot = await write(ANNE, "consultation", OPEN, COMMITTEE);
    await openOld(database, ballot.id);
    const app = await openRelay(await database.open());
    await post(app, await writeGenesis(COMMITTEE), await writeGrant(ANNE, "member", COMMITTEE), ballot);
    await app.close();
    const store = await database.open();
    const voice = { nullifier: EVE.key, ballot: ballot.id, subject: EVE.key, source: "", hour: "2026-01-02T00" };
    expect(await store.takeNullifier({ ...voice, level: "L1" })).toBe(BOB.key);
    expect(await store.takeNullifier({ ...voice, nullifier: ANNE.key, level: "L1" })).toBe(EVE.key);
    const levels = (await store.countVoices(COMMITTEE)).map(({ level, hour, count }) => [level, hour, count]);
    expect(levels).toEqual([
      ["L1", "2026-01-02T00", 1],
      ["L3", "", 1],
    ]);
    await store.close();
  });
});
