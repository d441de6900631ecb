import type { ServerResponse } from "node:http";
import type { Store } from "./store.ts";
import { toWire } from "./wire.ts";

const PAGE = 500;
const MOST_UNREAD_BYTES = 4 * 1024 * 1024;
const HEARTBEAT_MILLISECONDS = 20_000;

/** Server-sent events of one space: each row is written out once for everybody who has caught up. */
export class Stream {
  readonly #store: Store;
  readonly #space: string;
  readonly #listeners = new Set<ServerResponse>();
  readonly #heartbeat: NodeJS.Timeout;
  #tail: number;

  constructor(store: Store, space: string) {
    this.#store = store;
    this.#space = space;
    this.#tail = store.lastSeq();
    this.#heartbeat = setInterval(() => this.#send(": still here\n\n"), HEARTBEAT_MILLISECONDS).unref();
  }

  /** Sends everything after an order, then what comes. Nothing is missed in between: all of it happens in one turn. */
  subscribe(response: ServerResponse, after: number): void {
    this.advance();
    for (let seq = after; seq < this.#tail; ) {
      const { text, last } = this.#read(seq);
      if (text === "" || !this.#write(response, text)) break;
      seq = last;
    }
    if (response.destroyed) return;
    this.#listeners.add(response);
    response.on("close", () => this.#listeners.delete(response));
  }

  /** Sends what was appended since. */
  advance(): void {
    for (;;) {
      const { text, last } = this.#read(this.#tail);
      if (text === "") break;
      this.#tail = last;
      this.#send(text);
    }
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const response of this.#listeners) response.end();
  }

  #read(after: number): { readonly text: string; readonly last: number } {
    const rows = this.#store.after(this.#space, after, PAGE);
    const events = rows.map((row) => `id: ${this.#store.epoch}.${row.seq}\ndata: ${JSON.stringify(toWire(row))}\n\n`);
    return { text: events.join(""), last: rows.at(-1)?.seq ?? after };
  }

  #send(text: string): void {
    for (const response of this.#listeners) this.#write(response, text);
  }

  /** A listener too slow to follow is cut: it comes back with its last event. */
  #write(response: ServerResponse, text: string): boolean {
    response.write(text);
    if (response.writableLength <= MOST_UNREAD_BYTES) return true;
    response.destroy();
    return false;
  }
}
