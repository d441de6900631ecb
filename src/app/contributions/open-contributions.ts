import { FailureError } from "../../core/failure.ts";
import { checkAttestation, signAttestation } from "../../core/participation/attestation.ts";
import { openRecordStore } from "../../platform/browser/record-store.ts";
import { signerOf } from "../../platform/crypto/key-pairs.ts";
import { hasWebSignatures, openVerifier } from "../../platform/crypto/open-crypto.ts";
import { startRecords } from "../../worker/records-client.ts";
import { packUrl } from "../pack.ts";
import type { Contributions } from "./board.ts";
import { BroughtReports } from "./brought-reports.ts";
import { Desk, type Means } from "./desk.ts";
import { Exchange } from "./exchange.ts";
import { ExchangeError } from "./exchange-error.ts";
import { Files } from "./files.ts";
import { Follower } from "./follow-relays.ts";
import { Identities } from "./identities.ts";
import { Intake } from "./intake.ts";
import { readRelayAddress } from "./relay-address.ts";
import { RelayVerification } from "./relay-verification.ts";
import { ReportExchange } from "./report-exchange.ts";
import { ReportSending } from "./report-sending.ts";
import { Reports } from "./reports.ts";
import { Spaces } from "./spaces.ts";
import { openTabs } from "./tabs.ts";

/** The contributions of this browser. Nothing is read, started or asked before `open`; of a relay, nothing before somebody connects it. */
export function openContributions(means: Partial<Means> = {}): Contributions {
  const desk = new Desk({ ...browserMeans(), ...means });
  const identities = new Identities(desk);
  const spaces = new Spaces(desk, identities);
  const files = new Files(desk, spaces);
  const exchange = new Exchange(desk, spaces);
  const follower = new Follower(desk, spaces, exchange);
  const intake = new Intake(desk, spaces, identities);
  const brought = new BroughtReports(desk);
  const reports = new Reports(desk);
  const sending = new ReportSending(desk, reports);
  const reportExchange = new ReportExchange(desk, reports, sending);
  const sendReports = () => {
    if (desk.board.getState().status === "ready") void sending.now().catch(() => undefined);
  };
  let opening: Promise<void> | undefined;
  return {
    getState: desk.board.getState,
    getInitialState: desk.board.getInitialState,
    subscribe: desk.board.subscribe,
    open: () => {
      opening ??= desk.open().then(() => {
        if (desk.board.getState().status !== "ready") return;
        desk.means.tabs.lead(() => {
          follower.lead();
          sending.lead();
          return new Promise(() => undefined);
        });
        onChance(sendReports);
      });
      return opening.then(() => {
        sendReports();
        return desk.retry();
      });
    },
    createIdentity: (label, isExportable) => identities.create(label, isExportable),
    useIdentity: (key) => identities.use(key),
    exportIdentity: (key, passphrase) => identities.export(key, passphrase),
    importIdentity: (file, passphrase, label) => identities.import(file, passphrase, label),
    forgetIdentity: (key) => identities.forget(key),
    async createSpace(space, name, relay) {
      if (relay === null) return spaces.create(space, name, null, null);
      const address = readRelayAddress(relay);
      const { relayKey, spaces: served } = await exchange.relay(address).info();
      if (!served.includes(space)) throw new ExchangeError("not_found", space);
      return spaces.create(space, name, address, relayKey);
    },
    joinSpace: ({ space, genesis, relay }) =>
      spaces.join({ space, genesis, relay: relay === null ? null : readRelayAddress(relay) }),
    leaveSpace: (space) => spaces.leave(space),
    invitationOf: (space) => spaces.invitationOf(space),
    async connect(space, relay) {
      const address = relay === null ? null : readRelayAddress(relay);
      if (address !== null) await exchange.greet(space, address);
      await spaces.connect(space, address);
    },
    sync: (space) => follower.sync(space),
    askVoucher: (space, ballot, code) => exchange.askVoucher(space, ballot, code),
    verification: new RelayVerification(desk, spaces, exchange),
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
    attest: async (document) => signAttestation(document, signerOf(identities.find(desk.key))),
    async checkAttestation(space, file) {
      const { folded, log } = spaces.find(space);
      if (folded === null) throw new FailureError("bad-input", { space, problem: "no genesis" });
      return checkAttestation(file, folded.state, log, openVerifier());
    },
    readIntake: (space) => intake.read(space),
    closeIntake: (space, report, state, reason) => intake.close(space, report, state, reason),
    listBrought: (space) => brought.list(space),
    keepBrought: (space, found) => brought.keep(space, found),
    forgetBrought: (space) => brought.forget(space),
    chooseReportRelay: (relay) => reportExchange.choose(relay),
    async sendReport(draft) {
      const { id } = await reports.keep(draft);
      await sending.now();
      return reports.own(id);
    },
    withdrawReport: (id) => reportExchange.withdraw(id),
    appealReport: (id, text) => reportExchange.appeal(id, text),
    refreshReports: () => reportExchange.refresh(),
    exportReports: async () => reports.export(),
  };
}

/** The network is back, or somebody looks at the page again. */
function onChance(act: () => void): void {
  globalThis.addEventListener?.("online", act);
  globalThis.document?.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") act();
  });
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
