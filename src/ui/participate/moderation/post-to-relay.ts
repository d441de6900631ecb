/** Why a relay did not take what was sent: its own code, or `offline`. */
export class RelayRefusal extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = "RelayRefusal";
    this.code = code;
  }
}

/** Sends what somebody without a key says to a relay. Throws its refusal. */
export async function postToRelay(relay: string, path: string, body: unknown): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(`${relay}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
  } catch {
    throw new RelayRefusal("offline");
  }
  const said: unknown = await answer.json().catch(() => null);
  if (answer.ok) return said;
  const code = (said as { code?: unknown } | null)?.code;
  throw new RelayRefusal(typeof code === "string" ? code : "busy");
}
