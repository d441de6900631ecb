import type { Invitation } from "../../../app/contributions/board.ts";
import { hash, space as isSpace } from "../../../core/contributions/checks.ts";

const MARK = "#join=";

/** An invitation as a link: after the #, so that it is sent to no server. */
export function writeInvitation({ space, genesis, relay }: Invitation, page: string): string {
  const part = space.startsWith("committee:") ? "committee" : "records";
  const carried = new URLSearchParams({ space, genesis, ...(relay === null ? {} : { relay }) });
  return `${page}?page=participate&part=${part}${MARK}${encodeURIComponent(carried.toString())}`;
}

/** null: it is no invitation. */
export function readAnyInvitation(text: string): Invitation | null {
  const at = text.indexOf(MARK);
  if (at < 0) return null;
  let carried: URLSearchParams;
  try {
    carried = new URLSearchParams(decodeURIComponent(text.slice(at + MARK.length).trim()));
  } catch {
    return null;
  }
  const [space, genesis, relay] = [carried.get("space"), carried.get("genesis"), carried.get("relay")];
  if (space === null || !isSpace(space) || genesis === null || !hash(genesis)) return null;
  if (relay !== null && !/^https?:\/\/[^\s]{1,200}$/.test(relay)) return null;
  return { space, genesis, relay };
}
