import { ExchangeError } from "./exchange-error.ts";

/** An address without its last slash. Throws `not_a_relay` unless it is HTTPS, or this very computer. */
export function readRelayAddress(text: string): string {
  const trimmed = text.trim().replace(/\/+$/, "");
  if (!URL.canParse(trimmed)) throw new ExchangeError("not_a_relay", trimmed);
  const { protocol, hostname, username, search, hash, href } = new URL(trimmed);
  const isHere = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  const isSafe = protocol === "https:" || (protocol === "http:" && (isHere || isThisPage(trimmed)));
  if (!isSafe || username !== "" || search !== "" || hash !== "") throw new ExchangeError("not_a_relay", trimmed);
  return href.replace(/\/+$/, "");
}

/** Whether the policy of the page lets it speak with an address; a page without a policy speaks with anybody. */
export function isAllowedByPolicy(address: string, policy: string | null, page: string): boolean {
  if (policy === null) return true;
  const rule = policy
    .split(";")
    .map((part) => part.trim().split(/\s+/))
    .find(([name]) => name === "connect-src");
  if (!rule) return true;
  const { origin } = new URL(address);
  return rule.slice(1).some((source) => (source === "'self'" ? origin === page : source === origin || source === "*"));
}

/** Throws `not_allowed_here`. */
export function assertAllowedHere(address: string): void {
  if (typeof document === "undefined") return;
  const meta = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]');
  if (!isAllowedByPolicy(address, meta?.content ?? null, location.origin)) {
    throw new ExchangeError("not_allowed_here", new URL(address).origin);
  }
}

/** A page served in clear by a relay of the local network can only speak with it in clear. */
function isThisPage(address: string): boolean {
  return typeof location !== "undefined" && new URL(address).origin === location.origin;
}
