import { encodeBase64url } from "../../core/contributions/base64url.ts";
import { canonicalise, type Json, type JsonObject } from "../../core/contributions/canonical.ts";
import * as is from "../../core/contributions/checks.ts";
import { RECORD_TYPES } from "../../core/contributions/record-types.ts";
import { type IntakeDecision, signIntakeDecision, signReadingRequest } from "../../core/contributions/statement.ts";
import { encodeUtf8 } from "../../core/contributions/utf8.ts";
import { FailureError } from "../../core/failure.ts";
import { signerOf } from "../../platform/crypto/key-pairs.ts";
import type { ReceivedReport, ReportDraft } from "./board.ts";
import type { Desk } from "./desk.ts";
import { ExchangeError } from "./exchange-error.ts";
import type { Identities } from "./identities.ts";
import { Relay } from "./relay.ts";
import type { Spaces } from "./spaces.ts";

const STATES = ["received", "appealed", "published", "rejected", "duplicate"] as const;

/** Reports people sent to the relay of a space, for its moderators alone; nothing of them is kept here. */
export class Intake {
  readonly #desk: Desk;
  readonly #spaces: Spaces;
  readonly #identities: Identities;

  constructor(desk: Desk, spaces: Spaces, identities: Identities) {
    this.#desk = desk;
    this.#spaces = spaces;
    this.#identities = identities;
  }

  async read(space: string): Promise<readonly ReceivedReport[]> {
    const [relay, address] = this.#relay(space);
    const found: ReceivedReport[] = [];
    for (let after = ""; ; ) {
      const headers = { authorization: await this.#authorise(space) };
      const said = await relay.ask(`/v1/intake?${new URLSearchParams({ space, after })}`, { headers });
      const page = said as { reports?: unknown; next?: unknown; more?: unknown } | null;
      if (!Array.isArray(page?.reports)) throw new ExchangeError("not_a_relay", address);
      found.push(...page.reports.map((one) => readReport(one, address)));
      if (page.more !== true || typeof page.next !== "string" || page.next === after) return found;
      after = page.next;
    }
  }

  async close(space: string, report: string, state: IntakeDecision["state"], reason: string): Promise<void> {
    const [relay, address] = this.#relay(space);
    const signer = signerOf(this.#identities.find(this.#desk.key));
    const decision = await signIntakeDecision(
      { space, report, state, reason, rts: this.#desk.instant(address) },
      signer,
    );
    const headers = { "content-type": "application/json" };
    const path = `/v1/intake/${encodeURIComponent(report)}/close`;
    await relay.ask(path, { method: "POST", headers, body: JSON.stringify(decision) });
  }

  #relay(space: string): readonly [Relay, string] {
    const { relay } = this.#spaces.find(space).kept;
    if (relay === null) throw new FailureError("bad-input", { space, problem: "no relay" });
    return [new Relay(relay, this.#desk.means.fetch, async () => null), relay];
  }

  /** Signed by the key in use: the relay looks at its role. */
  async #authorise(space: string): Promise<string> {
    const signer = signerOf(this.#identities.find(this.#desk.key));
    const request = await signReadingRequest({ space, rts: this.#desk.instant(this.#relay(space)[1]) }, signer);
    return `Oasis ${encodeBase64url(encodeUtf8(canonicalise(request as unknown as Json)))}`;
  }
}

function readReport(value: unknown, address: string): ReceivedReport {
  const { id, day, state, payload, reason, appeal } = (value ?? {}) as Record<string, unknown>;
  const { consent: _, ...body } = (payload ?? {}) as JsonObject;
  const { required, optional } = RECORD_TYPES.report;
  const known = STATES.find((one) => one === state);
  const wrong = is.findWrongField(body, { ...required, scope: is.scope }, optional);
  if (typeof id !== "string" || typeof day !== "string" || known === undefined || wrong !== null) {
    throw new ExchangeError("not_a_relay", address);
  }
  const text = (said: unknown) => (typeof said === "string" ? said : null);
  return { id, day, state: known, body: body as ReportDraft, reason: text(reason), appeal: text(appeal) };
}
