import type { SpaceView } from "../../../app/contributions/board.ts";
import type { Texts } from "../../../i18n/fr.ts";
import { shortKey, standingOf, today } from "../committee/standing.ts";

/** Who signed, by the role their key has: never a name. */
export function describeAuthor(view: SpaceView, author: string, ownKey: string | null, t: Texts): string {
  const { role: words } = t.proposals;
  if (author === ownKey) return words.you;
  if (author === view.state.sequencer && !view.isSequencer) return words.relay;
  const { grants, isRoot } = standingOf(view, author, today());
  const grant = grants.find(({ organisation }) => organisation !== null) ?? grants.at(0);
  if (grant === undefined) return words.of(isRoot ? words.founder : words.unknown, shortKey(author));
  const role = t.committee.roles[grant.role];
  return grant.organisation === null
    ? words.of(role, shortKey(author))
    : words.ofOrganisation(role, grant.organisation);
}
