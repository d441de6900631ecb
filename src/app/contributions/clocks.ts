/** Milliseconds: relays take statements of five minutes ago, and the way to them takes some. */
const TOLERATED = 240_000;

/** How far the clocks of relays are from the one of this device, where that matters. */
export class Clocks {
  readonly #skews = new Map<string, number>();

  /** Milliseconds a relay is ahead; negative: behind. null: none is far off. */
  get skew(): number | null {
    return Array.from(this.#skews.values()).at(0) ?? null;
  }

  /** Keeps the instant a relay says it is; what is none says nothing. */
  compare(here: Date, relay: string, there: unknown): void {
    const skew = Date.parse(String(there)) - here.getTime();
    if (Math.abs(skew) > TOLERATED) this.#skews.set(relay, skew);
    else this.#skews.delete(relay);
  }

  /** An instant here, to the second, as a relay would tell it. */
  instant(here: Date, relay: string | null): string {
    const skew = this.#skews.get(relay ?? "") ?? 0;
    return `${new Date(here.getTime() + skew).toISOString().slice(0, 19)}Z`;
  }
}
