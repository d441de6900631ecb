import type { Alarm } from "../../core/contributions/check-checkpoints.ts";
import type { FoldState } from "../../core/contributions/fold.ts";
import type { SignedRecord } from "../../core/contributions/record.ts";
import type { RecordLog } from "../../core/contributions/record-log.ts";
import type { BodyOf, RecordTypeName } from "../../core/contributions/record-types.ts";
import type { Checkpoint, IntakeDecision, Voucher } from "../../core/contributions/statement.ts";
import type { Failure } from "../../core/failure.ts";
import type { AttestationDocument, AttestationFile, CheckedAttestation } from "../../core/participation/attestation.ts";
import type { Audit } from "../../worker/records-protocol.ts";
import type { Verification } from "./verification.ts";

/** A key of this browser one signs with. */
export interface Identity {
  /** Public key in base64url. */
  readonly key: string;
  /** What its owner calls it; never leaves the browser. */
  readonly label: string;
  /** Whether its secret half can be written to a file, protected by a passphrase. */
  readonly isExportable: boolean;
}

/** What this browser holds of one space, folded. */
export interface SpaceView {
  readonly space: string;
  /** Id of the genesis record trusted. */
  readonly genesis: string;
  /** Name its genesis gives. */
  readonly name: string;
  readonly log: RecordLog;
  readonly state: FoldState;
  /** Hash of the state: two people who have the same have the same register. */
  readonly hash: string;
  readonly checkpoints: readonly Checkpoint[];
  /** Address of the relay it is exchanged with; null: by files only. */
  readonly relay: string | null;
  /** Whether a key of this browser gives the orders: a space without a relay, in the browser of its steward. */
  readonly isSequencer: boolean;
  /** Ids signed here that no receipt came back for yet. */
  readonly waiting: readonly string[];
  /** What a relay refused, and why. */
  readonly refused: readonly { readonly id: string; readonly code: string; readonly where: string }[];
  /** `fork`: the relay contradicts what it signed before. */
  readonly sync: "none" | "syncing" | "live" | "offline" | "fork";
  /** Day its relay came back from a backup: orders given before no longer hold; null: never. */
  readonly restored: string | null;
  /** What checkpoints contradict; records that are merely missing here are no alarm. */
  readonly alarms: readonly Alarm[];
  /** Why the last exchange with the relay did not succeed: a code of the protocol, `unreachable`, `not_allowed_here`; null: it did. */
  readonly problem: string | null;
}

/** A report of this browser: its secret withdraws it and reads what became of it. */
export interface OwnReport {
  /** Local, before a relay gave its own. */
  readonly id: string;
  readonly month: string;
  readonly body: ReportDraft;
  readonly state: "waiting" | "received" | "published" | "rejected" | "withdrawn" | "refused";
  /** Reason given by a moderator, or by the relay that refused it. */
  readonly reason: string | null;
  readonly relay: string | null;
}

/** `scope` is a commune large enough, or an EPCI. */
export type ReportDraft = BodyOf<"report"> & { readonly scope: string };

/** A report somebody sent to a relay, as its moderators read it. */
export interface ReceivedReport {
  readonly id: string;
  readonly day: string;
  readonly state: "received" | "appealed" | "published" | "rejected" | "duplicate";
  readonly body: ReportDraft;
  /** Why it was closed. */
  readonly reason: string | null;
  /** What its author answers. */
  readonly appeal: string | null;
}

export interface Board {
  /** `unavailable`: no IndexedDB here, nothing can be kept. */
  readonly status: "closed" | "opening" | "ready" | "unavailable";
  /** Whether the browser promised to keep what is here; `refused`: it was asked and did not. */
  readonly keeping: "persistent" | "evictable" | "refused";
  /** Whether the browser itself holds keys; not on an address in clear, nor in old browsers: the page then holds them. */
  readonly isSecure: boolean;
  /** Whether the browser has thrown away keys or registers that were here. */
  readonly wasEvicted: boolean;
  /** Why registers that are kept cannot be shown now: tried again at the next gesture. null: they can. */
  readonly failure: Failure | null;
  readonly identities: readonly Identity[];
  /** Key in use; null: none yet. */
  readonly key: string | null;
  readonly spaces: readonly SpaceView[];
  /** Joined, their genesis not yet come. */
  readonly awaited: readonly Invitation[];
  readonly reports: readonly OwnReport[];
  /** Milliseconds the clock of a relay is ahead of this one; negative: behind. null: none is off by more than five minutes. */
  readonly clockSkew: number | null;
  /** Address reports are sent to; null: they wait here, or go by file. */
  readonly reportRelay: string | null;
  /** Why those that wait did not leave at the last attempt; null: nothing was tried in vain. They are tried again by themselves. */
  readonly reportProblem: { readonly code: string; readonly notBefore: string | null } | null;
}

