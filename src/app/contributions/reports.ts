import { encodeBase64url } from "../../core/contributions/base64url.ts";
import type { Json } from "../../core/contributions/canonical.ts";
import * as is from "../../core/contributions/checks.ts";
import { screenText } from "../../core/contributions/privacy/screen-text.ts";
import { RECORD_TYPES } from "../../core/contributions/record-types.ts";
import { RefusalError } from "../../core/contributions/refusal.ts";
import { FailureError } from "../../core/failure.ts";
import type { KeptReport } from "../../platform/browser/record-store.ts";
import type { OwnReport, ReportDraft } from "./board.ts";
import { cleanBody } from "./clean-text.ts";
import type { Desk } from "./desk.ts";
import { ExchangeError } from "./exchange-error.ts";

/** The reports of this browser: no key, no name; the secret that withdraws one stays here. */
export class Reports {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Throws the refusal of the schema, and `personal_data`, its `where` naming what a text tells. */
  async keep(draft: ReportDraft): Promise<OwnReport> {
    const body = cleanBody(draft);
    const { required, optional } = RECORD_TYPES.report;
    const wrong = is.findWrongField(body as Json, { ...required, scope: is.scope }, optional);
    if (wrong !== null) throw new RefusalError("schema", `body.${wrong}`);
    if (typeof body.text === "string") {
      const kinds = new Set(screenText(body.text).map(({ kind }) => kind));
      if (kinds.size > 0) throw new ExchangeError("personal_data", Array.from(kinds).join(" "));
    }
    const id = encodeBase64url(crypto.getRandomValues(new Uint8Array(16)));
    const at = this.#desk.means.now().toISOString();
    await this.put({ id, at, body, state: "waiting", reason: null, relay: null, sent: null });
    await this.#desk.askToKeep();
    return this.own(id);
  }

  put(report: KeptReport): Promise<void> {
    return this.#desk.exclusive(async () => {
      await this.#desk.write({ reports: { put: [report] } });
      const others = this.#desk.reports.filter(({ id }) => id !== report.id);
      this.#desk.reports = [report, ...others].sort((a, b) => (a.at > b.at ? -1 : 1));
      this.#desk.show();
    });
  }

  find(id: string): KeptReport {
    const found = this.#desk.reports.find((report) => report.id === id);
    if (!found) throw new FailureError("bad-input", { report: id, problem: "no report" });
    return found;
  }

  own(id: string): OwnReport {
    return this.#desk.board.getState().reports.find((report) => report.id === id)!;
  }

  chooseRelay(relay: string | null): Promise<void> {
    return this.#desk.exclusive(async () => {
      await this.#desk.write({ settings: { put: [{ name: "report-relay", value: relay }] } });
      this.#desk.reportRelay = relay;
      this.#desk.show();
    });
  }

  /** Those no relay holds, as whoever gathers them by hand reads them: what was said, nothing of who. */
  export(): Blob {
    const waiting = this.#desk.reports.filter(({ state, sent }) => sent === null && state !== "withdrawn");
    const file = { format: "oasis-reports1", reports: waiting.map(({ body }) => body) };
    return new Blob([`${JSON.stringify(file, null, 1)}\n`], { type: "application/json" });
  }
}
