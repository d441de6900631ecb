import { openRecordStore } from "../../platform/browser/record-store.ts";
import { hasWebSignatures } from "../../platform/crypto/open-crypto.ts";
import { startRecords } from "../../worker/records-client.ts";
import { packUrl } from "../pack.ts";
import type { Contributions } from "./board.ts";
import { Desk, type Means } from "./desk.ts";
import { Files } from "./files.ts";
import { Identities } from "./identities.ts";
import { Reports } from "./reports.ts";
import { Spaces } from "./spaces.ts";
import { openTabs } from "./tabs.ts";

/** The contributions of this browser. Nothing is read, started or asked before `open`; of a relay, nothing before somebody connects it. */
export function openContributions(means: Partial<Means> = {}): Contributions {
  const desk = new Desk({ ...browserMeans(), ...means });
  const identities = new Identities(desk);
  const spaces = new Spaces(desk, identities);
  const files = new Files(desk, spaces);
  const reports = new Reports(desk);
  let opening: Promise<void> | undefined;
  return {
    getState: desk.board.getState,
    getInitialState: desk.board.getInitialState,
    subscribe: desk.board.subscribe,
    open: () => {
      opening ??= desk.open();
      return opening;
    },
    createIdentity: (label, isExportable) => identities.create(label, isExportable),
    useIdentity: (key) => identities.use(key),
    exportIdentity: (key, passphrase) => identities.export(key, passphrase),
    importIdentity: (file, passphrase, label) => identities.import(file, passphrase, label),
    forgetIdentity: (key) => identities.forget(key),
    createSpace: (space, name, relay) => spaces.create(space, name, relay, null),
    joinSpace: (invitation) => spaces.join(invitation),
    leaveSpace: (space) => spaces.leave(space),
    invitationOf: (space) => spaces.invitationOf(space),
    connect: async () => undefined,
    sync: async () => undefined,
    publish: (space, draft) => spaces.publish(space, draft),
    exportSpace: (space) => spaces.export(space),
    previewFile: (file) => files.preview(file),
    takeFile: () => files.take(),
    async audit(space) {
      const { folded, checkpoints } = spaces.find(space);
      const sequencer = folded?.state.sequencer ?? "";
      const said = checkpoints.filter(({ key }) => key === sequencer);
      return desk.worker.call("audit", { space, sequencer, checkpoints: said });
    },
    chooseReportRelay: (relay) => reports.chooseRelay(relay),
    sendReport: (draft) => reports.keep(draft),
    async withdrawReport(id) {
      await reports.put({ ...reports.find(id), state: "withdrawn" });
    },
    appealReport: async () => undefined,
    refreshReports: async () => undefined,
    exportReports: async () => reports.export(),
  };
}

function browserMeans(): Means {
  return {
    openStore: () => openRecordStore(),
    startWorker: () => startRecords(packUrl()),
    tabs: openTabs(),
    hasWebSignatures,
    storage: globalThis.navigator?.storage,
    marks: readMarks(),
    fetch: (...asked) => fetch(...asked),
    now: () => new Date(),
  };
}

/** A browser that keeps nothing can refuse even to say so. */
function readMarks(): Means["marks"] {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
