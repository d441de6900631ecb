import type { ScenarioSeal } from "./document.ts";

/** What may have changed between a result and the one a file was kept with. */
export type SealPart = "dataRelease" | "engineVersion";

/** Whether the figures are those a file was kept with, and if not what else is not the same: nothing is said to be the cause. */
export interface SealCheck {
  readonly isSame: boolean;
  /** Empty although figures differ: times somebody brought, or a file that was changed. */
  readonly differs: readonly { readonly part: SealPart; readonly before: string; readonly now: string }[];
}

export function compareSeals(before: ScenarioSeal, now: ScenarioSeal): SealCheck {
  const parts = ["dataRelease", "engineVersion"] as const;
  return {
    isSame: before.resultHash === now.resultHash,
    differs: parts.flatMap((part) =>
      before[part] === now[part] ? [] : [{ part, before: before[part], now: now[part] }],
    ),
  };
}
