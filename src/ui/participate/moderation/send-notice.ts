import { Relay } from "../../../app/contributions/relay.ts";

/** What somebody without a key says to a relay that a record is unlawful. Throws what the relay refuses. */
export async function sendNotice(
  relay: string,
  notice: { readonly reason: string; readonly target: string; readonly contact?: string },
): Promise<void> {
  const headers = { "content-type": "application/json" };
  const speaker = new Relay(
    relay,
    (input, init) => fetch(input, init),
    async () => null,
  );
  await speaker.ask("/v1/notice", { method: "POST", headers, body: JSON.stringify(notice) });
}
