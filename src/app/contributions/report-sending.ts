import type { KeptReport } from "../../platform/browser/record-store.ts";
import type { Board } from "./board.ts";
import type { Desk } from "./desk.ts";
import { ExchangeError } from "./exchange-error.ts";
import { Relay } from "./relay.ts";
import { assertAllowedHere } from "./relay-address.ts";
import { addressOf, drawAddress, takeBack } from "./report-address.ts";
import type { Reports } from "./reports.ts";
import { Retries } from "./retries.ts";
import { LONGEST_PAUSE } from "./retry-after.ts";

/** Nothing is decided by these, nor by 5xx. */
const LATER = new Set([408, 425, 429]);
const PAUSE = "report-pause";

/** Brings reports to the relay their author chose, and to no other, once each: as soon as it can be, whatever the network does. */
export class ReportSending {
  readonly #desk: Desk;
  readonly #reports: Reports;
  readonly #retries: Retries;
  /** Milliseconds of the clock before which a relay asked not to be sent anything. */
  #pause: { readonly relay: string; readonly until: number } | null = null;

  constructor(desk: Desk, reports: Reports) {
    this.#desk = desk;
    this.#reports = reports;
    this.#retries = new Retries({
      isWaiting: () => this.#leaving().length > 0 || this.#returning().length > 0,
      attempt: () => this.alone(() => this.#attempt()),
      wait: () => this.#wait(),
    });
    desk.board.subscribe(() => this.#retries.tend());
  }

  /** This tab is the one that tries again by itself. */
  lead(): void {
    this.#retries.persist();
  }

  /** Tries now, unless the relay asked to wait. */
  async now(): Promise<void> {
    await this.#recallPause();
    await this.#retries.now();
  }

  /** Runs a work while no report leaves from any tab, on what the others have written. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#desk.means.tabs.exclusive(async () => {
      await this.#desk.exclusive(async () => undefined);
      return work();
    }, "reports");
  }

  async #attempt(): Promise<void> {
    await this.#recallPause();
    if (this.#wait() > 0) return;
    this.#say(null);
    await this.#postponing(async () => {
      for (const { id } of this.#leaving()) {
        const relay = this.#desk.reportRelay;
        if (relay !== null) await this.#send(this.#reports.find(id), relay);
      }
    });
    await this.#postponing(async () => {
      for (const report of this.#returning()) await this.#takeBack(report);
    });
  }

  async #postponing(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      await this.#postpone(error);
    }
  }

  async #send(report: KeptReport, relay: string): Promise<void> {
    assertAllowedHere(relay);
    const before = report.tried?.find((one) => one.relay === relay);
    const here = before ?? drawAddress(relay);
    const known = report.tried ?? [];
    const tried = { ...report, tried: before ? known : [...known, here] };
    if (!before) await this.#reports.put(tried);
    const sent = addressOf(here);
    const body = JSON.stringify({ ...(report.body as object), consent: true, secret: sent.secret });
    const headers = { "content-type": "application/json" };
    try {
      const said = await this.#relay(relay).ask("/v1/reports", { method: "POST", headers, body });
      if ((said as { id?: unknown } | null)?.id !== sent.id) throw new ExchangeError("not_a_relay", relay);
      await this.#reports.put({ ...tried, state: "received", reason: null, relay, sent });
    } catch (error) {
      if (!(error instanceof ExchangeError) || !isFinal(error)) throw error;
      await this.#reports.put({
        ...tried,
        state: "refused",
        reason: error.code === "not_found" ? "no_intake" : error.code,
        relay,
      });
    }
  }

  async #takeBack(report: KeptReport): Promise<void> {
    for (const one of report.tried ?? []) await takeBack(this.#relay(one.relay), addressOf(one));
    await this.#reports.put({ ...report, tried: [] });
  }

  /** Oldest first. */
  #leaving(): readonly KeptReport[] {
    if (this.#desk.reportRelay === null) return [];
    return this.#desk.reports.filter(({ state, sent }) => state === "waiting" && sent === null).reverse();
  }

  /** Withdrawn without a network, perhaps received before that. */
  #returning(): readonly KeptReport[] {
    return this.#desk.reports.filter(({ state, tried = [] }) => state === "withdrawn" && tried.length > 0);
  }

  #wait(): number {
    if (this.#pause === null || this.#pause.relay !== this.#desk.reportRelay) return 0;
    const left = this.#pause.until - this.#desk.means.now().getTime();
    // A clock put back would make it wait for ever.
    return left > LONGEST_PAUSE ? 0 : Math.max(0, left);
  }

  /** What the relay asked of another tab, or of this browser before. */
  async #recallPause(): Promise<void> {
    const kept = await this.#desk.store.setting(PAUSE);
    const [until, relay] = String(kept ?? "").split(" ");
    this.#pause = relay === undefined ? null : { relay, until: Number(until) };
  }

  async #postpone({ code, wait }: ExchangeError): Promise<void> {
    const relay = this.#desk.reportRelay;
    const until = this.#desk.means.now().getTime() + wait;
    const isAsked = wait > 0 && relay !== null;
    if (isAsked) {
      this.#pause = { relay, until };
      await this.#desk.store.write({ settings: { put: [{ name: PAUSE, value: `${until} ${relay}` }] } });
    }
    this.#say({ code, notBefore: isAsked ? new Date(until).toISOString() : null });
  }

  #say(problem: Board["reportProblem"]): void {
    this.#desk.board.setState({ reportProblem: problem });
  }

  #relay(address: string): Relay {
    return new Relay(address, this.#desk.means.fetch, async () => null);
  }
}

/** Whether a relay has decided: asked again, it says the same. What only stands in its place decides nothing. */
function isFinal({ code, status }: ExchangeError): boolean {
  return code !== "not_a_relay" && status !== null && status >= 400 && status < 500 && !LATER.has(status);
}
