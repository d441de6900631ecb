import { createStore } from "zustand/vanilla";
import { dropErased } from "../../core/contributions/import-log.ts";
import { gatherLog, mergeLogs } from "../../core/contributions/record-log.ts";
import type { Checkpoint } from "../../core/contributions/statement.ts";
import { FailureError } from "../../core/failure.ts";
import type {
  KeptIdentity,
  KeptReport,
  KeptSpace,
  RecordEdits,
  RecordStore,
} from "../../platform/browser/record-store.ts";
import type { RecordsClient } from "../../worker/records-client.ts";
import type { Batch } from "../../worker/records-protocol.ts";
import type { Board } from "./board.ts";
import { Clocks } from "./clocks.ts";
import { EMPTY_BOARD } from "./empty-board.ts";
import { foldSpace } from "./fold-space.ts";
import { type HeldSpace, viewOf } from "./held-space.ts";
import { toOwnReport } from "./own-report.ts";
import type { Tabs } from "./tabs.ts";

/** What contributions rest on: each is another in tests. */
export interface Means {
  openStore(): Promise<RecordStore>;
  startWorker(): RecordsClient;
  readonly tabs: Tabs;
  hasWebSignatures(): Promise<boolean>;
  readonly storage: Pick<StorageManager, "persist" | "persisted"> | undefined;
  /** Says after an eviction that there was something. */
  readonly marks: Pick<Storage, "getItem" | "setItem" | "removeItem"> | undefined;
  readonly fetch: typeof fetch;
  now(): Date;
}

const MARK = "oasis-contributions";
const GENERATION = "generation";

/** What is held in memory of what is kept, and the one way to change both. */
export class Desk {
  readonly means: Means;
  readonly board = createStore<Board>(() => EMPTY_BOARD);
  readonly held = new Map<string, HeldSpace>();
  readonly clocks = new Clocks();
  identities: readonly KeptIdentity[] = [];
  reports: readonly KeptReport[] = [];
  key: string | null = null;
  reportRelay: string | null = null;
  #store: RecordStore | undefined;
  #worker: RecordsClient | undefined;
  #generation: unknown = null;
  #views = new Map<HeldSpace, ReturnType<typeof viewOf>>();

  constructor(means: Means) {
    this.means = means;
  }

  get worker(): RecordsClient {
    this.#worker ??= this.means.startWorker();
    return this.#worker;
  }

