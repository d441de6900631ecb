import { canonicalise, type Json } from "../../core/contributions/canonical.ts";
import * as is from "../../core/contributions/checks.ts";
import type { SignedRecord } from "../../core/contributions/record.ts";
import { ExchangeError } from "./exchange-error.ts";
import { assertAllowedHere } from "./relay-address.ts";
import { readRetryAfter } from "./retry-after.ts";
import { readEvents, type StreamEvent } from "./server-events.ts";

export interface RelayInfo {
  readonly relayKey: string;
  readonly epoch: string;
  readonly spaces: readonly string[];
  readonly territories: string;
  /** Its clock; absent from older relays. */
  readonly now?: unknown;
  /** Absent from older relays. */
  readonly verification?: { readonly mail?: unknown; readonly signIn?: unknown };
}

/** What a relay says of one record it was sent. */
export interface Answer {
  readonly id: string | null;
  readonly status: number;
  readonly code?: string;
  readonly where?: string;
  readonly receipt?: unknown;
}

export interface Page {
  readonly rows: readonly unknown[];
  readonly next: string;
  readonly more: boolean;
}

const ANSWER_MILLISECONDS = 30_000;
const MOST_ANSWER_TEXT = 32 * 1024 * 1024;

/** Speaks the protocol of relays; `authorise` signs the reading of spaces that are not public. */
export class Relay {
  readonly #address: string;
  readonly #fetch: typeof fetch;
  readonly #authorise: (space: string) => Promise<string | null>;

  constructor(address: string, fetcher: typeof fetch, authorise: (space: string) => Promise<string | null>) {
    this.#address = address;
    this.#fetch = fetcher;
    this.#authorise = authorise;
  }

  async info(): Promise<RelayInfo> {
    const info = (await this.ask("/v1/info")) as Partial<RelayInfo> | null;
    const isRelay = is.strongKey((info?.relayKey ?? null) as Json) && Array.isArray(info?.spaces);
    if (!isRelay || typeof info?.epoch !== "string") throw new ExchangeError("not_a_relay", this.#address);
    return info as RelayInfo;
  }

  /** At most 200 records, in their order. */
  async post(records: readonly SignedRecord[]): Promise<readonly Answer[]> {
    const body = records.map((record) => `${canonicalise(record as unknown as Json)}\n`).join("");
    const headers = { "content-type": "application/x-ndjson" };
    const answer = (await this.ask("/v1/records", { method: "POST", headers, body })) as { results?: unknown } | null;
    if (!Array.isArray(answer?.results)) throw new ExchangeError("not_a_relay", this.#address);
    return answer.results as readonly Answer[];
  }

  async page(space: string, after: string | null): Promise<Page> {
    const answer = (await this.#read("/v1/records", space, { after: after ?? "" })) as Record<string, unknown> | null;
    const isPage = Array.isArray(answer?.records) && typeof answer.next === "string";
    if (!isPage) throw new ExchangeError("not_a_relay", this.#address);
    return { rows: answer.records as unknown[], next: String(answer.next), more: answer.more === true };
  }

  checkpoint(space: string): Promise<unknown> {
    return this.#read("/v1/checkpoint", space, {});
  }

  /** Calls `hear` with what comes, until the relay or the signal ends it. */
  async stream(
    space: string,
    after: string,
    signal: AbortSignal,
    hear: (events: readonly StreamEvent[]) => Promise<void>,
  ): Promise<void> {
    const query = new URLSearchParams({ space, after });
    const response = await this.#send(`/v1/stream?${query}`, { headers: await this.#headers(space), signal });
    if (!response.body) throw new ExchangeError("not_a_relay", this.#address);
    await readEvents(response.body, hear);
  }

  /** Any answer in JSON; null when it has none. Throws what the relay refuses. */
  async ask(path: string, init: RequestInit = {}): Promise<unknown> {
    const response = await this.#send(path, { ...init, signal: AbortSignal.timeout(ANSWER_MILLISECONDS) });
    const text = await response.text().catch(() => {
      throw new ExchangeError("unreachable", this.#address);
    });
    if (text.length > MOST_ANSWER_TEXT) throw new ExchangeError("not_a_relay", this.#address);
    return text === "" ? null : parse(text, this.#address);
  }

  async #read(path: string, space: string, query: Record<string, string>): Promise<unknown> {
    const asked = new URLSearchParams({ space, ...query });
    return this.ask(`${path}?${asked}`, { headers: await this.#headers(space) });
  }

  async #headers(space: string): Promise<Record<string, string>> {
    if (space === "public") return {};
    const signed = await this.#authorise(space);
    return signed === null ? {} : { authorization: `Oasis ${signed}` };
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    assertAllowedHere(this.#address);
    const asked = { ...init, credentials: "omit", redirect: "error", referrerPolicy: "no-referrer" } as const;
    const response = await this.#fetch(`${this.#address}${path}`, asked).catch(() => {
      throw new ExchangeError("unreachable", this.#address);
    });
    if (response.ok) return response;
    const text = await response.text().catch(() => "");
    const asks = response.headers.get("retry-after") ?? "";
    const answered = { status: response.status, wait: readRetryAfter(asks, Date.now()) };
    const said = readRefusal(text);
    if (typeof said?.code !== "string") throw new ExchangeError("not_a_relay", this.#address, answered);
    throw new ExchangeError(said.code, said.code === "rate" ? asks : String(said.where ?? ""), answered);
  }
}

/** null: whoever refuses is no relay, but something on the way to it. */
function readRefusal(text: string): { readonly code?: unknown; readonly where?: unknown } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function parse(text: string, address: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ExchangeError("not_a_relay", address);
  }
}
