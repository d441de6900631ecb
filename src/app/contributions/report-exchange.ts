import { cleanText } from "../../core/contributions/privacy/clean-text.ts";
import { screenText } from "../../core/contributions/privacy/screen-text.ts";
import { FailureError } from "../../core/failure.ts";
import type { KeptReport } from "../../platform/browser/record-store.ts";
import type { Desk } from "./desk.ts";
import { ExchangeError } from "./exchange-error.ts";
import { Relay } from "./relay.ts";
import { readRelayAddress } from "./relay-address.ts";
import { requestOf, takeBack } from "./report-address.ts";
import type { ReportSending } from "./report-sending.ts";
import type { Reports } from "./reports.ts";

/** How states of the intake are told to their author. */
const STATES: Readonly<Record<string, string>> = {
  received: "received",
  appealed: "received",
  published: "published",
  rejected: "rejected",
  duplicate: "rejected",
};

/** What their author does with reports once they are made. */
export class ReportExchange {
  readonly #desk: Desk;
  readonly #reports: Reports;
  readonly #sending: ReportSending;

  constructor(desk: Desk, reports: Reports, sending: ReportSending) {
    this.#desk = desk;
    this.#reports = reports;
    this.#sending = sending;
  }

  async choose(address: string | null): Promise<void> {
    await this.#reports.chooseRelay(address === null ? null : readRelayAddress(address));
    await this.#sending.now();
  }

  /** At the relay that received it now, or not at all; where it was sent without an answer, as soon as that can be. */
  async withdraw(id: string): Promise<void> {
    await this.#sending.alone(async () => {
      const report = this.#reports.find(id);
      if (report.sent !== null) await takeBack(this.#relayOf(report), report.sent);
      const { text: _, ...body } = report.body as Record<string, unknown>;
      const tried = (report.tried ?? []).filter(({ secret }) => secret !== report.sent?.secret);
      await this.#reports.put({ ...report, body, state: "withdrawn", reason: null, tried });
    });
    await this.#sending.now();
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
    await this.#sending.now();
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

  #relayOf({ relay }: KeptReport): Relay {
    if (relay === null) throw new FailureError("bad-input", { report: "", problem: "no relay" });
    return new Relay(relay, this.#desk.means.fetch, async () => null);
  }
}

/** Throws `bad-input` before it was received. */
function reach({ id, sent }: KeptReport): ReturnType<typeof requestOf> {
  if (sent === null) throw new FailureError("bad-input", { report: id, problem: "not sent" });
  return requestOf(sent);
}
