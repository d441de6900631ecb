import type { Contributions } from "../../../app/contributions/board.ts";
import { addMonths } from "../../../core/contributions/calendar.ts";
import type { College } from "../../../core/contributions/record-types.ts";
import { LONGEST } from "./members.ts";
import type { RelayDraft } from "./relay-fields.tsx";
import { today } from "./standing.ts";
import { takeUp } from "./take-up.ts";

interface Founding {
  readonly space: string;
  readonly name: string;
  readonly scope: string;
  readonly seat: { readonly college: College; readonly organisation: string } | null;
  /** null: this browser gives the orders. */
  readonly relay: RelayDraft | null;
  readonly labels: { readonly founder: string; readonly everyday: string };
}

/**
 * A founding key signs the beginning and gives its powers to the key of every day: nobody can give powers to themselves. On a
 * relay it is one the relay knows, of this browser too.
 */
export async function foundCommittee(
  contributions: Contributions,
  { space, name, scope, seat, labels, relay }: Founding,
): Promise<void> {
  const inUse = contributions.getState().key;
  const { identities } = contributions.getState();
  const others = identities.filter(({ key }) => key !== relay?.founder).map(({ key }) => key);
  const known = inUse !== null && others.includes(inUse) ? inUse : others.at(0);
  const everyday = known ?? (await contributions.createIdentity(labels.everyday, true)).key;
  const founder = relay?.founder ?? (await contributions.createIdentity(labels.founder, true)).key;
  await takeUp(contributions, founder);
  try {
    await contributions.createSpace(space, name, relay?.address.trim() ?? null);
    const day = today();
    const term = { notBefore: day, notAfter: addMonths(day, LONGEST.root) };
    await contributions.publish(space, {
      type: "grant",
      scope,
      body: { subject: everyday, role: "steward", ...term },
    });
    if (seat !== null) {
      const { college, organisation } = seat;
      const named = organisation === "" ? {} : { organisation };
      const body = { subject: everyday, role: "member" as const, ...term, college, ...named };
      await contributions.publish(space, { type: "grant", scope, body });
    }
  } finally {
    await takeUp(contributions, everyday);
  }
}
