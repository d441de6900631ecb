export interface StreamEvent {
  readonly id: string;
  readonly data: string;
}

type Piece = ReadableStreamReadResult<Uint8Array>;

const SILENCE_MILLISECONDS = 65_000;
const LONGEST_EVENT = 1024 * 1024;

/**
 * Reads server-sent events (HTML Standard, 9.2) from a fetch, which can sign its request where EventSource cannot. Ends with
 * the body, or when nothing has come for three heartbeats.
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  hear: (events: readonly StreamEvent[]) => Promise<void>,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let held = "";
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), SILENCE_MILLISECONDS);
      if (done) return;
      held += decoder.decode(value, { stream: true });
      const end = held.lastIndexOf("\n\n");
      if (end < 0) {
        if (held.length > LONGEST_EVENT) return;
        continue;
      }
      const events = held.slice(0, end).split("\n\n").flatMap(readEvent);
      held = held.slice(end + 2);
      if (events.length > 0) await hear(events);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A comment, such as a heartbeat, is no event. */
function readEvent(text: string): readonly StreamEvent[] {
  let id = "";
  const data: string[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("id:")) id = line.slice(3).trim();
    else if (line.startsWith("data:")) data.push(line.slice(5).trimStart());
  }
  return data.length === 0 ? [] : [{ id, data: data.join("\n") }];
}

async function within(work: Promise<Piece>, milliseconds: number): Promise<Piece> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Piece>((resolve) => {
    timer = setTimeout(resolve, milliseconds, { done: true, value: undefined });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
