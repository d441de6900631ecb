import type { Board, Contributions, SpaceView } from "../../../app/contributions/board.ts";
import type { Role } from "../../../core/contributions/record-types.ts";
import { standingOf } from "./standing.ts";
import { takeUp } from "./take-up.ts";

/**
 * The key of this browser that gives a role: the founding key gives stewards, so that they can give roles in turn; the key in
 * use gives the others where it can. null: none can. A role goes two grants deep at most.
 */
export function findIssuer(
  view: Pick<SpaceView, "state">,
  { key, identities }: Pick<Board, "key" | "identities">,
  role: Role,
  day: string,
): string | null {
  const root = identities.find((one) => view.state.roots.includes(one.key))?.key ?? null;
  const isGiver = standingOf(view, key, day).grants.some((grant) => grant.role === "steward" && grant.depth === 1);
  if (role === "steward") return root ?? (isGiver ? key : null);
  return isGiver ? key : root;
}

/** Signs with another key of this browser, then goes back to the one in use. */
export async function signAs<T>(contributions: Contributions, key: string, sign: () => Promise<T>): Promise<T> {
  const before = contributions.getState().key;
  if (before === key) return sign();
  await takeUp(contributions, key);
  try {
    return await sign();
  } finally {
    if (before !== null) await takeUp(contributions, before);
  }
}
