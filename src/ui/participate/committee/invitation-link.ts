import type { Invitation } from "../../../app/contributions/board.ts";
import { readRelayAddress } from "../../../app/contributions/relay-address.ts";
import { hash, space } from "../../../core/contributions/checks.ts";

const MARK = "#join=";

/** An invitation as a link: after the #, so that it is sent to no server. */
export function invitationLink({ space: to, genesis, relay }: Invitation, page: string): string {
  const carried = new URLSearchParams({ space: to, genesis, ...(relay === null ? {} : { relay }) });
  return `${page}?page=participate&part=committee${MARK}${encodeURIComponent(carried.toString())}`;
}

/** Reads a link, or what follows its #; null: it is not an invitation to a committee. */
export function readInvitation(text: string): Invitation | null {
  const at = text.indexOf(MARK);
  if (at < 0) return null;
  const carried = new URLSearchParams(decode(text.slice(at + MARK.length).trim()));
  const [to, genesis, relay] = ["space", "genesis", "relay"].map((name) => carried.get(name));
  if (!to?.startsWith("committee:") || !space(to) || !genesis || !hash(genesis)) return null;
  if (relay == null) return { space: to, genesis, relay: null };
  try {
    return { space: to, genesis, relay: readRelayAddress(relay) };
  } catch {
    return null;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
