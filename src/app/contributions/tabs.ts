const NAME = "oasis-contributions";

/** The other tabs of this browser: one writes at a time, one alone speaks with relays. */
export interface Tabs {
  /** Runs a work while no other tab runs one. An errand lasts longer, and writes meanwhile: it only waits for its like. */
  exclusive<T>(work: () => Promise<T>, errand?: "reports"): Promise<T>;
  /** Tells the other tabs something changed. */
  tell(word: string): void;
  hear(listen: (word: string) => void): void;
  /** Runs `work` once no other tab does, until this tab closes. */
  lead(work: () => Promise<void>): void;
}

/** Web Locks and a broadcast channel; a browser without them is taken as having one tab. */
export function openTabs(): Tabs {
  const locks = globalThis.navigator?.locks;
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(NAME);
  const last = new Map<string, Promise<unknown>>();
  return {
    exclusive<T>(work: () => Promise<T>, errand?: "reports"): Promise<T> {
      const name = errand === undefined ? NAME : `${NAME}-${errand}`;
      if (locks) return locks.request(name, work) as Promise<T>;
      const mine = Promise.resolve(last.get(name)).then(work);
      last.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
    tell: (word) => channel?.postMessage(word),
    hear: (listen) => channel?.addEventListener("message", ({ data }) => listen(String(data))),
    lead(work) {
      if (locks) locks.request(`${NAME}-leader`, work).catch(() => undefined);
      else void work().catch(() => undefined);
    },
  };
}
