import { RefusalError } from "./refusal.ts";

export const LIMITS = {
  bytes: 50 * 1024 * 1024,
  records: 100_000,
  /** A record's body, its header and its receipts, escapes included. */
  line: 64 * 1024,
  receiptsByRecord: 8,
  checkpoints: 10_000,
} as const;
const LINE_FEED = 10;

/**
 * Cuts a stream of bytes into lines, without reading more of it than the limits allow: nothing is parsed before the whole
 * is known to be within them. Throws `too_large`, `malformed` when the last line is cut short.
 */
export async function collectLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<readonly Uint8Array[]> {
  const lines: Uint8Array[] = [];
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > LIMITS.bytes) throw new RefusalError("too_large", `file of more than ${LIMITS.bytes} bytes`);
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start);
      const part = chunk.subarray(start, end === -1 ? chunk.length : end);
      heldBytes += part.length;
      if (heldBytes > LIMITS.line) throw new RefusalError("too_large", `line ${lines.length + 1}`);
      if (part.length > 0) held.push(part);
      if (end === -1) break;
      lines.push(join(held, heldBytes));
      if (lines.length > LIMITS.records + LIMITS.checkpoints + 1) throw new RefusalError("too_large", "too many lines");
      held = [];
      heldBytes = 0;
      start = end + 1;
    }
  }
  if (heldBytes > 0) throw new RefusalError("malformed", `line ${lines.length + 1} cut short`);
  return lines;
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  if (parts.length === 1) return parts[0];
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
