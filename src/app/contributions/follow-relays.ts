import type { Desk } from "./desk.ts";
import type { Exchange } from "./exchange.ts";
import { ExchangeError } from "./exchange-error.ts";
import type { Spaces } from "./spaces.ts";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
const AGAIN_MILLISECONDS = 5000;
/** Nothing changes by asking again soon. */
const HOPELESS = new Set(["not_allowed_here", "not_a_relay", "other_sequencer", "not_found", "no_grant"]);

interface Runner {
  readonly relay: string;
  readonly stop: AbortController;
  wake: () => void;
  isSending: boolean;
}

/** Keeps every connected space in step with its relay: in one tab alone, from the connection on, through absences of network. */
export class Follower {
  readonly #desk: Desk;
  readonly #spaces: Spaces;
  readonly #exchange: Exchange;
  readonly #runners = new Map<string, Runner>();

  constructor(desk: Desk, spaces: Spaces, exchange: Exchange) {
    this.#desk = desk;
    this.#spaces = spaces;
    this.#exchange = exchange;
  }

  /** This tab is the one that speaks with relays. */
  lead(): void {
    this.#desk.board.subscribe(() => this.#tend());
    this.#tend();
    globalThis.addEventListener?.("online", () => {
      for (const runner of this.#runners.values()) runner.wake();
    });
  }

  /** Now, and says what came of it; whether this tab leads or not. */
  async sync(space: string): Promise<void> {
    this.#say(space, "syncing", null);
    try {
      await this.#exchange.retry(space);
      await this.#exchange.round(space);
      this.#say(space, "live", null);
    } catch (error) {
      this.#say(space, "offline", codeOf(error));
      throw error;
    }
    this.#runners.get(space)?.wake();
  }

  #tend(): void {
    for (const [space, runner] of this.#runners) {
      if (this.#desk.held.get(space)?.kept.relay === runner.relay) continue;
      runner.stop.abort();
      this.#runners.delete(space);
    }
    for (const { kept, sendings } of this.#desk.held.values()) {
      const { space, relay } = kept;
      if (relay === null) continue;
      const runner = this.#runners.get(space);
      if (!runner) this.#run(space, relay);
      else if (sendings.some(({ code }) => code === null)) void this.#send(space, runner);
    }
  }

  #run(space: string, relay: string): void {
    const runner: Runner = { relay, stop: new AbortController(), wake: () => undefined, isSending: false };
    this.#runners.set(space, runner);
    void this.#follow(space, runner);
  }

  async #follow(space: string, runner: Runner): Promise<void> {
    const { signal } = runner.stop;
    for (let failures = 0; !signal.aborted; ) {
      let isHopeless = false;
      try {
        runner.isSending = true;
        await this.#exchange.round(space).finally(() => {
          runner.isSending = false;
        });
        if (signal.aborted) return;
        this.#say(space, "live", null);
        failures = 0;
        await this.#listen(space, runner);
      } catch (error) {
        if (signal.aborted || !this.#desk.held.has(space)) return;
        isHopeless = HOPELESS.has(codeOf(error));
        this.#say(space, "offline", codeOf(error));
      }
      failures++;
      const wait = isHopeless ? LONGEST_WAIT : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1));
      await pause(wait * (0.5 + Math.random() / 2), runner);
    }
  }

  async #listen(space: string, runner: Runner): Promise<void> {
    const { cursor } = this.#spaces.find(space).kept;
    const relay = this.#exchange.relay(runner.relay);
    if (this.#spaces.find(space).sendings.some(({ code }) => code === null)) void this.#send(space, runner);
    await relay.stream(space, cursor ?? "", runner.stop.signal, async (events) => {
      const rows = events.map(({ data }) => JSON.parse(data) as unknown);
      await this.#exchange.take(space, rows, events[events.length - 1].id);
    });
  }

  async #send(space: string, runner: Runner): Promise<void> {
    if (runner.isSending) return;
    runner.isSending = true;
    try {
      await this.#exchange.push(space, this.#exchange.relay(runner.relay));
    } catch (error) {
      this.#say(space, "offline", codeOf(error));
      await pause(AGAIN_MILLISECONDS, runner);
    } finally {
      runner.isSending = false;
    }
    if (!runner.stop.signal.aborted) this.#tend();
  }

  #say(space: string, exchange: "syncing" | "live" | "offline", problem: string | null): void {
    const held = this.#desk.held.get(space);
    if (!held || (held.exchange === exchange && held.problem === problem)) return;
    this.#desk.change({ ...held, exchange, problem });
  }
}

function codeOf(error: unknown): string {
  return error instanceof ExchangeError ? error.code : "error";
}

/** Until the time has passed, or the network comes back, or the space is left. */
function pause(milliseconds: number, runner: Runner): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      runner.stop.signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    (timer as { unref?: () => void }).unref?.();
    runner.stop.signal.addEventListener("abort", end);
    runner.wake = end;
  });
}
