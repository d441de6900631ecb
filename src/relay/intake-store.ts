export const CLOSED_STATES = ["published", "rejected", "duplicate"] as const;
export type ClosedState = (typeof CLOSED_STATES)[number];
export type ReportState = "received" | "appealed" | ClosedState;

export interface NewReport {
  readonly id: string;
  /** The space whose moderators read it. */
  readonly space: string;
  readonly scope: string;
  /** SHA-256 of the secret its author keeps. */
  readonly withdrawal: string;
  readonly day: string;
  readonly payload: string;
}

/** A report of somebody who gave no name: in no log, for the moderators of its space and, with the secret, its author. */
export interface IntakeReport extends NewReport {
  readonly state: ReportState;
  readonly reason: string | null;
  /** Day, and key of the moderator who closed it. */
  readonly closed: string | null;
  readonly closer: string | null;
  readonly appeal: string | null;
}

/** Somebody says that a content is unlawful. */
export interface Notice {
  readonly id: string;
  readonly space: string;
  readonly day: string;
  readonly payload: string;
}

export interface IntakeStore {
  saveReport(report: NewReport): Promise<void>;
  /** Reports of a space by id, after one. */
  reports(space: string, after: string, limit: number): Promise<readonly IntakeReport[]>;
  report(id: string): Promise<IntakeReport | null>;
  /** False when it is no longer in the state it is thought to be in. */
  closeReport(
    id: string,
    from: ReportState,
    said: { readonly state: ClosedState; readonly reason: string; readonly day: string; readonly closer: string },
  ): Promise<boolean>;
  appealReport(id: string, from: ReportState, appeal: string): Promise<boolean>;
  withdrawReport(id: string, withdrawal: string): Promise<boolean>;
  /** Rewrites payloads received before a day, and drops appeals that were answered. */
  trimReports(before: string, trim: (payload: string) => string): Promise<void>;
  /** Deletes reports and notices received before a day, and reports closed without being published before another. */
  expireReports(received: string, closed: string): Promise<void>;
  /** Published reports received from one day to before another. */
  publishedReports(space: string, from: string, to: string): Promise<readonly IntakeReport[]>;
  /** What was told of a month, once and for all; null before. */
  release(space: string, month: string): Promise<string | null>;
  /** Keeps it unless one is kept; the one that stands. */
  saveRelease(space: string, month: string, told: string): Promise<string>;
  saveNotice(notice: Notice): Promise<void>;
  /** Notices of a space by id, after one. */
  notices(space: string, after: string, limit: number): Promise<readonly Notice[]>;
}
