import { describe, expect, it } from "vitest";
import { type Heard, listen } from "./listen.ts";
import { BOB, openPeopledRelay, post, writeProposal } from "./open-relay.ts";

const LISTENERS = process.env.OASIS_FULL === "1" ? 1000 : 200;

describe("GET /v1/stream", () => {
  it("gives what was, then what comes, each once, through cuts and resumptions", async () => {
    const app = await openPeopledRelay();
    const url = `${await app.listen({ port: 0, host: "127.0.0.1" })}/v1/stream?space=public`;
    const written: string[] = [];
    const append = async (count: number) => {
      for (let k = 0; k < count; k++) {
        const record = await writeProposal(BOB, `n° ${written.length}`);
        written.push(record.id);
        await post(app, record);
      }
    };
    await append(5);
    const steady = listen(url, 47);
    const heard: Heard[] = [];
    for (const cut of [3, 9, 4, 12, 1]) {
      const last = heard.at(-1)?.cursor;
      const listening = listen(url, cut, last === undefined ? {} : { "last-event-id": last });
      await append(8);
      heard.push(...(await listening).slice(0, cut));
    }
    const rest = await listen(url, 47 - heard.length, { "last-event-id": heard.at(-1)!.cursor });
    const all = [...heard, ...rest].map(({ id }) => id);
    expect(all.slice(2)).toEqual(written);
    expect(new Set(all).size).toBe(47);
    expect((await steady).map(({ id }) => id)).toEqual(all);
    const wrong = await fetch(url, { headers: { "last-event-id": "other.3" } });
    expect(wrong.status).toBe(410);
    await app.close();
  });

  it(`sends the same to ${LISTENERS} listeners`, { timeout: 300_000 }, async () => {
    const app = await openPeopledRelay();
    const url = `${await app.listen({ port: 0, host: "127.0.0.1" })}/v1/stream?space=public`;
    const listeners = Array.from({ length: LISTENERS }, () => listen(url, 12));
    const records = await Promise.all(Array.from({ length: 10 }, (_, k) => writeProposal(BOB, `n° ${k}`)));
    for (const record of records) await post(app, record);
    const heard = await Promise.all(listeners);
    for (const events of heard) expect(events.slice(2).map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    await app.close();
  });
});
