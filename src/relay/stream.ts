import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Reader, Row } from "./store.ts";
import { toWire } from "./wire.ts";

const PAGE = 500;
const MOST_UNREAD_BYTES = 4 * 1024 * 1024;
const MOST_UNREAD_MILLISECONDS = 60_000;
const HEARTBEAT_MILLISECONDS = 20_000;

type Log = Pick<Reader, "after"> & { readonly epoch: string };

/** Server-sent events of one space: each row is written out once for everybody who has caught up. */
export class Stream {
  readonly #log: Log;
  readonly #space: string;
  readonly #listeners = new Set<ServerResponse>();
  readonly #behind = new Set<ServerResponse>();
  readonly #heartbeat: NodeJS.Timeout;
  #tail: number;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #isOver = false;

  /** `tail`: the last order at the start; what is before it is read by whoever asks. */
  constructor(log: Log, space: string, tail: number) {
    this.#log = log;
    this.#space = space;
    this.#tail = tail;
    this.#heartbeat = setInterval(() => this.#send(": still here\n\n"), HEARTBEAT_MILLISECONDS).unref();
  }

  /** Sends everything after an order, then what comes. Who has caught up joins in the turn that finds so: nothing is missed. */
  async subscribe(response: ServerResponse, after: number): Promise<void> {
    this.#behind.add(response);
    response.on("close", () => {
      this.#behind.delete(response);
      this.#listeners.delete(response);
    });
    await this.advance();
    for (let seq = after; seq < this.#tail; ) {
      const rows = await this.#log.after(this.#space, seq, PAGE);
      const told = rows.filter((row) => row.seq <= this.#tail);
      if (told.length === 0) break;
      seq = told[told.length - 1].seq;
      if (this.#isOver || !(await this.#writePatiently(response, this.#format(told)))) return;
    }
    this.#behind.delete(response);
    if (!response.destroyed && !this.#isOver) this.#listeners.add(response);
  }

  /** Sends what was appended since; resolves once everything that was there when it was called is sent. */
  advance(): Promise<void> {
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        this.#running = this.#advanceOnce();
        return this.#running;
      });
    return this.#next;
  }

  get size(): number {
    return this.#listeners.size + this.#behind.size;
  }

  close(): void {
    this.#isOver = true;
    clearInterval(this.#heartbeat);
    for (const response of this.#listeners) response.end();
    for (const response of this.#behind) response.end();
  }

  async #advanceOnce(): Promise<void> {
    for (;;) {
      const rows = await this.#log.after(this.#space, this.#tail, PAGE);
      if (rows.length === 0) return;
      this.#tail = rows[rows.length - 1].seq;
      this.#send(this.#format(rows));
    }
  }

  #format(rows: readonly Row[]): string {
    const events = rows.map((row) => `id: ${this.#log.epoch}.${row.seq}\ndata: ${JSON.stringify(toWire(row))}\n\n`);
    return events.join("");
  }

  /** A listener too slow to follow is cut: it comes back with its last event. */
  #send(text: string): void {
    for (const response of this.#listeners) {
      response.write(text);
      if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    }
  }

  /** One page at a time to who catches up; false once they hung up, or read nothing for a minute. */
  async #writePatiently(response: ServerResponse, text: string): Promise<boolean> {
    if (response.destroyed) return false;
    if (response.write(text)) return true;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), MOST_UNREAD_MILLISECONDS).unref();
    const { signal } = patience;
    await Promise.race([once(response, "drain", { signal }), once(response, "close", { signal })]).catch(
      () => undefined,
    );
    clearTimeout(timer);
    patience.abort();
    if (response.writableNeedDrain) response.destroy();
    return !response.destroyed;
  }
}
