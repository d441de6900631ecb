export interface Heard {
  readonly cursor: string;
  readonly id: string;
}

interface Options {
  readonly signal?: AbortSignal;
  readonly onEvent?: (heard: Heard) => void;
}

/** Reads events until `count` have come or it is told to stop, then hangs up. */
export async function listen(
  url: string,
  count: number,
  headers: Record<string, string> = {},
  { signal, onEvent = () => undefined }: Options = {},
): Promise<readonly Heard[]> {
  const abort = new AbortController();
  signal?.addEventListener("abort", () => abort.abort());
  const events: Heard[] = [];
  try {
    const answer = await fetch(url, { headers, signal: abort.signal });
    let text = "";
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split("\n\n");
      text = blocks.pop()!;
      for (const block of blocks) {
        const cursor = /^id: (.+)$/m.exec(block)?.[1];
        const data = /^data: (.+)$/m.exec(block)?.[1];
        if (cursor === undefined || data === undefined) continue;
        const heard = { cursor, id: JSON.parse(data).id };
        events.push(heard);
        onEvent(heard);
      }
      if (events.length >= count) break;
    }
  } catch (error) {
    if (!abort.signal.aborted) throw error;
  }
  abort.abort();
  return events;
}