  get store(): RecordStore {
    if (!this.#store) throw new Error("contributions were asked before they were opened");
    return this.#store;
  }

  today(): string {
    return this.means.now().toISOString().slice(0, 10);
  }

  /** Instant of now, as records write it; as a relay tells it, for what it alone reads. */
  instant(relay?: string | null): string {
    return this.clocks.instant(this.means.now(), relay ?? null);
  }

  async open(): Promise<void> {
    this.board.setState({ status: "opening" });
    try {
      this.#store = await this.means.openStore();
    } catch {
      this.board.setState({ status: "unavailable" });
      return;
    }
    const [isSecure, isPersistent] = await Promise.all([
      this.means.hasWebSignatures(),
      this.means.storage?.persisted().catch(() => false) ?? false,
    ]);
    this.board.setState({ isSecure, keeping: isPersistent ? "persistent" : "evictable" });
    await this.#load();
    const isEmpty = this.identities.length === 0 && this.held.size === 0;
    this.board.setState({ status: "ready", wasEvicted: isEmpty && (this.means.marks?.getItem(MARK) ?? null) !== null });
    this.means.tabs.hear(() => void this.exclusive(async () => undefined).catch(() => undefined));
  }

  /** Runs a work while no other tab does, on what the others have written. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    return this.means.tabs.exclusive(async () => {
      if ((await this.store.setting(GENERATION)) !== this.#generation) await this.#load();
      return work();
    });
  }

  /** Loads again what could not be shown. */
  async retry(): Promise<void> {
    if (this.board.getState().failure !== null) await this.exclusive(async () => undefined);
  }

  /** Keeps, and tells the other tabs. */
  async write(edits: RecordEdits): Promise<void> {
    const next = Number(await this.store.setting(GENERATION)) + 1;
    const settings = { put: [...(edits.settings?.put ?? []), { name: GENERATION, value: next }] };
    await this.store.write({ ...edits, settings });
    this.#generation = next;
    this.means.tabs.tell("changed");
  }

  /** Asks the browser once to keep what is here. */
  async askToKeep(): Promise<void> {
    this.means.marks?.setItem(MARK, this.today());
    if (this.board.getState().keeping !== "evictable" || !this.means.storage) return;
    const isKept = await this.means.storage.persist().catch(() => false);
    this.board.setState({ keeping: isKept ? "persistent" : "refused", wasEvicted: false });
  }

  /** Nothing is here any more because somebody wanted it so. */
  unmarkIfEmpty(): void {
    if (this.identities.length === 0 && this.held.size === 0) this.means.marks?.removeItem(MARK);
  }

  hold(kept: KeptSpace): HeldSpace {
    const log = gatherLog(kept.space, []);
    const held = { kept, log, checkpoints: [], sendings: [], folded: null, alarms: [], problem: null };
    return this.change({ ...held, exchange: "syncing" });
  }

  /** Puts a space in place of what was held of it, and shows it. */
  change(held: HeldSpace): HeldSpace {
    this.held.set(held.kept.space, held);
    this.show();
    return held;
  }

  /** Keeps verified records, receipts and checkpoints, and folds. Bodies erased here are not taken back. */
  async grow(space: string, news: Batch, checkpoints: readonly Checkpoint[] = [], edits: RecordEdits = {}) {
    const before = this.held.get(space)!;
    const erased = new Set(before.folded?.state.erased);
    const records = news.records
      .map((record) => (erased.has(record.id) ? { ...record, body: null } : record))
      .filter(({ id, body }) => {
        const known = before.log.records.get(id);
        return known === undefined || (known.body === null && body !== null);
      });
    const log = mergeLogs(before.log, gatherLog(space, records, news.receipts));
    const received = new Set(news.receipts.map(({ id }) => id));
    const done = before.sendings.filter(({ id }) => received.has(id));
    const sendings = before.sendings.filter(({ id }) => !received.has(id));
    const isKnown = new Set(before.checkpoints.map(({ sig }) => sig));
    const newCheckpoints = checkpoints.filter(({ sig }) => !isKnown.has(sig));
    await this.write({
      ...edits,
      records: { put: records },
      receipts: { put: news.receipts },
      checkpoints: { put: newCheckpoints },
      sendings: {
        put: (edits.sendings?.put ?? []).filter(({ id }) => !received.has(id)),
        remove: [...done.map(({ id }) => [space, id]), ...(edits.sendings?.remove ?? [])],
      },
    });
    const added = (edits.sendings?.put ?? []).filter(({ id }) => !received.has(id));
    const kept = edits.spaces?.put?.find((one) => one.space === space) ?? before.kept;
    const held = {
      ...this.held.get(space)!,
      kept,
      log,
      checkpoints: [...before.checkpoints, ...newCheckpoints],
      sendings: [...sendings.filter(({ id }) => !added.some((one) => one.id === id)), ...added],
    };
    return this.#fold(held, { records, receipts: news.receipts }, before.folded === null);
  }

  /** Forgets what a sequencer said of orders: a relay restored from a backup gives others. */
  async dropReceipts(space: string, sequencer: string, edits: RecordEdits): Promise<void> {
    const before = this.held.get(space)!;
    const gone = before.log.receipts.filter(({ key }) => key === sequencer);
    const remove = gone.map(({ seq, id, key, rts }) => [space, seq, id, key, rts]);
    await this.write({ ...edits, receipts: { remove } });
    await this.#loadSpace(edits.spaces?.put?.[0] ?? before.kept);
  }

  /** Forgets texts a relay says are erased. */
  async dropBodies(space: string, ids: readonly string[]): Promise<void> {
    const before = this.held.get(space)!;
    const log = dropErased(before.log, { erased: ids });
    await this.write({ records: { put: ids.flatMap((id) => log.records.get(id) ?? []) } });
    await this.#fold({ ...before, log }, { records: [], receipts: [] }, true);
  }

  show(): void {
    const views = new Map<HeldSpace, ReturnType<typeof viewOf>>();
    const ordered = Array.from(this.held.values()).sort((a, b) => (a.kept.at < b.kept.at ? -1 : 1));
    for (const held of ordered) views.set(held, this.#views.get(held) ?? viewOf(held, this.identities));
    this.#views = views;
    const awaited = ordered.filter(({ kept, log }) => !log.records.has(kept.genesis));
    this.board.setState({
      identities: this.identities.map(({ key, label, isExportable }) => ({ key, label, isExportable })),
      key: this.key,
      spaces: Array.from(views.values()).filter((view) => view !== null),
      awaited: awaited.map(({ kept: { space, genesis, relay } }) => ({ space, genesis, relay })),
      reports: this.reports.map(toOwnReport),
      reportRelay: this.reportRelay,
    });
  }

  /** After a change of identities: who gives the orders may have changed. */
  showAnew(): void {
    this.#views.clear();
    this.show();
  }

  async #load(): Promise<void> {
    const { store } = this;
    this.#generation = await store.setting(GENERATION);
    const [identities, spaces, reports] = await Promise.all([
      store.list("identities"),
      store.list("spaces"),
      store.list("reports"),
    ]);
    this.identities = [...identities].sort((a, b) => (a.at < b.at ? -1 : 1));
    this.reports = [...reports].sort((a, b) => (a.at > b.at ? -1 : 1));
    const key = await store.setting("key");
    this.key = identities.some((one) => one.key === key) ? String(key) : null;
    this.reportRelay = (await store.setting("report-relay")) as string | null;
    const names = new Set(spaces.map(({ space }) => space));
    for (const space of this.held.keys()) if (!names.has(space)) this.held.delete(space);
    let failure: FailureError | null = null;
    for (const kept of spaces) {
      await this.#loadSpace(kept).catch((error: unknown) => {
        if (!(error instanceof FailureError)) throw error;
        failure = error;
      });
    }
    this.#settle(failure);
    this.showAnew();
  }

  /** What could not be folded is loaded again at the next gesture, by another worker if this one died. */
  #settle(error: FailureError | null): void {
    this.board.setState({ failure: error?.failure ?? null });
    if (error === null) return;
    this.#generation = null;
    if (error.failure.code === "worker-stopped") this.#worker = undefined;
  }

  async #loadSpace(kept: KeptSpace): Promise<void> {
    const { space } = kept;
    const [records, receipts, checkpoints, sendings] = await Promise.all([
      this.store.listOf("records", space),
      this.store.listOf("receipts", space),
      this.store.listOf("checkpoints", space),
      this.store.listOf("sendings", space),
    ]);
    const log = gatherLog(space, records, receipts);
    const before = this.held.get(space);
    const now = { exchange: before?.exchange ?? "syncing", problem: before?.problem ?? null } as const;
    await this.#fold(
      { kept, log, checkpoints, sendings, folded: null, alarms: [], ...now },
      { records, receipts },
      true,
    );
  }

  async #fold(held: HeldSpace, news: Batch, isWhole: boolean): Promise<HeldSpace> {
    const { space, genesis } = held.kept;
    if (!held.log.records.has(genesis)) return this.change(held);
    const now = await foldSpace(this.worker, held, isWhole ? null : news, this.today()).catch((error: unknown) => {
      // Kept all the same: shown once it can be folded.
      if (error instanceof FailureError) this.#settle(error);
      if (!this.held.has(space)) this.held.set(space, held);
      throw error;
    });
    const withBody = (now.folded?.state.erased ?? []).filter((id) => held.log.records.get(id)?.body);
    if (withBody.length === 0) return this.change(now);
    const without = dropErased(held.log, { erased: withBody });
    await this.write({ records: { put: withBody.map((id) => without.records.get(id)!) } });
    return this.#fold({ ...now, log: without }, news, true);
  }
}
