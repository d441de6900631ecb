import type { Contributions } from "../../../app/contributions/board.ts";

/** Signs with a key of this browser from now on. */
export async function takeUp(contributions: Contributions, key: string): Promise<void> {
  // biome-ignore lint/correctness/useHookAtTopLevel: its name only looks like that of a hook
  await contributions.useIdentity(key);
}
