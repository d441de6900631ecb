import { cleanText } from "../../core/contributions/privacy/clean-text.ts";
import { screenText } from "../../core/contributions/privacy/screen-text.ts";
import { FailureError } from "../../core/failure.ts";
import type { KeptReport } from "../../platform/browser/record-store.ts";
import type { Desk } from "./desk.ts";
import { ExchangeError } from "./exchange-error.ts";
import { Relay } from "./relay.ts";
import { readRelayAddress } from "./relay-address.ts";
import type { Reports } from "./reports.ts";

/** Asked again later: nothing was decided. */
const LATER = new Set(["unreachable", "busy", "rate", "error", "not_allowed_here", "not_a_relay"]);
/** How states of the intake are told to their author. */
const STATES: Readonly<Record<string, string>> = {
  received: "received",
  appealed: "received",
  published: "published",
  rejected: "rejected",
  duplicate: "rejected",
};

/** Reports and the relay that takes them in. */
export class ReportExchange {
  readonly #desk: Desk;
  readonly #reports: Reports;
  #sending: Promise<void> | null = null;

  constructor(desk: Desk, reports: Reports) {
    this.#desk = desk;
    this.#reports = reports;
  }

  async choose(address: string | null): Promise<void> {
    await this.#reports.chooseRelay(address === null ? null : readRelayAddress(address));
    await this.send();
  }

  /** Sends what waits, when a relay was chosen; what cannot leave now waits on. */
  send(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async withdraw(id: string): Promise<void> {
    const report = this.#reports.find(id);
    if (report.sent !== null) {
      const { path, headers } = reach(report);
      await this.#relayOf(report)
        .ask(path, { method: "DELETE", headers })
        .catch((error: unknown) => {
          // Already gone there.
          if (!(error instanceof ExchangeError) || error.code !== "not_found") throw error;
        });
    }
    const { text: _, ...body } = report.body as Record<string, unknown>;
    await this.#reports.put({ ...report, body, state: "withdrawn", reason: null });
  }

  /** Throws `personal_data` as a report does. */
  async appeal(id: string, text: string): Promise<void> {
    const report = this.#reports.find(id);
    const reason = cleanText(text);
    const kinds = new Set(screenText(reason).map(({ kind }) => kind));
    if (kinds.size > 0) throw new ExchangeError("personal_data", Array.from(kinds).join(" "));
    const { path, headers } = reach(report);
    const body = JSON.stringify({ reason });
    const json = { ...headers, "content-type": "application/json" };
    await this.#relayOf(report).ask(`${path}/appeal`, { method: "POST", headers: json, body });
    await this.#refresh(report);
  }

  async refresh(): Promise<void> {
    await this.send();
    const followed = this.#desk.reports.filter(({ sent, state }) => sent !== null && state !== "withdrawn");
    const failures: unknown[] = [];
    for (const report of followed) await this.#refresh(report).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  async #refresh(report: KeptReport): Promise<void> {
    const { path, headers } = reach(report);
    const said = (await this.#relayOf(report).ask(path, { headers })) as { state?: unknown; reason?: unknown } | null;
    const state = STATES[String(said?.state)];
    if (state === undefined) throw new ExchangeError("not_a_relay", report.relay ?? "");
    const reason = typeof said?.reason === "string" ? said.reason : null;
    await this.#reports.put({ ...report, state, reason });
  }

  async #sendAll(): Promise<void> {
    const address = this.#desk.reportRelay;
    if (address === null) return;
    const waiting = this.#desk.reports.filter(({ state, sent }) => state === "waiting" && sent === null);
    for (const report of [...waiting].reverse()) {
      try {
        const body = JSON.stringify({ ...(report.body as object), consent: true });
        const headers = { "content-type": "application/json" };
        const said = (await this.#relay(address).ask("/v1/reports", { method: "POST", headers, body })) as {
          id?: unknown;
          secret?: unknown;
        } | null;
        if (typeof said?.id !== "string" || typeof said.secret !== "string") {
          throw new ExchangeError("not_a_relay", address);
        }
        const sent = { id: said.id, secret: said.secret };
        await this.#reports.put({ ...report, state: "received", reason: null, relay: address, sent });
      } catch (error) {
        if (!(error instanceof ExchangeError)) throw error;
        if (LATER.has(error.code)) return;
        await this.#reports.put({ ...report, state: "refused", reason: error.code, relay: address });
      }
    }
  }

  #relayOf({ relay }: KeptReport): Relay {
    if (relay === null) throw new FailureError("bad-input", { report: "", problem: "no relay" });
    return this.#relay(relay);
  }

  #relay(address: string): Relay {
    return new Relay(address, this.#desk.means.fetch, async () => null);
  }
}

/** Where a report is, and the secret that opens it. Throws `bad-input` before it was received. */
function reach({ id, sent }: KeptReport): { readonly path: string; readonly headers: Record<string, string> } {
  if (sent === null) throw new FailureError("bad-input", { report: id, problem: "not sent" });
  return { path: `/v1/reports/${encodeURIComponent(sent.id)}`, headers: { authorization: `Bearer ${sent.secret}` } };
}
