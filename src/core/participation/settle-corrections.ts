import { compareText } from "../contributions/record-log.ts";
import { covers, type TerritoryTree } from "../contributions/territory-tree.ts";
import type { ClaimedCorrection } from "./list-corrections.ts";
import { type CorrectionFault, type CountCorrection, readCorrection } from "./read-correction.ts";

/** Why a correction moves nothing. */
export type LeftOut =
  /** Not, or not yet, agreed on. */
  | "open"
  | "corroborated"
  | "rejected"
  | "expired"
  | "hidden"
  /** None of its claims speaks for a territory the row lies in. */
  | "outside-scope"
  /** The pack holds no such row or type. */
  | "unknown-row"
  | "unknown-field"
  /** The pack says neither the old value nor, after other corrections, comes to it. */
  | "old-differs"
  /** The pack already says the new value. */
  | "already-so"
  /** Two corrections say two things of the same value. */
  | "contradicted"
  /** Another correction that holds says the same. */
  | "repeated"
  | `bad-${CorrectionFault["fault"]}`;

export interface AppliedCorrection extends CountCorrection {
  readonly id: string;
  readonly state: ClaimedCorrection["state"];
}

export interface IgnoredCorrection {
  readonly id: string;
  readonly why: LeftOut;
  /** What the pack says; null where it says nothing of the row. */
  readonly official: number | null;
}

export interface SettledCorrections {
  readonly applied: readonly AppliedCorrection[];
  readonly ignored: readonly IgnoredCorrection[];
}

/** Count in the pack, or which of row and field it does not hold. */
export type FindCount = (correction: CountCorrection) => number | "unknown-row" | "unknown-field";

export interface SettleRule {
  /** Whether what two organisations agree on counts before a moderator has accepted it. */
  readonly withCorroborated: boolean;
  readonly tree: TerritoryTree;
  readonly find: FindCount;
}

const TAKEN: ReadonlySet<string> = new Set(["accepted", "sent", "resolved"]);

/**
 * Which corrections hold against the data of today. One holds where the data, corrected by those before it, says its old
 * value; two that start from one value and say different things both fall. The order of the list is of no matter.
 */
export function settleCorrections(
  corrections: readonly ClaimedCorrection[],
  { withCorroborated, tree, find }: SettleRule,
): SettledCorrections {
  const ignored: IgnoredCorrection[] = [];
  const cells = new Map<string, { readonly official: number; readonly waiting: AppliedCorrection[] }>();
  for (const correction of corrections) {
    const { id, state, scopes } = correction;
    const leave = (why: LeftOut, official: number | null = null) => ignored.push({ id, why, official });
    const read = readCorrection(correction);
    if ("fault" in read) {
      leave(`bad-${read.fault}`);
      continue;
    }
    const official = find(read);
    if (typeof official !== "number") leave(official);
    else if (correction.isHidden) leave("hidden", official);
    else if (!scopes.some((scope) => covers(tree, scope, `com:${read.commune}`))) leave("outside-scope", official);
    else if (!TAKEN.has(state) && !(withCorroborated && state === "corroborated")) {
      leave(state as "open" | "corroborated" | "rejected" | "expired", official);
    } else {
      const name = `${read.dataset} ${read.commune} ${read.field}`;
      const cell = cells.get(name) ?? { official, waiting: [] };
      cell.waiting.push({ ...read, id, state });
      cells.set(name, cell);
    }
  }
  const applied: AppliedCorrection[] = [];
  for (const { official, waiting } of cells.values()) {
    const left = new Set(waiting);
    const leave = (one: AppliedCorrection, why: LeftOut) => {
      ignored.push({ id: one.id, why, official });
      left.delete(one);
    };
    for (let now = official; ; ) {
      const [next, ...others] = Array.from(left)
        .filter(({ old }) => old === now)
        .sort(byId);
      if (next === undefined) break;
      const isAgreed = others.every((one) => one.new === next.new);
      for (const one of others) leave(one, isAgreed ? "repeated" : "contradicted");
      if (!isAgreed) {
        leave(next, "contradicted");
        break;
      }
      applied.push(next);
      left.delete(next);
      now = next.new;
    }
    for (const one of left) leave(one, one.new === official ? "already-so" : "old-differs");
  }
  return { applied: applied.sort(byId), ignored: ignored.sort(byId) };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}