/** What a file would bring, said before it is taken. */
export interface FilePreview {
  readonly space: string;
  readonly genesis: string | null;
  readonly name: string | null;
  readonly news: number;
  readonly known: number;
  readonly erased: number;
  readonly refused: readonly { readonly line: number; readonly code: string; readonly where: string }[];
  /** Whether the space is not yet known here, so that taking the file also means trusting its genesis. */
  readonly isNewSpace: boolean;
}

export interface Draft<T extends RecordTypeName = RecordTypeName> {
  readonly type: T;
  /** `fr`, `reg:53`, `dep:35`, `epci:…` or `com:35360`. */
  readonly scope: string;
  readonly body: BodyOf<T>;
  readonly refs?: readonly string[];
}

/** What an invitation, a link or a QR code, carries. */
export interface Invitation {
  readonly space: string;
  readonly genesis: string;
  readonly relay: string | null;
}

/** The contributions of this browser: identities, spaces, records and reports, kept in IndexedDB, exchanged by files or relays. */
export interface Contributions {
  getState(): Board;
  subscribe(hear: (now: Board, before: Board) => void): () => void;
  getInitialState(): Board;
  /** Opens what is kept; at once when it already is. Nothing is read, and no code loaded, before. */
  open(): Promise<void>;

  createIdentity(label: string, isExportable: boolean): Promise<Identity>;
  useIdentity(key: string): Promise<void>;
  /** The secret, enciphered by a passphrase (PBKDF2, AES-GCM). Throws `bad-input` for one that cannot leave. */
  exportIdentity(key: string, passphrase: string): Promise<Blob>;
  importIdentity(file: Blob, passphrase: string, label: string): Promise<Identity>;
  forgetIdentity(key: string): Promise<void>;

  /** Begins a space: signs its genesis. With a relay, the relay gives the orders, else this browser does. */
  createSpace(space: string, name: string, relay: string | null): Promise<SpaceView>;
  /** Trusts a genesis; records come by file or from the relay. */
  joinSpace(invitation: Invitation): Promise<void>;
  leaveSpace(space: string): Promise<void>;
  invitationOf(space: string): Invitation;
  /** null: no longer. Nothing is asked of the relay before. */
  connect(space: string, relay: string | null): Promise<void>;
  /** Sends and reads what is waiting now. */
  sync(space: string): Promise<void>;

  /**
   * Asks the relay of a space for the voucher of a code handed out on paper, for the key in use: what `support` carries. Throws
   * `spent`, `not_found`, `closed`.
   */
  askVoucher(space: string, ballot: string, code: string): Promise<Voucher>;

  /** What the relay of a space can verify of a person besides. */
  readonly verification: Verification;

  /** Signs with the key in use, keeps, and sends when there is a relay. Throws the refusal of its schema. */
  publish<T extends RecordTypeName>(space: string, draft: Draft<T>): Promise<SignedRecord>;
  /** Space as `.dmlog`, erased bodies left out. */
  exportSpace(space: string): Promise<Blob>;
  previewFile(file: Blob): Promise<FilePreview>;
  /** Takes the file last previewed, the lines that were refused left out. */
  takeFile(): Promise<void>;
  /** Verifies again every signature, receipt and checkpoint held of a space. */
  audit(space: string): Promise<Audit>;
  /** Signs, with the key in use, a document its holder keeps; nothing of it stays here. Throws `schema`. */
  attest(document: AttestationDocument): Promise<AttestationFile>;
  /** A document somebody holds against what this browser holds of its committee. */
  checkAttestation(space: string, file: AttestationFile): Promise<CheckedAttestation>;

  /** Reports people sent to the relay of a space; the key in use is a moderator's. Nothing of them is kept. Throws `no_grant`. */
  readIntake(space: string): Promise<readonly ReceivedReport[]>;
  /** Says what becomes of one, with the reason its author reads. Throws `no_grant`, `not_allowed`. */
  closeIntake(space: string, report: string, state: IntakeDecision["state"], reason: string): Promise<void>;

  /** Reports of files a moderator asked this browser to keep; those of more than a month are gone. */
  listBrought(space: string): Promise<readonly ReceivedReport[]>;
  /** Keeps them as they now stand: what was set aside is forgotten, and the text of what was counted. */
  keepBrought(space: string, reports: readonly ReceivedReport[]): Promise<void>;
  forgetBrought(space: string): Promise<void>;

  /** Where reports go; null: nowhere by themselves. */
  chooseReportRelay(relay: string | null): Promise<void>;
  /** Keeps a report and sends it when one is online. Throws `personal_data` and names what a text tells. */
  sendReport(draft: ReportDraft): Promise<OwnReport>;
  withdrawReport(id: string): Promise<void>;
  appealReport(id: string, text: string): Promise<void>;
  /** Asks the relay what became of them. */
  refreshReports(): Promise<void>;
  /** Reports of this browser as one file for whoever gathers them without a relay. */
  exportReports(): Promise<Blob>;
}
