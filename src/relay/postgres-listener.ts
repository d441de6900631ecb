import { Client } from "pg";

export const NOTICE = "oasis_log";
const RETRY_MILLISECONDS = 1000;

/** Hears of appends by other relays; connects again for as long as it takes. Gives what stops it. */
export function listenPostgres(url: string, hint: () => void): () => Promise<void> {
  let client: Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let isOver = false;
  const connect = async () => {
    retry = null;
    const mine = new Client({ connectionString: url, connectionTimeoutMillis: 5000, keepAlive: true });
    client = mine;
    let isLost = false;
    const lose = () => {
      if (isLost) return;
      isLost = true;
      void mine.end().catch(() => undefined);
      if (!isOver) retry = setTimeout(connect, RETRY_MILLISECONDS);
    };
    mine.on("error", lose);
    mine.on("end", lose);
    mine.on("notification", hint);
    try {
      await mine.connect();
      await mine.query(`listen ${NOTICE}`);
      // Something may have come while nobody listened.
      hint();
    } catch {
      lose();
    }
  };
  let connecting = connect();
  return async () => {
    isOver = true;
    if (retry !== null) clearTimeout(retry);
    await connecting;
    connecting = Promise.resolve();
    await client?.end().catch(() => undefined);
  };
}
