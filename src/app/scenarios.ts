import { createStore } from "zustand/vanilla";
import { FailureError } from "../core/failure.ts";
import { inOrder } from "../core/scenario/change.ts";
import {
  formatScenario,
  LONGEST_TITLE,
  parseScenario,
  type Scenario,
  type ScenarioSeal,
} from "../core/scenario/document.ts";
import {
  type Edit,
  type EditLog,
  editScenario,
  foldLog,
  forkLog,
  redoEdit,
  startLog,
  undoEdit,
} from "../core/scenario/edit-log.ts";
import { traceHistory } from "../core/scenario/history.ts";
import { same } from "../core/scenario/merge.ts";

/** A scenario somebody works on: the document, its changes held by the log of edits. */
export interface Work {
  readonly id: string;
  readonly document: Omit<Scenario, "changes">;
  readonly log: EditLog;
}

export interface Board {
  readonly works: readonly Work[];
  readonly currentId: string | null;
  /** `refused`: the browser did not take the last change; `set-aside`: what was kept could not be read, and was set aside. */
  readonly keeping: "kept" | "refused" | "set-aside";
}

/** What of a window the board needs: where it is kept, and word of other tabs. */
export interface Keeper {
  readonly localStorage: Pick<Storage, "getItem" | "setItem">;
  addEventListener(type: "storage", hear: (event: { readonly key: string | null }) => void): void;
}

export type ScenarioStore = ReturnType<typeof openScenarioStore>;

const KEY = "oasis-scenarios";
const ASIDE = "oasis-scenarios-set-aside";
const VERSION = 1;

/** The scenarios of this browser, kept at every change; never in the address. */
export function openScenarioStore(keeper: Keeper = window) {
  const store = createStore<Board>(() => readKept(keeper));
  keeper.addEventListener("storage", ({ key }) => {
    if (key === KEY) store.setState(readKept(keeper), true);
  });

  const settle = (works: readonly Work[], currentId: string | null) =>
    store.setState({ works, currentId, keeping: keep(keeper, works, currentId) }, true);
  const change = (id: string, edit: (work: Work) => Work) => {
    const { works, currentId } = store.getState();
    settle(
      works.map((work) => (work.id === id ? edit(work) : work)),
      currentId,
    );
  };
  const add = (document: Work["document"], log: EditLog): string => {
    const id = newId();
    settle([...store.getState().works, { id, document, log }], id);
    return id;
  };

  return {
    ...store,
    open: (id: string) => settle(store.getState().works, id),
    add: ({ changes, ...document }: Scenario) => add(document, startLog(changes)),
    /** Another that begins where this one stands, and is worked on from now on. */
    fork(id: string, title: string) {
      const work = findWork(store.getState(), id);
      if (!work) return;
      const history = traceHistory(work.document.history ?? [], work.log);
      add({ ...work.document, title, computed: null, history }, forkLog(work.log));
    },
    remove(id: string) {
      const { works, currentId } = store.getState();
      const rest = works.filter((work) => work.id !== id);
      settle(rest, currentId === id ? (rest.at(-1)?.id ?? null) : currentId);
    },
    /** Takes back one that was removed, with all that was done in it, and opens it. */
    restore(work: Work) {
      const { works } = store.getState();
      settle([...works.filter(({ id }) => id !== work.id), work], work.id);
    },
    /** Nothing changes for a blank title. */
    rename(id: string, title: string) {
      const text = title.trim().slice(0, LONGEST_TITLE);
      if (text !== "") change(id, (work) => ({ ...work, document: { ...work.document, title: text } }));
    },
    /** Throws `bad-input` as editScenario; nothing is then changed. */
    edit: (id: string, edit: Edit) => change(id, (work) => ({ ...work, log: editScenario(work.log, edit) })),
    undo: (id: string) => change(id, (work) => ({ ...work, log: undoEdit(work.log) })),
    redo: (id: string) => change(id, (work) => ({ ...work, log: redoEdit(work.log) })),
  };
}

export function findWork({ works }: Board, id: string | null): Work | undefined {
  return works.find((work) => work.id === id);
}

/** The scenario as it now stands, without where it comes from. */
export function scenarioOf({ document: { history: _, ...document }, log }: Work): Scenario {
  return { ...document, changes: foldLog(log) };
}

/** The scenario as a file hands it over, with what it was computed with. */
export function handOver({ document, log }: Work, computed: ScenarioSeal | null): Scenario {
  return { ...document, changes: foldLog(log), computed, history: traceHistory(document.history ?? [], log) };
}

/** Whether a work is still what its file held when it came: what the file says of its figures can then be checked. */
export function isAsItCame({ log }: Work): boolean {
  return same(inOrder(foldLog(log)), inOrder(log.base));
}

/** Unlike any other, in this browser and in files of others. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

interface KeptWork {
  readonly id: string;
  /** As in a file, its changes those the log began with. */
  readonly file: string;
  readonly done: readonly Edit[];
  /** As in the log: the last one undone first. */
  readonly undone: readonly Edit[];
}

function keep(keeper: Keeper, works: readonly Work[], currentId: string | null): Board["keeping"] {
  const kept = works.map(({ id, document, log }): KeptWork => {
    const file = formatScenario({ ...document, changes: log.base });
    return { id, file, done: log.done, undone: log.undone };
  });
  try {
    keeper.localStorage.setItem(KEY, JSON.stringify({ version: VERSION, currentId, works: kept }));
    return "kept";
  } catch {
    return "refused";
  }
}

/** What the browser kept; what cannot be read is set aside whole rather than written over. */
function readKept(keeper: Keeper): Board {
  let text: string | null;
  try {
    text = keeper.localStorage.getItem(KEY);
  } catch {
    return { works: [], currentId: null, keeping: "refused" };
  }
  if (text === null) return { works: [], currentId: null, keeping: "kept" };
  try {
    const { version, currentId, works } = JSON.parse(text) as {
      version: unknown;
      currentId: string | null;
      works: readonly KeptWork[];
    };
    if (version !== VERSION) throw new FailureError("bad-input", { field: "version" });
    return { works: works.map(readWork), currentId, keeping: "kept" };
  } catch {
    try {
      keeper.localStorage.setItem(ASIDE, text);
    } catch {
      return { works: [], currentId: null, keeping: "refused" };
    }
    return { works: [], currentId: null, keeping: "set-aside" };
  }
}

/** Every edit is judged again, those undone too. */
function readWork({ id, file, done, undone }: KeptWork): Work {
  const { changes, ...document } = parseScenario(file, id);
  let log = startLog(changes);
  for (const edit of [...done, ...undone]) log = editScenario(log, edit);
  for (let k = 0; k < undone.length; k++) log = undoEdit(log);
  return { id, document, log };
}
