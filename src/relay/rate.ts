import { AnswerError } from "./answers.ts";

const MOST_CLIENTS = 10_000;

/** A bucket of tokens by client, refilled evenly: `most` at once, `perHour` in the long run. */
export class Rate {
  readonly #most: number;
  readonly #perSecond: number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(most: number, perHour: number) {
    this.#most = most;
    this.#perSecond = perHour / 3600;
  }

  /** Takes tokens at a time in seconds. Throws `rate`, its `where` the seconds to wait. */
  take(address: string, tokens: number, seconds: number): void {
    const client = clientOf(address);
    const bucket = this.#buckets.get(client) ?? { tokens: this.#most, at: seconds };
    // A clock may be put back.
    const filled = Math.min(this.#most, bucket.tokens + Math.max(0, seconds - bucket.at) * this.#perSecond);
    this.#buckets.delete(client);
    const isEnough = filled >= tokens;
    this.#buckets.set(client, { tokens: isEnough ? filled - tokens : filled, at: seconds });
    if (this.#buckets.size > MOST_CLIENTS) this.#buckets.delete(this.#buckets.keys().next().value!);
    if (!isEnough) throw new AnswerError("rate", String(Math.ceil((tokens - filled) / this.#perSecond)));
  }
}

/** An IPv6 subscriber has a whole /64. */
function clientOf(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [head, tail = ""] = address.split("::");
  const groups = head.split(":");
  const zeros = 8 - groups.length - (tail === "" ? 0 : tail.split(":").length);
  return [...groups, ...Array(Math.max(0, zeros)).fill("0")].slice(0, 4).join(":");
}
