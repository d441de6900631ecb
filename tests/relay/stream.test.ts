import { describe, expect, it } from "vitest";
import { BOB, openPeopledRelay, post, writeProposal } from "./open-relay.ts";

/** Reads events until `count` have come, then hangs up. */
async function listen(url: string, count: number, headers: Record<string, string> = {}) {
  const abort = new AbortController();
  const answer = await fetch(url, { headers, signal: abort.signal });
  const events: { cursor: string; id: string }[] = [];
  let text = "";
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split("\n\n");
    text = blocks.pop()!;
    for (const block of blocks) {
      const cursor = /^id: (.+)$/m.exec(block)?.[1];
      const data = /^data: (.+)$/m.exec(block)?.[1];
      if (cursor !== undefined && data !== undefined) events.push({ cursor, id: JSON.parse(data).id });
    }
    if (events.length >= count) break;
  }
  abort.abort();
  return events;
}

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
    const heard: { cursor: string; id: string }[] = [];
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

  it("sends the same to two hundred listeners", async () => {
    const app = await openPeopledRelay();
    const url = `${await app.listen({ port: 0, host: "127.0.0.1" })}/v1/stream?space=public`;
    const listeners = Array.from({ length: 200 }, () => listen(url, 12));
    const records = await Promise.all(Array.from({ length: 10 }, (_, k) => writeProposal(BOB, `n° ${k}`)));
    for (const record of records) await post(app, record);
    const heard = await Promise.all(listeners);
    for (const events of heard) expect(events.slice(2).map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    await app.close();
  });
});
