/** Everything that can go wrong for a reason a person can act on. Translated at the edge, by code. */
export type FailureCode =
  | "unknown-territory"
  | "unknown-profession"
  | "unknown-indicator"
  | "unknown-series"
  | "pack-file-missing"
  | "pack-file-corrupt"
  | "pack-offline"
  | "engine-start-failed"
  | "webgl-unavailable"
  | "worker-stopped"
  | "cancelled"
  | "osm-unreadable"
  | "no-roads"
  | "road-file-unreadable"
  | "bad-input";

export interface Failure {
  readonly code: FailureCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A failure on its way to the edge. Anything thrown that is not a FailureError is a bug. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, params: Failure["params"] = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "FailureError";
    this.failure = { code, params };
  }
}
