import { MessageChannel } from "node:worker_threads";
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { openContributions } from "../../../src/app/contributions/open-contributions.ts";
import type { Tabs } from "../../../src/app/contributions/tabs.ts";
import { openRecordStore } from "../../../src/platform/browser/record-store.ts";
import { openVerifier } from "../../../src/platform/crypto/open-crypto.ts";
import { makeRecordsHandlers } from "../../../src/worker/records-jobs.ts";
import type { RecordsJobs } from "../../../src/worker/records-protocol.ts";
import { createClient, type Endpoint, serve } from "../../../src/worker/rpc.ts";
import { TREE } from "../../core/contributions/world.ts";

globalThis.indexedDB = new IDBFactory();
let browsers = 0;

/** Tabs of one browser, in one process. */
interface Shared {
  readonly last: Map<string, Promise<unknown>>;
  hasLeader: boolean;
  readonly listeners: Map<object, (word: string) => void>;
}

function openTestTabs(shared: Shared): Tabs {
  const me = {};
  return {
    exclusive<T>(work: () => Promise<T>, errand = ""): Promise<T> {
      const mine = Promise.resolve(shared.last.get(errand)).then(work);
      shared.last.set(
        errand,
        mine.catch(() => undefined),
      );
      return mine;
    },
    tell: (word) => {
      for (const [tab, listen] of shared.listeners) if (tab !== me) listen(word);
    },
    hear: (listen) => shared.listeners.set(me, listen),
    lead(work) {
      if (shared.hasLeader) return;
      shared.hasLeader = true;
      void work().catch(() => undefined);
    },
  };
}

/** A browser: its database is real code on an IndexedDB in memory, its worker real code behind a port. */
export function openBrowser({
  now = () => new Date(),
  fetch = globalThis.fetch,
  loadTree = async () => TREE,
  name = `browser-${++browsers}`,
} = {}) {
  const shared: Shared = { last: new Map(), hasLeader: false, listeners: new Map() };
  const kept = new Map<string, string>();
  const marks = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const asked = { persist: 0 };
  const storage = {
    persisted: async () => false,
    persist: async () => {
      asked.persist++;
      return true;
    },
  };
  const openTab = () =>
    openContributions({
      openStore: () => openRecordStore(name),
      startWorker: () => startTestWorker(loadTree),
      tabs: openTestTabs(shared),
      storage,
      marks,
      fetch,
      now,
    });
  return { openTab, asked, name };
}

export function startTestWorker(loadTree = async () => TREE) {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  port1.unref();
  port2.unref();
  const handlers = makeRecordsHandlers({ verifier: openVerifier(), loadTree });
  serve<RecordsJobs>(port2 as unknown as Endpoint, handlers);
  return createClient<RecordsJobs>(port1 as unknown as Endpoint);
}

export async function openOne(options?: Parameters<typeof openBrowser>[0]) {
  const contributions = openBrowser(options).openTab();
  await contributions.open();
  return contributions;
}
