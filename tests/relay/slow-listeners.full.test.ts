import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Row } from "../../src/relay/store.ts";
import { Stream } from "../../src/relay/stream.ts";
import { listen } from "./listen.ts";

const MEBIBYTE = 1024 * 1024;
/** What a page of 500 rows of 16 kB comes to, and a little. */
const PAGE_BYTES = 9 * MEBIBYTE;
const servers: { close(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A stream over a log in memory, of rows as large as they may be, to real sockets. */
async function openStream() {
  const rows: Row[] = [];
  const grow = (count: number) => {
    for (let k = 0; k < count; k++) {
      const record = { id: String(rows.length + 1), hdr: {}, sig: "", body: { text: "x".repeat(16_000) } };
      rows.push({ seq: rows.length + 1, record, receipt: {}, isPurged: false } as unknown as Row);
    }
  };
  const after = async (_: string, seq: number, limit: number) => rows.slice(seq, seq + limit);
  const stream = new Stream({ epoch: "e", after }, "public", 0);
  const responses: ServerResponse[] = [];
  const server = createServer((_, response) => {
    responses.push(response);
    response.writeHead(200, { "content-type": "text/event-stream" });
    void stream.subscribe(response, 0);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  servers.push({
    close: () => {
      stream.close();
      server.closeAllConnections();
      server.close();
    },
  });
  const { port } = server.address() as { port: number };
  /** Somebody who asks, and then reads nothing. */
  const sleep = async () => {
    const socket = connect(port, "127.0.0.1").on("error", () => undefined);
    await once(socket, "connect");
    socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
    await once(socket, "readable");
    return socket.pause();
  };
  return { rows, grow, stream, responses, url: `http://127.0.0.1:${port}/`, sleep };
}

describe("a stream", () => {
  it("cuts who does not read, keeps little for them, and goes on for the others", async () => {
    const { rows, grow, stream, responses, url, sleep } = await openStream();
    grow(1);
    await sleep();
    const [sleeper] = responses;
    const heard = listen(url, 1601);
    await expect.poll(() => responses.length).toBe(2);
    let most = 0;
    for (let k = 0; k < 80; k++) {
      grow(20);
      await stream.advance();
      most = Math.max(most, sleeper.writableLength);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(rows).toHaveLength(1601);
    expect(sleeper.destroyed).toBe(true);
    expect(most).toBeLessThan(5 * MEBIBYTE);
    expect((await heard).map(({ cursor }) => cursor)).toEqual(rows.map(({ seq }) => `e.${seq}`));
  });

  it("holds one page at a time for who comes late and reads slowly, and gives them all in the end", async () => {
    const { grow, responses, sleep } = await openStream();
    grow(2500);
    const socket = await sleep();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(responses[0].writableLength).toBeGreaterThan(0);
    expect(responses[0].writableLength).toBeLessThan(PAGE_BYTES);
    let bytes = 0;
    let tail = "";
    socket.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      tail = (tail + chunk.toString("latin1")).slice(-20_000);
    });
    socket.resume();
    await expect.poll(() => tail.includes("id: e.2500\n"), { timeout: 20_000 }).toBe(true);
    expect(bytes).toBeGreaterThan(2500 * 16_000);
    expect(responses[0].destroyed).toBe(false);
    socket.destroy();
  });
});
