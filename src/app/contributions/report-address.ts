import { encodeBase64url } from "../../core/contributions/base64url.ts";
import { reportIdOf } from "../../core/contributions/report-id.ts";
import type { TriedRelay } from "../../platform/browser/record-store.ts";
import { ExchangeError } from "./exchange-error.ts";
import type { Relay } from "./relay.ts";

/** A report at a relay, and the secret that opens it. */
export interface ReportAddress {
  readonly id: string;
  readonly secret: string;
}

export function drawAddress(relay: string): TriedRelay {
  return { relay, secret: encodeBase64url(crypto.getRandomValues(new Uint8Array(24))) };
}

export function addressOf({ secret }: TriedRelay): ReportAddress {
  return { id: reportIdOf(secret), secret };
}

export function requestOf({ id, secret }: ReportAddress): {
  readonly path: string;
  readonly headers: Record<string, string>;
} {
  return { path: `/v1/reports/${encodeURIComponent(id)}`, headers: { authorization: `Bearer ${secret}` } };
}

/** Takes a report back; one that is not there, or no longer, is taken back. */
export async function takeBack(relay: Relay, address: ReportAddress): Promise<void> {
  const { path, headers } = requestOf(address);
  await relay.ask(path, { method: "DELETE", headers }).catch((error: unknown) => {
    if (!(error instanceof ExchangeError) || error.code !== "not_found") throw error;
  });
}
