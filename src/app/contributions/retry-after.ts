/** Milliseconds. */
export const LONGEST_PAUSE = 24 * 3600_000;

/**
 * Milliseconds a `Retry-After` asks to wait from `now`: seconds or a date (RFC 9110, 10.2.3); a day at most, so that no wrong clock
 * silences a browser for ever. 0: it asks nothing, or nothing that can be read.
 */
export function readRetryAfter(value: string, now: number): number {
  const text = value.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.min(LONGEST_PAUSE, Math.max(0, wait)) : 0;
}
